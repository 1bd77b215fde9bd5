// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/mark_images.h"

#include "layout/metrics.h"
#include "paint/item_look.h"

#include <QPainter>
#include <cmath>

namespace timeline {

namespace {

constexpr double pointSide = 2 * metrics::pointSize; // room for the glow of approximate dates

/// A mark in the middle of an image of the size of `rect`.
QImage draw(const SceneItem &item, const QRectF &rect, const QColor &color, const Theme &theme,
            double scale) {
    QImage image((rect.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    SceneItem centred = item;
    centred.cutLeft = centred.cutRight = false;
    if (item.shape == ItemShape::Cluster) {
        centred.rect.setWidth(rect.width());
    }
    centred.rect.moveCenter(QPointF(rect.width() / 2, rect.height() / 2));
    paintItem(painter, centred, color, theme);
    return image;
}

} // namespace

const QImage &MarkImages::imageOf(const SceneItem &item, const QRectF &rect, const QColor &color,
                                  const Theme &theme, double scale) {
    constexpr qsizetype mostKept = 500;
    const Key key{color.rgb(),    theme.background.rgb(),
                  scale,          item.rect.height(),
                  item.shape,     item.shape == ItemShape::Cluster ? Status::Confirmed : item.status,
                  item.shape == ItemShape::Point && (item.flags & DateFlag::Approximate)};
    auto image = m_images.find(key);
    if (image == m_images.end()) {
        if (m_images.size() >= mostKept) {
            m_images.clear();
        }
        image = m_images.insert(key, draw(item, rect, color, theme, scale));
    }
    return *image;
}

bool MarkImages::paint(QPainter &painter, const SceneItem &item, const QColor &color, const Theme &theme) {
    const QTransform toDevice = painter.deviceTransform();
    const double scale = toDevice.m11();
    const QTransform fromDevice = toDevice.inverted();
    // From here on in device pixels.
    const auto drawPart = [&](const QPointF &at, const QImage &image, const QRectF &part) {
        painter.drawImage(fromDevice.mapRect(QRectF(at, part.size())), image, part);
    };
    if (item.shape == ItemShape::Point) {
        const QRectF rect(0, 0, std::ceil(pointSide * scale) / scale, std::ceil(pointSide * scale) / scale);
        const QImage &image = imageOf(item, rect, color, theme, scale);
        const QPointF corner = toDevice.map(item.rect.center() - QPointF(pointSide / 2, pointSide / 2));
        drawPart(QPointF(std::round(corner.x()), std::round(corner.y())), image, image.rect());
        return true;
    }
    if (item.shape != ItemShape::Cluster) {
        return false;
    }
    // A round end at either side, and between them whatever stands in the middle of the image, as often as
    // needed.
    const QRectF rect = toDevice.mapRect(item.rect);
    const double left = std::round(rect.left());
    const double width = std::round(rect.right()) - left;
    const double height = std::ceil(rect.height());
    const double cap = std::ceil(height / 2);
    constexpr double run = 128;
    if (width < 2 * cap) {
        return false;
    }
    const QRectF pattern(0, 0, (2 * cap + run) / scale, height / scale);
    const QImage &image = imageOf(item, pattern, color, theme, scale);
    const double top = std::round(rect.center().y() - height / 2);
    drawPart({left, top}, image, QRectF(0, 0, cap, height));
    for (double at = cap; at < width - cap; at += run) {
        drawPart({left + at, top}, image, QRectF(cap, 0, std::min(run, width - cap - at), height));
    }
    drawPart({left + width - cap, top}, image, QRectF(cap + run, 0, cap, height));
    return true;
}

} // namespace timeline
