// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/item_look.h"

#include "layout/scale/metrics.h"
#include "paint/canvas.h"
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
    QColor line; ///< of its outline, and of all else that is drawn on the body
    bool outlined = false;
    Qt::PenStyle style = Qt::SolidLine;
    bool hatched = false;
    bool split = false;
    bool struck = false;
};

Fill fillOf(const SceneItem &item, const QColor &color, const Theme &theme) {
    const QColor line = theme.outlineOf(color);
    const bool isPoint = item.shape == ItemShape::Point; // which is too small for tints
    const QColor ground = theme.tint(color, isPoint ? 0 : 0.06);
    switch (item.status) {
    case Status::Confirmed:
        return {color, line, line != color};
    case Status::Reported:
        return {isPoint ? ground : theme.tint(color, 0.3), line, true};
    case Status::Claimed:
    case Status::Own: // is no better founded, for all that is known
        return {ground, line, true, Qt::SolidLine, true};
    case Status::Disputed:
        return {ground, line, true, Qt::SolidLine, false, true};
    case Status::Planned:
        return {ground, line, true, Qt::DashLine};
    case Status::Cancelled:
        return {ground, line, true, Qt::SolidLine, false, false, true};
    }
    return {color, line};
}

QPen outlinePen(const Fill &fill, double width = outlineWidth) {
    QPen pen(fill.line, width);
    if (fill.style == Qt::DashLine) {
        pen.setDashPattern({4.6 / width, 3.4 / width}); // 8 pixels
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

std::vector<DrawnPath> pointLook(const SceneItem &item, const Fill &fill) {
    std::vector<DrawnPath> look;
    // What is hollow has a heavier line; of a small one as heavy as leaves something within.
    const double heavy = std::clamp(item.rect.width() * 0.18, outlineWidth, 2.2);
    const double width = item.status == Status::Confirmed ? outlineWidth : heavy;
    const QRectF rect = item.rect.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    if (item.flags & DateFlag::Approximate) { // between round brackets
        constexpr double beside = 2.5;
        const double half = std::max(item.rect.height() / 2, 5.0);
        for (const double side : {-1.0, 1.0}) {
            const double x = item.rect.center().x() + side * (item.rect.width() / 2 + beside);
            QPainterPath bracket(QPointF(x - side * 2, item.rect.center().y() - half));
            bracket.quadTo(QPointF(x + side * 2, item.rect.center().y()),
                           QPointF(x - side * 2, item.rect.center().y() + half));
            look.push_back({bracket, QPen(fill.line, outlineWidth)});
        }
    }
    QPen pen = outlinePen(fill, width);
    if (fill.style == Qt::DashLine) { // around it six times
        constexpr double around = 3.14159265;
        const double period = around * rect.width() / 6 / width;
        pen.setDashPattern({period * 0.55, period * 0.45});
    }
    const QPainterPath body = symbolPath(item.symbol, rect);
    look.push_back({body, fill.outlined ? pen : QPen(Qt::NoPen), fill.body});
    if (fill.hatched) {
        const double inset = rect.width() * 0.2;
        look.push_back(hatch(rect.adjusted(inset, inset, -inset, -inset), fill.line));
    }
    if (fill.split) {
        look.push_back({leftHalf(item.symbol, rect), QPen(Qt::NoPen), fill.line});
    }
    if (fill.struck) {
        const QRectF over = item.rect.adjusted(-1, -1, 1, 1);
        look.push_back(DrawnPath::line(over.bottomLeft(), over.topRight(), QPen(fill.line, outlineWidth)));
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

std::vector<DrawnPath> barLook(const SceneItem &item, const Fill &fill) {
    std::vector<DrawnPath> look;
    const double half = fill.outlined ? outlineWidth / 2 : 0;
    const QRectF rect = item.rect.adjusted(half, half, -half, -half);
    const Fades fades = fadesOf(item);
    look.push_back({barPath(item, rect), fill.outlined && !fades.any() ? outlinePen(fill) : QPen(Qt::NoPen),
                    faded(fill.body, fadedOut(fill.body), rect, fades)});
    if (fill.hatched) {
        QColor lines = fill.line;
        lines.setAlphaF(item.labelInside ? 0.28F : 0.7F);
        look.push_back(hatch(rect.adjusted(fades.left, 1, -fades.right, -1), lines));
    }
    if (fill.split) {
        const double part = item.labelInside ? 0.3 : 0.5; // of its height
        QPainterPath lower;
        lower.addRect(QRectF(rect.left() + 1, rect.bottom() - rect.height() * part, rect.width() - 2,
                             rect.height() * part));
        look.push_back({lower, QPen(Qt::NoPen), faded(fill.line, fadedOut(fill.line), rect, fades)});
    }
    if (fill.outlined && fades.any()) {
        constexpr double shortest = 36; // on shorter ones a pale outline would say nothing
        look.push_back(fadedOutline(rect, rect.width() < shortest ? Fades{1, 1} : fades, outlinePen(fill)));
    }
    if (fill.struck) {
        constexpr double beyond = 4;
        const double y = item.labelInside ? rect.bottom() - 3 : rect.center().y();
        look.push_back(DrawnPath::line(QPointF(rect.left() - (item.cutLeft ? 0 : beyond), y),
                                       QPointF(rect.right() + (item.cutRight ? 0 : beyond), y),
                                       QPen(fill.line, outlineWidth)));
    }
    return look;
}

/// A thin line between two stops, which are round where one knows only about where they are.
std::vector<DrawnPath> withinLook(const SceneItem &item, const Fill &fill) {
    constexpr double width = 2;
    constexpr double leastStop = 8; // of a rectangle that has the height of its line
    const QRectF &rect = item.rect;
    const double y = rect.center().y();
    const double bow = item.flags & DateFlag::Approximate ? 2 : 0;
    const double half = std::max(rect.height(), leastStop) / 2 + bow / 2;
    QPen pen(fill.line, width);
    pen.setCapStyle(Qt::FlatCap);
    if (item.status != Status::Confirmed) {
        const bool isPlan = fill.style == Qt::DashLine;
        pen.setDashPattern(isPlan ? QList<qreal>{1.5, 1} : QList<qreal>{2.5, 1.5}); // 5 and 8 pixels
    }
    std::vector<DrawnPath> look = {
        DrawnPath::line(QPointF(rect.left() + 1, y), QPointF(rect.right() - 1, y), pen)};
    const auto addStop = [&](double x, double inwards) {
        QPainterPath stop(QPointF(x + inwards, y - half));
        stop.quadTo(QPointF(x - inwards, y), QPointF(x + inwards, y + half));
        look.push_back({stop, QPen(fill.line, width)});
    };
    if (!item.cutLeft) {
        addStop(rect.left() + 1, bow);
    }
    if (!item.cutRight) {
        addStop(rect.right() - 1, -bow);
    }
    return look;
}

std::vector<DrawnPath> clusterLook(const SceneItem &item, const QColor &color, const Theme &theme) {
    const QRectF rect = item.rect.adjusted(0.5, 1.5, -0.5, -1.5);
    QPainterPath path;
    path.addRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    return {{path, QPen(theme.outlineOf(color), 1.4), theme.tint(color, item.isDimmed ? 0 : 0.2)}};
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

std::optional<SceneItem> signOf(const SceneItem &item) {
    constexpr double least = 40; // of a line that stays one beside its sign
    constexpr double size = 10;
    if (item.shape != ItemShape::Within || item.status == Status::Confirmed || item.rect.width() < least) {
        return std::nullopt;
    }
    SceneItem sign = item;
    sign.shape = ItemShape::Point;
    sign.flags = {};
    sign.symbol = MarkSymbol::Disc;
    sign.rect = QRectF(0, 0, size, size);
    sign.rect.moveCenter(item.rect.center());
    return sign;
}

std::vector<DrawnPath> itemLook(const SceneItem &item, const QColor &color, const Theme &theme) {
    Fill fill = fillOf(item, color, theme);
    if (item.isDimmed) {
        fill = {theme.background, fill.line, true, fill.style, fill.hatched, false, fill.struck};
    }
    switch (item.shape) {
    case ItemShape::Point:
        return pointLook(item, fill);
    case ItemShape::Within:
        return withinLook(item, fill);
    case ItemShape::Bar:
        return barLook(item, fill);
    case ItemShape::Cluster:
        break;
    }
    return clusterLook(item, color, theme);
}

void paintItem(QPainter &painter, const SceneItem &item, const QColor &color, const Theme &theme) {
    for (const DrawnPath &path : itemLook(item, color, theme)) {
        play(painter, path);
    }
}

void drawMark(Canvas &canvas, const SceneItem &item, const QColor &color) {
    canvas.mark(item, color);
    if (const std::optional<SceneItem> sign = signOf(item)) {
        canvas.mark(*sign, color);
    }
}

QColor labelColor(const SceneItem &item, const QColor &color, const Theme &theme) {
    if (item.isDimmed) {
        return theme.dimmed;
    }
    const bool isOnColor =
        item.shape == ItemShape::Bar && item.labelInside && item.status == Status::Confirmed;
    return isOnColor ? Theme::textOn(color) : theme.text;
}

QColor dateColor(const SceneItem &item, const QColor &color, const Theme &theme) {
    const bool isInBar = item.shape == ItemShape::Bar && item.labelInside;
    return isInBar || item.isDimmed ? labelColor(item, color, theme) : theme.mutedText;
}

} // namespace timeline
