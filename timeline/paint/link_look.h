// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"
#include "paint/drawing.h"

class QPainter;

namespace timeline {

/// A link's line and head: an arrow for what leads to another, dots with one for a part, dashes for what
/// contradicts, a plain line for what is related.
std::vector<DrawnPath> linkLook(const SceneLink &link, const QColor &color, double width = 1.5);
void paintLink(QPainter &painter, const SceneLink &link, const QColor &color);

} // namespace timeline
