// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/link_look.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

QPen penOf(LinkKind kind, const Theme &theme) {
    QPen pen(kind == LinkKind::Contradicts ? theme.asOf : theme.mutedText, 1.5);
    pen.setCapStyle(Qt::FlatCap);
    if (kind == LinkKind::Contradicts) {
        pen.setDashPattern({4, 3});
    } else if (kind == LinkKind::PartOf) {
        pen.setDashPattern({1, 2});
    }
    return pen;
}

void paintArrowhead(QPainter &painter, QPointF tip, double direction, const QColor &color) {
    constexpr double length = 7;
    constexpr double halfWidth = 4;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({tip, tip + QPointF(-direction * length, -halfWidth),
                                   tip + QPointF(-direction * length, halfWidth)}));
}

/// From under or over the first mark, where no label is, to the near side of the second.
void paintLink(QPainter &painter, const QRectF &from, const QRectF &to, LinkKind kind, const Theme &theme) {
    const bool sameRow = std::abs(from.center().y() - to.center().y()) < 2;
    const bool upwards = to.center().y() < from.center().y() || sameRow;
    const double direction = to.center().x() >= from.center().x() ? 1 : -1;
    const QPointF start(from.center().x(), upwards ? from.top() - 2 : from.bottom() + 2);
    const QPointF end(direction > 0 ? to.left() - 3 : to.right() + 3, to.center().y());
    const double bow = std::clamp(std::abs(end.x() - start.x()) / 2, 16.0, 140.0);
    const double lift = sameRow ? -14 : (end.y() - start.y()) * 0.7;
    QPainterPath curve(start);
    curve.cubicTo(start + QPointF(0, lift), end - QPointF(direction * bow, sameRow ? 14 : 0), end);
    const QPen pen = penOf(kind, theme);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(curve);
    if (kind == LinkKind::LeadsTo || kind == LinkKind::PartOf) {
        paintArrowhead(painter, end, direction, pen.color());
    }
}

} // namespace

void paintLinks(QPainter &painter, const Scene &scene, const std::vector<Document::Relation> &relations,
                const Theme &theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(scene.plot);
    for (const Document::Relation &relation : relations) {
        const SceneItem *from = scene.itemOf(relation.from);
        const SceneItem *to = scene.itemOf(relation.to);
        if (from != nullptr && to != nullptr) {
            paintLink(painter, from->rect, to->rect, relation.kind, theme);
        }
    }
    painter.restore();
}

} // namespace timeline
