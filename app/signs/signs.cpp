// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signs/signs.h"

#include "paint/item_look.h"

#include <QFontInfo>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <algorithm>
#include <cmath>

namespace timeloom {

using namespace timeline;

namespace {

constexpr double statusSize = 11;
constexpr double swatchSize = 10;
constexpr double severitySize = 16;
constexpr double stretchWidth = 22;
constexpr double iconGrid = 24;
constexpr double iconStroke = 1.8;

/// Signs grow with the text beside them.
double signScale() {
    return std::max(1.0, QFontInfo(QGuiApplication::font()).pixelSize() / 13.0);
}

SceneItem itemFor(Exactness exactness, QPointF middle) {
    SceneItem item;
    item.shape = ItemShape::Bar;
    double height = 8;
    double width = stretchWidth;
    switch (exactness) {
    case Exactness::Moment:
    case Exactness::Day:
        item.shape = ItemShape::Point;
        width = exactness == Exactness::Day ? 9 : 5;
        height = width;
        break;
    case Exactness::Within:
    case Exactness::About:
        item.shape = ItemShape::Within;
        height = 4;
        item.flags =
            exactness == Exactness::Within
                ? DateFlags()
                : DateFlags(DateFlag::Approximate) | DateFlag::StartApproximate | DateFlag::EndApproximate;
        break;
    case Exactness::Lasts:
        break;
    case Exactness::LastsAbout:
        item.flags = DateFlags(DateFlag::StartApproximate) | DateFlag::EndApproximate;
        break;
    case Exactness::PartlyAbout:
        item.flags = DateFlag::EndApproximate;
        break;
    case Exactness::GoesOn:
        item.flags = DateFlag::OpenEnd;
        break;
    case Exactness::FromBefore:
        item.flags = DateFlag::OpenStart;
        break;
    case Exactness::Unknown:
        item.flags = DateFlag::UnknownEnd;
        break;
    }
    const QSizeF size = QSizeF(width, height) * signScale();
    item.rect = QRectF(middle - QPointF(size.width(), size.height()) / 2, size);
    return item;
}

/// Of a grid of 24.
QPainterPath pathOf(LineIcon icon) {
    QPainterPath path;
    const auto line = [&path](std::initializer_list<QPointF> points) {
        path.moveTo(*points.begin());
        std::for_each(points.begin() + 1, points.end(), [&path](QPointF point) { path.lineTo(point); });
    };
    switch (icon) {
    case LineIcon::Back:
        line({{14.5, 6}, {8.5, 12}, {14.5, 18}});
        break;
    case LineIcon::Forward:
    case LineIcon::Right:
        line({{9.5, 6}, {15.5, 12}, {9.5, 18}});
        break;
    case LineIcon::Up:
        line({{6, 14.5}, {12, 8.5}, {18, 14.5}});
        break;
    case LineIcon::Down:
        line({{6, 9.5}, {12, 15.5}, {18, 9.5}});
        break;
    case LineIcon::Pencil:
        line({{4.5, 19.5}, {5.3, 15.6}, {15.8, 5.1}, {18.9, 8.2}, {8.4, 18.7}, {4.5, 19.5}});
        line({{13.4, 7.5}, {16.5, 10.6}});
        break;
    case LineIcon::Cross:
        line({{6.5, 6.5}, {17.5, 17.5}});
        line({{17.5, 6.5}, {6.5, 17.5}});
        break;
    case LineIcon::Plus:
        line({{12, 5}, {12, 19}});
        line({{5, 12}, {19, 12}});
        break;
    case LineIcon::Calendar:
        path.addRoundedRect(QRectF(4, 5.5, 16, 14.5), 2, 2);
        line({{4, 10}, {20, 10}});
        line({{8.5, 3.5}, {8.5, 7}});
        line({{15.5, 3.5}, {15.5, 7}});
        break;
    case LineIcon::Note:
        path.addEllipse(QPointF(12, 12), 8.5, 8.5);
        line({{12, 11}, {12, 16.5}});
        line({{12, 7.6}, {12, 7.7}});
        break;
    case LineIcon::Warning:
        line({{12, 4}, {21, 19.5}, {3, 19.5}, {12, 4}});
        line({{12, 10}, {12, 14}});
        line({{12, 16.8}, {12, 16.9}});
        break;
    }
    return path;
}

class LineIconEngine : public QIconEngine {
public:
    explicit LineIconEngine(LineIcon icon) : m_icon(icon) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
        const QPalette palette = QGuiApplication::palette();
        const QPalette::ColorGroup group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        paintLineIcon(*painter, rect, m_icon, palette.color(group, QPalette::ButtonText));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return drawn;
    }
    QIconEngine *clone() const override { return new LineIconEngine(m_icon); }

private:
    LineIcon m_icon;
};

} // namespace

QSizeF signSize(const Sign &sign) {
    const QSizeF size = std::holds_alternative<Exactness>(sign)  ? QSizeF(stretchWidth, statusSize)
                        : std::holds_alternative<Severity>(sign) ? QSizeF(severitySize, severitySize)
                        : std::holds_alternative<QColor>(sign)   ? QSizeF(swatchSize, swatchSize)
                                                                 : QSizeF(statusSize, statusSize);
    return size * signScale();
}

void paintSign(QPainter &painter, const QRectF &rect, const Sign &sign, const QPalette &palette) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::forPalette(palette);
    const QColor ink = Tokens::forPalette(palette).ink2;
    if (const auto *color = std::get_if<QColor>(&sign)) {
        QRectF swatch(QPointF(), signSize(sign));
        swatch.moveCenter(rect.center());
        painter.setPen(Qt::NoPen);
        painter.setBrush(*color);
        painter.drawRoundedRect(swatch, 2, 2);
    } else if (const auto *status = std::get_if<Status>(&sign)) {
        SceneItem item;
        item.status = *status;
        item.rect = QRectF(QPointF(), signSize(sign));
        item.rect.moveCenter(rect.center());
        paintItem(painter, item, ink, theme);
    } else if (const auto *exactness = std::get_if<Exactness>(&sign)) {
        paintItem(painter, itemFor(*exactness, rect.center()), ink, theme);
    } else if (const auto *severity = std::get_if<Severity>(&sign)) {
        const Tokens &tokens = Tokens::forPalette(palette);
        QRectF place(QPointF(), signSize(sign));
        place.moveCenter(rect.center());
        paintLineIcon(painter, place,
                      *severity == Severity::Error     ? LineIcon::Cross
                      : *severity == Severity::Warning ? LineIcon::Warning
                                                       : LineIcon::Note,
                      *severity == Severity::Error     ? tokens.error
                      : *severity == Severity::Warning ? tokens.warn
                                                       : tokens.ink2);
    }
    painter.restore();
}

void paintLineIcon(QPainter &painter, const QRectF &rect, LineIcon icon, const QColor &color) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / iconGrid, rect.height() / iconGrid);
    painter.setPen(QPen(color, iconStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(pathOf(icon));
    painter.restore();
}

QIcon lineIcon(LineIcon icon) {
    return QIcon(new LineIconEngine(icon));
}

QFont scaledFont(const QFont &base, double of13, int weight) {
    QFont font = base;
    if (base.pointSizeF() > 0) {
        font.setPointSizeF(base.pointSizeF() * of13 / 13);
    } else {
        font.setPixelSize(std::max(1, qRound(base.pixelSize() * of13 / 13)));
    }
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

int scaled(const QFont &base, double pixels) {
    return static_cast<int>(std::round(pixels * std::max(1.0, QFontInfo(base).pixelSize() / 13.0)));
}

} // namespace timeloom
