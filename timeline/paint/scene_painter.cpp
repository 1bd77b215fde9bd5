// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/scene_painter.h"

#include "layout/scale/metrics.h"
#include "paint/item_look.h"
#include "paint/link_look.h"
#include "paint/wash_columns.h"

#include <QPaintEngine>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

/// Whether images can be copied onto it as they are; elsewhere, in SVG and PDF, text stays text.
bool isOfPixels(const QPainter &painter) {
    return painter.paintEngine()->type() == QPaintEngine::Raster &&
           painter.transform().type() <= QTransform::TxScale;
}

/// A rectangle with hard edges, which costs a tenth of an antialiased one.
void fillHard(QPainter &painter, const QRectF &rect, const QColor &color) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(rect, color);
    painter.setRenderHint(QPainter::Antialiasing);
}

/// Calls `paint(top, bottom)` for strips from top to bottom. Qt shares out what is taller than 95 pixels and
/// not plainly opaque to its threads, strip by strip, and a frame waits for each of them longer than it would
/// paint. In SVG and PDF everything stays in one piece.
template <typename Paint>
void inStrips(const QPainter &painter, double top, double bottom, Paint paint) {
    constexpr double most = 90; // device pixels
    constexpr double unit = 6;  // logical ones: of all strips, so that patterns fit
    const double strip =
        isOfPixels(painter) ? std::max(unit, std::floor(most / painter.deviceTransform().m22() / unit) * unit)
                            : bottom - top;
    for (double y = top; y < bottom; y += strip) {
        paint(y, std::min(y + strip, bottom));
    }
}

/// Lines one pixel wide, on whole pixels.
void fillVertical(QPainter &painter, double x, double top, double bottom, const QColor &color) {
    fillHard(painter, QRectF(std::floor(x), top, 1, bottom - top), color);
}

void fillHorizontal(QPainter &painter, double left, double right, double y, const QColor &color) {
    fillHard(painter, QRectF(left, std::floor(y), right - left, 1), color);
}

/// A line along x or y.
void fillLine(QPainter &painter, const QLineF &line, const QColor &color) {
    if (line.x1() == line.x2()) {
        fillVertical(painter, line.x1(), line.y1(), line.y2(), color);
    } else {
        fillHorizontal(painter, line.x1(), line.x2(), line.y1(), color);
    }
}

} // namespace

void ScenePainter::paintText(QPainter &painter, const SceneText &text, const QColor &color) const {
    if (isOfPixels(painter)) {
        DevicePixels pixels(painter);
        if (m_labels.paint(pixels, text, color)) {
            return;
        }
    }
    drawText(painter, text, color);
}

void ScenePainter::drawText(QPainter &painter, const SceneText &text, const QColor &color) const {
    painter.setFont(m_fonts.font(text.role));
    painter.setPen(color);
    painter.drawText(QPointF(text.x, text.y + m_fonts.baselineOffset(text.role)), text.text);
}

QColor ScenePainter::colorOf(const Scene &scene, ColorRole role) const {
    return m_theme.categoryColor(role, scene.fileColor(role));
}

void ScenePainter::paint(QPainter &painter, const Scene &scene) const {
    painter.setRenderHint(QPainter::Antialiasing);
    fillHard(painter, QRectF(QPointF(), scene.size), m_theme.background);
    painter.save();
    painter.setClipRect(QRectF(0, scene.plot.top(), scene.size.width(), scene.plot.height()));
    paintLanes(painter, scene);
    paintEras(painter, scene);
    for (const ScenePanel &panel : scene.panels) {
        paintScaleMarks(painter, panel);
    }
    painter.setClipRect(scene.plot);
    for (const ScenePanel &panel : scene.panels) {
        paintAsOf(painter, panel);
    }
    paintItems(painter, scene);
    if (scene.note) {
        paintText(painter, *scene.note, m_theme.mutedText);
    }
    painter.restore();
    paintHeadings(painter, scene);
    paintAxis(painter, scene);
}

void ScenePainter::paintLanes(QPainter &painter, const Scene &scene) const {
    for (const SceneLane &lane : scene.lanes) {
        if (lane.lane % 2 == 1) {
            fillHard(painter, lane.rect, m_theme.laneShade);
        }
    }
    for (const ScenePanel &panel : scene.panels) {
        for (const SceneTick &tick : panel.ticks) {
            if (tick.kind != SceneTick::Minor) {
                fillLine(painter, panel.lineAcross(tick.at), m_theme.grid);
            }
        }
    }
}

QColor ScenePainter::washOf(const SceneEra &era) const {
    QColor wash = era.color ? m_theme.categoryColor(0, era.color) : m_theme.mutedText;
    wash.setAlphaF(m_theme.dark ? 0.09F : 0.05F);
    return wash;
}

