// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <new>

namespace timeline {

/// An image that there is memory for. QImage is null where there is none, and to paint on it ends the
/// program; this throws as other memory does.
inline QImage checkedImage(QImage image) {
    if (image.isNull()) {
        throw std::bad_alloc();
    }
    return image;
}

/// An image that has been painted on, to be kept: without the 10 kB of paint engine that it holds on to.
inline QImage withoutPainter(const QImage &image) {
    return checkedImage(image.copy());
}

} // namespace timeline
