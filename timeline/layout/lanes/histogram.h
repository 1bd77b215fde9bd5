// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/lanes.h"
#include "layout/scale/viewport.h"

#include <QSet>

namespace timeline {

/// How many events there are in each bin of the axis, by lane. Bins are about `binWidth` pixels wide and lie
/// on a fixed grid of the axis, so that they do not flicker while panning; a break cuts them, and is a bin
/// itself, with nothing in it. An event counts in the bin where it begins, once for each lane that it stands
/// in; those that begin openly count nowhere.
struct Histogram {
    /// Of more lanes than one, no more are counted each by itself: nobody could tell their colours apart.
    static constexpr std::size_t mostSeries = Lanes::few;

    /// Where the bins begin on the axis, and where the last one ends: from on or left of the viewport's left
    /// edge to on or right of the other.
    std::vector<double> edges = {0};
    double binAxis = 1; ///< length of a bin that no break cuts, in axis milliseconds
    std::size_t bins() const { return edges.size() - 1; }
    double begin(std::size_t bin) const { return edges[bin]; }
    double end(std::size_t bin) const { return edges[bin + 1]; }
    std::optional<std::size_t> binAt(double axis) const; ///< nothing beside the bins

    /// A lane that is counted by itself.
    struct Series {
        std::size_t lane = 0;           ///< its place in Lanes::lanes
        std::vector<EventIndex> counts; ///< by bin
    };
    std::vector<Series> series;     ///< in the order of the lanes
    std::vector<EventIndex> others; ///< by bin: the events of all other lanes; empty where there are none
    EventIndex highest = 0;         ///< the largest sum over the lanes in one bin
};

/// How many axis milliseconds bins of about so many pixels have: a power of two, so that they split in half
/// and stay in place when one zooms.
double binLength(const Viewport &viewport, double binWidth);
/// Where these bins begin and end, from on or left of the viewport's left edge to on or right of the other;
/// breaks cut them.
std::vector<double> binEdges(const Viewport &viewport, double binAxis);

/// Of more than mostSeries lanes, those with the most events there become series, but one of `kept` (keys of
/// lanes) stays one for as long as it has half of what another would need: else colours would come and go
/// while one pans.
Histogram histogram(const EventAxis &axis, const Lanes &lanes, const Viewport &viewport, double binWidth,
                    const QSet<QString> &kept = {});

} // namespace timeline
