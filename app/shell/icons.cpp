// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/icons.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

/// The colour that the files have where another is meant.
constexpr char fileColor[] = "#808790";

/// Draws a file in one colour, that of the text beside it.
class OneColor : public QIconEngine {
public:
    explicit OneColor(QByteArray svg) : m_svg(std::move(svg)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override {
        const QPalette palette = QApplication::palette();
        const QColor color = mode == QIcon::Disabled ? palette.color(QPalette::Disabled, QPalette::ButtonText)
                             : state == QIcon::On    ? palette.color(QPalette::Link)
                                                     : palette.color(QPalette::ButtonText);
        QByteArray svg = QByteArray(m_svg).replace(fileColor, color.name().toLatin1());
        QBuffer buffer(&svg);
        QImageReader reader(&buffer, "svg");
        const double ratio = painter->device()->devicePixelRatioF();
        reader.setScaledSize((QSizeF(rect.size()) * ratio).toSize());
        painter->drawImage(rect, reader.read());
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return drawn;
    }
    QIconEngine *clone() const override { return new OneColor(m_svg); }

private:
    QByteArray m_svg;
};

} // namespace

QIcon icon(const QString &name) {
    QFile file(u":/timeloom/icons/%1.svg"_s.arg(name));
    if (name.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray svg = file.readAll();
    // What is of several colours, as the program's own, stays so.
    return svg.contains(fileColor) ? QIcon(new OneColor(svg)) : QIcon(file.fileName());
}

} // namespace timeloom
