// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/page_drawing.h"

#include "paint/item_look.h"

namespace timeline {

namespace {

class PageDrawing {
public:
    PageDrawing(Canvas &canvas, const Scene &scene, const Theme &theme)
        : m_canvas(canvas), m_scene(scene), m_page(*scene.page), m_theme(theme) {}

    void draw();

private:
    QColor colorOf(ColorRole role) const {
        return role == ScenePage::neutral ? m_theme.mutedText
                                          : m_theme.categoryColor(role, m_scene.fileColor(role));
    }
    QColor fillOf(ColorRole role) const {
        return role == ScenePage::neutral ? m_theme.mutedText
                                          : m_theme.categoryFill(role, m_scene.fileColor(role));
    }
    QColor inkOf(const SceneLine &line) const {
        return line.tone == TextTone::Ink ? m_theme.text : m_theme.mutedText;
    }
    std::vector<QRectF> textsOf(std::size_t panel) const;
    void drawGround();
    void drawEras();
    void drawAxes();
    void drawLeaders();
    void drawItems();
    void drawArrows(const SceneItem &item);

    Canvas &m_canvas;
    const Scene &m_scene;
    const ScenePage &m_page;
    const Theme &m_theme;
};

void PageDrawing::draw() {
    drawGround();
    drawEras();
    drawAxes();
    drawLeaders();
    drawItems();
    m_canvas.begin(DrawnKind::Title);
    for (const ScenePage::Swatch &swatch : m_page.swatches) {
        m_canvas.path({symbolPath(swatch.symbol, swatch.rect), QPen(Qt::NoPen), colorOf(swatch.color)});
    }
    for (const SceneLine &line : m_page.texts) {
        m_canvas.text(line, inkOf(line));
    }
    m_canvas.end();
}

/// Where the texts of a panel's events stand, with the air that no line enters, from the top.
std::vector<QRectF> PageDrawing::textsOf(std::size_t panel) const {
    constexpr double air = 4;
    std::vector<QRectF> texts;
    for (const SceneItem &item : m_scene.items) {
        for (const SceneLine &line : item.lines) {
            if (item.panel == panel) {
                texts.push_back(line.rect().adjusted(-air, 0, air, 0));
            }
        }
    }
    std::ranges::sort(texts, {}, &QRectF::top);
    return texts;
}

void PageDrawing::drawGround() {
    m_canvas.begin(DrawnKind::Ground);
    m_canvas.fill(QRectF(QPointF(), m_scene.size), m_theme.page);
    for (const QRectF &card : m_page.cards) {
        m_canvas.fill(card, m_theme.card);
    }
    m_canvas.end();
    m_canvas.begin(DrawnKind::Grid);
    for (std::size_t i = 0; i < m_scene.panels.size(); ++i) {
        const ScenePanel &panel = m_scene.panels[i];
        const std::vector<QRectF> texts = textsOf(i);
        for (const SceneTick &tick : panel.ticks) {
            panel.forEachClear(
                tick.at, panel.axisRect.bottom(), panel.rect.bottom(), texts, [&](double from, double to) {
                    m_canvas.fill(QRectF(std::floor(tick.at), from, 1, to - from), m_theme.pageGrid);
                });
        }
    }
    m_canvas.end();
}

void PageDrawing::drawEras() {
    m_canvas.begin(DrawnKind::Eras);
    for (const SceneEra &era : m_scene.eras) {
        const QColor color = era.color ? m_theme.categoryColor(0, era.color) : m_theme.mutedText;
        m_canvas.fill(era.bar, m_theme.tint(color, 0.25));
        if (era.label) {
            m_canvas.text(*era.label, m_theme.text);
        }
    }
    m_canvas.end();
}

void PageDrawing::drawAxes() {
    m_canvas.begin(DrawnKind::Axis);
    constexpr double tickLength = 10;
    for (const QLineF &rule : m_page.rules) {
        const QRectF line(rule.p1(), rule.p2());
        m_canvas.fill(line.width() > 0 ? QRectF(line.left(), line.top() - 1, line.width(), 1)
                                       : QRectF(line.left() - 0.5, line.top(), 1, line.height()),
                      m_theme.line);
    }
    for (const ScenePanel &panel : m_scene.panels) {
        const double bottom = panel.axisRect.bottom();
        for (const SceneTick &tick : panel.ticks) {
            m_canvas.fill(QRectF(std::floor(tick.at), bottom - tickLength, 1, tickLength), m_theme.line);
        }
        for (const AxisLabel &label : panel.tickLabels) {
            m_canvas.text(label, m_theme.mutedText);
        }
    }
    m_canvas.end();
}

void PageDrawing::drawLeaders() {
    m_canvas.begin(DrawnKind::Grid);
    for (const ScenePage::Leader &leader : m_page.leaders) {
        QPainterPath path(leader.from);
        const double middle = (leader.from.x() + leader.to.x()) / 2;
        path.cubicTo({middle, leader.from.y()}, {middle, leader.to.y()}, leader.to);
        m_canvas.path({path, QPen(colorOf(leader.color), 1)});
    }
    m_canvas.end();
}

/// Of what goes on: a head at the bar's end, as wide again as the bar.
void PageDrawing::drawArrows(const SceneItem &item) {
    if (item.shape != ItemShape::Bar) {
        return;
    }
    const double half = item.rect.height();
    const auto draw = [&](double tip, double back) {
        const double y = item.rect.center().y();
        QPainterPath path(QPointF(tip, y));
        path.lineTo(back, y - half);
        path.lineTo(back, y + half);
        path.closeSubpath();
        m_canvas.path({path, QPen(Qt::NoPen), colorOf(item.color)});
    };
    if (item.flags & DateFlag::OpenEnd) {
        draw(item.rect.right() + 2, item.rect.right() - 1.2 * half);
    }
    if (item.flags & DateFlag::OpenStart) {
        draw(item.rect.left() - 2, item.rect.left() + 1.2 * half);
    }
}

void PageDrawing::drawItems() {
    m_canvas.begin(DrawnKind::Legend);
    for (const SceneItem &mark : m_page.marks) {
        if (mark.color == ScenePage::neutral) {
            m_canvas.mark(mark, fillOf(mark.color));
        }
    }
    m_canvas.end();
    std::multimap<EventIndex, const SceneItem *> others; // by the event in whose group they stand
    for (const SceneItem &mark : m_page.marks) {
        if (mark.color != ScenePage::neutral) {
            others.emplace(mark.event, &mark);
        }
    }
    for (const SceneItem &item : m_scene.items) {
        m_canvas.beginItem(item);
        const auto [first, last] = others.equal_range(item.event);
        for (auto other = first; other != last; ++other) {
            drawMark(m_canvas, *other->second, fillOf(item.color));
            drawArrows(*other->second);
        }
        drawMark(m_canvas, item, fillOf(item.color));
        drawArrows(item);
        for (const SceneLine &line : item.lines) {
            m_canvas.text(line, inkOf(line));
        }
        m_canvas.end();
    }
}

} // namespace

void drawPage(Canvas &canvas, const Scene &scene, const Theme &theme) {
    PageDrawing(canvas, scene, theme).draw();
}

} // namespace timeline
