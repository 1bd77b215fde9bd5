// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/wording.h"
#include "paint/picture.h"

#include <QBuffer>
#include <QFileDevice>
#include <QHashFunctions>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSvgGenerator>

namespace timeline {

QImage Picture::toImage() const {
    QImage image((m_options.size * m_options.scale).toSize(), QImage::Format_RGB32);
    image.fill(m_theme.background);
    // Not setDevicePixelRatio(): a fractional one would shift texts to whole pixels of their own.
    QPainter painter(&image);
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
    return toImage().save(&buffer, "PNG") ? buffer.data() : QByteArray();
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
    QPainter painter(&generator);
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
    {
        // The writer puts its fonts down in the order of a hash, which would differ at every start.
        QHashSeed::setDeterministicGlobalSeed();
        const auto restore = qScopeGuard([] { QHashSeed::resetRandomGlobalSeed(); });
        QPdfWriter writer(&buffer);
        writer.setCreator(QStringLiteral("Timeloom"));
        writer.setTitle(visibleText(m_document->title()));
        constexpr double pointsPerPixel = 72.0 / 96.0;
        writer.setPageSize(
            QPageSize(m_options.size * pointsPerPixel, QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(1200); // of positions; text and lines are vectors
        QPainter painter(&writer);
        painter.scale(1200.0 / 96.0, 1200.0 / 96.0);
        paint(painter);
    }
    // The same input must give the same bytes: the date is written over by one of the same length.
    QByteArray bytes = buffer.data();
    static const QByteArray dateKey = "/CreationDate (D:";
    const qsizetype date = bytes.indexOf(dateKey);
    if (date >= 0) {
        const qsizetype begin = date + dateKey.size();
        const QByteArray fixed = "20000101000000Z";
        const qsizetype length = bytes.indexOf(')', begin) - begin;
        bytes.replace(begin, length, fixed.left(length).leftJustified(length, '0'));
    }
    return bytes;
}

bool Picture::write(QIODevice &device, PictureFormat format) const {
    const QByteArray bytes = format == PictureFormat::Png   ? toPng()
                             : format == PictureFormat::Svg ? toSvg()
                                                            : toPdf();
    if (bytes.isEmpty() || device.write(bytes) != bytes.size()) {
        return false;
    }
    auto *file = qobject_cast<QFileDevice *>(&device);
    return file == nullptr || file->flush(); // a full disk is told no earlier
}

} // namespace timeline
