// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/edge_order.h"

#include <algorithm>
#include <stop_token>

namespace timeline {

/// Answers in O(log n) what a frame asks about the events of a lane: how many begin or end before a place on
/// the axis, and which ones of a stretch are the most important. Kept up to date event by event. 11 bytes an
/// event. `axis` must be the same at every call.
class LaneIndex {
public:
    LaneIndex() = default;
    /// `events` may come in any order. Empty where it is asked to stop.
    LaneIndex(const EventAxis &axis, std::vector<EventIndex> events, const std::stop_token &stop = {});

    EventIndex size() const { return m_byBegin.size(); }
    EventIndex at(EventIndex rank) const { return m_byBegin.at(rank); }  ///< by begin; rank < size()
    EventIndex atEnd(EventIndex rank) const { return m_byEnd.at(rank); } ///< the same by end
    double latestEnd() const { return m_byEnd.last(); }                  ///< on the axis; size() > 0
    /// Calls `visit(event)` for each, by begin.
    template <typename Visit>
    void forEach(Visit visit) const {
        for (const EdgeOrder::Page &page : m_byBegin.pages()) {
            for (const auto &chunk : page.chunks) {
                std::ranges::for_each(chunk->events, visit);
            }
        }
    }
    std::optional<EventIndex> rankOf(const EventAxis &axis, EventIndex event) const;

    /// Events that begin, or end, before a place, that place not included.
    EventIndex beginsBefore(const EventAxis &axis, double at) const { return m_byBegin.rank(axis, at); }
    EventIndex endsBefore(const EventAxis &axis, double at) const { return m_byEnd.rank(axis, at); }
    /// The octaves of length that there are.
    const std::array<std::uint8_t, octaveCount> &octaves() const { return m_all.best; }

    /// Appends the `count` most important events of the ranks `from` to `to` (not included) and of these
    /// lengths, of equal ones the first; in no order.
    void appendBest(EventIndex from, EventIndex to, Octaves octaves, std::size_t count,
                    std::vector<EventIndex> &events) const;
    /// Those of the ranks `from` to `to` (not included), by begin.
    std::vector<EventIndex> between(EventIndex from, EventIndex to) const;
    /// Up to `most` events of the ranks below `to` that end at or after `axis`, the first ones first.
    std::vector<EventIndex> reachingTo(const EventAxis &axis, double at, EventIndex to,
                                       std::size_t most) const;

    void insert(const EventAxis &axis, EventIndex event);
    void remove(const EventAxis &axis, EventIndex event);

private:
    void summarize();

    EdgeOrder m_byBegin{Edge::Begin};
    EdgeOrder m_byEnd{Edge::End};
    RunSummary m_all;
};

} // namespace timeline
