// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/lanes/era_rows.h"

#include "layout/scale/metrics.h"

#include <algorithm>
#include <array>

namespace timeline {

std::vector<PackedEra> packEras(const std::vector<Era> &eras, const TimeScale &scale) {
    std::vector<PackedEra> packed;
    for (std::size_t i = 0; i < eras.size(); ++i) {
        const Span &span = eras[i].span;
        packed.push_back({i, 0, scale.axis(span.begin), scale.axis(span.end)});
    }
    std::ranges::stable_sort(packed, {}, &PackedEra::axisBegin);
    std::array<double, metrics::mostEraRows> rowEnds;
    rowEnds.fill(-HUGE_VAL);
    for (PackedEra &era : packed) {
        const auto row = std::ranges::find_if(rowEnds, [&era](double end) { return end <= era.axisBegin; });
        era.row = static_cast<int>(row - rowEnds.begin());
        if (row != rowEnds.end()) {
            *row = era.axisEnd;
        }
    }
    return packed;
}

int freeEraRow(const std::vector<PackedEra> &eras, double axis) {
    std::array<bool, metrics::mostEraRows + 1> isTaken{};
    for (const PackedEra &era : eras) {
        isTaken[static_cast<std::size_t>(era.row)] |= era.axisEnd > axis;
    }
    isTaken.back() = false;
    return static_cast<int>(std::ranges::find(isTaken, false) - isTaken.begin());
}

} // namespace timeline
