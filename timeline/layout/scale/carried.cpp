// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scale/carried.h"

#include <algorithm>

namespace timeline {

double carriedAxis(double axis, const TimeScale &from, const TimeScale &to) {
    const Instant instant = from.instant(axis);
    const double rest = (axis - from.axis(instant)) / from.rateAt(axis);
    const double carried = to.axis(instant);
    return carried + rest * to.rateAt(carried);
}

Viewport carried(const Viewport &viewport, const TimeScale &from, const TimeScale &to) {
    if (from == to) {
        return viewport;
    }
    const double begin = carriedAxis(viewport.left(), from, to);
    const double end = carriedAxis(viewport.right(), from, to);
    if (to.breaks()) {
        // What lies within a break cannot be as wide as it was: it is seen with what is around it, at its
        // speed.
        const auto gap = std::ranges::find_if(*to.breaks(), [begin, end](const AxisSpan &span) {
            return span.begin <= begin && end <= span.end;
        });
        if (gap != to.breaks()->end()) {
            const double milliseconds =
                millisecondsBetween(from.instant(viewport.left()), from.instant(viewport.right()));
            const Viewport around(begin, milliseconds * to.rateAt(gap->end) / viewport.width(),
                                  viewport.size(), to.breaks());
            return around.pannedBy(around.x((begin + end) / 2) - around.width() / 2);
        }
    }
    return Viewport::showing(begin, end, viewport.size(), to.breaks());
}

} // namespace timeline
