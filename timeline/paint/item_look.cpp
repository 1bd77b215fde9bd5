// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/item_look.h"

#include "layout/scale/metrics.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

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

/// Diagonal lines within a rectangle, reckoned rather than clipped: Qt's SVG writer does not clip.
void paintHatch(QPainter &painter, const QRectF &rect, const QColor &color) {
    painter.setPen(QPen(color, 1.1));
    QList<QLineF> lines;
    // Fixed to the item and not to the window, so that the hatch does not crawl while panning.
    for (double at = rect.left() - rect.height(); at < rect.right(); at += hatchDistance) {
        const double left = std::max(at, rect.left());
        const double right = std::min(at + rect.height(), rect.right());
        if (left < right) {
            lines.append(QLineF(left, rect.bottom() - (left - at), right, rect.bottom() - (right - at)));
        }
    }
    painter.drawLines(lines);
}

/// What a colour fades to. Qt's PDF writer knows no gradients of opacity, so there it is the background's
/// colour.
QColor fadedOut(const QPainter &painter, const QColor &color, const Theme &theme) {
    constexpr float left = 0.06F;
    QColor clear = color;
    clear.setAlphaF(left);
    return painter.paintEngine()->type() == QPaintEngine::Pdf ? theme.tint(color, left) : clear;
}

void paintPoint(QPainter &painter, const SceneItem &item, const Fill &fill, const QColor &color,
                const Theme &theme) {
    const QRectF rect =
        item.rect.adjusted(outlineWidth / 2, outlineWidth / 2, -outlineWidth / 2, -outlineWidth / 2);
    if (item.flags & DateFlag::Approximate) {
        QRadialGradient glow(rect.center(), rect.width() * 0.75);
        glow.setColorAt(0.45, color);
        glow.setColorAt(1, fadedOut(painter, color, theme));
        painter.setPen(Qt::NoPen);
        painter.setBrush(glow);
        painter.drawEllipse(rect.center(), rect.width() * 0.75, rect.width() * 0.75);
    }
    painter.setPen(fill.outlined ? outlinePen(fill, color) : QPen(Qt::NoPen));
    painter.setBrush(fill.body);
    painter.drawEllipse(rect);
    if (fill.hatched) {
        const double inset = rect.width() * 0.2;
        paintHatch(painter, rect.adjusted(inset, inset, -inset, -inset), color);
    }
    if (fill.split) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawChord(rect, 90 * 16, 180 * 16);
    }
    if (fill.struck) {
        painter.setPen(QPen(color, outlineWidth));
        painter.drawLine(rect.topLeft(), rect.bottomRight());
    }
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

QBrush faded(const QPainter &painter, const QColor &color, const QRectF &rect, const Fades &fades,
             const Theme &theme) {
    if (!fades.any()) {
        return color;
    }
    const QColor clear = fadedOut(painter, color, theme);
    QLinearGradient gradient(rect.topLeft(), rect.topRight());
    gradient.setColorAt(0, fades.left > 0 ? clear : color);
    gradient.setColorAt(std::min(1.0, fades.left / rect.width()), color);
    gradient.setColorAt(std::max(0.0, 1 - fades.right / rect.width()), color);
    gradient.setColorAt(1, fades.right > 0 ? clear : color);
    return gradient;
}

/// Whether a line that begins at this offset of the pen's dashes has any ink. A stroke without is no valid
/// PDF.
bool hasInk(const QPen &pen, double offset, double length) {
    const QList<qreal> dashes = pen.dashPattern();
    if (dashes.size() < 2) {
        return true;
    }
    const double period = dashes[0] + dashes[1];
    const double phase = std::fmod(offset, period);
    return phase < dashes[0] || phase + length > period;
}

