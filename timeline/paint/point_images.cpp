// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/point_images.h"

#include "layout/metrics.h"
#include "paint/item_look.h"

#include <QPainter>
#include <cmath>

namespace timeline {

namespace {

constexpr double side = 2 * metrics::pointSize; // room for the glow of approximate dates

QImage draw(const SceneItem &item, const QColor &color, const Theme &theme, double scale) {
    const int pixels = static_cast<int>(std::ceil(side * scale));
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    SceneItem centred = item;
    centred.rect.moveCenter(QPointF(side / 2, side / 2));
    paintItem(painter, centred, color, theme);
    return image;
}

} // namespace

void PointImages::paint(QPainter &painter, const SceneItem &item, const QColor &color, const Theme &theme) {
    constexpr qsizetype mostKept = 500;
    const QTransform toDevice = painter.deviceTransform();
    const double scale = toDevice.m11();
    const Key key{color.rgb(), theme.background.rgb(), scale, item.status,
                  bool(item.flags & DateFlag::Approximate)};
    auto image = m_images.find(key);
    if (image == m_images.end()) {
        if (m_images.size() >= mostKept) {
            m_images.clear();
        }
        image = m_images.insert(key, draw(item, color, theme, scale));
    }
    const QPointF corner = toDevice.map(item.rect.center() - QPointF(side / 2, side / 2));
    const QPointF whole(std::round(corner.x()), std::round(corner.y()));
    const QSizeF size = QSizeF(image->size()) / scale;
    painter.drawImage(QRectF(toDevice.inverted().map(whole), size), *image);
}

} // namespace timeline
