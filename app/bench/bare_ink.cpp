// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/bare_ink.h"

#include "app/bench/bench_timer.h"
#include "paint/item_look.h"
#include "text/shaped_text.h"

#include <QPainter>
#include <algorithm>

namespace timeloom {

using namespace timeline;

namespace {

QRgb pixel(const QImage &image, int x, int y) {
    return reinterpret_cast<const QRgb *>(image.constScanLine(y))[x];
}

bool columnsAreAlike(const QImage &image, int one, int other) {
    for (int y = 0; y < image.height(); ++y) {
        if (pixel(image, one, y) != pixel(image, other, y)) {
            return false;
        }
    }
    return true;
}

/// The part of an image that is not transparent.
QRect inked(const QImage &image) {
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            ink |= qAlpha(pixel(image, x, y)) > 0 ? QRect(x, y, 1, 1) : QRect();
        }
    }
    return ink;
}

} // namespace

BareInk::BareInk(const Scene &scene, const Fonts &fonts)
    : m_raster(scene.size.toSize(), QImage::Format_ARGB32_Premultiplied) {
    const Theme theme = Theme::light();
    m_fills.push_back({m_raster.rect(), theme.background});
    for (const SceneLane &lane : scene.lanes) {
        m_fills.push_back({QRect(0, qRound(lane.rect.bottom()), m_raster.width(), 1), theme.line});
        for (const SceneText &line : lane.heading) {
            addText(line, fonts, theme.text);
        }
    }
    for (const SceneEra &era : scene.eras) {
        m_fills.push_back({era.bar.toRect(), theme.line});
        if (era.label) {
            addText(*era.label, fonts, theme.text);
        }
    }
    for (const ScenePanel &panel : scene.panels) {
        for (const SceneTick &tick : panel.ticks) {
            m_fills.push_back({QRect(qRound(tick.at), 0, 1, m_raster.height()), theme.grid});
        }
        for (const auto *texts : {&panel.tickLabels, &panel.contextLabels}) {
            for (const SceneText &text : *texts) {
                addText(text, fonts, theme.text);
            }
        }
    }
    for (const SceneItem &item : scene.items) {
        const QRect place = item.rect.toAlignedRect().adjusted(-2, -4, 2, 4).intersected(m_raster.rect());
        if (place.isEmpty()) {
            continue;
        }
        QImage image(place.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(-place.topLeft());
        paintItem(painter, item, theme.categoryFill(item.color, scene.fileColor(item.color)), theme);
        painter.end();
        addImage(place.topLeft(), image);
        if (item.label) {
            addText(*item.label, fonts, theme.text);
        }
        if (item.secondLine) {
            addText(*item.secondLine, fonts, theme.text);
        }
        if (item.date) {
            addText(*item.date, fonts, theme.mutedText);
        }
    }
}

void BareInk::addImage(QPoint place, const QImage &image) {
    constexpr int worthFilling = 16; // columns
    const QRect ink = inked(image);
    if (ink.isEmpty()) {
        return;
    }
    const QImage cut = image.copy(ink);
    const QPoint at = place + ink.topLeft();
    const int middle = cut.width() / 2;
    int left = middle;
    while (left > 0 && columnsAreAlike(cut, left - 1, middle)) {
        --left;
    }
    int right = middle + 1;
    while (right < cut.width() && columnsAreAlike(cut, right, middle)) {
        ++right;
    }
    if (right - left < worthFilling) {
        m_copies.push_back({at, cut});
        return;
    }
    for (int top = 0; top < cut.height();) {
        const QRgb color = pixel(cut, middle, top);
        int bottom = top + 1;
        while (bottom < cut.height() && pixel(cut, middle, bottom) == color) {
            ++bottom;
        }
        if (qAlpha(color) > 0) {
            m_fills.push_back({QRect(at.x() + left, at.y() + top, right - left, bottom - top),
                               QColor::fromRgba(qUnpremultiply(color))});
        }
        top = bottom;
    }
    if (left > 0) {
        m_copies.push_back({at, cut.copy(0, 0, left, cut.height())});
    }
    if (right < cut.width()) {
        m_copies.push_back({at + QPoint(right, 0), cut.copy(right, 0, cut.width() - right, cut.height())});
    }
}

void BareInk::addText(const SceneText &text, const Fonts &fonts, const QColor &color) {
    QImage image(qCeil(text.width) + 2, qCeil(fonts.lineHeight(text.style)),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    DrawnText drawn = shapedText(text.text, text.style);
    drawn.origin = QPointF(0, fonts.ascent(text.style));
    painter.fillPath(drawn.outline(), color);
    painter.end();
    const double top = text.y + Fonts::baselineOffset(text.style) - fonts.ascent(text.style);
    addImage(QPointF(text.x, top).toPoint(), image);
}

void BareInk::paint() const {
    QPainter painter(&m_raster);
    for (const Fill &fill : m_fills) {
        painter.fillRect(fill.rect, fill.color);
    }
    for (const Copy &copy : m_copies) {
        painter.drawImage(copy.place, copy.image);
    }
}

double BareInk::measure() const {
    double best = HUGE_VAL;
    for (int i = 0; i < 3; ++i) {
        const BenchTimer timer;
        paint();
        best = std::min(best, timer.milliseconds());
    }
    return best;
}

} // namespace timeloom
