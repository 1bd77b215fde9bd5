// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/bytes/available_memory.h"
#include "paint/pdf_writer.h"
#include "paint/picture.h"
#include "paint/play_drawing.h"
#include "paint/svg_writer.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <new>

namespace timeline {

QSize Picture::pixels() const {
    return (m_options.size * m_options.scale).toSize();
}

qint64 Picture::imageBytes() const {
    constexpr qint64 bytesOfPixel = 4;
    return bytesOfPixel * pixels().width() * pixels().height();
}

QImage Picture::toImage() const {
    if (imageBytes() > availableMemory()) {
        return {};
    }
    QImage image(pixels(), QImage::Format_RGB32);
    QPainter painter;
    if (image.isNull() || !painter.begin(&image)) {
        return {};
    }
    painter.fillRect(image.rect(), m_drawing.ground); // a fractional edge is painted over it
    painter.scale(m_options.scale, m_options.scale);
    play(painter, m_drawing);
    painter.end();
    const double dotsPerMeter = 96 * m_options.scale / 0.0254;
    image.setDotsPerMeterX(qRound(dotsPerMeter));
    image.setDotsPerMeterY(qRound(dotsPerMeter));
    return image;
}

QByteArray Picture::toPng() const {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const QImage image = toImage();
    return !image.isNull() && image.save(&buffer, "PNG") ? buffer.data() : QByteArray();
}

QByteArray Picture::encoded(PictureFormat format) const {
    switch (format) {
    case PictureFormat::Png:
        return toPng();
    case PictureFormat::Svg:
        return toSvg(m_drawing);
    case PictureFormat::Pdf:
        return toPdf(m_drawing);
    }
    return {};
}

Result<QByteArray> Picture::toBytes(PictureFormat format) const {
    try {
        const QByteArray bytes = encoded(format);
        return bytes.isEmpty() ? Result<QByteArray>(ProblemCode::NotEnoughMemory) : bytes;
    } catch (const std::bad_alloc &) {
        return ProblemCode::NotEnoughMemory;
    }
}

} // namespace timeline
