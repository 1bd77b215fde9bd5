// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/frame_drawing.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr double headingBar = 4; // wide, in the lane's colour
constexpr double eraEdge = 3;    // where an era begins

/// Calls `draw(top, bottom)` for pieces from top to bottom that are not too tall for the canvas.
template <typename Draw>
void inPieces(const Canvas &canvas, double top, double bottom, Draw draw) {
    const double height = std::min(canvas.tallestPiece(), bottom - top);
    for (double y = top; y < bottom; y += height) {
        draw(y, std::min(y + height, bottom));
    }
}

/// From where to where a rectangle reaches across a panel.
std::pair<double, double> breadth(const ScenePanel &panel, const QRectF &rect) {
    return {panel.across(rect.topLeft()), panel.across(rect.bottomRight())};
}

} // namespace

void FrameDrawing::fillLine(const QLineF &line, const QColor &color) {
    if (line.x1() == line.x2()) {
        fillVertical(line.x1(), line.y1(), line.y2(), color);
    } else {
        fillHorizontal(line.x1(), line.x2(), line.y1(), color);
    }
}

void FrameDrawing::drawBehind() {
    m_canvas.begin(DrawnKind::Ground);
    m_canvas.fill(QRectF(QPointF(), m_scene.size), m_theme.background);
    m_canvas.end();
    drawGrid();
    drawTint();
    for (const ScenePanel &panel : m_scene.panels) {
        m_canvas.begin(DrawnKind::Scale, m_scene.plot);
        const auto [near, far] = breadth(panel, panel.rect);
        drawGutters(panel, near, far);
        m_canvas.end();
        drawDots(panel);
    }
}

void FrameDrawing::drawAround() {
    drawHeadings();
    m_canvas.begin(DrawnKind::Axis);
    m_canvas.fill(QRectF(0, 0, m_scene.size.width(), m_scene.plot.top()), m_theme.axisBackground);
    for (const ScenePanel &panel : m_scene.panels) {
        const auto [near, far] = breadth(panel, panel.axisRect);
        if (far > m_scene.plot.top()) { // it lies beside or below other panels
            m_canvas.fill(panel.axisRect, m_theme.axisBackground);
        }
        if (panel.runsRight()) {
            drawGrounds(panel, m_scene.axisZone.top(), m_scene.plot.top());
            drawGutters(panel, m_scene.axisZone.top(), m_scene.plot.top());
        }
    }
    m_canvas.end();
    drawEraBars();
    for (const ScenePanel &panel : m_scene.panels) {
        drawDates(panel);
        drawHeads(panel);
        drawAsOf(panel);
    }
    drawCorner();
    drawTitle();
}

/// Every second column has another ground, and what lies ahead is hatched.
void FrameDrawing::drawGrounds(const ScenePanel &panel, double from, double to) {
    for (const SceneColumn &column : panel.columns) {
        const QRectF rect(panel.point(column.from, from), panel.point(column.to, to));
        if (column.isSecond) {
            m_canvas.fill(rect, m_theme.laneShade);
        }
        if (column.isAhead) {
            drawHatch(rect);
        }
    }
}

/// Lines that rise to the right, the same wherever the rectangle begins.
void FrameDrawing::drawHatch(const QRectF &rect) {
    constexpr double apart = 10;
    inPieces(m_canvas, rect.top(), rect.bottom(), [&](double top, double bottom) {
        QPainterPath lines;
        const double first = std::ceil((rect.left() + top) / apart) * apart;
        for (double sum = first; sum < rect.right() + bottom; sum += apart) {
            const double low = std::max(rect.left(), sum - bottom);
            const double high = std::min(rect.right(), sum - top);
            if (low < high) {
                lines.moveTo(low, sum - low);
                lines.lineTo(high, sum - high);
            }
        }
        m_canvas.path({lines, QPen(m_theme.grid, 1), QBrush(Qt::NoBrush)});
    });
}

