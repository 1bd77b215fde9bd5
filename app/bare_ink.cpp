// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bare_ink.h"

#include "paint/item_look.h"

#include <QElapsedTimer>
#include <QPainter>
#include <algorithm>

namespace timeloom {

using namespace timeline;

BareInk::BareInk(const Scene &scene, const Fonts &fonts)
    : m_raster(scene.size.toSize(), QImage::Format_ARGB32_Premultiplied) {
    const Theme theme = Theme::light();
    m_fills.push_back({m_raster.rect(), theme.background});
    for (const SceneLane &lane : scene.lanes) {
        m_fills.push_back({lane.rect.toRect(), theme.laneShade});
        m_fills.push_back({QRect(0, qRound(lane.rect.bottom()), m_raster.width(), 1), theme.line});
        addText(lane.title, fonts, theme.text);
    }
    for (const SceneEra &era : scene.eras) {
        m_fills.push_back({era.band.toRect(), theme.axisBackground});
        m_fills.push_back({era.bar.toRect(), theme.line});
        if (era.label) {
            addText(*era.label, fonts, theme.text);
        }
    }
    for (const SceneTick &tick : scene.ticks) {
        m_fills.push_back({QRect(qRound(tick.x), 0, 1, m_raster.height()), theme.grid});
    }
    for (const auto *texts : {&scene.tickLabels, &scene.contextLabels}) {
        for (const SceneText &text : *texts) {
            addText(text, fonts, theme.text);
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
        const std::optional<Rgb> color =
            item.color < scene.fileColors.size() ? scene.fileColors[item.color] : std::nullopt;
        paintItem(painter, item, theme.categoryColor(item.color, color), theme);
        painter.end();
        m_copies.push_back({place.topLeft(), image});
        if (item.label) {
            addText(*item.label, fonts, theme.text);
        }
    }
}

void BareInk::addText(const SceneText &text, const Fonts &fonts, const QColor &color) {
    const QFontMetricsF &metrics = fonts.metrics(text.role);
    QImage image(qCeil(text.width) + 2, qCeil(metrics.height()), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setFont(fonts.font(text.role));
    painter.setPen(color);
    painter.drawText(QPointF(0, metrics.ascent()), text.text);
    painter.end();
    const double top = text.y + fonts.baselineOffset(text.role) - metrics.ascent();
    m_copies.push_back({QPointF(text.x, top).toPoint(), image});
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
        QElapsedTimer timer;
        timer.start();
        paint();
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

} // namespace timeloom
