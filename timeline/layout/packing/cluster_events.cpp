// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/packing/cluster_events.h"

#include "document/bytes/parallel.h"

#include <atomic>
#include <cmath>

namespace timeline {

namespace {

constexpr double leastZoom = 0.7; // of the scale: less is not worth a movement
constexpr double air = 0.12;      // of the width, on both sides

/// On the axis; that of an interval is no matter of how well it is known. No longer looked for once it is
/// shorter than matters.
double finestDate(const EventAxis &axis, const std::vector<EventIndex> &events, double least) {
    constexpr std::size_t stretch = 1 << 14;
    const std::size_t count = (events.size() + stretch - 1) / stretch;
    std::vector<double> finest(count, HUGE_VAL);
    std::atomic<bool> isFound = false;
    forEachParallel(count, [&](std::size_t i) {
        const std::size_t end = std::min(events.size(), (i + 1) * stretch);
        for (std::size_t at = i * stretch; at < end && !isFound; ++at) {
            if (!(axis.document.flags(events[at]) & DateFlag::Interval)) {
                finest[i] = std::min(finest[i], axis.span(events[at]).length());
                isFound = isFound || finest[i] <= least;
            }
        }
    });
    const double found = *std::ranges::min_element(finest);
    return found == HUGE_VAL ? 0 : found;
}

} // namespace

std::vector<EventIndex> clusterEvents(const EventAxis &axis, const LaneIndex &lane, const ClusterPlace &place,
                                      const Viewport &viewport, std::vector<EventIndex> marks) {
    const double end = std::min(place.span.end, viewport.right());
    const EventIndex begun = lane.beginsBefore(axis, end);
    std::vector<EventIndex> events = place.reachesIn
                                         ? lane.reachingTo(axis, place.span.begin, begun, begun)
                                         : lane.between(lane.beginsBefore(axis, place.span.begin), begun);
    std::ranges::sort(marks);
    std::erase_if(events, [&marks](EventIndex event) { return std::ranges::binary_search(marks, event); });
    return events;
}

std::optional<Viewport> partingView(const EventAxis &axis, const std::vector<EventIndex> &events,
                                    const Viewport &viewport) {
    if (events.empty()) {
        return std::nullopt;
    }
    const double first = axis.begin(events.front());
    const double last = axis.begin(events.back());
    if (first == last || first < viewport.left()) {
        return std::nullopt;
    }
    constexpr double trifle = 0.01; // of the whole
    const double end = last + finestDate(axis, events, (last - first) * trifle);
    const double margin = air * viewport.width();
    const Viewport target = Viewport::showing(first, end, viewport.size(), viewport.breaks(), margin, margin);
    return target.scale() < viewport.scale() * leastZoom ? std::optional(target) : std::nullopt;
}

} // namespace timeline
