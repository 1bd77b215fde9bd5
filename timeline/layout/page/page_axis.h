// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/time_columns.h"
#include "layout/scene/scene_panel.h"

namespace timeline {

/// The finest step whose names have room on a column's axis, at least two of them; nothing where there is
/// none. `style`: of the names.
std::optional<TickStep> columnStep(const TimeColumn &column, const ScenePanel &panel, const TextStyle &style,
                                   const TextMeasure &measure);

/// Gives a panel of a page, whose time runs right, its ticks and their names, right of them in its axisRect.
void addColumnTicks(ScenePanel &panel, const TimeColumn &column, TickStep step, const TextStyle &style,
                    const TextMeasure &measure);

} // namespace timeline
