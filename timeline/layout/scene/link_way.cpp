// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/link_way.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr double gap = 3; // between a mark and the end of its link
constexpr double portsApart = 8;
constexpr int fromSide = 6; // costs of ports that are not the best one
constexpr int fromAbove = 14;
constexpr int besideMiddle = 10;

/// Places along a side, the middle one first.
std::vector<double> alongSide(double from, double to, bool isPlate) {
    std::vector<double> places = {(from + to) / 2};
    constexpr double corner = 7;
    for (double off = portsApart; isPlate && off <= (to - from) / 2 - corner && off < 4 * portsApart;
         off += portsApart) {
        places.push_back(places.front() - off);
        places.push_back(places.front() + off);
    }
    return places;
}

} // namespace

LinkPlace linkPlace(const SceneItem &item, const QRectF &plot, bool isPlate) {
    const QRectF whole = isPlate ? plateOf(item.reach()) : item.rect;
    const double left = std::clamp(whole.left(), plot.left(), plot.right());
    const double right = std::clamp(whole.right(), plot.left(), plot.right());
    LinkPlace place;
    place.end = item.shape == ItemShape::Cluster ? SceneLink::End::Cluster : SceneLink::End::Mark;
    place.rect = QRectF(left, whole.top(), right - left, whole.height());
    place.isPlate = isPlate;
    return place;
}

std::vector<LinkPort> portsOf(const LinkPlace &place) {
    std::vector<LinkPort> ports;
    if (place.end == SceneLink::End::Beyond) {
        return ports; // anywhere on its stretch of the edge
    }
    const double air = place.isPlate ? 0 : gap;
    const QRectF rect = place.rect.marginsAdded({air, air, air, air});
    int cost = 0;
    for (const double y : alongSide(rect.top(), rect.bottom(), place.isPlate)) {
        ports.push_back({{rect.left(), y}, {-1, 0}, cost});
        ports.push_back({{rect.right(), y}, {1, 0}, cost + fromSide});
        cost += besideMiddle;
    }
    cost = fromAbove;
    for (const double x : alongSide(rect.left(), std::min(rect.right(), rect.left() + 60), place.isPlate)) {
        ports.push_back({{x, rect.bottom()}, {0, 1}, cost});
        ports.push_back({{x, rect.top()}, {0, -1}, cost});
        cost += besideMiddle;
    }
    return ports;
}

Polyline plainWay(const LinkPlace &from, const LinkPlace &to, int number) {
    constexpr double apart = 6;
    const QPointF begin = from.rect.center();
    const QPointF end = to.rect.center();
    const double side = end.x() >= begin.x() ? 1 : -1;
    const auto edge = [](const LinkPlace &place, double towards) {
        const double air =
            place.end == SceneLink::End::Beyond || place.isPlate || place.rect.isEmpty() ? 0 : gap;
        return towards > 0 ? place.rect.right() + air : place.rect.left() - air;
    };
    const int steps = (number + 1) / 2;
    const double beside = (number % 2 == 0 ? apart : -apart) * steps;
    const double least = 12; // there is room for the head
    double first = edge(from, side);
    double last = edge(to, -side);
    double middle = (first + last) / 2;
    if (side * (last - first) < 2 * least) { // above each other: round their left sides
        first = edge(from, -1);
        last = edge(to, -1);
        middle = std::min(first, last) - 2 * least;
    }
    middle += beside;
    return simplified({{first, begin.y() + beside},
                       {middle, begin.y() + beside},
                       {middle, end.y() + beside},
                       {last, end.y() + beside}});
}

Polyline simplified(const Polyline &way) {
    Polyline simple;
    for (const QPointF &point : way) {
        if (!simple.empty() && simple.back() == point) {
            continue;
        }
        const std::size_t count = simple.size();
        if (count >= 2) {
            const QPointF before = simple[count - 1] - simple[count - 2];
            const QPointF after = point - simple[count - 1];
            if (before.x() * after.y() == before.y() * after.x() && QPointF::dotProduct(before, after) > 0) {
                simple.back() = point;
                continue;
            }
        }
        simple.push_back(point);
    }
    return simple;
}

std::vector<QPointF> pointsOn(const Polyline &way, double step) {
    std::vector<QPointF> points;
    for (std::size_t i = 1; i < way.size(); ++i) {
        const QPointF piece = way[i] - way[i - 1];
        const double count = std::ceil(std::clamp(std::hypot(piece.x(), piece.y()) / step, 1.0, 2000.0));
        for (double part = points.empty() ? 0 : 1; part <= count; ++part) {
            points.push_back(part == count ? way[i] : way[i - 1] + part / count * piece);
        }
    }
    return points;
}

void stroke(SceneLink &link, const Polyline &way, const std::function<bool(QPointF)> &isSeen) {
    link.strokes.clear();
    Polyline seen;
    const auto end = [&] {
        if (seen.size() > 1) {
            link.strokes.push_back(simplified(seen));
        }
        seen.clear();
    };
    for (const QPointF &point : pointsOn(way, strokeStep)) {
        if (isSeen(point)) {
            seen.push_back(point);
        } else {
            end();
        }
    }
    end();
}

bool SceneLink::isNear(QPointF point) const {
    constexpr double tolerance = 4;
    return std::ranges::any_of(strokes, [point](const Polyline &stroke) {
        for (std::size_t i = 1; i < stroke.size(); ++i) {
            const QRectF piece = QRectF(stroke[i - 1], stroke[i]).normalized();
            if (piece.marginsAdded({tolerance, tolerance, tolerance, tolerance}).contains(point)) {
                return true;
            }
        }
        return false;
    });
}

SceneLink freeLink(const LinkPlace &from, const LinkPlace &to, LinkKind kind) {
    SceneLink link;
    link.kind = kind;
    link.way = plainWay(from, to);
    link.strokes = {link.way};
    return link;
}

} // namespace timeline
