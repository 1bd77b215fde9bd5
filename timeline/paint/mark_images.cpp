// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/mark_images.h"

#include "layout/metrics.h"
#include "paint/item_look.h"

#include <QPainter>
#include <cmath>

namespace timeline {

namespace {

constexpr double longestCluster = 200;
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
    const Key key{color.rgb(),
                  theme.background.rgb(),
                  scale,
                  item.rect.height(),
                  item.shape,
                  item.shape == ItemShape::Cluster ? Status::Confirmed : item.status,
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

bool MarkImages::paint(DevicePixels &pixels, const SceneItem &item, const QColor &color, const Theme &theme) {
    const double scale = pixels.scale();
    if (item.shape == ItemShape::Point) {
        const double side = std::ceil(pointSide * scale) / scale;
        const QImage &image = imageOf(item, QRectF(0, 0, side, side), color, theme, scale);
        pixels.draw(pixels.map(item.rect.center() - QPointF(pointSide / 2, pointSide / 2)), image,
                    image.rect());
        return true;
    }
    if (item.shape != ItemShape::Cluster) {
        return false;
    }
    // The left part of a long image, and its right end. From here on in device pixels.
    const QRectF rect = pixels.map(item.rect);
    const int left = qRound(rect.left());
    const int width = qRound(rect.right()) - left;
    const int height = qCeil(rect.height());
    const int cap = (height + 1) / 2;
    const int longest = qCeil(longestCluster * scale);
    if (width < 2 * cap || width > longest) {
        return false;
    }
    const QImage &image = imageOf(item, QRectF(0, 0, longest / scale, height / scale), color, theme, scale);
    const double top = rect.center().y() - height / 2.0;
    pixels.draw(QPointF(left, top), image, QRect(0, 0, width - cap, height));
    pixels.draw(QPointF(left + width - cap, top), image, QRect(longest - cap, 0, cap, height));
    return true;
}

} // namespace timeline
