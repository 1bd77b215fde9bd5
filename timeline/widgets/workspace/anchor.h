// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/viewport.h"

#include <optional>

namespace timeline {

/// What keeps its pixel when the scale changes, be it by a key, by a filter or by reading anew.
struct Anchor {
    std::optional<EventIndex> event; ///< that is selected
    AxisSpan span;                   ///< where it lies
    std::optional<double> pointer;   ///< over the plot, in the viewport's pixels

    /// The one rule: the selected event where it is in view, by the middle of what is seen of it; else the
    /// pointer where it is over the plot; else the middle. In the viewport's pixels.
    double in(const Viewport &viewport) const;
    bool isEventIn(const Viewport &viewport) const; ///< at least an edge of it
};

/// Panned so that a span is in the middle; what is longer than the window is shown from its begin.
Viewport withInView(const Viewport &viewport, const AxisSpan &span);

} // namespace timeline
