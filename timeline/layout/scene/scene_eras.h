// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/era_rows.h"
#include "layout/scene/scene.h"

namespace timeline {

/// Adds the eras that are in view of a scene's first panel. Where a row has more than find room, short ones
/// beside each other become one bar that says their number; of those that have no row, the longest are there.
/// `eras`: of the file. `asOfRow`: in which the note of "as of" stands, if there is one.
void addEras(Scene &scene, const EraRows &rows, const std::vector<Era> &eras, int asOfRow,
             const TextMeasure &measure);

} // namespace timeline