void ScenePainter::paintEras(QPainter &painter, const Scene &scene) const {
    constexpr std::size_t many = 300; // from there on they lie above each other in most places
    painter.setPen(Qt::NoPen);
    const QRectF plot = scene.plot;
    const auto fill = [&painter](const QRectF &band, const QColor &wash) {
        inStrips(painter, band.top(), band.bottom(), [&](double top, double bottom) {
            fillHard(painter, QRectF(band.left(), top, band.width(), bottom - top), wash);
        });
    };
    if (scene.eras.size() <= many) {
        for (const SceneEra &era : scene.eras) {
            fill(era.band.intersected(plot), washOf(era));
        }
        return;
    }
    WashColumns columns(plot.width());
    for (auto era = scene.eras.rbegin(); era != scene.eras.rend() && !columns.areFull(); ++era) {
        columns.addBelow(era->band.left() - plot.left(), era->band.right() - plot.left(), washOf(*era));
    }
    columns.forEachRun([&](int begin, int end, const QColor &wash) {
        fill(QRectF(plot.left() + begin, plot.top(), end - begin, plot.height()).intersected(plot), wash);
    });
}

void ScenePainter::paintScaleMarks(QPainter &painter, const ScenePanel &panel) const {
    constexpr double tooth = 6;
    const double near = panel.across(panel.rect.topLeft());
    const double far = panel.across(panel.rect.bottomRight());
    for (const ScaleMark &mark : panel.scaleMarks) {
        if (mark.length <= 0) {
            QPen pen(m_theme.line, 1);
            pen.setDashPattern({2, 4}); // a period is as long as a tooth
            painter.setPen(pen);
            const double at = std::floor(mark.at) + 0.5;
            inStrips(painter, near, far, [&](double from, double to) {
                painter.drawLine(panel.point(at, from), panel.point(at, to));
            });
            continue;
        }
        // Torn paper: two ragged edges, and between them what is left out.
        const auto edge = [&](double at, double direction, double from, double to) {
            QPolygonF line;
            int i = qRound((from - near) / tooth);
            for (double across = from; across < to + tooth; across += tooth, ++i) {
                line.append(panel.point(at + (i % 2 == 0 ? 0 : direction * 3), std::min(across, far)));
            }
            return line;
        };
        inStrips(painter, near, far, [&](double from, double to) {
            const QPolygonF first = edge(mark.at, 1, from, to);
            const QPolygonF second = edge(mark.at + mark.length, -1, from, to);
            QPolygonF gap = first;
            std::for_each(second.rbegin(), second.rend(),
                          [&gap](const QPointF &point) { gap.append(point); });
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.tint(m_theme.line, 0.35));
            painter.drawPolygon(gap);
            painter.setPen(QPen(m_theme.line, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(first);
            painter.drawPolyline(second);
        });
        if (!panel.runsRight()) {
            paintText(painter, mark.label, m_theme.mutedText);
            continue;
        }
        painter.save();
        painter.translate(mark.label.x, mark.label.y);
        painter.rotate(-90);
        SceneText upright = mark.label;
        upright.x = -upright.width / 2;
        upright.y = 0;
        paintText(painter, upright, m_theme.mutedText);
        painter.restore();
    }
}

void ScenePainter::paintItems(QPainter &painter, const Scene &scene) const {
    const bool asImages = isOfPixels(painter);
    DevicePixels pixels(painter);
    std::vector<QColor> colors; // by role, those that were asked for
    const auto colorOfItem = [&](const SceneItem &item) -> const QColor & {
        if (colors.size() <= item.color) {
            colors.resize(item.color + std::size_t{1});
        }
        QColor &color = colors[item.color];
        if (!color.isValid()) {
            color = colorOf(scene, item.color);
        }
        return color;
    };
    for (const SceneItem &item : scene.items) {
        const QColor &color = colorOfItem(item);
        if (asImages) {
            m_marks.paint(pixels, item, color, m_theme);
        } else {
            paintItem(painter, item, color, m_theme);
        }
    }
    for (const SceneItem &item : scene.items) {
        if (!item.label) {
            continue;
        }
        const QColor color = labelColor(item, colorOfItem(item), m_theme);
        if (!asImages || !m_labels.paint(pixels, *item.label, color)) {
            drawText(painter, *item.label, color);
        }
    }
}

void ScenePainter::paintAsOf(QPainter &painter, const ScenePanel &panel) const {
    if (!panel.asOf) {
        return;
    }
    QPen pen(m_theme.asOf, 1.5);
    pen.setDashPattern({5, 3});
    constexpr double period = 12; // of its dashes
    const double near = panel.across(panel.rect.topLeft());
    inStrips(painter, near, panel.across(panel.rect.bottomRight()), [&](double from, double to) {
        pen.setDashOffset(std::fmod(from - near, period) / pen.widthF());
        painter.setPen(pen);
        painter.drawLine(panel.point(*panel.asOf, from), panel.point(*panel.asOf, to));
    });
}

void ScenePainter::paintHeadings(QPainter &painter, const Scene &scene) const {
    painter.save();
    painter.setClipRect(QRectF(0, scene.plot.top(), scene.size.width(), scene.plot.height()));
    for (const SceneLane &lane : scene.lanes) {
        const QRectF heading(0, lane.rect.top(), scene.plot.left(), lane.rect.height());
        fillHard(painter, heading, lane.lane % 2 == 1 ? m_theme.laneShade : m_theme.background);
        fillHard(painter, QRectF(0, heading.top(), 4, heading.height()), colorOf(scene, lane.color));
        // A heading stays in view for as long as its lane does.
        SceneText title = lane.title;
        const double highest = scene.plot.top() + 14;
        title.y = std::max(title.y, std::min(highest, lane.rect.bottom() - 14));
        paintText(painter, title, m_theme.text);
        fillHorizontal(painter, 0, scene.size.width(), std::floor(lane.rect.bottom()) - 1, m_theme.line);
    }
    fillVertical(painter, std::floor(scene.plot.left()) - 1, scene.plot.top(), scene.plot.bottom(),
                 m_theme.line);
    painter.restore();
}

void ScenePainter::paintAxis(QPainter &painter, const Scene &scene) const {
    fillHard(painter, QRectF(0, 0, scene.size.width(), scene.plot.top()), m_theme.axisBackground);
    painter.setPen(Qt::NoPen);
    for (const SceneEra &era : scene.eras) {
        if (era.bar.isEmpty()) {
            continue; // its row is not shown
        }
        const QColor color = era.color ? m_theme.categoryColor(0, era.color) : m_theme.mutedText;
        const double tip = era.openRight ? std::min(8.0, era.bar.width()) : 0;
        QPolygonF bar({era.bar.topLeft(), era.bar.topRight() - QPointF(tip, 0),
                       QPointF(era.bar.right(), era.bar.center().y()),
                       era.bar.bottomRight() - QPointF(tip, 0), era.bar.bottomLeft()});
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.tint(color, 0.22));
        painter.drawPolygon(bar);
        if (era.label) {
            paintText(painter, *era.label, m_theme.text);
        }
    }
    for (const ScenePanel &panel : scene.panels) {
        paintDates(painter, scene, panel);
    }
}

