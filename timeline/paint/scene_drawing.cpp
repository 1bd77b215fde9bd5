// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/scene_drawing.h"

#include "paint/canvas.h"
#include "paint/item_look.h"
#include "paint/link_look.h"
#include "paint/wash_columns.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

/// Calls `draw(top, bottom)` for pieces from top to bottom that are not too tall for the canvas.
template <typename Draw>
void inPieces(const Canvas &canvas, double top, double bottom, Draw draw) {
    const double height = std::min(canvas.tallestPiece(), bottom - top);
    for (double y = top; y < bottom; y += height) {
        draw(y, std::min(y + height, bottom));
    }
}

DrawnPath polyline(const QPolygonF &points, const QPen &pen) {
    QPainterPath path;
    path.addPolygon(points);
    return {path, pen};
}

DrawnPath polygon(const QPolygonF &points, const QColor &color) {
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return {path, QPen(Qt::NoPen), color};
}

/// From where to where a rectangle reaches across a panel.
std::pair<double, double> breadth(const ScenePanel &panel, const QRectF &rect) {
    return {panel.across(rect.topLeft()), panel.across(rect.bottomRight())};
}

class SceneDrawing {
public:
    SceneDrawing(Canvas &canvas, const Scene &scene, const Theme &theme)
        : m_canvas(canvas), m_scene(scene), m_theme(theme) {}

    void draw();
    void drawLinks();

private:
    QColor washOf(const SceneEra &era) const;
    QColor colorOf(const SceneEra &era) const {
        return era.color ? m_theme.categoryColor(0, era.color) : m_theme.mutedText;
    }
    QColor colorOf(ColorRole role) const { return m_theme.categoryColor(role, m_scene.fileColor(role)); }
    /// Lines one pixel wide, on whole pixels.
    void fillVertical(double x, double top, double bottom, const QColor &color) {
        m_canvas.fill(QRectF(std::floor(x), top, 1, bottom - top), color);
    }
    void fillHorizontal(double left, double right, double y, const QColor &color) {
        m_canvas.fill(QRectF(left, std::floor(y), right - left, 1), color);
    }
    /// One along x or y.
    void fillLine(const QLineF &line, const QColor &color) {
        if (line.x1() == line.x2()) {
            fillVertical(line.x1(), line.y1(), line.y2(), color);
        } else {
            fillHorizontal(line.x1(), line.x2(), line.y1(), color);
        }
    }
    void drawGrid();
    void drawEras();
    void drawScaleMarks(const ScenePanel &panel);
    void drawSpeedChange(const ScenePanel &panel, const ScaleMark &mark);
    void drawBreak(const ScenePanel &panel, const ScaleMark &mark);
    void drawAsOf(const ScenePanel &panel);
    void drawItems();
    void drawHeadings();
    void drawAxis();
    void drawEraBars();
    void drawDates(const ScenePanel &panel);
    void drawBreakInAxis(const ScenePanel &panel, const ScaleMark &mark);

    Canvas &m_canvas;
    const Scene &m_scene;
    const Theme &m_theme;
};

void SceneDrawing::draw() {
    m_canvas.begin(DrawnKind::Ground);
    m_canvas.fill(QRectF(QPointF(), m_scene.size), m_theme.background);
    m_canvas.end();
    drawGrid();
    drawEras();
    std::ranges::for_each(m_scene.panels, [this](const ScenePanel &panel) { drawScaleMarks(panel); });
    std::ranges::for_each(m_scene.panels, [this](const ScenePanel &panel) { drawAsOf(panel); });
    drawItems();
    if (m_scene.note) {
        m_canvas.begin(DrawnKind::Note, m_scene.plot);
        m_canvas.text(*m_scene.note, m_theme.mutedText);
        m_canvas.end();
    }
    drawHeadings();
    drawAxis();
}

void SceneDrawing::drawGrid() {
    m_canvas.begin(DrawnKind::Grid,
                   QRectF(0, m_scene.plot.top(), m_scene.size.width(), m_scene.plot.height()));
    for (const SceneLane &lane : m_scene.lanes) {
        if (lane.lane % 2 == 1) {
            m_canvas.fill(lane.rect, m_theme.laneShade);
        }
    }
    for (const ScenePanel &panel : m_scene.panels) {
        for (const SceneTick &tick : panel.ticks) {
            if (tick.kind != SceneTick::Minor) {
                fillLine(panel.lineAcross(tick.at), m_theme.grid);
            }
        }
    }
    m_canvas.end();
}

