// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/viewport.h"
#include "layout/scene/scene.h"

namespace timeline {

/// Adds the ticks, the two tiers of dates, and the marks where the scale folds or changes its speed. Each
/// stretch of constant speed has ticks of its own step; no two texts of a tier overlap.
void addAxis(Scene &scene, const TimeScale &scale, const Viewport &viewport, const TextMeasure &measure);

} // namespace timeline
