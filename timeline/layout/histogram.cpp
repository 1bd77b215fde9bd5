// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/histogram.h"

#include <algorithm>
#include <cmath>

namespace timeline {

Histogram histogram(const Document &document, const TimeScale &scale, const Lanes &lanes,
                    const Viewport &viewport, double binWidth) {
    Histogram result;
    // A power of two, so that bins split in half and stay in place when one zooms.
    result.binAxis = std::exp2(std::round(std::log2(viewport.scale() * binWidth)));
    const double first = std::floor(viewport.left() / result.binAxis);
    result.firstAxis = first * result.binAxis;
    result.bins = static_cast<int>(std::ceil(viewport.right() / result.binAxis) - first);
    const Instant begin = scale.instant(result.firstAxis);
    std::vector<EventIndex> sums(static_cast<std::size_t>(result.bins));
    for (const Lane &lane : lanes.lanes) {
        std::vector<EventIndex> counts(static_cast<std::size_t>(result.bins));
        const auto start = std::ranges::lower_bound(
            lane.events, begin, {}, [&](EventIndex event) { return document.span(event).begin; });
        for (auto event = start; event != lane.events.end(); ++event) {
            const double at = scale.axis(document.span(*event).begin);
            const double bin = std::floor((at - result.firstAxis) / result.binAxis);
            if (bin >= result.bins) { // as a double: far away it is beyond any integer
                break;
            }
            if (bin >= 0) {
                ++counts[static_cast<std::size_t>(bin)];
                ++sums[static_cast<std::size_t>(bin)];
            }
        }
        result.counts.push_back(std::move(counts));
    }
    result.highest = sums.empty() ? 0 : std::ranges::max(sums);
    return result;
}

} // namespace timeline