QColor SceneDrawing::washOf(const SceneEra &era) const {
    QColor wash = colorOf(era);
    wash.setAlphaF(m_theme.dark ? 0.09F : 0.05F);
    return wash;
}

void SceneDrawing::drawEras() {
    constexpr std::size_t many = 300; // from there on they lie above each other in most places
    const QRectF plot = m_scene.plot;
    m_canvas.begin(DrawnKind::Eras, plot);
    const auto fill = [this](const QRectF &band, const QColor &wash) {
        inPieces(m_canvas, band.top(), band.bottom(), [&](double top, double bottom) {
            m_canvas.fill(QRectF(band.left(), top, band.width(), bottom - top), wash);
        });
    };
    if (m_scene.eras.size() <= many) {
        for (const SceneEra &era : m_scene.eras) {
            fill(era.band.intersected(plot), washOf(era));
        }
    } else {
        WashColumns columns(plot.width());
        for (auto era = m_scene.eras.rbegin(); era != m_scene.eras.rend() && !columns.areFull(); ++era) {
            columns.addBelow(era->band.left() - plot.left(), era->band.right() - plot.left(), washOf(*era));
        }
        columns.forEachRun([&](int begin, int end, const QColor &wash) {
            fill(QRectF(plot.left() + begin, plot.top(), end - begin, plot.height()).intersected(plot), wash);
        });
    }
    m_canvas.end();
}

void SceneDrawing::drawScaleMarks(const ScenePanel &panel) {
    m_canvas.begin(DrawnKind::Scale, m_scene.plot);
    for (const ScaleMark &mark : panel.scaleMarks) {
        if (mark.length > 0) {
            drawBreak(panel, mark);
        } else {
            drawSpeedChange(panel, mark);
        }
    }
    m_canvas.end();
}

void SceneDrawing::drawSpeedChange(const ScenePanel &panel, const ScaleMark &mark) {
    QPen pen(m_theme.line, 1);
    pen.setDashPattern({2, 4}); // a period fits the height of a piece
    const double at = std::floor(mark.at) + 0.5;
    const auto [near, far] = breadth(panel, panel.rect);
    inPieces(m_canvas, near, far, [&](double from, double to) {
        m_canvas.path(DrawnPath::line(panel.point(at, from), panel.point(at, to), pen));
    });
}

/// Torn paper: two ragged edges, and between them what is left out.
void SceneDrawing::drawBreak(const ScenePanel &panel, const ScaleMark &mark) {
    constexpr double tooth = 6;
    const auto [near, far] = breadth(panel, panel.rect);
    const auto edge = [&, begin = near, end = far](double at, double direction, double from, double to) {
        QPolygonF points;
        int i = qRound((from - begin) / tooth);
        for (double across = from; across < to + tooth; across += tooth, ++i) {
            points.append(panel.point(at + (i % 2 == 0 ? 0 : direction * 3), std::min(across, end)));
        }
        return points;
    };
    inPieces(m_canvas, near, far, [&](double from, double to) {
        const QPolygonF first = edge(mark.at, 1, from, to);
        const QPolygonF second = edge(mark.at + mark.length, -1, from, to);
        QPolygonF gap = first;
        std::for_each(second.rbegin(), second.rend(), [&gap](const QPointF &point) { gap.append(point); });
        m_canvas.path(polygon(gap, m_theme.tint(m_theme.line, 0.35)));
        m_canvas.path(polyline(first, QPen(m_theme.line, 1)));
        m_canvas.path(polyline(second, QPen(m_theme.line, 1)));
    });
}

void SceneDrawing::drawAsOf(const ScenePanel &panel) {
    if (!panel.asOf) {
        return;
    }
    m_canvas.begin(DrawnKind::AsOf, m_scene.plot);
    QPen pen(m_theme.asOf, 1.5);
    pen.setDashPattern({5, 3});
    constexpr double period = 12; // of its dashes
    const auto [near, far] = breadth(panel, panel.rect);
    for (const auto &[top, bottom] : m_scene.besideTitles(panel, *panel.asOf, near, far)) {
        inPieces(m_canvas, top, bottom, [&, begin = near](double from, double to) {
            pen.setDashOffset(std::fmod(from - begin, period) / pen.widthF());
            m_canvas.path(DrawnPath::line(panel.point(*panel.asOf, from), panel.point(*panel.asOf, to), pen));
        });
    }
    m_canvas.end();
}

