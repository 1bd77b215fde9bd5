// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/lanes/era_rows.h"

#include <algorithm>
#include <cmath>

namespace timeline {

EraRows::EraRows(const std::vector<Era> &ofFile, const TimeScale &scale, double character) {
    for (std::size_t i = 0; i < ofFile.size(); ++i) {
        const Span &span = ofFile[i].span;
        eras.push_back(
            {i, 0, scale.axis(span.begin), std::max(scale.axis(span.begin), scale.axisOfEnd(span.end))});
    }
    std::ranges::stable_sort(eras, {}, &PackedEra::axisBegin);
    for (std::size_t i = 0; i < eras.size(); ++i) {
        PackedEra &era = eras[i];
        const auto rowAfter = [&](double End::*end) {
            return std::ranges::find_if(m_ends, [&](const End &row) { return row.*end <= era.axisBegin; });
        };
        auto row = rowAfter(&End::ofTitle);
        row = row == m_ends.end() ? rowAfter(&End::ofEra) : row;
        era.row = static_cast<int>(row - m_ends.begin());
        if (row != m_ends.end()) {
            const auto letters = static_cast<double>(ofFile[era.era].title.size());
            *row = {era.axisEnd, std::max(era.axisEnd, era.axisBegin + letters * character)};
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
    return static_cast<int>(
        std::ranges::find_if(m_ends, [axis](const End &row) { return row.ofTitle <= axis; }) -
        m_ends.begin());
}

} // namespace timeline
