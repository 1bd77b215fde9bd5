// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace timeline {

/// An image that has been painted on, to be kept: without the 10 kB of paint engine that it holds on to.
inline QImage withoutPainter(const QImage &image) {
    return image.copy();
}

} // namespace timeline
