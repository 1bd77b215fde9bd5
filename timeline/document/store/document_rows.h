// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"
#include "document/json/json_value.h"
#include "document/store/event_table.h"

#include <QBitArray>
#include <optional>

namespace timeline {

/// What a document's columns have of each event: asked for often, and quick.
class DocumentRows {
public:
    /// How many indices there are, those of deleted events included.
    EventIndex eventCount() const { return static_cast<EventIndex>(m_events.size()); }
    EventIndex presentCount() const { return eventCount() - m_deletedCount; }
    EventIndex undatedCount() const { return m_undatedCount; } ///< of those that are present
    EventIndex placedCount() const { return presentCount() - m_undatedCount; }
    /// Of the events that have their bit in `shown`; of all where it is empty.
    EventIndex undatedCount(const QBitArray &shown) const;
    bool isDeleted(EventIndex event) const { return m_events.length(event) == 0; }
    bool isUndated(EventIndex event) const { return span(event).isNever(); } ///< it has no place in time
    bool isPlaced(EventIndex event) const { return !isDeleted(event) && !isUndated(event); }
    /// It was not read from the list of events.
    bool isNew(EventIndex event) const { return event >= m_countInEvents; }
    /// Events from this one up to there stand one after the other in the file, as far as they are as in it.
    EventIndex runEnd(EventIndex event) const { return isNew(event) ? eventCount() : m_countInEvents; }
    Span span(EventIndex event) const { return m_events.span(event); }
    Instant begin(EventIndex event) const { return m_events.begin(event); } ///< of its span
    Instant end(EventIndex event) const { return m_events.end(event); }
    DateFlags flags(EventIndex event) const { return m_events.flags(event); }
    CategoryIndex category(EventIndex event) const {
        return m_categoryNumbers[std::min<std::size_t>(m_events.category(event),
                                                       m_categoryNumbers.size() - 1)];
    }
    Status status(EventIndex event) const { return m_events.status(event); }
    std::uint8_t importanceByte(EventIndex event) const { return m_events.importance(event); } ///< 0 to 255
    float importance(EventIndex event) const {
        return static_cast<float>(m_events.importance(event)) / 255.0F;
    }

    /// Asks the processor for what the columns have of an event: of events that lie far apart in memory, each
    /// is waited for unless all are asked for before.
    [[gnu::always_inline]] void fetch(EventIndex event) const { m_events.fetch(event); }
    [[gnu::always_inline]] void fetchSpan(EventIndex event) const { m_events.fetchSpan(event); }
    /// Where an event stands in them that is as in the file.
    ByteRange place(EventIndex event) const {
        return {m_events.offset(event), m_events.offset(event) + m_events.length(event)};
    }

    /// Whether the file has seasons that are meant so: then what looks like two years, "2020-21", is one.
    bool hasSeasons() const { return m_hasSeasons; }

    /// The earliest begin and latest end of all events, leaving open ends out; nothing without events.
    std::optional<Span> extent() const { return m_extent; }
    /// All flags that the date of any event has, or had before it was edited: what none has, nobody need look
    /// for.
    DateFlags dateFlags() const { return m_dateFlags; }
    /// Of the events that have their bit in `shown`; of all that are in the columns where it is empty.
    std::optional<Span> extent(const QBitArray &shown) const;
    /// Of these events, or of all where `shown` is empty, those that stand on a timeline; empty for all.
    QBitArray placed(const QBitArray &shown) const;

protected:
    EventIndex &categoryCount(CategoryIndex column) {
        return m_categoryCounts[std::min<std::size_t>(column, m_categoryCounts.size() - 1)];
    }

    EventTable m_events;
    EventIndex m_deletedCount = 0;
    EventIndex m_undatedCount = 0;
    EventIndex m_countInEvents = 0; ///< read from the list of events; then come those of the undated ones
    EventIndex m_countInFile = 0;   ///< read from both
    bool m_hasSeasons = false;
    std::optional<Span> m_extent;
    DateFlags m_dateFlags;
    std::vector<CategoryIndex> m_categoryNumbers; ///< for those in m_events; the last for events without one
    std::vector<EventIndex> m_categoryCounts;     ///< how many events have these
};

} // namespace timeline