void FrameDrawing::drawGrid() {
    m_canvas.begin(DrawnKind::Grid,
                   QRectF(0, m_scene.plot.top(), m_scene.size.width(), m_scene.plot.height()));
    for (const ScenePanel &panel : m_scene.panels) {
        const auto [near, far] = breadth(panel, panel.rect);
        drawGrounds(panel, near, far);
        for (const SceneTick &tick : panel.ticks) {
            if (tick.kind != SceneTick::Minor) {
                fillLine(panel.lineAcross(tick.at), m_theme.grid);
            }
        }
    }
    m_canvas.end();
}

/// Of the one era that somebody looks at.
void FrameDrawing::drawTint() {
    if (!m_scene.tintedEra) {
        return;
    }
    m_canvas.begin(DrawnKind::Eras, m_scene.plot);
    for (const SceneEra &era : m_scene.eras) {
        if (era.era <= *m_scene.tintedEra && *m_scene.tintedEra <= era.lastEra) {
            QColor wash = colorOf(era);
            wash.setAlphaF(m_theme.dark ? 0.16F : 0.12F);
            const QRectF band = era.band.intersected(m_scene.plot);
            inPieces(m_canvas, band.top(), band.bottom(), [&](double top, double bottom) {
                m_canvas.fill(QRectF(band.left(), top, band.width(), bottom - top), wash);
            });
        }
    }
    m_canvas.end();
}

/// Between columns; one that leaves something out has dashed edges.
void FrameDrawing::drawGutters(const ScenePanel &panel, double top, double to) {
    for (const ScaleMark &mark : panel.scaleMarks) {
        const double last = mark.at + mark.length;
        // Within a column it begins below the head.
        const bool isWithin = std::ranges::any_of(panel.columns, [&mark, last](const SceneColumn &column) {
            return column.from < mark.at && last < column.to;
        });
        const double from = isWithin ? std::max(top, panel.axisRect.top() + panel.tierBreadth()) : top;
        m_canvas.fill({panel.point(mark.at, from), panel.point(last, to)}, m_theme.gutter);
        if (!mark.isBreak()) {
            fillLine({panel.point(mark.at, from), panel.point(mark.at, to)}, m_theme.line);
            fillLine({panel.point(last - 1, from), panel.point(last - 1, to)}, m_theme.line);
            continue;
        }
        QPen pen(m_theme.control, 1);
        pen.setDashPattern({4, 2}); // a period fits the height of a piece
        for (const double at : {std::floor(mark.at) + 0.5, std::floor(last) - 0.5}) {
            inPieces(m_canvas, from, to, [&](double begin, double end) {
                m_canvas.path(DrawnPath::line(panel.point(at, begin), panel.point(at, end), pen));
            });
        }
    }
}

/// Of "as of", behind all labels.
void FrameDrawing::drawDots(const ScenePanel &panel) {
    if (!panel.asOf) {
        return;
    }
    m_canvas.begin(DrawnKind::AsOf, m_scene.plot);
    constexpr double period = 6;
    constexpr double dot = 2;
    const auto [near, far] = breadth(panel, panel.rect);
    for (const auto &[top, bottom] : m_scene.besideTitles(panel, *panel.asOf, near, far)) {
        for (double at = near + std::ceil((top - near) / period) * period; at + dot <= bottom; at += period) {
            m_canvas.fill(
                {panel.point(*panel.asOf - dot / 2, at), panel.point(*panel.asOf + dot / 2, at + dot)},
                m_theme.asOf);
        }
    }
    m_canvas.end();
}

