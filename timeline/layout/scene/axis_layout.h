// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene_panel.h"

namespace timeline {

/// Gives a panel its ticks, the two tiers of dates, and the marks where the scale folds or changes its speed.
/// Each stretch of constant speed has ticks of its own step; no two texts of a tier overlap. Where time runs
/// down, a tier is half as broad as the panel's axis, and texts stand below each other.
void addAxis(ScenePanel &panel, const TextMeasure &measure);

} // namespace timeline
