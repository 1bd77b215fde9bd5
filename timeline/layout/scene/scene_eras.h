// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/era_rows.h"
#include "layout/scene/scene.h"

namespace timeline {

/// Adds the eras that are in view of a scene's first panel. Where a row has more than find room, short ones
/// beside each other become one bar that says their number. In each column it has a bar of its own, with its
/// title or none. `eras`: of the file.
void addEras(Scene &scene, const EraRows &rows, const std::vector<Era> &eras, const TextMeasure &measure);

} // namespace timeline
