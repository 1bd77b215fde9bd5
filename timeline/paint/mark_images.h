// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/device_pixels.h"
#include "paint/theme.h"

#include <QCache>

namespace timeline {

/// Images of marks. There are few different ones and often thousands of each in a view; copying an image
/// costs a tenth of drawing circles, round corners and dashes. A long bar or cluster is put together from the
/// two ends and the middle of one image.
class MarkImages {
public:
    /// Draws a mark by images, on whole device pixels. Only for raster painters.
    void paint(DevicePixels &pixels, const SceneItem &item, const QColor &color, const Theme &theme);

private:
    struct Key {
        QRgb color = 0;
        QRgb background = 0;
        double scale = 1;
        double width = 0; ///< 0: of any length
        double height = 0;
        quint32 look = 0; ///< all else that makes a difference
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed) {
            return qHashMulti(seed, key.color, key.background, key.scale, key.width, key.height, key.look);
        }
    };
    const QImage &imageOf(const SceneItem &item, double width, bool ofAnyLength, const QColor &color,
                          const Theme &theme, double scale);
    static void paintLong(DevicePixels &pixels, const SceneItem &item, const QImage &image, double endWidth);

    static constexpr int mostBytes = 24 << 20;
    QCache<Key, QImage> m_images{mostBytes};
};

} // namespace timeline
