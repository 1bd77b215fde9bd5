// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/lanes/era_rows.h"

#include <algorithm>
#include <cmath>

namespace timeline {

EraRows::EraRows(const std::vector<Era> &ofFile, const TimeScale &scale) {
    for (std::size_t i = 0; i < ofFile.size(); ++i) {
        const Span &span = ofFile[i].span;
        eras.push_back({i, 0, scale.axis(span.begin), scale.axis(span.end)});
    }
    std::ranges::stable_sort(eras, {}, &PackedEra::axisBegin);
    std::array<double, metrics::mostEraRows> rowEnds;
    rowEnds.fill(-HUGE_VAL);
    for (std::size_t i = 0; i < eras.size(); ++i) {
        PackedEra &era = eras[i];
        const auto row = std::ranges::find_if(rowEnds, [&era](double end) { return end <= era.axisBegin; });
        era.row = static_cast<int>(row - rowEnds.begin());
        if (row != rowEnds.end()) {
            *row = era.axisEnd;
            rows[static_cast<std::size_t>(era.row)].push_back(i);
        } else {
            others.push_back(i);
        }
    }
    std::ranges::stable_sort(others, std::ranges::greater(),
                             [this](std::size_t i) { return eras[i].length(); });
}

int EraRows::count() const {
    return static_cast<int>(std::ranges::find(rows, Places()) - rows.begin());
}

int EraRows::freeRow(double axis) const {
    const auto isFree = [&](const Places &row) { return row.empty() || eras[row.back()].axisEnd <= axis; };
    return static_cast<int>(std::ranges::find_if(rows, isFree) - rows.begin());
}

} // namespace timeline
