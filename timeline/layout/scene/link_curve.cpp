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

CubicCurve curveBetween(const LinkPlace &from, const LinkPlace &to) {
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

namespace {

/// The curve's blossom: a point of it where all three are the same.
QPointF blossom(CubicCurve points, double a, double b, double c) {
    std::size_t left = points.size() - 1;
    for (const double t : {a, b, c}) {
        for (std::size_t i = 0; i < left; ++i) {
            points[i] = (1 - t) * points[i] + t * points[i + 1];
        }
        --left;
    }
    return points[0];
}

CubicCurve piece(const CubicCurve &curve, double begin, double end) {
    return {blossom(curve, begin, begin, begin), blossom(curve, begin, begin, end),
            blossom(curve, begin, end, end), blossom(curve, end, end, end)};
}

} // namespace

QPointF pointAt(const CubicCurve &curve, double part) {
    return blossom(curve, part, part, part);
}

std::vector<QPointF> pointsOn(const CubicCurve &curve, double step) {
    double longest = 0; // of the ways between its points: a third of how fast it runs
    for (std::size_t i = 1; i < curve.size(); ++i) {
        const QPointF way = curve[i] - curve[i - 1];
        longest = std::max(longest, std::hypot(way.x(), way.y()));
    }
    const double pieces = std::ceil(std::clamp(3 * longest / step, 4.0, 2000.0));
    std::vector<QPointF> points;
    for (double i = 0; i <= pieces; ++i) {
        points.push_back(pointAt(curve, i / pieces));
    }
    return points;
}

CubicCurve besideCurve(const CubicCurve &curve, int number) {
    constexpr double apart = 4; // at their ends, and more between them
    constexpr double bulge = 18;
    const auto across = [number](QPointF way) {
        const double length = std::hypot(way.x(), way.y());
        return length > 0 ? number / length * QPointF(-way.y(), way.x()) : QPointF();
    };
    // At an end along the edge of the mark that it touches there.
    const QPointF begin = apart * across(curve[1] - curve[0]);
    const QPointF end = apart * across(curve[3] - curve[2]);
    const QPointF between = bulge * across(curve[3] - curve[0]);
    return {curve[0] + begin, curve[1] + begin + between, curve[2] + end + between, curve[3] + end};
}

void stroke(SceneLink &link, const std::function<bool(QPointF)> &isSeen) {
    link.strokes.clear();
    const std::vector<QPointF> points = pointsOn(link.curve, strokeStep);
    const auto all = static_cast<double>(points.size() - 1);
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= points.size(); ++i) {
        if (i < points.size() && isSeen(points[i])) {
            continue;
        }
        if (i > begin + 1) { // from the first that is seen to the last
            link.strokes.push_back(
                piece(link.curve, static_cast<double>(begin) / all, static_cast<double>(i - 1) / all));
        }
        begin = i + 1;
    }
}

bool SceneLink::isNear(QPointF point) const {
    constexpr double tolerance = 4;
    return std::ranges::any_of(strokes, [point](const CubicCurve &stroke) {
        return std::ranges::any_of(pointsOn(stroke, tolerance), [point](QPointF at) {
            return std::hypot(at.x() - point.x(), at.y() - point.y()) <= tolerance;
        });
    });
}

SceneLink freeLink(const LinkPlace &from, const LinkPlace &to, LinkKind kind) {
    SceneLink link;
    link.kind = kind;
    link.curve = curveBetween(from, to);
    stroke(link, [](QPointF) { return true; });
    return link;
}

} // namespace timeline
