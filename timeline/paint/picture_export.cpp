// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/bytes/available_memory.h"
#include "document/bytes/visible_text.h"
#include "paint/pdf_order.h"
#include "paint/picture.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

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
    // Not setDevicePixelRatio(): a fractional one would shift texts to whole pixels of their own.
    QPainter painter;
    if (image.isNull() || !painter.begin(&image)) {
        return {};
    }
    painter.fillRect(image.rect(), m_theme.background); // a fractional edge is painted over it
    painter.scale(m_options.scale, m_options.scale);
    paint(painter);
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

QByteArray Picture::toSvg() const {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(m_options.size.toSize());
    generator.setViewBox(QRectF(QPointF(), m_options.size));
    // setTitle() does not escape what it is given (as of Qt 6.4).
    generator.setTitle(visibleText(m_document->title()).toHtmlEscaped());
    generator.setDescription(QStringLiteral("Made with Timeloom"));
    QPainter painter;
    if (!painter.begin(&generator)) {
        return {};
    }
    paint(painter);
    painter.end();
    // The writer gives millimetres, which readers round up to a pixel too many.
    static const QRegularExpression millimetres(QStringLiteral("width=\"[0-9.]+mm\" height=\"[0-9.]+mm\""));
    const QRegularExpressionMatch size = millimetres.match(QString::fromLatin1(buffer.data().left(300)));
    const QString pixels = QStringLiteral("width=\"%1\" height=\"%2\"")
                               .arg(m_options.size.toSize().width())
                               .arg(m_options.size.toSize().height());
    // A reader without the font falls back to one of its kind instead of a serif one.
    QByteArray svg = buffer.data();
    svg.replace(size.capturedStart(), size.capturedLength(), pixels.toLatin1());
    return svg.replace("font-family=\"Inter\"", "font-family=\"Inter, 'Helvetica Neue', Arial, sans-serif\"");
}

QByteArray Picture::toPdf() const {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("Timeloom"));
    writer.setTitle(visibleText(m_document->title()));
    constexpr double pointsPerPixel = 72.0 / 96.0;
    writer.setPageSize(
        QPageSize(m_options.size * pointsPerPixel, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(1200); // of positions; text and lines are vectors
    QPainter painter;
    if (!painter.begin(&writer)) {
        return {};
    }
    painter.scale(1200.0 / 96.0, 1200.0 / 96.0);
    paint(painter);
    return painter.end() ? inFixedOrder(buffer.data()) : QByteArray();
}

QByteArray Picture::toBytes(PictureFormat format) const {
    switch (format) {
    case PictureFormat::Png:
        return toPng();
    case PictureFormat::Svg:
        return toSvg();
    case PictureFormat::Pdf:
        return toPdf();
    }
    return {};
}

} // namespace timeline
