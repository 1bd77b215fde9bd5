// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/event_row.h"

#include <QBitArray>
#include <optional>

namespace timeline {

/// Earliest begin and latest end, leaving open ends out, with the flags that any of them has; nothing without
/// events. Of those that have their bit in `shown`, of all where it is empty.
template <typename Rows>
std::optional<Span> extentOf(const Rows &events, const QBitArray &shown) {
    Instant begin = Instant::distantFuture();
    Instant end = Instant::distantPast();
    DateFlags flags;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Span span = events.span(i);
        const bool isShown = shown.isEmpty() || shown[static_cast<qsizetype>(i)];
        if (!isShown || span.isNever() || (span.isOpenAtStart() && span.isOpenAtEnd())) {
            continue;
        }
        flags |= span.flags;
        // Of one that is open, the instant that is known lies within.
        begin = std::min(begin, span.isOpenAtStart() ? plusMilliseconds(span.end, -1) : span.begin);
        end = std::max(end, span.isOpenAtEnd() ? plusMilliseconds(span.begin, 1) : span.end);
    }
    return begin <= end ? std::optional(Span{begin, end, flags}) : std::nullopt;
}

} // namespace timeline
