// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/item_look.h"

#include "layout/scale/metrics.h"
#include "paint/play_drawing.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace timeline {

namespace {

constexpr double outlineWidth = 1.4;
constexpr double hatchDistance = 5;

/// How a status fills a shape.
struct Fill {
    QColor body;
    bool outlined = false;
    Qt::PenStyle line = Qt::SolidLine;
    bool hatched = false;
    bool split = false;
    bool struck = false;
};

Fill fillOf(Status status, const QColor &color, const Theme &theme) {
    switch (status) {
    case Status::Confirmed:
        return {color};
    case Status::Reported:
        return {theme.tint(color, 0.3), true};
    case Status::Claimed:
    case Status::Own: // is no better founded, for all that is known
        return {theme.tint(color, 0.06), true, Qt::SolidLine, true};
    case Status::Disputed:
        return {theme.tint(color, 0.22), true, Qt::SolidLine, false, true};
    case Status::Planned:
        return {theme.tint(color, 0.06), true, Qt::DashLine};
    case Status::Cancelled:
        return {theme.tint(color, 0.06), true, Qt::DotLine, false, false, true};
    }
    return {color};
}

QPen outlinePen(const Fill &fill, const QColor &color) {
    QPen pen(color, outlineWidth);
    if (fill.line == Qt::DashLine) {
        pen.setDashPattern({4.6 / outlineWidth, 3.4 / outlineWidth}); // 8 pixels
    } else if (fill.line == Qt::DotLine) {
        pen.setDashPattern({1, 4 / outlineWidth - 1}); // 4 pixels
    }
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

/// Diagonal lines within a rectangle, reckoned rather than clipped or a pattern: those are fixed to the
/// device in some formats, and lost in others.
DrawnPath hatch(const QRectF &rect, const QColor &color) {
    QPainterPath path;
    // Fixed to the item and not to the window, so that the hatch does not crawl while panning.
    for (double at = rect.left() - rect.height(); at < rect.right(); at += hatchDistance) {
        const double left = std::max(at, rect.left());
        const double right = std::min(at + rect.height(), rect.right());
        if (left < right) {
            path.moveTo(left, rect.bottom() - (left - at));
            path.lineTo(right, rect.bottom() - (right - at));
        }
    }
    return {path, QPen(color, 1.1)};
}

/// What a colour fades to.
QColor fadedOut(const QColor &color) {
    QColor clear = color;
    clear.setAlphaF(0.06F);
    return clear;
}

/// Corners of a symbol, on a square from -1 to 1, from its top on and round to the right.
std::span<const QPointF> cornersOf(MarkSymbol symbol) {
    static constexpr QPointF square[] = {{0, -0.88}, {0.88, -0.88}, {0.88, 0.88}, {0, 0.88}};
    static constexpr QPointF diamond[] = {{0, -1.22}, {1.22, 0}, {0, 1.22}};
    static constexpr QPointF triangle[] = {{0, -1.15}, {1.2, 0.95}, {0, 0.95}};
    static constexpr QPointF wedge[] = {{0, -0.95}, {1.2, -0.95}, {0, 1.15}};
    static constexpr QPointF plus[] = {{0, -1.1},   {0.42, -1.1}, {0.42, -0.42}, {1.1, -0.42},
                                       {1.1, 0.42}, {0.42, 0.42}, {0.42, 1.1},   {0, 1.1}};
    switch (symbol) {
    case MarkSymbol::Square:
        return square;
    case MarkSymbol::Diamond:
        return diamond;
    case MarkSymbol::Triangle:
        return triangle;
    case MarkSymbol::Wedge:
        return wedge;
    case MarkSymbol::Plus:
        return plus;
    case MarkSymbol::Disc:
        break;
    }
    return {};
}

/// The half of a symbol on one side of its middle, as corners of its outline; all are the same on both sides.
QPolygonF halfOf(MarkSymbol symbol, const QRectF &rect, double side) {
    QPolygonF half;
    for (const QPointF &corner : cornersOf(symbol)) {
        half << rect.center() + QPointF(side * corner.x() * rect.width() / 2, corner.y() * rect.height() / 2);
    }
    return half;
}

QPainterPath leftHalf(MarkSymbol symbol, const QRectF &rect) {
    QPainterPath half;
    if (symbol == MarkSymbol::Disc) {
        half.arcMoveTo(rect, 90);
        half.arcTo(rect, 90, 180);
    } else {
        half.addPolygon(halfOf(symbol, rect, -1));
    }
    half.closeSubpath();
    return half;
}

std::vector<DrawnPath> pointLook(const SceneItem &item, const Fill &fill, const QColor &color) {
    std::vector<DrawnPath> look;
    const QRectF rect =
        item.rect.adjusted(outlineWidth / 2, outlineWidth / 2, -outlineWidth / 2, -outlineWidth / 2);
    if (item.flags & DateFlag::Approximate) {
        const double radius = rect.width() * 0.75;
        QRadialGradient glow(rect.center(), radius);
        glow.setColorAt(0.45, color);
        glow.setColorAt(1, fadedOut(color));
        QPainterPath path;
        path.addEllipse(rect.center(), radius, radius);
        look.push_back({path, QPen(Qt::NoPen), glow});
    }
    const QPainterPath body = symbolPath(item.symbol, rect);
    look.push_back({body, fill.outlined ? outlinePen(fill, color) : QPen(Qt::NoPen), fill.body});
    if (fill.hatched) {
        const double inset = rect.width() * 0.2;
        look.push_back(hatch(rect.adjusted(inset, inset, -inset, -inset), color));
    }
    if (fill.split) {
        look.push_back({leftHalf(item.symbol, rect), QPen(Qt::NoPen), color});
    }
    if (fill.struck) {
        look.push_back(DrawnPath::line(rect.topLeft(), rect.bottomRight(), QPen(color, outlineWidth)));
    }
    return look;
}

/// A bar's outline: round corners, points where an end is open, straight where the window cuts it.
QPainterPath barPath(const SceneItem &item, const QRectF &rect) {
    const double radius = std::min({4.0, rect.height() / 2, rect.width() / 2});
    const double tip = std::min(rect.height() / 2, rect.width() / 2);
    const bool leftTip = (item.flags & DateFlag::OpenStart) && !item.cutLeft;
    const bool rightTip = (item.flags & DateFlag::OpenEnd) && !item.cutRight;
    QPainterPath path;
    if (!leftTip && !rightTip) {
        path.addRoundedRect(rect, radius, radius);
        return path;
    }
    path.moveTo(rect.left() + (leftTip ? tip : 0), rect.top());
    path.lineTo(rect.right() - (rightTip ? tip : 0), rect.top());
    path.lineTo(rect.right(), rightTip ? rect.center().y() : rect.top());
    path.lineTo(rect.right() - (rightTip ? tip : 0), rect.bottom());
    path.lineTo(rect.left() + (leftTip ? tip : 0), rect.bottom());
    path.lineTo(rect.left(), leftTip ? rect.center().y() : rect.bottom());
    path.closeSubpath();
    return path;
}

/// A colour that fades towards the ends, to `clear`.
QBrush faded(const QColor &color, const QColor &clear, const QRectF &rect, const Fades &fades) {
    if (!fades.any()) {
        return color;
    }
    QLinearGradient gradient(rect.topLeft(), rect.topRight());
    gradient.setColorAt(0, fades.left > 0 ? clear : color);
    gradient.setColorAt(std::min(1.0, fades.left / rect.width()), color);
    gradient.setColorAt(std::max(0.0, 1 - fades.right / rect.width()), color);
    gradient.setColorAt(1, fades.right > 0 ? clear : color);
    return gradient;
}

/// Top and bottom lines that grow pale towards faded ends.
DrawnPath fadedOutline(const QRectF &rect, const Fades &fades, QPen pen) {
    QPainterPath path;
    const auto add = [&path](QPointF from, QPointF to) {
        path.moveTo(from);
        path.lineTo(to);
    };
    add(rect.topLeft(), rect.topRight());
    add(rect.bottomLeft(), rect.bottomRight());
    if (fades.left <= 0) {
        add(rect.topLeft(), rect.bottomLeft());
    }
    if (fades.right <= 0) {
        add(rect.topRight(), rect.bottomRight());
    }
    QColor pale = pen.color();
    pale.setAlphaF(0.15F);
    pen.setBrush(faded(pen.color(), pale, rect, fades));
    return {path, pen};
}

std::vector<DrawnPath> barLook(const SceneItem &item, const Fill &fill, const QColor &color) {
    std::vector<DrawnPath> look;
    const double half = fill.outlined ? outlineWidth / 2 : 0;
    const QRectF rect = item.rect.adjusted(half, half, -half, -half);
    const Fades fades = fadesOf(item);
    look.push_back({barPath(item, rect),
                    fill.outlined && !fades.any() ? outlinePen(fill, color) : QPen(Qt::NoPen),
                    faded(fill.body, fadedOut(fill.body), rect, fades)});
    if (fill.hatched) {
        QColor lines = color;
        lines.setAlphaF(item.labelInside ? 0.28F : 0.7F);
        look.push_back(hatch(rect.adjusted(fades.left, 1, -fades.right, -1), lines));
    }
    if (fill.split) {
        QPainterPath lower;
        lower.addRect(QRectF(rect.left() + 2, rect.bottom() - rect.height() * 0.3, rect.width() - 4,
                             rect.height() * 0.3));
        look.push_back({lower, QPen(Qt::NoPen), faded(color, fadedOut(color), rect, fades)});
    }
    if (fill.outlined && fades.any()) {
        constexpr double shortest = 36; // on shorter ones a pale outline would say nothing
        look.push_back(
            fadedOutline(rect, rect.width() < shortest ? Fades{1, 1} : fades, outlinePen(fill, color)));
    }
    if (fill.struck) {
        look.push_back(DrawnPath::line(QPointF(rect.left(), rect.center().y()),
                                       QPointF(rect.right(), rect.center().y()), QPen(color, outlineWidth)));
    }
    if (item.shape == ItemShape::Within) {
        const double stop =
            item.rect.height() < metrics::withinHeight ? 2 : 3.5; // beyond the bar, above and below
        const auto addStop = [&](double x) {
            look.push_back(DrawnPath::line(QPointF(x, rect.top() - stop), QPointF(x, rect.bottom() + stop),
                                           QPen(color, 2)));
        };
        if (fades.left <= 0 && !item.cutLeft && !(item.flags & DateFlag::OpenStart)) {
            addStop(item.rect.left() + 1);
        }
        if (fades.right <= 0 && !item.cutRight && !(item.flags & DateFlag::OpenEnd)) {
            addStop(item.rect.right() - 1);
        }
    }
    return look;
}

std::vector<DrawnPath> clusterLook(const SceneItem &item, const QColor &color, const Theme &theme) {
    const QRectF rect = item.rect.adjusted(0.5, 1.5, -0.5, -1.5);
    QPainterPath path;
    path.addRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    return {{path, QPen(theme.tint(color, 0.8), 1), theme.tint(color, item.isDimmed ? 0 : 0.16)}};
}

} // namespace

QPainterPath symbolPath(MarkSymbol symbol, const QRectF &rect) {
    QPainterPath path;
    if (symbol == MarkSymbol::Disc) {
        path.addEllipse(rect);
        return path;
    }
    QPolygonF outline = halfOf(symbol, rect, 1);
    const QPolygonF left = halfOf(symbol, rect, -1);
    std::copy(left.rbegin(), left.rend(), std::back_inserter(outline));
    path.addPolygon(outline);
    path.closeSubpath();
    return path;
}

std::vector<DrawnPath> itemLook(const SceneItem &item, const QColor &color, const Theme &theme) {
    if (item.shape == ItemShape::Cluster) {
        return clusterLook(item, color, theme);
    }
    Fill fill = fillOf(item.status, color, theme);
    if (item.isDimmed) {
        fill = {theme.background, true, fill.line, fill.hatched, false, fill.struck};
    }
    return item.shape == ItemShape::Point ? pointLook(item, fill, color) : barLook(item, fill, color);
}

void paintItem(QPainter &painter, const SceneItem &item, const QColor &color, const Theme &theme) {
    for (const DrawnPath &path : itemLook(item, color, theme)) {
        play(painter, path);
    }
}

QColor labelColor(const SceneItem &item, const QColor &color, const Theme &theme) {
    if (item.isDimmed) {
        return theme.dimmed;
    }
    if (item.shape == ItemShape::Bar && item.labelInside && item.status == Status::Confirmed) {
        return Theme::textOn(color);
    }
    const bool isPale = item.shape != ItemShape::Cluster && item.status == Status::Cancelled;
    return isPale ? theme.mutedText : theme.text;
}

} // namespace timeline
