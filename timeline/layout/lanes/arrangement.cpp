// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/lanes/arrangement.h"

#include <algorithm>

namespace timeline {

Arrangement::Arrangement(const Document &of, const QBitArray &shown, const LayoutOptions &how,
                         const std::stop_token &stop)
    : document(of), options(how),
      scale(options.folded ? TimeScale::folded(document, of.placed(options.steady ? QBitArray() : shown),
                                               options.openedFolds)
                           : TimeScale()),
      lanes({document, scale}, of.placed(shown), options.grouping, stop) {
    if (!stop.stop_requested()) {
        measureExtent();
    }
}

void Arrangement::measureExtent() {
    const EventAxis at = axis();
    const double past = scale.axis(Instant::distantPast());
    const double future = scale.axis(Instant::distantFuture());
    double begin = HUGE_VAL;
    double end = -HUGE_VAL;
    const auto include = [&](double place) {
        if (place > past && place < future) {
            begin = std::min(begin, place);
            end = std::max(end, place);
        }
    };
    for (const Lane &lane : lanes.lanes) {
        // The outermost ends that are not open.
        const LaneIndex &events = lane.events;
        const auto afterPast = std::nextafter(past, future);
        for (const EventIndex rank : {events.beginsBefore(at, afterPast), events.beginsBefore(at, future)}) {
            for (const EventIndex near : {rank, rank - 1}) {
                if (near < events.size()) {
                    include(at.span(events.at(near)).begin);
                }
            }
        }
        for (const EventIndex rank : {events.endsBefore(at, afterPast), events.endsBefore(at, future)}) {
            for (const EventIndex near : {rank, rank - 1}) {
                if (near < events.size()) {
                    include(at.span(events.atEnd(near)).end);
                }
            }
        }
    }
    const auto includeEdge = [&](Instant edge) { include(scale.axis(edge)); };
    std::ranges::for_each(document.eras(), [&](const Era &era) { era.span.forEachEdge(includeEdge); });
    if (document.asOf()) {
        document.asOf()->forEachEdge(includeEdge);
    }
    if ((options.steady || isFilteredAway()) && document.extent()) { // their stretch of time stays
        document.extent()->forEachEdge(includeEdge);
    }
    isDated = begin <= end;
    extent = isDated ? std::pair(begin, end) : std::pair(0.0, 0.0);
}

} // namespace timeline
