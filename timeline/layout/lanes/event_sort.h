// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/large_memory.h"
#include "layout/lanes/event_axis.h"

#include <span>
#include <stop_token>
#include <vector>

namespace timeline {

/// An event, where it lies and how important it is: read once from the document's columns, where the events
/// of a lane lie far apart.
struct PlacedEvent {
    double begin = 0;
    double end = 0;
    EventIndex event = 0;
    std::uint8_t importance = 0;

    double edge(Edge which) const { return which == Edge::Begin ? begin : end; }
    AxisSpan span() const { return {begin, end}; }
};
/// Events in an order lie far apart: asks for one that comes soon after the place `at` of `order`.
[[gnu::always_inline]] inline void fetchAhead(const LargeVector<PlacedEvent> &events,
                                              std::span<const std::uint32_t> order, std::size_t at) {
    constexpr std::size_t ahead = 24;
    if (at + ahead < order.size()) {
        prefetch(&events[order[at + ahead]]);
    }
}
LargeVector<PlacedEvent> placedEvents(const EventAxis &axis, const std::vector<EventIndex> &events);

/// The numbers of the events in the order of where they begin or end on the axis, equal ones as they stand.
/// Takes 6 bytes an event on the way, and none where they are sorted already. Ends early, with nothing lost
/// but the order, where it is asked to stop.
std::vector<std::uint32_t> orderByEdge(const LargeVector<PlacedEvent> &events, Edge edge,
                                       const std::stop_token &stop = {});

/// Of events in the order of where they begin, those that begin at one place by all digits of their times:
/// reads the text of each where any of them has more than an Instant holds.
void orderWithinMilliseconds(const Document &document, const LargeVector<PlacedEvent> &events,
                             std::vector<std::uint32_t> &order);

} // namespace timeline
