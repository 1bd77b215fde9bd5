// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"
#include "text/fonts.h"

#include <QColor>
#include <QImage>
#include <vector>

namespace timeloom {

/// The yardstick of painting: the ink of a scene by bare QPainter calls, each in the cheapest way. What is
/// prepared beforehand is an image of every mark and every text, cut to where there is ink, and of a long bar
/// only its ends: what is alike from column to column between them is filled. What is measured fills the
/// background, the lanes, the lines and the bars, and copies the images. It lays out nothing and looks
/// nothing up.
class BareInk {
public:
    BareInk(const timeline::Scene &scene, const timeline::Fonts &fonts);

    double measure() const; ///< milliseconds, the best of three

private:
    struct Fill {
        QRect rect;
        QColor color;
    };
    struct Copy {
        QPoint place;
        QImage image;
    };
    void addImage(QPoint place, const QImage &image);
    void addText(const timeline::SceneText &text, const timeline::Fonts &fonts, const QColor &color);
    void paint() const;

    mutable QImage m_raster;
    std::vector<Fill> m_fills;
    std::vector<Copy> m_copies;
};

} // namespace timeloom