void SceneDrawing::drawItems() {
    m_canvas.begin(DrawnKind::Place, m_scene.plot);
    std::vector<QColor> colors; // by role, those that were asked for
    for (const SceneItem &item : m_scene.items) {
        if (colors.size() <= item.color) {
            colors.resize(item.color + std::size_t{1});
        }
        QColor &color = colors[item.color];
        if (!color.isValid()) {
            color = colorOf(item.color);
        }
        m_canvas.beginItem(item);
        m_canvas.mark(item, color);
        if (item.label) {
            SceneText label = *item.label;
            label.style.weight = item.isDimmed ? std::min(label.style.weight, 400) : label.style.weight;
            m_canvas.text(label, labelColor(item, color, m_theme));
        }
        m_canvas.end();
    }
    m_canvas.end();
}

void SceneDrawing::drawHeadings() {
    const QRectF plot = m_scene.plot;
    m_canvas.begin(DrawnKind::Headings, QRectF(0, plot.top(), m_scene.size.width(), plot.height()));
    for (const SceneLane &lane : m_scene.lanes) {
        const QRectF heading(0, lane.rect.top(), plot.left(), lane.rect.height());
        m_canvas.fill(heading, lane.lane % 2 == 1 ? m_theme.laneShade : m_theme.background);
        m_canvas.fill(QRectF(0, heading.top(), 4, heading.height()), colorOf(lane.color));
        // A heading stays in view for as long as its lane does.
        SceneText title = lane.title;
        const double highest = plot.top() + 14;
        title.y = std::max(title.y, std::min(highest, lane.rect.bottom() - 14));
        m_canvas.text(title, m_theme.text);
        fillHorizontal(0, m_scene.size.width(), std::floor(lane.rect.bottom()) - 1, m_theme.line);
    }
    fillVertical(std::floor(plot.left()) - 1, plot.top(), plot.bottom(), m_theme.line);
    m_canvas.end();
}

void SceneDrawing::drawAxis() {
    m_canvas.begin(DrawnKind::Axis);
    m_canvas.fill(QRectF(0, 0, m_scene.size.width(), m_scene.plot.top()), m_theme.axisBackground);
    m_canvas.end();
    drawEraBars();
    std::ranges::for_each(m_scene.panels, [this](const ScenePanel &panel) { drawDates(panel); });
}

void SceneDrawing::drawDates(const ScenePanel &panel) {
    const QRectF &axis = panel.axisRect;
    const auto [near, far] = breadth(panel, axis);
    m_canvas.begin(DrawnKind::Axis);
    if (axis.bottom() > m_scene.plot.top()) { // it lies beside or below other panels
        m_canvas.fill(axis, m_theme.axisBackground);
    }
    m_canvas.end();
    if (panel.asOf || panel.asOfLabel) {
        m_canvas.begin(DrawnKind::AsOf);
        if (panel.asOf) {
            const double to = panel.across(panel.rect.topLeft());
            for (const auto &[top, bottom] : m_scene.besideTitles(panel, *panel.asOf, far + 2, to)) {
                m_canvas.path(DrawnPath::line(panel.point(*panel.asOf, top), panel.point(*panel.asOf, bottom),
                                              QPen(m_theme.asOf, 1.5)));
            }
        }
        if (panel.asOfLabel) {
            m_canvas.text(*panel.asOfLabel, m_theme.asOf);
        }
        m_canvas.end();
    }
    m_canvas.begin(DrawnKind::Axis);
    std::vector<QRectF> dates; // the upper tier first
    for (const auto *labels : {&panel.contextLabels, &panel.tickLabels}) {
        std::ranges::transform(*labels, std::back_inserter(dates), &SceneText::rect);
    }
    for (const SceneTick &tick : panel.ticks) {
        const double from = tick.kind == SceneTick::Context ? near + 3
                            : tick.kind == SceneTick::Named ? near + panel.tierBreadth() + 2
                                                            : far - 5;
        panel.forEachClear(tick.at, from, far, dates, [&](double begin, double end) { // of others
            fillLine({panel.point(tick.at, begin), panel.point(tick.at, end)}, m_theme.line);
        });
    }
    if (panel.runsRight()) {
        for (const double y : {axis.bottom(), panel.rect.top()}) {
            fillHorizontal(0, m_scene.size.width(), y - 1, m_theme.line);
        }
    }
    for (const ScaleMark &mark : panel.scaleMarks) {
        if (mark.length > 0) {
            drawBreakInAxis(panel, mark);
        }
    }
    if (panel.zone) {
        m_canvas.text(*panel.zone, m_theme.mutedText);
    }
    for (const auto *labels : {&panel.tickLabels, &panel.contextLabels}) {
        for (const SceneText &text : *labels) {
            m_canvas.text(text, labels == &panel.tickLabels ? m_theme.mutedText : m_theme.text);
        }
    }
    m_canvas.end();
}

