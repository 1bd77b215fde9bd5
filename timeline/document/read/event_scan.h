// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/part_fields.h"
#include "document/read/event_batch.h"

namespace timeline {

/// Reads one event after another from a parser's calls, as long as they are plainly fine; judges nothing
/// else, so that it stays fast: whatever it does not like at once makes the event doubtful. Only what whole
/// files may have it notes itself. Stretches of the array can be read by several of these, each with its own
/// batch.
class EventScan {
public:
    /// `declaredSources` are those that stand before the events in the file.
    EventScan(EventBatch &batch, const NameSet &declaredSources)
        : m_batch(batch), m_declared(declaredSources) {}

    void begin(qint64 offset);
    void end(qint64 offset);
    /// An element that is no object.
    void skip(ByteRange range) {
        begin(range.begin);
        m_doubtful = true;
        end(range.end);
    }
    qint64 offset() const { return m_row.offset; }
    void makeDoubtful() { m_doubtful = true; }

    // `raw` is the text as it stands in the file, without quotes; `plain` says that it has no escapes. `at`
    // is where the value begins.
    void key(std::string_view raw, bool plain, qint64 at);
    void string(std::string_view raw, bool plain, qint64 at);
    void number(std::string_view raw, qint64 at);
    void literal(JsonType type);
    void startObject();
    void endObject();
    void startArray();
    void endArray() { --m_level; }

private:
    void doubt();
    bool isTakenAsItIs() const;
    bool isName() const;
    bool isLine() const;
    bool isDoubted() const { return m_doubtful || (m_doubted & bit(m_field)) != 0; }
    void fieldNumber(std::string_view raw, qint64 at);
    void fieldString(std::string_view text, qint64 at);
    void elementString(std::string_view text, qint64 at);
    void partString(std::string_view text, qint64 at);
    void partNumber(std::string_view raw, qint64 at);
    void noteUnknownKey(std::string_view raw);
    void noteRepeatedKey();
    void startPart();
    void endPart();
    void readDate(std::string_view text);
    void readStartAndEnd();
    bool has(EventField field) const { return (m_seen & ~m_absent & bit(field)) != 0; }

    EventBatch &m_batch;
    const NameSet &m_declared;
    EventRow m_row;
    std::uint32_t m_seen = 0;    ///< fields of this event
    std::uint32_t m_absent = 0;  ///< those of them that say nothing
    std::uint32_t m_doubted = 0; ///< those of them whose values are to be read with care
    qint64 m_keyAt = 0;          ///< where the key of the field stands
    EventField m_field = EventField::Unknown;
    int m_level = 0; ///< objects and arrays open within the event
    bool m_doubtful = false;
    bool m_repeatsKey = false; ///< perhaps
    std::uint32_t m_idHash = 0;
    std::string m_decoded, m_start, m_end;
    std::size_t m_valuesBefore = 0;
    std::size_t m_linksBefore = 0;
    std::size_t m_sourcesBefore = 0;

    // The element of measures, links, media or sources that is open.
    const PartField *m_part = &unknownPart;
    std::uint32_t m_partSeen = 0;
    std::uint32_t m_partAbsent = 0;
    std::array<double, mostPartFields> m_numbers{}; ///< by their places
    Reference m_link;

    // Hashes of the unknown keys of all objects that are open, to notice a key that occurs twice.
    std::vector<std::size_t> m_keys;
    std::vector<std::size_t> m_keyStarts;
};

} // namespace timeline
