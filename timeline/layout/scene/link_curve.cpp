// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/link_curve.h"

#include <algorithm>
#include <cmath>

namespace timeline {

LinkPlace linkPlace(const SceneItem &item, const QRectF &plot) {
    const double left = std::clamp(item.rect.left(), plot.left(), plot.right());
    const double right = std::clamp(item.rect.right(), plot.left(), plot.right());
    LinkPlace place;
    place.end = item.shape == ItemShape::Cluster ? SceneLink::End::Cluster : SceneLink::End::Mark;
    place.rect = QRectF(left, item.rect.top(), right - left, item.rect.height());
    place.isLabelled = item.label && !item.labelInside;
    return place;
}

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

void stroke(SceneLink &link, const std::function<Sight(QPointF)> &sightAt) {
    double longest = 0; // of the ways between its points: a third of how fast it runs
    for (std::size_t i = 1; i < link.curve.size(); ++i) {
        const QPointF way = link.curve[i] - link.curve[i - 1];
        longest = std::max(longest, std::hypot(way.x(), way.y()));
    }
    const double pieces = std::ceil(std::clamp(3 * longest / strokePiece, 8.0, 2000.0));
    link.strokes.clear();
    Sight before = Sight::None;
    for (double i = 0; i <= pieces; ++i) {
        const QPointF point = pointAt(link.curve, i / pieces);
        const Sight sight = sightAt(point);
        const bool isClearAgain = before == Sight::BehindText && sight == Sight::Clear;
        if (isClearAgain) { // pieces at the edge of a text are behind it
            link.strokes.back().points.push_back(point);
        }
        if (sight != before && sight != Sight::None) {
            const std::optional<QPointF> last =
                before == Sight::Clear ? std::optional(link.strokes.back().points.back()) : std::nullopt;
            link.strokes.push_back({{}, sight == Sight::BehindText});
            if (last) {
                link.strokes.back().points.push_back(*last);
            }
        }
        if (sight != Sight::None) {
            link.strokes.back().points.push_back(point);
        }
        before = sight;
    }
    std::erase_if(link.strokes, [](const SceneLink::Stroke &stroke) { return stroke.points.size() < 2; });
}

SceneLink freeLink(const LinkPlace &from, const LinkPlace &to, LinkKind kind) {
    SceneLink link;
    link.kind = kind;
    link.curve = curveBetween(from, to);
    stroke(link, [](QPointF) { return Sight::Clear; });
    return link;
}

} // namespace timeline
