// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/label_images.h"

#include <QPainter>
#include <cmath>

namespace timeline {

namespace {

constexpr int sheetSide = 2048; // device pixels: some 1,500 titles, 16 MB
constexpr int margin = 1;       // glyphs may reach a little beyond their advance

} // namespace

LabelImages::Key LabelImages::keyOf(const SceneText &text, const QColor &color) {
    return {text.text, color.rgba(), text.role};
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

QRect LabelImages::draw(QPainter &painter, const SceneText &text, const QColor &color) {
    const QFontMetricsF &metrics = m_fonts.metrics(text.role);
    const QSizeF size(m_fonts.width(text.text, text.role) + 2 * margin, metrics.height() + 2 * margin);
    const QRect placed = place((size * m_scale).toSize() + QSize(1, 1));
    painter.resetTransform();
    painter.setClipRect(placed);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.fillRect(placed, Qt::transparent);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.translate(placed.topLeft());
    painter.scale(m_scale, m_scale);
    painter.setFont(m_fonts.font(text.role));
    painter.setPen(color);
    painter.drawText(QPointF(margin, margin + metrics.ascent()), text.text);
    return placed;
}

/// Makes the sheet ready for a scale; whether a text at that scale is small enough to be kept.
bool LabelImages::setScale(double scale, const SceneText &text) {
    constexpr double widestKept = 1000; // device pixels
    if (m_sheet.isNull()) {
        m_sheet = QImage(sheetSide, sheetSide, QImage::Format_ARGB32_Premultiplied);
    }
    if (scale != m_scale) {
        m_scale = scale;
        forget();
    }
    return text.width * scale <= widestKept;
}

void LabelImages::prepare(const QPainter &painter, const std::vector<Label> &labels) {
    QPainter onSheet;
    for (const Label &label : labels) {
        const Key key = keyOf(*label.text, label.color);
        if (!setScale(painter.deviceTransform().m11(), *label.text) || m_places.contains(key)) {
            continue;
        }
        if (!onSheet.isActive()) {
            onSheet.begin(&m_sheet);
        }
        const QRect placed = draw(onSheet, *label.text, label.color); // may forget all others
        m_places.insert(key, placed);
    }
}

bool LabelImages::paint(QPainter &painter, const SceneText &text, const QColor &color) {
    const QTransform toDevice = painter.deviceTransform();
    if (!setScale(toDevice.m11(), text)) {
        return false;
    }
    auto known = m_places.constFind(keyOf(text, color));
    if (known == m_places.constEnd()) {
        prepare(painter, {{&text, color}});
        known = m_places.constFind(keyOf(text, color));
    }
    const QPointF top(text.x - margin,
                      text.y + m_fonts.baselineOffset(text.role) - m_fonts.ascent(text.role) - margin);
    const QPointF corner = toDevice.map(top);
    const QPointF whole(std::round(corner.x()), std::round(corner.y()));
    painter.drawImage(QRectF(toDevice.inverted().map(whole), QSizeF(known->size()) / m_scale), m_sheet, *known);
    return true;
}

} // namespace timeline
