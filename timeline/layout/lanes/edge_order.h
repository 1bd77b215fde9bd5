// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/event_sort.h"

#include <array>
#include <memory>
#include <vector>

namespace timeline {

/// The octave of a length on the axis: 0 up to a millisecond, n for more than 2^(n-1) up to 2^n.
int octaveOf(double axisLength);
inline constexpr int octaveCount = 72; ///< the whole range of Instant is shorter than 2^71 ms

/// Octaves from `first` to `last`, both included.
struct Octaves {
    int first = 0;
    int last = octaveCount - 1;
};

/// What a run of events holds, so that a search can pass it over.
struct RunSummary {
    std::array<std::uint8_t, octaveCount>
        best{}; ///< by octave: the highest importance, 1 to 255; 0: no event
    double latestEnd = -HUGE_VAL;

    std::uint8_t bestOf(Octaves octaves) const;
    void include(const RunSummary &other);
};

/// Events in the order of one of their ends on the axis (equal ones by their index; those that begin in the
/// same millisecond by all digits of their times before that), in chunks of some hundred, so that finding a
/// place or a rank takes O(log n), and to insert or remove one moves no more than a chunk. By begin, each
/// chunk also knows how important its events of each length are. 4 bytes an event, by begin 6, and half a
/// byte for the chunks.
class EdgeOrder {
public:
    /// How long an event is and how important, beside the order: a search reads these without touching the
    /// document.
    struct Tag {
        std::uint8_t octave = 0;
        std::uint8_t importance = 1; ///< 1 to 255
    };
    struct Chunk {
        std::vector<EventIndex> events;
        std::vector<Tag> tags; ///< one an event; none where the order is by end
        RunSummary summary;

        void addTag(const AxisSpan &span, std::uint8_t importance);
    };
    struct Page {
        std::vector<std::unique_ptr<Chunk>> chunks;
        std::vector<double> keys;       ///< where each chunk's first event lies
        std::vector<EventIndex> starts; ///< how many events of the page stand before each chunk
        RunSummary summary;
        EventIndex firstRank = 0;
        EventIndex count = 0;
    };

    explicit EdgeOrder(Edge edge) : m_edge(edge) {}

    /// Takes these events instead, which stand in the order of their indices. Of no use where it is asked to
    /// stop.
    void assign(const EventAxis &axis, const LargeVector<PlacedEvent> &events,
                const std::stop_token &stop = {});

    EventIndex size() const { return m_size; }
    EventIndex at(EventIndex rank) const;  ///< rank < size()
    double last() const { return m_last; } ///< where the last event lies; size() > 0
    /// How many events lie before `at`, that place not included.
    EventIndex rank(const EventAxis &axis, double at) const;
    /// How many events stand before this one, which need not be there.
    EventIndex rankOf(const EventAxis &axis, EventIndex event) const;

    /// What the document says of the event must be what it said when it was inserted, until it is removed.
    void insert(const EventAxis &axis, EventIndex event);
    void remove(const EventAxis &axis, EventIndex event);

    const std::vector<Page> &pages() const { return m_pages; }

private:
    struct Place {
        std::size_t page = 0;
        std::size_t chunk = 0;
        std::size_t index = 0;
    };
    /// The last chunk that begins at or before `at` (and, of equal ones, at or before `event`), and in it
    /// the first event that does not stand before them. Without an event, it is before all equal ones.
    Place find(const EventAxis &axis, double at, std::optional<EventIndex> event) const;
    EventIndex rankAt(const Place &place) const;
    void summarize(const EventAxis &axis, Chunk &chunk) const;
    void number(const EventAxis &axis, Page &page) const;
    void renumber(const EventAxis &axis, std::size_t page);

    Edge m_edge;
    EventIndex m_size = 0;
    double m_first = 0; ///< where the first and the last event lie, if there are any
    double m_last = 0;
    std::vector<Page> m_pages;
};

} // namespace timeline
