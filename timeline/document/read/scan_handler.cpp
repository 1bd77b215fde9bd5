// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/scan_handler.h"

#include "document/bytes/text_check.h"

#include <algorithm>

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
        if (id && id->value.isName()) {
            ids.insert(text.utf8(id->value.range));
        }
    }
    return ids;
}

} // namespace

bool ScanHandler::RawNumber(const char *end, std::size_t length, bool /*copy*/) {
    const std::string_view raw(end - length, length);
    if (m_depth > m_eventDepth) {
        m_events.number(raw, here() - static_cast<qint64>(length));
    } else {
        element({JsonType::Number, {here() - static_cast<qint64>(length), here()}});
    }
    return true;
}

bool ScanHandler::String(const char *text, std::size_t length, bool /*copy*/) {
    const std::string_view raw(text, length);
    if (m_stream.mayHoldSurrogate() && hasLoneSurrogate(raw)) {
        return halt(ScanStop::NeedsHarmlessCopy);
    }
    const qint64 openingQuote = text - 1 - m_text.bytes.data();
    if (m_depth > m_eventDepth) {
        m_events.string(raw, m_stream.isPlain(), openingQuote);
    } else {
        element({JsonType::String, {openingQuote, here()}});
    }
    return look();
}

bool ScanHandler::Key(const char *text, std::size_t length, bool /*copy*/) {
    const std::string_view raw(text, length);
    if (m_stream.mayHoldSurrogate() && hasLoneSurrogate(raw)) {
        return halt(ScanStop::NeedsHarmlessCopy);
    }
    if (m_depth > m_eventDepth) {
        m_events.key(raw, m_stream.isPlain(), text - 1 - m_text.bytes.data());
    } else if (m_depth == 1) {
        m_isEventsKey = raw == "events" || (!m_stream.isPlain() && decodeJsonString(raw) == "events");
    }
    return true;
}

bool ScanHandler::StartObject() {
    if (m_depth > m_eventDepth) {
        m_events.startObject();
    } else if (m_depth == m_eventDepth) {
        if (bracket() >= m_stopAt) {
            m_stopAt = never;
            if (!m_arrive(bracket())) {
                return halt(m_stop == ScanStop::None ? ScanStop::Arrived : m_stop);
            }
        }
        m_events.begin(bracket());
    } else if (m_depth == 0) {
        m_root = {JsonType::Object, {bracket(), m_text.bytes.size()}};
    }
    return goDeeper();
}

bool ScanHandler::EndObject(std::size_t /*members*/) {
    --m_depth;
    if (m_depth > m_eventDepth) {
        m_events.endObject();
    } else if (m_depth == m_eventDepth) {
        endEvent();
    } else if (m_depth == 0) {
        m_root.range.end = here();
    }
    return true;
}

bool ScanHandler::StartArray() {
    if (m_depth > m_eventDepth) {
        m_events.startArray();
    } else if (m_depth == m_eventDepth) {
        m_events.begin(bracket());
        m_events.makeDoubtful();
    } else if (m_depth == m_eventDepth - 1) {
        m_stream.passBracket();
    } else if (m_depth == 0) {
        m_root = {JsonType::Array, {bracket(), m_text.bytes.size()}};
        startEvents();
    } else if (m_depth == 1 && m_root.type == JsonType::Object && m_isEventsKey && m_array.isEmpty()) {
        m_sources = declaredIds(JsonText(m_text.bytes.first(bracket())), m_root, "sources");
        startEvents();
    }
    return goDeeper();
}

bool ScanHandler::EndArray(std::size_t /*elements*/) {
    --m_depth;
    if (m_depth > m_eventDepth) {
        m_events.endArray();
    } else if (m_depth == m_eventDepth) {
        endEvent();
    } else if (m_depth == m_eventDepth - 1) {
        m_array.end = here();
        m_eventDepth = nowhere;
    }
    if (m_depth == 0) {
        m_root.range.end = here();
    }
    return true;
}

bool ScanHandler::literal(JsonType type, qint64 length) {
    if (m_depth > m_eventDepth) {
        m_events.literal(type);
    } else {
        element({type, {here() - length, here()}});
    }
    return true;
}

/// A string, number or literal outside events: perhaps the whole file, or something among the events.
void ScanHandler::element(JsonValue value) {
    if (m_depth == 0) {
        m_root = value;
    } else if (m_depth == m_eventDepth) {
        m_events.skip(value.range);
    }
}

void ScanHandler::startEvents() {
    m_eventDepth = m_depth + 1;
    m_array = {bracket(), m_text.bytes.size()};
    if (m_stopAfterBegin != never) {
        m_stopAt = here() + m_stopAfterBegin;
    }
}

void ScanHandler::endEvent() {
    const qint64 end = here();
    while (m_nextReplaced < m_text.replaced.size() && m_text.replaced[m_nextReplaced] < end) {
        if (m_text.replaced[m_nextReplaced++] >= m_events.offset()) {
            m_events.makeDoubtful();
        }
    }
    m_events.end(end);
}

bool ScanHandler::goDeeper() {
    return ++m_depth > deepestNesting ? halt(ScanStop::TooDeep) : look();
}

void ScanHandler::goTo(qint64 offset) {
    const auto first = std::lower_bound(m_text.replaced.begin(), m_text.replaced.end(), offset);
    m_nextReplaced = static_cast<std::size_t>(first - m_text.replaced.begin());
    m_looked = offset;
    m_lookAt = offset + ReadControl::stride;
    m_eventsLooked = static_cast<qint64>(m_batch.columns.size());
}

// The parser takes for granted that the text is UTF-8. Looking just behind it finds the bytes still in the
// cache. At a NUL it stops by itself, as at a syntax error or at the end.
bool ScanHandler::keepUpTo(qint64 offset) {
    const QByteArrayView bytes = m_text.bytes.sliced(m_looked, offset - m_looked);
    if (findInvalidUtf8(bytes)) {
        return halt(ScanStop::BadText);
    }
    const auto events = static_cast<qint64>(m_batch.columns.size());
    if (!m_advance(bytes.size(), events - m_eventsLooked)) {
        return halt(ScanStop::Cancelled);
    }
    m_looked = offset;
    m_lookAt = m_looked + ReadControl::stride;
    m_eventsLooked = events;
    return true;
}

} // namespace timeline
