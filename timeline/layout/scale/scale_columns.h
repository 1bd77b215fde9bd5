// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/scale_edges.h"

namespace timeline {

/// A column before its place on the axis is known.
struct ScaleColumn {
    std::size_t first = 0; ///< of the dates
    std::size_t last = 0;
    bool isAhead = false;
    Instant begin{};
    Instant end{};
    Instant headBegin{}; ///< the same, rounder where that is as good as true
    Instant headEnd{};
    std::vector<Gap> folds{};
    double folded = 0;        ///< milliseconds of it that are folded
    bool beginsInGap = false; ///< its edge lies where nothing happens
    double weight = 1;        ///< of the whole axis, in the measure of the others

    double length() const { return std::max(1.0, millisecondsBetween(begin, end) - folded); }
    double rate() const { return weight / length(); }
};

/// Finds the columns of a scale: their edges, what they fold and how wide they are. At least one. `whole`:
/// from where to where the scale has something; `gaps`: between the events; `beside`: what a fold must not
/// hide, by begin.
std::vector<ScaleColumn> scaleColumns(const std::vector<ColumnDate> &dates, std::optional<Instant> asOfEnd,
                                      const Span &whole, const std::vector<Gap> &gaps,
                                      const std::vector<Span> &beside);

} // namespace timeline
