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

std::vector<QRectF> endHandles(const SceneItem &item) {
    constexpr double shortest = 20;
    constexpr QSizeF size(8, 18);
    std::vector<QRectF> handles;
    if (item.shape == ItemShape::Point || item.shape == ItemShape::Cluster || item.rect.width() < shortest) {
        return handles;
    }
    const auto add = [&](double x) {
        handles.emplace_back(QPointF(x - size.width() / 2, item.rect.center().y() - size.height() / 2), size);
    };
    if (!item.cutLeft) {
        add(item.rect.left());
    }
    if (!item.cutRight) {
        add(item.rect.right());
    }
    return handles;
}

namespace {

constexpr double plateRadius = 6;

/// Where plates of an item lie: one where those of its mark and its texts would touch.
std::vector<QRectF> plated(const SceneItem &item) {
    std::vector<QRectF> places = item.places();
    if (places.size() == 2 && plateOf(places[0]).intersects(plateOf(places[1]))) {
        places = {places[0].united(places[1])};
    }
    return places;
}

} // namespace

/// On a light ground the darker of plate and picture is seen, on a dark one the lighter: so marks and texts
/// stay as they are, and the plate is below them without any of them drawn again.
void ScenePainter::beginPlates(QPainter &painter, const Scene &scene) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!scene.page) { // where nothing is out of view
        painter.setClipRect(scene.plot);
    }
    painter.setCompositionMode(m_theme.dark ? QPainter::CompositionMode_Lighten
                                            : QPainter::CompositionMode_Darken);
}

void ScenePainter::paintSelected(QPainter &painter, const Scene &scene, const SceneStates &states) const {
    std::vector<const SceneItem *> selected;
    for (const SceneItem &item : scene.items) {
        if (item.shape != ItemShape::Cluster && states.isSelected(item.event)) {
            selected.push_back(&item);
        }
    }
    constexpr std::size_t few = 40; // round corners of many cost more than a frame has
    beginPlates(painter, scene);
    painter.setRenderHint(QPainter::Antialiasing, selected.size() <= few);
    for (const SceneItem *item : selected) {
        for (const QRectF &place : plated(*item)) {
            if (selected.size() <= few) {
                painter.setPen(QPen(m_theme.accent, states.held == item->event ? 2 : 1));
                painter.setBrush(m_theme.selected);
                painter.drawRoundedRect(plateOf(place), plateRadius, plateRadius);
            } else {
                const QRect whole = plateOf(place).toRect();
                painter.fillRect(whole, m_theme.selected);
                painter.setPen(QPen(m_theme.accent, 0));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(whole.adjusted(0, 0, -1, -1));
            }
        }
    }
    painter.restore();
}

void ScenePainter::paintStates(QPainter &painter, const Scene &scene, const SceneStates &states) const {
    beginPlates(painter, scene);
    const auto plate = [&](const QRectF &place, const QColor &fill) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(plateOf(place), plateRadius, plateRadius);
    };
    std::vector<const SceneItem *> held;
    for (const SceneItem &item : scene.items) {
        if (item.shape == ItemShape::Cluster) {
            continue;
        }
        const double flash = states.flash ? states.flash(item.event) : 0;
        const bool isFocused = states.focused == item.event;
        const bool isHeld = states.held == item.event;
        if (isHeld) {
            held.push_back(&item);
        }
        if (states.hovered != item.event && !isFocused && flash == 0) {
            continue;
        }
        const bool isSelected = states.isSelected(item.event);
        for (const QRectF &place : plated(item)) {
            if (states.hovered == item.event && !isSelected) {
                plate(place, m_theme.hover);
            }
            if (flash > 0) {
                QColor fill = m_theme.accent;
                fill.setAlphaF(static_cast<float>(0.35 * flash));
                plate(place, fill);
            }
            if (isFocused) {
                QPen dots(m_theme.accent, 2, Qt::CustomDashLine, Qt::RoundCap);
                dots.setDashPattern({0.01, 2});
                painter.setPen(dots);
                painter.setBrush(Qt::NoBrush);
                const double off = isSelected ? 3 : 0;
                painter.drawRoundedRect(plateOf(place).marginsAdded({off, off, off, off}), plateRadius,
                                        plateRadius);
            }
        }
    }
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setRenderHint(QPainter::Antialiasing);
    if (states.isFocusSeen && (!states.focused || scene.itemOf(*states.focused) == nullptr)) {
        painter.setClipping(false);
        constexpr double line = 2;
        const QSizeF size =
            scene.size; // by its sides: what is tall and has round edges is shared out to threads
        for (const QRectF &side :
             {QRectF(0, 0, size.width(), line), QRectF(0, size.height() - line, size.width(), line),
              QRectF(0, 0, line, size.height()), QRectF(size.width() - line, 0, line, size.height())}) {
            painter.fillRect(side.toRect(), m_theme.accent);
        }
    }
    for (const SceneItem *item : held) {
        if (item->shape == ItemShape::Point) { // a ring round the mark
            painter.setPen(QPen(m_theme.accent, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(item->rect.center(), item->rect.width() / 2 + 3.5,
                                item->rect.height() / 2 + 3.5);
        }
        painter.setPen(QPen(m_theme.accent, 2));
        painter.setBrush(m_theme.background);
        for (const QRectF &handle : states.canMove ? endHandles(*item) : std::vector<QRectF>()) {
            painter.drawRoundedRect(handle.marginsRemoved({1, 1, 1, 1}), 3, 3);
        }
    }
    painter.restore();
}

} // namespace timeline
