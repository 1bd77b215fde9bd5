// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/device_pixels.h"
#include "paint/theme.h"

#include <QHash>

namespace timeline {

/// Images of points and clusters. There are few different ones and often thousands of each in a view; copying
/// an image costs a tenth of drawing circles.
class MarkImages {
public:
    /// Draws a mark by images, on whole device pixels; false, and nothing is drawn, where it has to be drawn
    /// as it is. Only for raster painters.
    bool paint(DevicePixels &pixels, const SceneItem &item, const QColor &color, const Theme &theme);

private:
    struct Key {
        QRgb color = 0;
        QRgb background = 0;
        double scale = 1;
        double height = 0;
        ItemShape shape = ItemShape::Point;
        Status status = Status::Confirmed;
        bool approximate = false;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed) {
            return qHashMulti(seed, key.color, key.background, key.scale, key.height,
                              static_cast<int>(key.shape), static_cast<int>(key.status), key.approximate);
        }
    };
    const QImage &imageOf(const SceneItem &item, const QRectF &rect, const QColor &color, const Theme &theme,
                          double scale);

    QHash<Key, QImage> m_images;
};

} // namespace timeline
