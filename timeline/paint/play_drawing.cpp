// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/play_drawing.h"

#include <QPainter>

namespace timeline {

namespace {

class Player {
public:
    explicit Player(QPainter &painter) : m_painter(painter) {}

    void operator()(const DrawnPath &drawn) { play(m_painter, drawn); }

    void operator()(const DrawnText &drawn) { m_painter.fillPath(drawn.outline(), drawn.color); }

    void operator()(const GroupBegin &group) {
        m_painter.save();
        m_painter.setTransform(group.place, true);
        if (group.clip) {
            m_painter.setClipRect(*group.clip, Qt::IntersectClip);
        }
    }

    void operator()(const GroupEnd &) { m_painter.restore(); }

private:
    QPainter &m_painter;
};

} // namespace

void play(QPainter &painter, const DrawnPath &drawn) {
    painter.setPen(drawn.stroke);
    painter.setBrush(drawn.fill);
    painter.drawPath(drawn.path);
}

void play(QPainter &painter, const Drawing &drawing) {
    painter.setRenderHint(QPainter::Antialiasing);
    Player player(painter);
    for (const Drawing::Element &element : drawing.elements) {
        std::visit(player, element);
    }
}

} // namespace timeline
