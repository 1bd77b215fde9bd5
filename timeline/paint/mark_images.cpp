// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/mark_images.h"

#include "layout/scale/metrics.h"
#include "paint/item_look.h"
#include "text/kept_image.h"

#include <cmath>

namespace timeline {

namespace {

constexpr double margin = 6;   // around a mark: the glow of an approximate point, the stops of a date
constexpr double middle = 120; // of a long mark's image; dashes and hatches repeat in it to the pixel

/// How far a mark's ends reach in that are unlike its middle.
double endWidthOf(const SceneItem &item) {
    return item.shape != ItemShape::Cluster && fadesOf(item).any() ? metrics::widestFade + 8 : 14;
}

/// What makes a difference to a mark's look, beside its colour and size.
quint32 lookOf(const SceneItem &item) {
    if (item.shape == ItemShape::Cluster) {
        return static_cast<quint32>(item.shape) | quint32{item.isDimmed} << 31;
    }
    const bool isPoint = item.shape == ItemShape::Point;
    quint32 look = static_cast<quint32>(item.shape) | static_cast<quint32>(item.status) << 4;
    int place = 8;
    const auto add = [&look, &place](bool bit) { look |= quint32{bit} << place++; };
    add(item.shape != ItemShape::Bar && (item.flags & DateFlag::Approximate));
    for (const DateFlag flag : {DateFlag::OpenStart, DateFlag::OpenEnd, DateFlag::UnknownStart,
                                DateFlag::UnknownEnd, DateFlag::StartApproximate, DateFlag::EndApproximate}) {
        add(!isPoint && (item.flags & flag));
    }
    add(!isPoint && item.cutLeft);
    add(!isPoint && item.cutRight);
    add(!isPoint && item.labelInside);
    look |= quint32{item.isDimmed} << 31;
    return look | static_cast<quint32>(isPoint ? item.symbol : MarkSymbol::Disc) << place;
}

} // namespace

/// The mark with its margin, in device pixels.
const QImage &MarkImages::imageOf(const SceneItem &item, double width, bool ofAnyLength, const QColor &color,
                                  const Theme &theme, double scale) {
    const Key key{color.rgb(), theme.background.rgb(), scale, ofAnyLength ? 0 : width, item.rect.height(),
                  lookOf(item)};
    if (const QImage *known = m_images.object(key)) {
        return *known;
    }
    const QSizeF size(width + 2 * margin, item.rect.height() + 2 * margin);
    QImage image = checkedImage(
        {qCeil(size.width() * scale), qCeil(size.height() * scale), QImage::Format_ARGB32_Premultiplied});
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    SceneItem placed = item;
    placed.rect = QRectF(margin, margin, width, item.rect.height());
    paintItem(painter, placed, color, theme);
    painter.end();
    auto kept = std::make_unique<QImage>(withoutPainter(image));
    const auto cost = static_cast<int>(std::min<qsizetype>(kept->sizeInBytes(), mostBytes));
    const QImage &made = *kept;
    m_images.insert(key, kept.release(), cost);
    return made;
}

/// The image from the left, what is in its middle as often as needed, and its right end.
void MarkImages::paintLong(DevicePixels &pixels, const SceneItem &item, const QImage &image,
                           double endWidth) {
    const QRectF rect = pixels.map(item.rect.adjusted(-margin, -margin, margin, margin));
    const int end = qCeil((endWidth + margin) * pixels.scale());
    const int right = qRound(rect.right()) - end; // where the right end begins
    const double top = rect.center().y() - image.height() / 2.0;
    int at = qRound(rect.left());
    for (int from = 0; at < right; from = end) {
        const int width = std::min(right - at, image.width() - end - from);
        pixels.draw(QPointF(at, top), image, QRect(from, 0, width, image.height()));
        at += width;
    }
    pixels.draw(QPointF(at, top), image, QRect(image.width() - end, 0, end, image.height()));
}

void MarkImages::paint(DevicePixels &pixels, const SceneItem &item, const QColor &color, const Theme &theme) {
    const double scale = pixels.scale();
    const double end = endWidthOf(item);
    const Fades fades = fadesOf(item);
    if (item.shape != ItemShape::Point && item.rect.width() >= 2 * end &&
        std::max(fades.left, fades.right) <= end) {
        paintLong(pixels, item, imageOf(item, middle + 2 * end, true, color, theme, scale), end);
        return;
    }
    const double width = std::max(1.0, std::round(item.rect.width() * scale)) / scale;
    const QImage &image = imageOf(item, width, false, color, theme, scale);
    pixels.draw(pixels.map(item.rect.center() - QPointF(width / 2 + margin, item.rect.height() / 2 + margin)),
                image, image.rect());
}

} // namespace timeline
