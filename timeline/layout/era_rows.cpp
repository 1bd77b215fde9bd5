// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/era_rows.h"

#include <algorithm>

namespace timeline {

std::vector<PackedEra> packEras(const std::vector<Era> &eras, const TimeScale &scale) {
    std::vector<PackedEra> packed;
    for (std::size_t i = 0; i < eras.size(); ++i) {
        const Span &span = eras[i].span;
        packed.push_back({i, 0, scale.axis(span.begin), scale.axis(span.end)});
    }
    std::ranges::stable_sort(packed, {}, &PackedEra::axisBegin);
    std::vector<double> rowEnds;
    for (PackedEra &era : packed) {
        const auto row = std::ranges::find_if(rowEnds, [&era](double end) { return end <= era.axisBegin; });
        era.row = static_cast<int>(row - rowEnds.begin());
        if (row == rowEnds.end()) {
            rowEnds.push_back(era.axisEnd);
        } else {
            *row = era.axisEnd;
        }
    }
    return packed;
}

int freeEraRow(const std::vector<PackedEra> &eras, double axis) {
    for (int row = 0;; ++row) {
        if (std::ranges::none_of(eras,
                                 [&](const PackedEra &e) { return e.row == row && e.axisEnd > axis; })) {
            return row;
        }
    }
}

} // namespace timeline
