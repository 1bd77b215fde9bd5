// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/canvas.h"
#include "paint/theme.h"

namespace timeline {

/// What stands behind the events of a scene of lanes and around them: grounds and gutters of its columns,
/// eras, "as of", dates, headings and the title.
class FrameDrawing {
public:
    FrameDrawing(Canvas &canvas, const Scene &scene, const Theme &theme)
        : m_canvas(canvas), m_scene(scene), m_theme(theme) {}

    void drawBehind(); ///< the events
    void drawAround(); ///< over what of the events reaches out of the plot

private:
    QColor colorOf(const SceneEra &era) const {
        return era.color ? m_theme.categoryColor(0, era.color) : m_theme.mutedText;
    }
    /// Lines one pixel wide, on whole pixels.
    void fillVertical(double x, double top, double bottom, const QColor &color) {
        m_canvas.fill(QRectF(std::floor(x), top, 1, bottom - top), color);
    }
    void fillHorizontal(double left, double right, double y, const QColor &color) {
        m_canvas.fill(QRectF(left, std::floor(y), right - left, 1), color);
    }
    void fillLine(const QLineF &line, const QColor &color);
    void drawGrounds(const ScenePanel &panel, double from, double to);
    void drawHatch(const QRectF &rect);
    void drawGrid();
    void drawTint();
    void drawGutters(const ScenePanel &panel, double from, double to);
    void drawDots(const ScenePanel &panel);
    void drawAsOf(const ScenePanel &panel);
    void drawHeadings();
    void drawCorner();
    void drawEraBars();
    void drawHeads(const ScenePanel &panel);
    void drawDates(const ScenePanel &panel);
    void drawTitle();

    Canvas &m_canvas;
    const Scene &m_scene;
    const Theme &m_theme;
};

} // namespace timeline
