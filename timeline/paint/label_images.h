// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"
#include "paint/device_pixels.h"
#include "text/fonts.h"

#include <QHash>

namespace timeline {

/// Images of texts, kept in one large image. A title is seen in many frames, one after the other, and copying
/// its image costs a tenth of drawing its glyphs.
class LabelImages {
public:
    explicit LabelImages(const Fonts &fonts) : m_fonts(fonts) {}

    /// Draws a text by its image, on whole device pixels. Only for raster painters. False, and nothing is
    /// drawn, where it is too large to be kept.
    bool paint(DevicePixels &pixels, const SceneText &text, const QColor &color);
    /// Touches the memory, which takes longest the first time. To be called when nobody waits for a frame.
    void warmUp();

private:
    struct Key {
        QString text;
        QRgb color = 0;
        TextStyle style = TextRole::Label;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed) {
            return qHashMulti(seed, key.text, key.color, key.style);
        }
    };
    static Key keyOf(const SceneText &text, const QColor &color);
    bool setScale(double scale, const SceneText &text);
    void makeSheet();
    QRect place(QSize size);
    QRect draw(const SceneText &text, const QColor &color);
    void forget();

    const Fonts &m_fonts;
    double m_scale = 0; ///< device pixels in a logical one, of all that is kept
    QImage m_sheet;
    QPoint m_next; ///< where in the sheet there is room
    int m_rowHeight = 0;
    struct Kept {
        QRect place;     ///< in the sheet
        double rise = 0; ///< of its upper edge over the middle of its line, in logical pixels
    };
    QHash<Key, Kept> m_places;
};

} // namespace timeline
