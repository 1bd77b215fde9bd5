// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signs/signs.h"

#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "paint/item_look.h"

#include <QPainter>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr double statusSize = 11;
constexpr double swatchSize = 10;
constexpr double severitySize = 16;
constexpr double stretchWidth = 22;

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
    const QSizeF size = QSizeF(width, height) * textScale();
    item.rect = QRectF(middle - QPointF(size.width(), size.height()) / 2, size);
    return item;
}

} // namespace

QSizeF signSize(const Sign &sign) {
    const QSizeF size = std::holds_alternative<Exactness>(sign)  ? QSizeF(stretchWidth, statusSize)
                        : std::holds_alternative<Severity>(sign) ? QSizeF(severitySize, severitySize)
                        : std::holds_alternative<QColor>(sign)   ? QSizeF(swatchSize, swatchSize)
                                                                 : QSizeF(statusSize, statusSize);
    return size * textScale();
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
        paintIcon(painter, place,
                  *severity == Severity::Error     ? u"close"_s
                  : *severity == Severity::Warning ? u"problems"_s
                                                   : u"note"_s,
                  *severity == Severity::Error     ? tokens.error
                  : *severity == Severity::Warning ? tokens.warn
                                                   : tokens.ink2);
    }
    painter.restore();
}

} // namespace timeloom
