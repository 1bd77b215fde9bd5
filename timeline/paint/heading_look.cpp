// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/heading_look.h"

#include <QPainter>
#include <algorithm>

namespace timeline {

namespace {

constexpr double bar = 4;
constexpr double ring = 2;

/// By its sides: what is tall and has round edges is shared out to threads.
void paintRing(QPainter &painter, const QRectF &rect, const QColor &color) {
    const QRect place = rect.toRect();
    const auto line = static_cast<int>(ring);
    for (const QRect &side : {QRect(place.left(), place.top(), place.width(), line),
                              QRect(place.left(), place.bottom() + 1 - line, place.width(), line),
                              QRect(place.left(), place.top(), line, place.height()),
                              QRect(place.right() + 1 - line, place.top(), line, place.height())}) {
        painter.fillRect(side, color);
    }
}

void paintDots(QPainter &painter, QPointF middle, int columns, int rows, double apart, double radius) {
    for (int column = 0; column < columns; ++column) {
        for (int row = 0; row < rows; ++row) {
            painter.drawEllipse(
                middle + QPointF((column - (columns - 1) / 2.0) * apart, (row - (rows - 1) / 2.0) * apart),
                radius, radius);
        }
    }
}

class HeadingPainter {
public:
    HeadingPainter(QPainter &painter, const Scene &scene, const Theme &theme, const ScenePainter &texts)
        : m_painter(painter), m_scene(scene), m_theme(theme), m_texts(texts) {}

    /// `by`: so much further down.
    void paint(const SceneLane &lane, const QColor &ground, double by = 0) const {
        const QRectF place = lane.place.translated(0, by);
        m_painter.fillRect(place.adjusted(0, 0, -1, -1), ground);
        m_painter.fillRect(QRectF(0, place.top(), bar, place.height()),
                           m_theme.categoryColor(lane.color, m_scene.fileColor(lane.color)));
        for (SceneText line : lane.heading) {
            line.y += by;
            m_texts.paintText(m_painter, line, m_theme.text);
        }
        if (lane.count) {
            SceneText count = *lane.count;
            count.y += by;
            m_texts.paintText(m_painter, count, m_theme.mutedText);
        }
    }

    /// Over what stands there.
    void paintHandles(const SceneLane &lane, const QColor &ground, HeadingStates::Handle hot) const {
        if (lane.more.isEmpty()) {
            return;
        }
        constexpr double free = 4; // above and below, where another line of the name may be
        m_painter.fillRect(lane.grip.united(lane.more).adjusted(0, free, 0, -free), ground);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(hot == HeadingStates::Handle::Grip ? m_theme.text : m_theme.mutedText);
        paintDots(m_painter, lane.grip.center(), 2, 3, 5, 1.25);
        if (hot == HeadingStates::Handle::More) {
            m_painter.setPen(QPen(m_theme.control, 1));
            m_painter.setBrush(m_theme.background);
            m_painter.drawRoundedRect(lane.more.adjusted(1.5, 1.5, -1.5, -1.5), 5, 5);
            m_painter.setPen(Qt::NoPen);
        }
        m_painter.setBrush(m_theme.text);
        paintDots(m_painter, lane.more.center(), 3, 1, 5, 1.5);
    }

private:
    QPainter &m_painter;
    const Scene &m_scene;
    const Theme &m_theme;
    const ScenePainter &m_texts;
};

} // namespace

void paintHeadings(QPainter &painter, const Scene &scene, const HeadingStates &states, const Theme &theme,
                   const ScenePainter &texts) {
    const HeadingPainter headings(painter, scene, theme, texts);
    painter.save();
    painter.setClipRect(QRectF(0, scene.plot.top(), scene.size.width(), scene.plot.height()));
    painter.setRenderHint(QPainter::Antialiasing);
    const auto laneOf = [&scene](const std::optional<HeadingStates::Place> &place) {
        return place && !place->isHiddenLanes ? scene.laneOf(place->key) : nullptr;
    };
    if (const SceneLane *lane = laneOf(states.focused); lane != nullptr && !states.drag) {
        headings.paintHandles(*lane, theme.background, HeadingStates::Handle::None);
    }
    if (const SceneLane *lane = laneOf(states.hovered); lane != nullptr && !states.drag) {
        headings.paint(*lane, theme.hover);
        headings.paintHandles(*lane, theme.hover, states.handle);
    }
    if (const SceneLane *lane = laneOf(states.focused)) {
        paintRing(painter, lane->place.adjusted(0, 0, -1, -1), theme.accent);
    } else if (states.focused && states.focused->isHiddenLanes && scene.hiddenLanes) {
        paintRing(painter, scene.hiddenLanes->rect, theme.accent);
    }
    if (states.drag) {
        if (const SceneLane *lane = scene.laneOf(states.drag->key)) {
            headings.paint(*lane, theme.selected, states.drag->top - lane->place.top());
            paintRing(painter, lane->place.translated(0, states.drag->top - lane->place.top()), theme.accent);
        }
        constexpr double knob = 4;
        painter.fillRect(QRectF(0, states.drag->line - 1, scene.size.width(), 2), theme.accent);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawEllipse(QPointF(scene.plot.left(), states.drag->line), knob, knob);
    }
    painter.restore();
}

} // namespace timeline
