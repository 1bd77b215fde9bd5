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

/// Free room in the sheet. Where there is none, all is forgotten: what is seen now is drawn anew.
QRect LabelImages::place(QSize size) {
    if (m_sheet.isNull()) {
        m_sheet = QImage(sheetSide, sheetSide, QImage::Format_ARGB32_Premultiplied);
        m_sheet.fill(Qt::transparent);
    }
    if (m_next.x() + size.width() > sheetSide) {
        m_next = {0, m_next.y() + m_rowHeight};
        m_rowHeight = 0;
    }
    if (m_next.y() + size.height() > sheetSide) {
        m_next = {};
        m_rowHeight = 0;
        m_places.clear();
        m_sheet.fill(Qt::transparent);
    }
    const QRect placed(m_next, size);
    m_next.rx() += size.width();
    m_rowHeight = std::max(m_rowHeight, size.height());
    return placed;
}

QRect LabelImages::draw(const SceneText &text, const QColor &color) {
    const QFontMetricsF &metrics = m_fonts.metrics(text.role);
    const QSizeF size(m_fonts.width(text.text, text.role) + 2 * margin, metrics.height() + 2 * margin);
    const QRect placed = place((size * m_scale).toSize() + QSize(1, 1));
    QPainter painter(&m_sheet);
    painter.setClipRect(placed);
    painter.translate(placed.topLeft());
    painter.scale(m_scale, m_scale);
    painter.setFont(m_fonts.font(text.role));
    painter.setPen(color);
    painter.drawText(QPointF(margin, margin + metrics.ascent()), text.text);
    return placed;
}

bool LabelImages::paint(QPainter &painter, const SceneText &text, const QColor &color) {
    constexpr double widestKept = 1000; // device pixels
    const QTransform toDevice = painter.deviceTransform();
    const double scale = toDevice.m11();
    if (text.width * scale > widestKept) {
        return false;
    }
    if (scale != m_scale) {
        m_scale = scale;
        m_places.clear();
        m_sheet = {};
        m_next = {};
        m_rowHeight = 0;
    }
    const Key key{text.text, color.rgba(), text.role};
    auto known = m_places.constFind(key);
    if (known == m_places.constEnd()) {
        const QRect placed = draw(text, color); // may forget all others
        known = m_places.insert(key, placed);
    }
    const QPointF top(text.x - margin,
                      text.y + m_fonts.baselineOffset(text.role) - m_fonts.ascent(text.role) - margin);
    const QPointF corner = toDevice.map(top);
    const QPointF whole(std::round(corner.x()), std::round(corner.y()));
    painter.drawImage(QRectF(toDevice.inverted().map(whole), QSizeF(known->size()) / scale), m_sheet, *known);
    return true;
}

} // namespace timeline
