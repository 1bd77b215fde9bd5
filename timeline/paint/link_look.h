// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"
#include "paint/drawing.h"

class QPainter;

namespace timeline {

/// A link's line with round corners and its head: an arrow for what leads to another, an open diamond for a
/// part, dashes and a cross for what contradicts, dots and a disc for what is related.
std::vector<DrawnPath> linkLook(const SceneLink &link, const QColor &color, double width = 1.5);
void paintLink(QPainter &painter, const SceneLink &link, const QColor &color);

} // namespace timeline
