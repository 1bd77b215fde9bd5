// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes.h"
#include "layout/viewport.h"

namespace timeline {

/// How many events of each lane are there in each bin of the axis. Bins are about `binWidth` pixels wide and
/// lie on a fixed grid of the axis, so that they do not flicker while panning. An event counts in the bin
/// where it begins; those that begin openly count nowhere.
struct Histogram {
    double firstAxis = 0; ///< where the first bin begins; on or left of the viewport's left edge
    double binAxis = 1;   ///< a bin's length in axis milliseconds
    int bins = 0;
    std::vector<std::vector<EventIndex>> counts; ///< by lane, then bin
    EventIndex highest = 0;                      ///< the largest sum over the lanes in one bin
};

Histogram histogram(const EventAxis &axis, const Lanes &lanes, const Viewport &viewport, double binWidth);

} // namespace timeline
