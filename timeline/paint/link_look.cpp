// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/link_look.h"

#include "paint/play_drawing.h"

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
DrawnPath head(QPointF tip, QPointF way, const QColor &color) {
    constexpr double length = 7;
    constexpr double halfWidth = 4;
    const QPointF along = way / std::hypot(way.x(), way.y());
    const QPointF back = tip - length * along;
    const QPointF across(-halfWidth * along.y(), halfWidth * along.x());
    QPainterPath path;
    path.addPolygon(QPolygonF({tip, back + across, back - across}));
    path.closeSubpath();
    return {path, QPen(Qt::NoPen), color};
}

} // namespace

std::vector<DrawnPath> linkLook(const SceneLink &link, const QColor &color, double width) {
    std::vector<DrawnPath> look;
    for (const CubicCurve &stroke : link.strokes) {
        QPainterPath path(stroke[0]);
        path.cubicTo(stroke[1], stroke[2], stroke[3]);
        look.push_back({path, penOf(link.kind, color, width)});
    }
    if (link.hasHead()) {
        look.push_back(head(link.curve[3], link.curve[3] - link.curve[2], color));
    }
    return look;
}

void paintLink(QPainter &painter, const SceneLink &link, const QColor &color) {
    for (const DrawnPath &path : linkLook(link, color)) {
        play(painter, path);
    }
}

} // namespace timeline
