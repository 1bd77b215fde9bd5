// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainter>
#include <cmath>

namespace timeline {

/// Copies images onto whole device pixels of a painter, which costs a fraction of placing them between
/// pixels. For the time of one painting; the painter's scale has to be without rotation.
class DevicePixels {
public:
    explicit DevicePixels(QPainter &painter)
        : m_painter(painter), m_toDevice(painter.deviceTransform()), m_fromDevice(m_toDevice.inverted()) {}

    double scale() const { return m_toDevice.m11(); } ///< device pixels in a logical one
    QPointF map(QPointF logical) const { return m_toDevice.map(logical); }
    QRectF map(const QRectF &logical) const { return m_toDevice.mapRect(logical); }

    /// Copies a part of an image; its corner comes to the device pixel nearest to `corner`.
    void draw(QPointF corner, const QImage &image, const QRect &part) {
        const QPointF whole(std::round(corner.x()), std::round(corner.y()));
        if (m_toDevice.type() <= QTransform::TxTranslate) {
            m_painter.drawImage(whole - QPointF(m_toDevice.dx(), m_toDevice.dy()), image, part);
        } else {
            m_painter.drawImage(m_fromDevice.mapRect(QRectF(whole, part.size())), image, part);
        }
    }

private:
    QPainter &m_painter;
    QTransform m_toDevice;
    QTransform m_fromDevice;
};

} // namespace timeline
