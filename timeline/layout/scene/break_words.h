// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene_panel.h"

namespace timeline {

/// Lets each break that is in a panel say on its axis how much it leaves out, as exactly as there is room for
/// halfway to its neighbours: "2 years 11 months folded", "2 years 11 months", "2 y 11 mo".
void addBreakWords(ScenePanel &panel, const TextMeasure &measure);

} // namespace timeline
