// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/metrics.h"
#include "layout/scale/text_measure.h"

#include <array>

namespace timeline {

/// How much an event weighs in the picture, by its importance: 0 for what matters most, to 2.
constexpr std::size_t weightOf(float importance) {
    return importance >= 0.85F ? 0 : importance >= 0.5F ? 1 : 2;
}

/// Of a lane's marks and texts, by their weight.
namespace lane_type {

inline constexpr std::array<double, 3> markSizes = {metrics::pointSize, 11, 9};
inline constexpr std::array<TextStyle, 3> titles = {{{16, 700}, {14, 600}, {13, 400}}};
inline constexpr std::array<double, 3> titleLines = {20, 18, 17}; ///< their heights
inline constexpr TextStyle date{12, 400};

} // namespace lane_type

} // namespace timeline
