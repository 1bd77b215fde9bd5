// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/legend.h"
#include "paint/theme.h"

namespace timeline {

class Canvas;

// What a Scene looks like, told once for the screen and for files.

/// Everything that belongs to the document.
void drawScene(Canvas &canvas, const Scene &scene, const Theme &theme);

/// The links that the scene was asked for, over all else of it. Apart, so that others need no new picture.
void drawLinks(Canvas &canvas, const Scene &scene, const Theme &theme);

void drawLegend(Canvas &canvas, const Legend &legend, const Theme &theme);

} // namespace timeline
