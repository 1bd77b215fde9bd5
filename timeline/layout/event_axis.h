// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "layout/scale.h"

namespace timeline {

/// Where an event lies on the axis, from begin to end. Of a date with an unknown end only the known one has a
/// place. Open ends lie where the range of Instant ends.
struct AxisSpan {
    double begin = 0;
    double end = 0;
    double length() const { return end - begin; }
};

enum class Edge : std::uint8_t { Begin, End };

/// Places the events of a document on the axis. To be handed on by reference; holds nothing.
struct EventAxis {
    const Document &document;
    const TimeScale &scale;

    double edge(EventIndex event, Edge which) const {
        const AxisSpan at = span(event);
        return which == Edge::Begin ? at.begin : at.end;
    }
    AxisSpan span(EventIndex event) const {
        const Span span = document.span(event);
        if (span.flags & DateFlag::UnknownStart) {
            const double end = scale.axis(span.end);
            return {end, end};
        }
        const double begin = scale.axis(span.begin);
        return {begin, span.flags & DateFlag::UnknownEnd ? begin : std::max(begin, scale.axis(span.end))};
    }
};

} // namespace timeline
