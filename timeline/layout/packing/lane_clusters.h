// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/begin_ranks.h"
#include "layout/packing/row_packer.h"

namespace timeline {

/// Where clusters stand: in the cells of a fixed grid, in a row of their own.
struct ClusterGrid {
    double cell = 1;  ///< axis milliseconds; a power of two
    double pixel = 1; ///< axis milliseconds in a pixel
    int row = 0;
};

/// Counts the events of a lane that lie between two places of the axis and are not among `items`, which holds
/// all that are drawn there and up to the end of the last cell. An event counts in the cell where it begins;
/// one that begins left of all whole cells in the view counts in a cluster at the left edge. Who is
/// alone is drawn as what it is, cut off where the next cluster stands.
std::vector<PackedItem> clustersOf(const EventAxis &axis, const LaneIndex &events, BeginRanks &ranks,
                                   const ClusterGrid &grid, double left, double right,
                                   const std::vector<const PackedItem *> &items);

} // namespace timeline
