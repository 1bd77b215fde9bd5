// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/lane_index.h"
#include "layout/scene/scene_panel.h"

#include <QHash>
#include <QRectF>
#include <utility>
#include <vector>

namespace timeline {

/// How many events of a lane begin and end before places that are asked for again and again, as those of a
/// grid are.
using EdgeRanks = QHash<double, std::pair<EventIndex, EventIndex>>;

/// A folded lane as bars along a panel's axis, of how many events are under way where: no bar where there is
/// none. Their height counts orders of magnitude, from one event to all of the lane, so that it stays while
/// one pans. Costs what there are pixels, and next to nothing where `kept` has it. `row`: of the lane.
/// `phase`: 0 to 1, lets not all lanes come to other bars in the same frame.
std::vector<QRectF> densityOf(const EventAxis &axis, const LaneIndex &events, const ScenePanel &panel,
                              const QRectF &row, EdgeRanks &kept, double phase);

} // namespace timeline
