// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/file_scan.h"

#include "document/json_stream.h"
#include "document/syntax_error.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

namespace timeline {

namespace {

/// The ids that a part of the file before the events declares.
NameSet declaredIds(const JsonText &text, JsonValue root, std::string_view key) {
    NameSet ids;
    const auto list = findMember(text, root, key);
    if (!list || list->value.type != JsonType::Array) {
        return ids;
    }
    JsonArrayCursor elements(text, list->value);
    while (const auto element = elements.next()) {
        if (element->type != JsonType::Object) {
            continue;
        }
        const auto id = findMember(text, *element, "id");
        if (id && id->value.type == JsonType::String) {
            ids.insert(text.utf8(id->value.range));
        }
    }
    return ids;
}

/// RapidJSON's handler: keeps account of where the parser is in the file, and hands on what belongs to
/// events.
class ScanHandler {
public:
    ScanHandler(QByteArrayView bytes, const JsonStream &stream, const std::vector<qint64> &replaced,
                FileScan &scan)
        : m_bytes(bytes), m_stream(stream), m_replaced(replaced), m_scan(scan),
          m_events(scan.batch, m_sources) {}

    bool isTooDeep() const { return m_tooDeep; }

    bool Null() { return literal(JsonType::Null, 4); }
    bool Bool(bool value) { return literal(value ? JsonType::True : JsonType::False, value ? 4 : 5); }
    // Numbers come as they are written; RapidJSON wants these to exist.
    bool Int(int /*value*/) { return true; }
    bool Uint(unsigned /*value*/) { return true; }
    bool Int64(std::int64_t /*value*/) { return true; }
    bool Uint64(std::uint64_t /*value*/) { return true; }
    bool Double(double /*value*/) { return true; }

    bool RawNumber(const char *end, std::size_t length, bool /*copy*/) {
        const std::string_view raw(end - length, length);
        if (m_depth > m_eventDepth) {
            m_events.number(raw);
        } else {
            element({JsonType::Number, {here() - static_cast<qint64>(length), here()}});
        }
        return true;
    }

    bool String(const char *text, std::size_t length, bool /*copy*/) {
        const std::string_view raw(text, length);
        if (!m_stream.isPlain() && hasLoneSurrogate(raw)) {
            return askForHarmlessCopy();
        }
        const qint64 openingQuote = text - 1 - m_bytes.data();
        if (m_depth > m_eventDepth) {
            m_events.string(raw, m_stream.isPlain(), openingQuote);
        } else {
            element({JsonType::String, {openingQuote, here()}});
        }
        return true;
    }

    bool Key(const char *text, std::size_t length, bool /*copy*/) {
        const std::string_view raw(text, length);
        if (!m_stream.isPlain() && hasLoneSurrogate(raw)) {
            return askForHarmlessCopy();
        }
        if (m_depth > m_eventDepth) {
            m_events.key(raw, m_stream.isPlain());
        } else if (m_depth == 1) {
            m_isEventsKey = raw == "events" || (!m_stream.isPlain() && decodeJsonString(raw) == "events");
        }
        return true;
    }

    bool StartObject() {
        if (m_depth > m_eventDepth) {
            m_events.startObject();
        } else if (m_depth == m_eventDepth) {
            m_events.begin(bracket());
        } else if (m_depth == 0) {
            m_scan.root = {JsonType::Object, {bracket(), m_bytes.size()}};
        }
        return goDeeper();
    }

    bool EndObject(std::size_t /*members*/) {
        --m_depth;
        if (m_depth > m_eventDepth) {
            m_events.endObject();
        } else if (m_depth == m_eventDepth) {
            endEvent();
        } else if (m_depth == 0) {
            m_scan.root.range.end = bracket() + 1;
        }
        return true;
    }

    bool StartArray() {
        if (m_depth > m_eventDepth) {
            m_events.startArray();
        } else if (m_depth == m_eventDepth) {
            m_events.begin(bracket());
            m_events.makeDoubtful();
        } else if (m_depth == 0) {
            m_scan.root = {JsonType::Array, {bracket(), m_bytes.size()}};
            startEvents();
        } else if (m_depth == 1 && m_scan.root.type == JsonType::Object && m_isEventsKey &&
                   m_scan.events.isEmpty()) {
            m_sources = declaredIds(JsonText(m_bytes.first(bracket())), m_scan.root, "sources");
            startEvents();
        }
        return goDeeper();
    }