void ScenePainter::paintDates(QPainter &painter, const Scene &scene, const ScenePanel &panel) const {
    const QRectF &axis = panel.axisRect;
    if (axis.bottom() > scene.plot.top()) { // it lies beside or below other panels
        fillHard(painter, axis, m_theme.axisBackground);
    }
    const double near = panel.across(axis.topLeft());
    const double far = panel.across(axis.bottomRight());
    if (panel.asOf) {
        painter.setPen(QPen(m_theme.asOf, 1.5));
        painter.drawLine(panel.point(*panel.asOf, far + 2),
                         panel.point(*panel.asOf, panel.across(panel.rect.topLeft())));
    }
    if (panel.asOfLabel) {
        paintText(painter, *panel.asOfLabel, m_theme.asOf);
    }
    for (const SceneTick &tick : panel.ticks) {
        const double from = tick.kind == SceneTick::Context ? near + 3
                            : tick.kind == SceneTick::Named ? (near + far) / 2 + 2
                                                            : far - 5;
        fillLine(painter, {panel.point(tick.at, from), panel.point(tick.at, far)}, m_theme.line);
    }
    if (panel.runsRight()) {
        for (const double y : {axis.bottom(), panel.rect.top()}) {
            fillHorizontal(painter, 0, scene.size.width(), y - 1, m_theme.line);
        }
    }
    for (const SceneText &text : panel.tickLabels) {
        paintText(painter, text, m_theme.mutedText);
    }
    for (const SceneText &text : panel.contextLabels) {
        paintText(painter, text, m_theme.text);
    }
    // Breaks cut through the axis too, where no date is.
    painter.setPen(Qt::NoPen);
    for (const ScaleMark &mark : panel.scaleMarks) {
        if (mark.length > 0) {
            fillHard(painter, {panel.point(mark.at, far - 5), panel.point(mark.at + mark.length, far + 3)},
                     m_theme.axisBackground);
            painter.setPen(QPen(m_theme.mutedText, 1.3));
            const double middle = mark.at + mark.length / 2;
            for (const double at : {middle - 2.5, middle + 2.5}) {
                painter.drawLine(panel.point(at - 2.5, far + 3), panel.point(at + 2.5, far - 5));
            }
        }
    }
}

void ScenePainter::paintLinks(QPainter &painter, const Scene &scene) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(scene.plot);
    constexpr std::size_t many = 50; // from there on they are thin, which costs a tenth
    for (const SceneLink &link : scene.links) {
        const QColor &color = link.kind == LinkKind::Contradicts ? m_theme.asOf : m_theme.mutedText;
        paintLink(painter, link, color, scene.links.size() < many ? 1.5 : 1);
        if (link.word) {
            paintText(painter, *link.word, color);
        }
    }
    if (scene.moreLinks) { // links may run below it
        painter.fillRect(scene.moreLinks->rect().adjusted(-6, -2, 6, 2), m_theme.background);
        paintText(painter, *scene.moreLinks, m_theme.text);
    }
    painter.restore();
}

void ScenePainter::paintHighlights(QPainter &painter, const Scene &scene,
                                   const std::function<bool(EventIndex)> &isSelected,
                                   std::optional<EventIndex> hovered) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(scene.plot);
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
            painter.drawRoundedRect(item.reach().adjusted(-3, -3, 4, 3), 5, 5);
        }
    }
    painter.setClipping(false);
}

} // namespace timeline
