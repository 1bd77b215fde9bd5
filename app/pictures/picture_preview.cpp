// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/picture_preview.h"

#include "app/signs/measures.h"
#include "paint/tokens.h"

#include <QLabel>
#include <QPainter>
#include <algorithm>

namespace timeloom {

using namespace timeline;

namespace {

constexpr int air = 16; // pixels around the sheet

} // namespace

PicturePreview::PicturePreview(QWidget *parent) : QScrollArea(parent), m_sheet(new QLabel) {
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignCenter);
    setAccessibleName(tr("Preview"));
    m_sheet->setAccessibleName(tr("Preview"));
    m_sheet->setAlignment(Qt::AlignCenter);
    m_sheet->setContentsMargins(0, 0, 0, 0);
    setWidget(m_sheet);
    setMinimumSize(px(120), 80);
    setWhole(true);
}

void PicturePreview::setWhole(bool isWhole) {
    m_isWhole = isWhole;
    const Qt::ScrollBarPolicy bars = isWhole ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded;
    setHorizontalScrollBarPolicy(bars);
    setVerticalScrollBarPolicy(bars);
    setFocusPolicy(isWhole ? Qt::NoFocus : Qt::StrongFocus); // its keys scroll
    Q_EMIT roomChanged();
}

double PicturePreview::scaleFor(QSizeF picture) const {
    const double ratio = devicePixelRatioF();
    if (!m_isWhole) {
        return std::clamp(ratio, 0.1, 4.0);
    }
    const QSizeF room = size() - QSize(2 * air, 2 * air);
    const double fits = std::min(room.width() / picture.width(), room.height() / picture.height());
    return std::clamp(fits * ratio, 0.1, 4.0);
}

void PicturePreview::show(const QImage &image) {
    QPixmap pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_sheet->setPixmap(pixmap);
    m_sheet->resize(m_sheet->sizeHint());
    viewport()->update();
}

/// The ground, and a sheet's shadow.
void PicturePreview::paintEvent(QPaintEvent *event) {
    QPainter painter(viewport());
    const Tokens &tokens = Tokens::forPalette(palette());
    painter.fillRect(viewport()->rect(), tokens.hover);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF sheet(m_sheet->geometry());
    constexpr int layers = 6;
    for (int i = layers; i > 0 && !m_sheet->pixmap(Qt::ReturnByValue).isNull(); --i) {
        QColor shade(Qt::black);
        shade.setAlphaF(0.025F);
        painter.setBrush(shade);
        painter.drawRoundedRect(sheet.adjusted(-i, -i + 2, i, i + 2), i + 1, i + 1);
    }
    QScrollArea::paintEvent(event);
}

void PicturePreview::resizeEvent(QResizeEvent *event) {
    QScrollArea::resizeEvent(event);
    if (m_isWhole) {
        Q_EMIT roomChanged();
    }
}

} // namespace timeloom