/// Its line in axis and strip, round the dates and titles there, and its note in a frame.
void FrameDrawing::drawAsOf(const ScenePanel &panel) {
    if (!panel.asOf && !panel.asOfLabel) {
        return;
    }
    m_canvas.begin(DrawnKind::AsOf);
    const QRectF frame = panel.asOfFrame();
    if (panel.asOf) {
        std::vector<QRectF> texts;
        const auto take = [&texts](const SceneText &text) {
            texts.push_back(text.rect().adjusted(-2, 0, 2, 0));
        };
        std::ranges::for_each(panel.contextLabels, take);
        std::ranges::for_each(panel.tickLabels, take);
        for (const ScaleMark &mark : panel.scaleMarks) {
            if (mark.label) {
                take(*mark.label);
            }
        }
        for (const SceneEra &era : m_scene.eras) {
            if (era.label) {
                take(*era.label);
            }
        }
        std::ranges::stable_sort(texts, {}, [&](const QRectF &text) { return panel.across(text.topLeft()); });
        const double from = panel.asOfLabel && panel.runsRight()
                                ? std::min(frame.top(), panel.axisRect.bottom())
                                : breadth(panel, panel.axisRect).second + 2;
        const double to = panel.across(panel.rect.topLeft());
        panel.forEachClear(*panel.asOf, from, to, texts, [&](double begin, double end) {
            m_canvas.fill(QRectF(panel.point(*panel.asOf - 1, begin), panel.point(*panel.asOf + 1, end)),
                          m_theme.asOf);
        });
    }
    if (panel.asOfLabel) {
        QPainterPath path;
        path.addRoundedRect(frame.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
        m_canvas.path({path, QPen(m_theme.asOf, 1.5), m_theme.background});
        m_canvas.text(*panel.asOfLabel, m_theme.asOf);
    }
    m_canvas.end();
}

void FrameDrawing::drawHeadings() {
    const QRectF plot = m_scene.plot;
    m_canvas.begin(DrawnKind::Headings, QRectF(0, plot.top(), m_scene.size.width(), plot.height()));
    m_canvas.fill(QRectF(0, plot.top(), plot.left(), plot.height()), m_theme.background);
    for (const SceneLane &lane : m_scene.lanes) {
        m_canvas.fill(QRectF(0, lane.rect.top(), headingBar, lane.rect.height()),
                      m_theme.categoryColor(lane.color, m_scene.fileColor(lane.color)));
        for (const SceneText &line : lane.heading) {
            m_canvas.text(line, m_theme.text);
        }
        if (lane.count) {
            m_canvas.text(*lane.count, m_theme.mutedText);
        }
        for (const QRectF &bar : lane.density) {
            m_canvas.fill(bar, m_theme.categoryColor(lane.color, m_scene.fileColor(lane.color)));
        }
        fillHorizontal(0, m_scene.size.width(), std::floor(lane.rect.bottom()) - 1, m_theme.line);
    }
    fillVertical(std::floor(plot.left()) - 1, plot.top(), plot.bottom(), m_theme.line);
    if (m_scene.hiddenLanes) {
        m_canvas.fill(m_scene.hiddenLanes->rect, m_theme.gutter);
        m_canvas.text(m_scene.hiddenLanes->text, m_theme.accent);
        if (m_scene.hiddenLanes->more) {
            m_canvas.text(*m_scene.hiddenLanes->more, m_theme.mutedText);
        }
    }
    m_canvas.end();
}

void FrameDrawing::drawCorner() {
    if (!m_scene.corner && !m_scene.eraWord) {
        return;
    }
    m_canvas.begin(DrawnKind::Headings);
    if (m_scene.corner && m_scene.corner->texts.empty()) { // lanes, as a sign
        const QPointF middle = m_scene.corner->rect.center();
        for (int i = -1; i <= 1; ++i) {
            m_canvas.fill(QRectF(middle.x() - 8, middle.y() + 5 * i - 1, i == 0 ? 12 : 16, 1.5),
                          m_theme.text);
        }
    } else if (m_scene.corner) {
        const std::vector<SceneText> &texts = m_scene.corner->texts;
        for (const SceneText &text : texts) {
            m_canvas.text(text, &text == &texts.back() ? m_theme.text : m_theme.mutedText);
        }
        const double x = texts.back().rect().right() + 8;
        const double y = texts.back().y;
        QPainterPath arrow(QPointF(x, y - 2));
        arrow.lineTo(x + 4, y + 2);
        arrow.lineTo(x + 8, y - 2);
        m_canvas.path({arrow, QPen(m_theme.text, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin),
                       QBrush(Qt::NoBrush)});
    }
    if (m_scene.eraWord) {
        m_canvas.text(*m_scene.eraWord, m_theme.mutedText);
    }
    m_canvas.end();
}

void FrameDrawing::drawDates(const ScenePanel &panel) {
    const QRectF &axis = panel.axisRect;
    const auto [near, far] = breadth(panel, axis);
    m_canvas.begin(DrawnKind::Axis);
    std::vector<QRectF> dates; // the upper tier first
    for (const auto *labels : {&panel.contextLabels, &panel.tickLabels}) {
        std::ranges::transform(*labels, std::back_inserter(dates), &SceneText::rect);
    }
    for (const SceneTick &tick : panel.ticks) {
        const bool isTall = tick.kind == SceneTick::Context && panel.columns.empty();
        const double from = isTall                          ? near + 3
                            : tick.kind != SceneTick::Minor ? near + panel.tierBreadth() + 2
                                                            : far - 5;
        panel.forEachClear(tick.at, from, far, dates, [&](double begin, double end) { // of others
            fillLine({panel.point(tick.at, begin), panel.point(tick.at, end)}, m_theme.line);
        });
    }
    if (panel.runsRight()) {
        for (const double y : {axis.bottom(), panel.rect.top()}) {
            fillHorizontal(0, m_scene.size.width(), y - 1, m_theme.line);
        }
        if (m_scene.axisZone.height() > 0) {
            fillVertical(std::floor(m_scene.plot.left()) - 1, m_scene.axisZone.top(), m_scene.plot.top(),
                         m_theme.line);
        }
    }
    for (const ScaleMark &mark : panel.scaleMarks) {
        if (mark.label) { // its words interrupt the ticks
            m_canvas.fill(mark.label->rect().adjusted(-2, 0, 2, 0), m_theme.axisBackground);
            m_canvas.text(*mark.label, m_theme.mutedText);
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

void FrameDrawing::drawHeads(const ScenePanel &panel) {
    if (panel.columns.empty()) {
        return;
    }
    m_canvas.begin(DrawnKind::Axis);
    for (const SceneColumn &column : panel.columns) {
        if (column.head) {
            m_canvas.text(*column.head, m_theme.text);
        }
        if (column.unit) {
            const QLineF &unit = *column.unit;
            m_canvas.fill(QRectF(unit.x1(), unit.y1(), unit.dx(), 1), m_theme.mutedText);
            for (const double x : {unit.x1(), unit.x2() - 1}) {
                m_canvas.fill(QRectF(x, unit.y1() - 3, 1, 7), m_theme.mutedText);
            }
        }
        if (column.change) {
            m_canvas.text(*column.change, m_theme.mutedText);
        }
    }
    m_canvas.end();
}

void FrameDrawing::drawEraBars() {
    m_canvas.begin(DrawnKind::Eras);
    for (const SceneEra &era : m_scene.eras) {
        const QColor color = colorOf(era);
        m_canvas.fill(era.bar, m_theme.tint(color, 0.24));
        if (!era.isContinued && era.bar.left() >= m_scene.plot.left()) {
            m_canvas.fill(
                QRectF(era.bar.left(), era.bar.top(), std::min(eraEdge, era.bar.width()), era.bar.height()),
                color);
        }
        if (era.openRight && era.bar.width() > 24) {
            const QPointF tip(era.bar.right() - 7, era.bar.center().y());
            QPainterPath arrow(tip + QPointF(-5, -4));
            arrow.lineTo(tip);
            arrow.lineTo(tip + QPointF(-5, 4));
            m_canvas.path({arrow, QPen(m_theme.text, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin),
                           QBrush(Qt::NoBrush)});
        }
    }
    for (const SceneEra &era : m_scene.eras) { // over the bars of others
        if (era.label) {
            m_canvas.text(*era.label, m_theme.text);
        }
    }
    m_canvas.end();
}

void FrameDrawing::drawTitle() {
    if (!m_scene.title) {
        return;
    }
    m_canvas.begin(DrawnKind::Title);
    m_canvas.text(*m_scene.title, m_theme.text);
    if (m_scene.standfirst) {
        m_canvas.text(*m_scene.standfirst, m_theme.mutedText);
    }
    m_canvas.end();
}

} // namespace timeline
