// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/label_images.h"

#include "paint/large_image.h"
#include "text/shaped_text.h"

#include <QPainter>
#include <cmath>

namespace timeline {

namespace {

constexpr int sheetSide = 2048; // device pixels: some 1,500 titles, 16 MB
constexpr int margin = 1;       // glyphs may reach a little beyond their advance

} // namespace

LabelImages::Key LabelImages::keyOf(const SceneText &text, const QColor &color) {
    return {text.text, color.rgba(), text.style};
}

void LabelImages::forget() {
    m_places.clear();
    m_next = {};
    m_rowHeight = 0;
}

/// Free room in the sheet. Where there is none, all is forgotten: what is seen now is drawn anew.
QRect LabelImages::place(QSize size) {
    if (m_next.x() + size.width() > sheetSide) {
        m_next = {0, m_next.y() + m_rowHeight};
        m_rowHeight = 0;
    }
    if (m_next.y() + size.height() > sheetSide) {
        forget();
    }
    const QRect placed(m_next, size);
    m_next.rx() += size.width();
    m_rowHeight = std::max(m_rowHeight, size.height());
    return placed;
}

QRect LabelImages::draw(const SceneText &text, const QColor &color) {
    const QSizeF size(m_fonts.width(text.text, text.style) + 2 * margin,
                      m_fonts.lineHeight(text.style) + 2 * margin);
    const QRect placed = place((size * m_scale).toSize() + QSize(1, 1));
    QImage image(m_sheet.scanLine(placed.top()) + placed.left() * 4, placed.width(), placed.height(),
                 m_sheet.bytesPerLine(), m_sheet.format());
    image.fill(Qt::transparent);
    const QPointF baseline(margin, margin + m_fonts.ascent(text.style));
    if (color.alpha() == 255 &&
        m_fonts.glyphs(text.style).draw(image, baseline * m_scale, text.text, color.rgb(), m_scale)) {
        return placed;
    }
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_scale, m_scale);
    DrawnText drawn = shapedText(text.text, text.style);
    drawn.origin = baseline;
    painter.fillPath(drawn.outline(), color);
    return placed;
}

void LabelImages::makeSheet() {
    if (m_sheet.isNull()) {
        m_sheet = largeImage({sheetSide, sheetSide});
    }
}

void LabelImages::warmUp() {
    makeSheet();
    constexpr int page = 4096 / 4;                                      // pixels
    for (int y = m_next.y() + m_rowHeight; y < m_sheet.height(); ++y) { // where nothing stands yet
        auto *row = reinterpret_cast<QRgb *>(m_sheet.scanLine(y));
        for (int x = 0; x < m_sheet.width(); x += page) {
            row[x] = 0;
        }
    }
}

/// Makes the sheet ready for a scale; whether a text at that scale is small enough to be kept.
bool LabelImages::setScale(double scale, const SceneText &text) {
    constexpr double widestKept = 1000; // device pixels
    makeSheet();
    if (scale != m_scale) {
        m_scale = scale;
        forget();
    }
    return text.width * scale <= widestKept;
}

bool LabelImages::paint(DevicePixels &pixels, const SceneText &text, const QColor &color) {
    if (!setScale(pixels.scale(), text)) {
        return false;
    }
    const Key key = keyOf(text, color);
    auto known = m_places.constFind(key);
    if (known == m_places.constEnd()) {
        const QRect placed = draw(text, color); // may forget all others
        const double rise = m_fonts.ascent(text.style) - Fonts::baselineOffset(text.style) + margin;
        known = m_places.insert(key, {placed, rise});
    }
    pixels.draw(pixels.map({text.x - margin, text.y - known->rise}), m_sheet, known->place);
    return true;
}

} // namespace timeline