/// Top and bottom lines that grow pale towards faded ends. A pen with a gradient would do, were it not lost
/// in SVG.
void paintFadedOutline(QPainter &painter, const QRectF &rect, const Fades &fades, const QPen &pen) {
    const auto lines = [&painter, &rect](double from, double to) {
        painter.drawLine(QPointF(from, rect.top()), QPointF(to, rect.top()));
        painter.drawLine(QPointF(from, rect.bottom()), QPointF(to, rect.bottom()));
    };
    QPen solid = pen;
    solid.setDashOffset(fades.left / pen.widthF());
    painter.setPen(solid);
    lines(rect.left() + fades.left, rect.right() - fades.right);
    if (fades.left <= 0) {
        painter.drawLine(rect.topLeft(), rect.bottomLeft());
    }
    if (fades.right <= 0) {
        painter.drawLine(rect.topRight(), rect.bottomRight());
    }
    constexpr int slices = 5;
    for (int i = 0; i < slices; ++i) {
        QPen pale = pen;
        QColor color = pen.color();
        color.setAlphaF(static_cast<float>(i + 1) / (slices + 1));
        pale.setColor(color);
        const auto slice = [&](double from, double to) {
            const double offset = (from - rect.left()) / pen.widthF(); // dashes run on from slice to slice
            if (hasInk(pen, offset, (to - from) / pen.widthF())) {
                pale.setDashOffset(offset);
                painter.setPen(pale);
                lines(from, to);
            }
        };
        if (fades.left > 0) {
            slice(rect.left() + fades.left * i / slices, rect.left() + fades.left * (i + 1) / slices);
        }
        if (fades.right > 0) {
            slice(rect.right() - fades.right * (i + 1) / slices, rect.right() - fades.right * i / slices);
        }
    }
}

void paintBar(QPainter &painter, const SceneItem &item, const Fill &fill, const QColor &color,
              const Theme &theme) {
    const double half = fill.outlined ? outlineWidth / 2 : 0;
    const QRectF rect = item.rect.adjusted(half, half, -half, -half);
    const Fades fades = fadesOf(item);
    const QPainterPath path = barPath(item, rect);
    painter.setPen(fill.outlined && !fades.any() ? outlinePen(fill, color) : QPen(Qt::NoPen));
    painter.setBrush(faded(painter, fill.body, rect, fades, theme));
    painter.drawPath(path);
    if (fill.hatched) {
        QColor lines = color;
        lines.setAlphaF(item.labelInside ? 0.28F : 0.7F);
        paintHatch(painter, rect.adjusted(fades.left, 1, -fades.right, -1), lines);
    }
    if (fill.split) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(painter, color, rect, fades, theme));
        painter.drawRect(QRectF(rect.left() + 2, rect.bottom() - rect.height() * 0.3, rect.width() - 4,
                                rect.height() * 0.3));
    }
    if (fill.outlined && fades.any()) {
        constexpr double shortest = 36; // on shorter ones a pale outline would say nothing
        paintFadedOutline(painter, rect, rect.width() < shortest ? Fades{1, 1} : fades,
                          outlinePen(fill, color));
    }
    if (fill.struck) {
        painter.setPen(QPen(color, outlineWidth));
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
    }
    if (item.shape == ItemShape::Within) {
        painter.setPen(QPen(color, 2));
        const double stop =
            item.rect.height() < metrics::withinHeight ? 2 : 3.5; // beyond the bar, above and below
        if (fades.left <= 0 && !item.cutLeft) {
            painter.drawLine(QPointF(item.rect.left() + 1, rect.top() - stop),
                             QPointF(item.rect.left() + 1, rect.bottom() + stop));
        }
        if (fades.right <= 0 && !item.cutRight) {
            painter.drawLine(QPointF(item.rect.right() - 1, rect.top() - stop),
                             QPointF(item.rect.right() - 1, rect.bottom() + stop));
        }
    }
}

void paintCluster(QPainter &painter, const SceneItem &item, const QColor &color, const Theme &theme) {
    painter.setPen(QPen(theme.tint(color, 0.8), 1));
    painter.setBrush(theme.tint(color, 0.16));
    const QRectF rect = item.rect.adjusted(0.5, 1.5, -0.5, -1.5);
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
}

} // namespace

void paintItem(QPainter &painter, const SceneItem &item, const QColor &color, const Theme &theme) {
    if (item.shape == ItemShape::Cluster) {
        paintCluster(painter, item, color, theme);
        return;
    }
    const Fill fill = fillOf(item.status, color, theme);
    if (item.shape == ItemShape::Point) {
        paintPoint(painter, item, fill, color, theme);
    } else {
        paintBar(painter, item, fill, color, theme);
    }
}

QColor labelColor(const SceneItem &item, const QColor &color, const Theme &theme) {
    if (item.shape == ItemShape::Bar && item.labelInside && item.status == Status::Confirmed) {
        return Theme::textOn(color);
    }
    const bool isPale = item.shape != ItemShape::Cluster && item.status == Status::Cancelled;
    return isPale ? theme.mutedText : theme.text;
}

} // namespace timeline
