// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/read_control.h"
#include "document/json/json_stream.h"
#include "document/read/event_scan.h"

#include <functional>

namespace timeline {

/// What is parsed.
struct ScanText {
    QByteArrayView bytes;
    QByteArrayView original;      ///< the same, or what `bytes` is a harmless copy of
    std::vector<qint64> replaced; ///< offsets at which the two differ, sorted: events with one are doubtful
};

/// Why a parse did not come to the end of what it was to parse.
enum class ScanStop : std::uint8_t {
    None,              ///< it did, or RapidJSON found an error
    Arrived,           ///< an event begins at or after the place where it was to stop
    Cancelled,         ///< nobody wants it any more
    BadText,           ///< the text is no UTF-8
    TooDeep,           ///< it nests too deep
    NeedsHarmlessCopy, ///< see harmlessCopy()
};

/// RapidJSON's handler: keeps account of where the parser is in the file, and hands on what belongs to
/// events.
class ScanHandler {
public:
    /// Whether anyone still wants the result, after so many more bytes and events.
    using Advance = std::function<bool(qint64 bytes, qint64 events)>;
    /// Called when an event begins at `offset`, at or after where the parse was to stop; true where it goes
    /// on.
    using Arrive = std::function<bool(qint64 offset)>;

    /// `sources` are those declared before the events, where that is known already.
    ScanHandler(const ScanText &text, JsonStream &stream, EventBatch &batch, const NameSet *sources,
                Advance advance, Arrive arrive)
        : m_text(text), m_stream(stream), m_batch(batch),
          m_events(batch, sources != nullptr ? *sources : m_sources), m_advance(std::move(advance)),
          m_arrive(std::move(arrive)) {
        goTo(here());
    }

    /// The parse begins among events, which stand in `depth` objects and arrays. A virtual bracket opens
    /// their array.
    void beginWithin(int depth) {
        m_eventDepth = depth;
        m_depth = depth - 1;
    }
    /// Where events begin of which `arrive` is told.
    void setStop(qint64 offset) { m_stopAt = offset; }
    /// The same, once it is known where the events begin: that many bytes after.
    void setStopAfterBegin(qint64 bytes) { m_stopAfterBegin = bytes; }

    ScanStop stop() const { return m_stop; }
    JsonValue root() const { return m_root; }
    ByteRange events() const { return m_array; }
    const NameSet &sources() const { return m_sources; }
    int eventDepth() const { return m_eventDepth; }

    /// From within `arrive`: the parse goes on with another event.
    void jumpTo(qint64 offset) {
        m_stream.jumpTo(offset + 1); // the parser takes its brace for read
        goTo(offset);
    }
    /// Looks at what has not been looked at; false where the parse is to stop.
    bool keepUp() { return keepUpTo(here()); }
    bool keepUpTo(qint64 offset);

    bool Null() { return literal(JsonType::Null, 4); }
    bool Bool(bool value) { return literal(value ? JsonType::True : JsonType::False, value ? 4 : 5); }
    // Numbers come as they are written; RapidJSON wants these to exist.
    bool Int(int /*value*/) { return true; }
    bool Uint(unsigned /*value*/) { return true; }
    bool Int64(std::int64_t /*value*/) { return true; }
    bool Uint64(std::uint64_t /*value*/) { return true; }
    bool Double(double /*value*/) { return true; }
    bool RawNumber(const char *end, std::size_t length, bool copy);
    bool String(const char *text, std::size_t length, bool copy);
    bool Key(const char *text, std::size_t length, bool copy);
    bool StartObject();
    bool EndObject(std::size_t members);
    bool StartArray();
    bool EndArray(std::size_t elements);

private:
    static constexpr int nowhere = 1 << 20;
    static constexpr qint64 never = std::numeric_limits<qint64>::max();

    // All is told when it has been read.
    qint64 here() const { return static_cast<qint64>(m_stream.Tell()); }
    qint64 bracket() const { return here() - 1; } ///< that was read just now

    bool halt(ScanStop why) {
        m_stop = why;
        return false;
    }
    bool look() { return here() < m_lookAt || keepUp(); }
    void goTo(qint64 offset);
    bool literal(JsonType type, qint64 length);
    void element(JsonValue value);
    void startEvents();
    void endEvent();
    bool goDeeper();

    const ScanText &m_text;
    JsonStream &m_stream;
    EventBatch &m_batch;
    NameSet m_sources;
    EventScan m_events;
    Advance m_advance;
    Arrive m_arrive;

    JsonValue m_root;
    ByteRange m_array;
    int m_depth = 0;            // objects and arrays open
    int m_eventDepth = nowhere; // the depth at which events stand, while within their array
    bool m_isEventsKey = false;
    ScanStop m_stop = ScanStop::None;
    qint64 m_stopAt = never;
    qint64 m_stopAfterBegin = never;
    qint64 m_looked = 0; // up to here the text has been looked at
    qint64 m_lookAt = 0;
    qint64 m_eventsLooked = 0;
    std::size_t m_nextReplaced = 0;
};

using ScanReader = rapidjson::GenericReader<rapidjson::UTF8<>, rapidjson::UTF8<>>;
inline constexpr unsigned scanFlags = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;

/// How deep a file may nest: the parser calls itself at each level.
inline constexpr int deepestNesting = 1000;

} // namespace timeline
