// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/link_curve.h"

#include <algorithm>
#include <cmath>

namespace timeline {

std::array<QPointF, 4> curveBetween(const LinkPlace &from, const LinkPlace &to) {
    const QPointF way = to.rect.center() - from.rect.center();
    const bool isLevel = std::abs(way.y()) < 2;
    const double direction = way.x() >= 0 ? 1 : -1;
    QPointF begin = from.rect.center();
    QPointF end = to.rect.center();
    const double bow = std::clamp(std::abs(way.x()) / 2, 16.0, 140.0);
    QPointF leaving = -bow * from.outwards;
    if (from.outwards.isNull()) { // from above or below a mark, where no label is
        begin.setY(way.y() < 0 || isLevel ? from.rect.top() - 2 : from.rect.bottom() + 2);
        leaving = {0, isLevel ? -14 : (end.y() - begin.y()) * 0.7};
    }
    QPointF arriving = bow * to.outwards;
    if (to.outwards.isNull() && direction < 0 && to.isLabelled) {
        const double down = way.y() > 0 || isLevel ? 1 : -1;
        end.setY(down > 0 ? to.rect.top() - 3 : to.rect.bottom() + 3);
        arriving = {0, down * std::clamp(std::abs(way.y()) / 2, 14.0, 60.0)};
    } else if (to.outwards.isNull()) {
        end.setX(direction > 0 ? to.rect.left() - 3 : to.rect.right() + 3);
        arriving = {direction * bow, isLevel ? 14.0 : 0.0};
    }
    return {begin, begin + leaving, end - arriving, end};
}

QPointF pointAt(const std::array<QPointF, 4> &curve, double part) {
    const double t = part;
    const double s = 1 - part;
    return s * s * s * curve[0] + 3 * s * s * t * curve[1] + 3 * s * t * t * curve[2] + t * t * t * curve[3];
}

void stroke(SceneLink &link, const std::function<bool(QPointF)> &isFree) {
    double longest = 0; // of the ways between its points: a third of how fast it runs
    for (std::size_t i = 1; i < link.curve.size(); ++i) {
        const QPointF way = link.curve[i] - link.curve[i - 1];
        longest = std::max(longest, std::hypot(way.x(), way.y()));
    }
    const double pieces = std::ceil(std::clamp(3 * longest / strokePiece, 8.0, 500.0));
    link.strokes.assign(1, {});
    for (double i = 0; i <= pieces; ++i) {
        const QPointF point = pointAt(link.curve, i / pieces);
        if (isFree(point)) {
            link.strokes.back().push_back(point);
        } else if (!link.strokes.back().empty()) {
            link.strokes.emplace_back();
        }
    }
    std::erase_if(link.strokes, [](const std::vector<QPointF> &stroke) { return stroke.size() < 2; });
}

SceneLink freeLink(const QRectF &from, const QRectF &to, LinkKind kind) {
    LinkPlace begin, end;
    begin.rect = from;
    end.rect = to;
    SceneLink link;
    link.kind = kind;
    link.curve = curveBetween(begin, end);
    stroke(link, [](QPointF) { return true; });
    return link;
}

} // namespace timeline
