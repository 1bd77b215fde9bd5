// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/link_look.h"

#include "paint/play_drawing.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr double rounding = 6; // of corners
constexpr double arrow = 8;    // lengths of heads
constexpr double diamond = 11;
constexpr double cross = 4; // from its middle to the end, and so on
constexpr double dot = 3;

QPen penOf(LinkKind kind, const QColor &color, double width) {
    QPen pen(color, width);
    pen.setCapStyle(Qt::FlatCap);
    if (kind == LinkKind::Contradicts) {
        pen.setDashPattern({4.5 / width, 3 / width});
    } else if (kind == LinkKind::Related) {
        pen.setDashPattern({1.6 / width, 2.4 / width});
    }
    return pen;
}

/// How much of the line's end belongs to its head.
double headLength(LinkKind kind) {
    switch (kind) {
    case LinkKind::LeadsTo:
        return arrow - 1;
    case LinkKind::PartOf:
        return diamond;
    case LinkKind::Contradicts:
        return cross;
    case LinkKind::Related:
        break;
    }
    return 2 * dot - 1;
}

/// `along`: the direction of the line that ends at the tip, of length one.
DrawnPath head(LinkKind kind, QPointF tip, QPointF along, const QColor &color, double width) {
    const QPointF across(-along.y(), along.x());
    QPainterPath path;
    const QPen pen(color, width);
    switch (kind) {
    case LinkKind::LeadsTo:
        path.addPolygon(QPolygonF(
            {tip, tip - arrow * along + arrow / 2 * across, tip - arrow * along - arrow / 2 * across}));
        path.closeSubpath();
        return {path, QPen(Qt::NoPen), color};
    case LinkKind::PartOf:
        path.addPolygon(QPolygonF({tip, tip - diamond / 2 * along + 4 * across, tip - diamond * along,
                                   tip - diamond / 2 * along - 4 * across}));
        path.closeSubpath();
        return {path, pen};
    case LinkKind::Contradicts: {
        const QPointF middle = tip - cross * along;
        path.moveTo(middle - cross * (along + across));
        path.lineTo(middle + cross * (along + across));
        path.moveTo(middle - cross * (along - across));
        path.lineTo(middle + cross * (along - across));
        return {path, QPen(color, width + 0.4)};
    }
    case LinkKind::Related:
        break;
    }
    path.addEllipse(tip - dot * along, dot, dot);
    return {path, QPen(Qt::NoPen), color};
}

QPainterPath rounded(const Polyline &line) {
    QPainterPath path(line.front());
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        const QPointF in = line[i] - line[i - 1];
        const QPointF out = line[i + 1] - line[i];
        const double inLength = std::hypot(in.x(), in.y());
        const double outLength = std::hypot(out.x(), out.y());
        const double radius = std::min({rounding, inLength / 2, outLength / 2});
        if (radius > 0) {
            path.lineTo(line[i] - radius / inLength * in);
            path.quadTo(line[i], line[i] + radius / outLength * out);
        }
    }
    path.lineTo(line.back());
    return path;
}

} // namespace

std::vector<DrawnPath> linkLook(const SceneLink &link, const QColor &color, double width) {
    std::vector<DrawnPath> look;
    const std::size_t count = link.way.size();
    if (count < 2) {
        return look;
    }
    const QPointF tip = link.way.back();
    const QPointF last = tip - link.way[count - 2];
    const double length = std::hypot(last.x(), last.y());
    const QPointF along = length > 0 ? last / length : QPointF(1, 0);
    for (Polyline stroke : link.strokes) {
        if (stroke.back() == tip) {
            const QPointF piece = stroke.back() - stroke[stroke.size() - 2];
            const double room = std::hypot(piece.x(), piece.y());
            stroke.back() = tip - std::min(headLength(link.kind), room) * along;
        }
        look.push_back({rounded(stroke), penOf(link.kind, color, width)});
    }
    look.push_back(head(link.kind, tip, along, color, width));
    return look;
}

void paintLink(QPainter &painter, const SceneLink &link, const QColor &color) {
    for (const DrawnPath &path : linkLook(link, color)) {
        play(painter, path);
    }
}

} // namespace timeline
