// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/histogram.h"

#include <algorithm>
#include <cmath>

namespace timeline {

Histogram histogram(const EventAxis &axis, const Lanes &lanes, const Viewport &viewport, double binWidth) {
    Histogram result;
    // A power of two, so that bins split in half and stay in place when one zooms.
    result.binAxis = std::exp2(std::round(std::log2(viewport.scale() * binWidth)));
    const double first = std::floor(viewport.left() / result.binAxis);
    result.firstAxis = first * result.binAxis;
    result.bins = static_cast<int>(std::ceil(viewport.right() / result.binAxis) - first);
    std::vector<EventIndex> sums(static_cast<std::size_t>(result.bins));
    for (const Lane &lane : lanes.lanes) {
        std::vector<EventIndex> counts;
        EventIndex before = lane.events.beginsBefore(axis, result.firstAxis);
        for (std::size_t bin = 0; bin < sums.size(); ++bin) {
            const double end = (first + static_cast<double>(bin) + 1) * result.binAxis;
            const EventIndex after = lane.events.beginsBefore(axis, end);
            counts.push_back(after - before);
            sums[bin] += after - before;
            before = after;
        }
        result.counts.push_back(std::move(counts));
    }
    result.highest = sums.empty() ? 0 : std::ranges::max(sums);
    return result;
}

} // namespace timeline
