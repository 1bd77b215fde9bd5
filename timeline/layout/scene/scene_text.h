// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/text_measure.h"

#include <QRectF>
#include <algorithm>

namespace timeline {

/// A text at its place. `x` is its left edge, `y` the middle of its line.
struct SceneText {
    static constexpr double lineHeight = 16; ///< in pixels

    QString text; ///< as drawn: elided where it had to be
    double x = 0;
    double y = 0;
    double width = 0;
    TextStyle style = TextRole::Label;
    /// Its line; that of a text of more than 13 pixels is higher.
    QRectF rect() const {
        const double height = std::max(lineHeight, 1.23 * style.pixelSize);
        return {x, y - height / 2, width, height};
    }
};

/// In what ink a text of a composed page stands.
enum class TextTone : std::uint8_t { Ink, Muted };

struct SceneLine : SceneText {
    TextTone tone = TextTone::Ink;
};

} // namespace timeline
