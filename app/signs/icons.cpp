// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signs/icons.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

/// The colour that the files have where another is meant.
constexpr char fileColor[] = "#808790";

QByteArray svgOf(const QString &name) {
    QFile file(u":/timeloom/icons/%1.svg"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Drawn once in a colour and size.
QPixmap pixmapOf(const QString &name, const QColor &color, QSize pixels) {
    const QString key =
        u"icon %1 %2 %3x%4"_s.arg(name, color.name()).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        QByteArray svg = svgOf(name).replace(fileColor, color.name().toLatin1());
        QBuffer buffer(&svg);
        QImageReader reader(&buffer, "svg");
        reader.setScaledSize(pixels);
        pixmap = QPixmap::fromImage(reader.read());
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

/// Draws a file in one colour, that of the text beside it.
class OneColor : public QIconEngine {
public:
    explicit OneColor(QString name) : m_name(std::move(name)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override {
        const QPalette palette = QApplication::palette();
        paintIcon(*painter, rect, m_name,
                  mode == QIcon::Disabled ? palette.color(QPalette::Disabled, QPalette::ButtonText)
                  : state == QIcon::On    ? palette.color(QPalette::Link)
                                          : palette.color(QPalette::ButtonText));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return drawn;
    }
    QIconEngine *clone() const override { return new OneColor(m_name); }

private:
    QString m_name;
};

} // namespace

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color) {
    const QSizeF pixels = rect.size() * painter.device()->devicePixelRatioF();
    painter.drawPixmap(rect, pixmapOf(name, color, pixels.toSize()), QRectF(QPointF(), pixels.toSize()));
}

QIcon icon(const QString &name) {
    return name.isEmpty() ? QIcon() : QIcon(new OneColor(name));
}

} // namespace timeloom
