// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/lane_index.h"
#include "layout/scene/scene_panel.h"

#include <QRectF>
#include <vector>

namespace timeline {

/// A folded lane as bars along a panel's axis, of how many events are under way where: no bar where there is
/// none. Their height counts orders of magnitude, from one event to all of the lane, so that it stays while
/// one pans. Costs what there are pixels. `row`: of the lane.
std::vector<QRectF> densityOf(const EventAxis &axis, const LaneIndex &events, const ScenePanel &panel,
                              const QRectF &row);

} // namespace timeline
