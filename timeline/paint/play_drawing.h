// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/drawing.h"

class QPainter;

namespace timeline {

/// Draws a path, antialiased or not as the painter says.
void play(QPainter &painter, const DrawnPath &drawn);

/// Draws all of it, texts as outlines: the same on every machine.
void play(QPainter &painter, const Drawing &drawing);

} // namespace timeline
