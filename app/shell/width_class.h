// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

namespace timeloom {

/// How much room the window has: what it shows by words, and whether the side bar stands beside the canvas.
enum class WidthClass { Small, Middle, Wide };

constexpr WidthClass widthClassOf(QSize window) {
    return window.width() < 1200 || window.height() < 700 ? WidthClass::Small
           : window.width() < 1600                        ? WidthClass::Middle
                                                          : WidthClass::Wide;
}

} // namespace timeloom
