// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/icons.h"

#include <QIconEngine>
#include <QPainter>

namespace timeloom {

namespace {

/// Draws another icon, only when and as large as it is wanted.
class PaleWhereDisabled : public QIconEngine {
public:
    explicit PaleWhereDisabled(QIcon icon) : m_icon(std::move(icon)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
        const qreal opacity = painter->opacity();
        painter->setOpacity(mode == QIcon::Disabled ? opacity * 0.4 : opacity);
        m_icon.paint(painter, rect);
        painter->setOpacity(opacity);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return drawn;
    }
    QIconEngine *clone() const override { return new PaleWhereDisabled(m_icon); }

private:
    QIcon m_icon;
};

} // namespace

QIcon icon(const QString &name) {
    const QString file = QStringLiteral(":/timeloom/icons/%1.svg").arg(name);
    return name.isEmpty() ? QIcon() : QIcon(new PaleWhereDisabled(QIcon(file)));
}

} // namespace timeloom
