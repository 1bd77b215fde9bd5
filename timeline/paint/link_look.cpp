// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/link_look.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace timeline {

namespace {

QPen penOf(LinkKind kind, const QColor &color, double width) {
    QPen pen(color, width);
    pen.setCapStyle(Qt::FlatCap);
    if (kind == LinkKind::Contradicts) {
        pen.setDashPattern({4, 3});
    } else if (kind == LinkKind::PartOf) {
        pen.setDashPattern({1, 2});
    }
    return pen;
}

/// `way`: of the line that it ends.
void paintHead(QPainter &painter, QPointF tip, QPointF way, const QColor &color) {
    constexpr double length = 7;
    constexpr double halfWidth = 4;
    const QPointF along = way / std::hypot(way.x(), way.y());
    const QPointF back = tip - length * along;
    const QPointF across(-halfWidth * along.y(), halfWidth * along.x());
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({tip, back + across, back - across}));
}

} // namespace

void paintLink(QPainter &painter, const SceneLink &link, const QColor &color, double width) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(penOf(link.kind, color, width));
    for (const CubicCurve &stroke : link.strokes) {
        QPainterPath path(stroke[0]);
        path.cubicTo(stroke[1], stroke[2], stroke[3]);
        painter.drawPath(path);
    }
    if (link.hasHead()) {
        paintHead(painter, link.curve[3], link.curve[3] - link.curve[2], color);
    }
}

} // namespace timeline
