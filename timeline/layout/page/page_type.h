// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/weight.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace timeline {

/// The sizes of a page's texts and marks: one step of four, which fit more and more of them, for all. In
/// logical pixels.
struct PageType {
    std::array<double, 3> titles; ///< of what matters most, of what matters, of the rest
    double date;                  ///< and of notes
    double factor = 1;            ///< of large pages, in which all grows
    double leading = 1.28;        ///< a line's height by the size of its letters

    static constexpr std::size_t stepCount = 4;
    static constexpr PageType step(std::size_t number, double factor) {
        constexpr std::array<PageType, stepCount> steps = {
            {{{18, 15, 14}, 13, 1}, {{15, 13.5, 13}, 12, 1}, {{13, 12, 12}, 11, 1}, {{12, 11, 11}, 10, 1}}};
        PageType type = steps[std::min(number, stepCount - 1)];
        std::ranges::for_each(type.titles, [factor](double &size) { size *= factor; });
        type.date *= factor;
        type.factor = factor;
        return type;
    }

    TextStyle titleStyle(float importance) const {
        constexpr std::array<int, 3> weights = {700, 600, 400};
        const std::size_t weight = weightOf(importance);
        return {titles[weight], weights[weight]};
    }
    TextStyle dateStyle() const { return {date, 400}; }
    double markSize(float importance) const { ///< of a dot
        constexpr std::array<double, 3> sizes = {14, 11, 9};
        return sizes[weightOf(importance)] * factor;
    }
    double lineHeight(const TextStyle &style) const { return std::round(style.pixelSize * leading); }
};

} // namespace timeline
