// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/theme.h"

#include <QHash>
#include <QImage>

class QPainter;

namespace timeline {

/// Images of point marks. There are few different ones and often thousands of each in a view; copying an
/// image costs a tenth of drawing circles.
class PointImages {
public:
    /// Draws a point by its image, on whole device pixels. Only for raster painters, and scales without
    /// rotation.
    void paint(QPainter &painter, const SceneItem &item, const QColor &color, const Theme &theme);

private:
    struct Key {
        QRgb color = 0;
        QRgb background = 0;
        double scale = 1;
        Status status = Status::Confirmed;
        bool approximate = false;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed) {
            return qHashMulti(seed, key.color, key.background, key.scale, static_cast<int>(key.status),
                              key.approximate);
        }
    };
    QHash<Key, QImage> m_images;
};

} // namespace timeline
