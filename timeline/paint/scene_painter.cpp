// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/scene_painter.h"

#include "paint/canvas.h"
#include "paint/item_look.h"
#include "paint/play_drawing.h"
#include "paint/scene_drawing.h"

#include <QPaintEngine>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

/// Whether images can be copied onto it as they are.
bool isOfPixels(const QPainter &painter) {
    return painter.paintEngine()->type() == QPaintEngine::Raster &&
           painter.transform().type() <= QTransform::TxScale;
}

} // namespace

class WindowCanvas : public Canvas {
public:
    WindowCanvas(QPainter &painter, const ScenePainter &kept)
        : m_painter(painter), m_kept(kept), m_pixels(painter), m_copies(isOfPixels(painter)) {
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    void begin(DrawnKind, const std::optional<QRectF> &clip) override {
        m_painter.save();
        if (clip) {
            m_painter.setClipRect(*clip);
        }
    }
    void beginItem(const SceneItem &) override { m_isInItem = true; }
    void end() override {
        if (!m_isInItem) {
            m_painter.restore();
        }
        m_isInItem = false;
    }

    /// Costs a tenth of an antialiased one.
    void fill(const QRectF &rect, const QColor &color) override {
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.fillRect(rect, color);
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    void path(const DrawnPath &drawn) override { play(m_painter, drawn); }

    void mark(const SceneItem &item, const QColor &color) override {
        if (m_copies) {
            m_kept.m_marks.paint(m_pixels, item, color, m_kept.m_theme);
        } else {
            paintItem(m_painter, item, color, m_kept.m_theme);
        }
    }

    void text(const SceneText &text, const QColor &color) override {
        if (!m_copies || !m_kept.m_labels.paint(m_pixels, text, color)) {
            DrawnText drawn = shapedText(text.text, text.style);
            drawn.origin = QPointF(text.x, text.y + Fonts::baselineOffset(text.style));
            m_painter.fillPath(drawn.outline(), color);
        }
    }

    /// Qt shares out what is taller than 95 pixels and not plainly opaque to its threads, strip by strip, and
    /// a frame waits for each of them longer than it would paint.
    double tallestPiece() const override {
        constexpr double most = 90; // device pixels
        constexpr double unit = 6;  // logical ones: of all pieces, so that patterns fit
        return m_copies ? std::max(unit, std::floor(most / m_pixels.scale() / unit) * unit)
                        : Canvas::tallestPiece();
    }

private:
    QPainter &m_painter;
    const ScenePainter &m_kept;
    DevicePixels m_pixels;
    bool m_copies;
    bool m_isInItem = false;
};

void ScenePainter::paintText(QPainter &painter, const SceneText &text, const QColor &color) const {
    WindowCanvas(painter, *this).text(text, color);
}

void ScenePainter::paint(QPainter &painter, const Scene &scene) const {
    WindowCanvas canvas(painter, *this);
    drawScene(canvas, scene, m_theme);
}

void ScenePainter::paintLinks(QPainter &painter, const Scene &scene) const {
    WindowCanvas canvas(painter, *this);
    drawLinks(canvas, scene, m_theme);
}

void ScenePainter::paintLegend(QPainter &painter, const Legend &legend) const {
    WindowCanvas canvas(painter, *this);
    drawLegend(canvas, legend, m_theme);
}

void ScenePainter::paintHighlights(QPainter &painter, const Scene &scene,
                                   const std::function<bool(EventIndex)> &isSelected,
                                   std::optional<EventIndex> hovered) const {
    painter.setRenderHint(QPainter::Antialiasing);
    if (!scene.page) { // where nothing is out of view
        painter.setClipRect(scene.plot);
    }
    painter.setBrush(Qt::NoBrush);
    for (const SceneItem &item : scene.items) {
        if (item.shape == ItemShape::Cluster) {
            continue;
        }
        const bool selected = isSelected(item.event);
        if (selected || hovered == item.event) {
            QColor color = m_theme.accent;
            if (!selected) {
                color.setAlphaF(0.45F);
            }
            painter.setPen(QPen(color, selected ? 2 : 1.5));
            for (const QRectF &place : item.places()) {
                painter.drawRoundedRect(place.adjusted(-3, -3, 4, 3), 5, 5);
            }
        }
    }
    painter.setClipping(false);
}

} // namespace timeline