    bool EndArray(std::size_t /*elements*/) {
        --m_depth;
        if (m_depth > m_eventDepth) {
            m_events.endArray();
        } else if (m_depth == m_eventDepth) {
            endEvent();
        } else if (m_depth == m_eventDepth - 1) {
            m_scan.events.end = bracket() + 1;
            m_eventDepth = nowhere;
        }
        if (m_depth == 0) {
            m_scan.root.range.end = bracket() + 1;
        }
        return true;
    }

private:
    static constexpr int nowhere = 2 * deepestNesting;

    // Scalars are told when they are read, brackets while they are still next.
    qint64 bracket() const { return static_cast<qint64>(m_stream.Tell()); }
    qint64 here() const { return static_cast<qint64>(m_stream.Tell()); }

    bool literal(JsonType type, qint64 length) {
        if (m_depth > m_eventDepth) {
            m_events.literal(type);
        } else {
            element({type, {here() - length, here()}});
        }
        return true;
    }

    /// A string, number or literal outside events: perhaps the whole file, or something among the events.
    void element(JsonValue value) {
        if (m_depth == 0) {
            m_scan.root = value;
        } else if (m_depth == m_eventDepth) {
            m_events.skip(value.range);
        }
    }

    void startEvents() {
        m_eventDepth = m_depth + 1;
        m_scan.events = {bracket(), m_bytes.size()};
    }

    void endEvent() {
        const qint64 end = bracket() + 1;
        const auto &columns = m_scan.batch.columns;
        while (m_nextReplaced < m_replaced.size() && m_replaced[m_nextReplaced] < end) {
            if (m_replaced[m_nextReplaced++] >= m_events.offset()) {
                m_events.makeDoubtful();
            }
        }
        m_events.end(end);
        if (columns.size() == eventsBeforeGuess) {
            reserve(end);
        }
    }

    /// Columns that grow are copied again and again. From the first events' sizes follows about how many
    /// come.
    void reserve(qint64 end) {
        constexpr qint64 shortest =
            27; // {"title":"A","date":"2020"}: a bound, should the first be nothing but braces
        const qint64 count = std::ssize(m_scan.batch.idHashes);
        const qint64 perEvent = std::max(shortest, (end - m_scan.events.begin) / count);
        const auto guess = static_cast<std::size_t>((m_bytes.size() - end) / perEvent + count);
        m_scan.batch.columns.reserve(guess + guess / 64);
        m_scan.batch.idHashes.reserve(guess + guess / 64);
    }

    bool goDeeper() {
        m_tooDeep = ++m_depth > deepestNesting;
        return !m_tooDeep;
    }

    bool askForHarmlessCopy() {
        m_scan.needsHarmlessCopy = true;
        return false;
    }

    static constexpr std::size_t eventsBeforeGuess = 1000;

    QByteArrayView m_bytes;
    const JsonStream &m_stream;
    const std::vector<qint64> &m_replaced;
    FileScan &m_scan;
    NameSet m_sources;
    EventScan m_events;
    int m_depth = 0;            // objects and arrays open
    int m_eventDepth = nowhere; // the depth at which events stand, while within their array
    bool m_isEventsKey = false;
    bool m_tooDeep = false;
    std::size_t m_nextReplaced = 0;
};

SyntaxError tooDeep(qint64 offset) {
    return {offset, QCoreApplication::translate("timeline",
                                                "the nesting goes deeper than %1 levels here; expected less")
                        .arg(deepestNesting)};
}

} // namespace

FileScan scanFile(QByteArrayView bytes, const std::vector<qint64> &replaced) {
    constexpr unsigned flags =
        rapidjson::kParseIterativeFlag | rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;
    FileScan scan;
    const qsizetype begin = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    JsonStream stream(bytes.data(), bytes.data() + begin, bytes.data() + bytes.size());
    ScanHandler handler(bytes, stream, replaced, scan);
    rapidjson::GenericReader<rapidjson::UTF8<>, rapidjson::UTF8<>> reader;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, handler);
    if (!result || scan.needsHarmlessCopy) {
        const auto offset = static_cast<qint64>(result.Offset());
        const rapidjson::ParseErrorCode code = result.Code();
        const bool refusedNumber = code == rapidjson::kParseErrorNumberTooBig;
        if (replaced.empty() &&
            (refusedNumber || code == rapidjson::kParseErrorStringUnicodeSurrogateInvalid)) {
            scan.needsHarmlessCopy = true;
        }
        scan.error = handler.isTooDeep()
                         ? tooDeep(static_cast<qint64>(stream.Tell()))
                         : explainSyntaxError(bytes, code, offset, static_cast<qint64>(stream.stringBegin()));
    }
    return scan;
}

} // namespace timeline
