// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/lane_index.h"
#include "layout/scale/viewport.h"

namespace timeline {

/// A cluster as its lane knows it.
struct ClusterPlace {
    AxisSpan span;          ///< in which its events begin
    bool reachesIn = false; ///< they begin left of its end, and reach to its begin
};

/// The events that a cluster counts at a viewport, by begin: those that are not among `marks`, which holds
/// all that are drawn of the lane. Costs what there are of them.
std::vector<EventIndex> clusterEvents(const EventAxis &axis, const LaneIndex &lane, const ClusterPlace &place,
                                      const Viewport &viewport, std::vector<EventIndex> marks);

/// Where one zooms in to part some events, which come by begin: to all the places where they begin, and never
/// finer than the finest date among them is known. Nothing where that would show little more than there is:
/// no zoom parts what begins at one place, nor what begins out of view.
std::optional<Viewport> partingView(const EventAxis &axis, const std::vector<EventIndex> &events,
                                    const Viewport &viewport);

} // namespace timeline
