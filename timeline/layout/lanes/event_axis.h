// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"
#include "layout/scale/scale.h"

namespace timeline {

enum class Edge : std::uint8_t { Begin, End };

/// Places the events of a document on the axis. Of a date with an unknown end only the known one has a place.
/// Open ends lie where the range of Instant ends. To be handed on by reference; holds nothing.
struct EventAxis {
    const Document &document;
    const TimeScale &scale;

    double begin(EventIndex event) const {
        const bool isUnknown = document.flags(event) & DateFlag::UnknownStart;
        return isUnknown ? scale.axisOfEnd(document.end(event)) : beginOf(event);
    }
    double end(EventIndex event) const {
        const DateFlags flags = document.flags(event);
        if (flags & (DateFlags(DateFlag::UnknownStart) | DateFlag::UnknownEnd)) {
            return flags & DateFlag::UnknownEnd ? beginOf(event) : scale.axisOfEnd(document.end(event));
        }
        return std::max(scale.axisOfEnd(document.end(event)), beginOf(event));
    }
    double edge(EventIndex event, Edge which) const {
        return which == Edge::Begin ? begin(event) : end(event);
    }
    AxisSpan span(EventIndex event) const {
        if (document.flags(event) & (DateFlags(DateFlag::UnknownStart) | DateFlag::UnknownEnd)) {
            return {begin(event), end(event)};
        }
        const double from = beginOf(event);
        return {from, std::max(from, scale.axisOfEnd(document.end(event)))};
    }

private:
    double beginOf(EventIndex event) const {
        const Instant begin = document.begin(event);
        return scale.isOnTheEveOfAhead(begin) && document.status(event) == Status::Planned
                   ? scale.axis(scale.ahead())
                   : scale.axis(begin);
    }
};

} // namespace timeline