void SceneDrawing::drawEraBars() {
    m_canvas.begin(DrawnKind::Eras);
    for (const SceneEra &era : m_scene.eras) {
        if (era.bar.isEmpty()) {
            continue; // its row is not shown
        }
        const double tip = era.openRight ? std::min(8.0, era.bar.width()) : 0;
        const QPolygonF bar({era.bar.topLeft(), era.bar.topRight() - QPointF(tip, 0),
                             QPointF(era.bar.right(), era.bar.center().y()),
                             era.bar.bottomRight() - QPointF(tip, 0), era.bar.bottomLeft()});
        m_canvas.path(polygon(bar, m_theme.tint(colorOf(era), 0.22)));
        if (era.label) {
            m_canvas.text(*era.label, m_theme.text);
        }
    }
    m_canvas.end();
}

/// Breaks cut through the axis too, where no date is; their words interrupt the ticks.
void SceneDrawing::drawBreakInAxis(const ScenePanel &panel, const ScaleMark &mark) {
    const double far = breadth(panel, panel.axisRect).second;
    m_canvas.fill({panel.point(mark.at, far - 5), panel.point(mark.at + mark.length, far + 3)},
                  m_theme.axisBackground);
    if (mark.label) {
        m_canvas.fill(mark.label->rect().adjusted(-2, 0, 2, 0), m_theme.axisBackground);
        m_canvas.text(*mark.label, m_theme.mutedText);
    }
}

void SceneDrawing::drawLinks() {
    constexpr std::size_t many = 50; // from there on they are thin, which costs a tenth
    m_canvas.begin(DrawnKind::Links, m_scene.plot);
    for (const SceneLink &link : m_scene.links) {
        const QColor &color = link.kind == LinkKind::Contradicts ? m_theme.asOf : m_theme.mutedText;
        for (const DrawnPath &path : linkLook(link, color, m_scene.links.size() < many ? 1.5 : 1)) {
            m_canvas.path(path);
        }
        if (link.word) {
            m_canvas.text(*link.word, color);
        }
    }
    if (m_scene.moreLinks) { // links may run below it
        m_canvas.fill(m_scene.moreLinks->rect().adjusted(-6, -2, 6, 2), m_theme.background);
        m_canvas.text(*m_scene.moreLinks, m_theme.text);
    }
    m_canvas.end();
}

} // namespace

void drawScene(Canvas &canvas, const Scene &scene, const Theme &theme) {
    SceneDrawing(canvas, scene, theme).draw();
}

void drawLinks(Canvas &canvas, const Scene &scene, const Theme &theme) {
    if (!scene.links.empty() || scene.moreLinks) {
        SceneDrawing(canvas, scene, theme).drawLinks();
    }
}

void drawLegend(Canvas &canvas, const Legend &legend, const Theme &theme) {
    canvas.begin(DrawnKind::Legend);
    for (const LegendEntry &entry : legend.entries) {
        if (entry.sample) {
            canvas.mark(*entry.sample, theme.mutedText);
            if (entry.sample->label) {
                canvas.text(*entry.sample->label, theme.text);
            }
        }
        canvas.text(entry.text, theme.mutedText);
    }
    canvas.end();
}

} // namespace timeline
