// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"
#include "paint/drawing.h"

#include <limits>

namespace timeline {

/// What a scene is drawn on: a window, quickly, or a Drawing, exactly.
class Canvas {
public:
    Canvas() = default;
    virtual ~Canvas() = default;
    Q_DISABLE_COPY_MOVE(Canvas)

    /// What follows up to end() belongs together, and is cut off outside of `clip`. Not nested.
    virtual void begin(DrawnKind kind, const std::optional<QRectF> &clip = std::nullopt) = 0;
    virtual void beginItem(const SceneItem &item) = 0;
    virtual void end() = 0;

    /// A rectangle without a border. In a window its edges are hard.
    virtual void fill(const QRectF &rect, const QColor &color) = 0;
    virtual void path(const DrawnPath &path) = 0;
    virtual void mark(const SceneItem &item, const QColor &color) = 0;
    virtual void text(const SceneText &text, const QColor &color) = 0;

    /// In pixels; what is taller is to be drawn in pieces of this height.
    virtual double tallestPiece() const { return std::numeric_limits<double>::infinity(); }
};

/// A mark with the sign of its status.
void drawMark(Canvas &canvas, const SceneItem &item, const QColor &color);

} // namespace timeline
