// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/canvas.h"
#include "paint/theme.h"

namespace timeline {

/// Draws a composed page: what lies behind texts first, then each event with its mark and all that it says.
/// Links come with drawLinks().
void drawPage(Canvas &canvas, const Scene &scene, const Theme &theme);

} // namespace timeline
