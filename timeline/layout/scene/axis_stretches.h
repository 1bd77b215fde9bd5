// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene_panel.h"

namespace timeline {

/// One stretch of constant speed, as far as it is in view.
struct AxisStretch {
    Instant begin;
    Instant end;
    double from = 0; ///< along the panel
    double to = 0;
    double scale = 1;      ///< milliseconds in a pixel
    TickStep step;         ///< of its names
    bool isNarrow = false; ///< has no room for them: one date says all
};

/// Those of a panel, in their order. Adds to the panel the gutters between them, and its columns.
std::vector<AxisStretch> stretchesInView(ScenePanel &panel);

/// Where the last gutter before a stretch ends, or the panel begins.
double lastBreak(const ScenePanel &panel, const AxisStretch &stretch);

/// Where the column at a place along a panel ends, or the panel.
double columnEnd(const ScenePanel &panel, double along);

/// How a panel's axis counts years: one that goes far in what is seen of it counts them as an age.
YearCount yearsOf(const ScenePanel &panel);

} // namespace timeline
