// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace timeline {

/// An image (ARGB32_Premultiplied) of several megabytes with nothing drawn yet, in memory of large pages
/// where the system has such. Its pages are given at their first use, and some thousand small ones in one
/// frame take longer than to draw it.
QImage largeImage(QSize size);

} // namespace timeline
