// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/text_measure.h"

#include <QRectF>

namespace timeline {

/// A text at its place. `x` is its left edge, `y` the middle of its line.
struct SceneText {
    static constexpr double lineHeight = 16; ///< in pixels

    QString text; ///< as drawn: elided where it had to be
    double x = 0;
    double y = 0;
    double width = 0;
    TextRole role = TextRole::Label;
    QRectF rect() const { return {x, y - lineHeight / 2, width, lineHeight}; } ///< its line
};

} // namespace timeline
