// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/anchor.h"

#include <algorithm>

namespace timeline {

double Anchor::in(const Viewport &viewport) const {
    const double width = viewport.width();
    if (isEventIn(viewport)) {
        // What it has out of view may be as far away as one likes.
        const double begin = std::max(viewport.left(), span.begin);
        const double end = std::min(viewport.right(), span.end);
        return (viewport.x(begin) + viewport.x(end)) / 2;
    }
    return pointer && *pointer >= 0 && *pointer <= width ? *pointer : width / 2;
}

bool Anchor::isEventIn(const Viewport &viewport) const {
    return event && span.begin <= viewport.right() && span.end >= viewport.left();
}

Viewport withInView(const Viewport &viewport, const AxisSpan &span) {
    const double from =
        std::min((span.begin + span.end) / 2, span.begin + viewport.width() / 2 * viewport.scale());
    return viewport.pannedBy(viewport.x(from) - viewport.width() / 2);
}

} // namespace timeline
