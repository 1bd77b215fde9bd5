// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/instant.h"

#include <QFlags>
#include <optional>

namespace timeline {

/// What is known about a date beside its bounds (ISO 8601-2:2019, EDTF).
enum class DateFlag : std::uint16_t {
    Uncertain = 1 << 0,    ///< "?" or "%" on any part
    Approximate = 1 << 1,  ///< "~" or "%" on any part
    Unspecified = 1 << 2,  ///< "X" for a digit
    OpenStart = 1 << 3,    ///< ".." before
    OpenEnd = 1 << 4,      ///< ".." after
    UnknownStart = 1 << 5, ///< nothing before "/"
    UnknownEnd = 1 << 6,   ///< nothing after "/"
    Set = 1 << 7,          ///< "[…]" one of, "{…}" all of
    // Below: what drawing needs to know; not printed by `timeloom date`.
    Interval = 1 << 8,         ///< lasts from begin to end; otherwise it is one date, somewhere within
    StartApproximate = 1 << 9, ///< the first part carries "~" or "%"
    EndApproximate = 1 << 10,  ///< the last part carries "~" or "%"
    HasTime = 1 << 11,         ///< given with a time of day
    Zoned = 1 << 12,           ///< that time was given with Z or an offset
    Finer = 1 << 13,           ///< with digits behind the millisecond: see finerDigits()
};
Q_DECLARE_FLAGS(DateFlags, DateFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(DateFlags)

/// From the earliest instant a date can mean up to, and without, the instant after its latest: `2022` is
/// [2022-01-01, 2023-01-01). An open or unknown end is Instant::distantPast() or distantFuture().
struct Span {
    Instant begin;
    Instant end;
    DateFlags flags;

    /// Of what has no date: it overlaps nothing, and comes after all that has one.
    static constexpr Span never() { return {Instant::distantFuture(), Instant::distantPast(), {}}; }

    bool isNever() const { return begin > end; }
    bool isOpenAtStart() const { return flags & (DateFlags(DateFlag::OpenStart) | DateFlag::UnknownStart); }
    /// Without what is open, which says nothing of what happens there; nothing where both ends are.
    std::optional<Span> covered() const {
        return isOpenAtStart() && isOpenAtEnd()
                   ? std::nullopt
                   : std::optional(Span{isOpenAtStart() ? end : begin, isOpenAtEnd() ? begin : end, {}});
    }
    bool isOpenAtEnd() const { return flags & (DateFlags(DateFlag::OpenEnd) | DateFlag::UnknownEnd); }
    /// Calls `visit` with its begin and its end, but for what is open.
    template <typename Visit>
    void forEachEdge(Visit visit) const {
        if (!isOpenAtStart()) {
            visit(begin);
        }
        if (!isOpenAtEnd()) {
            visit(end);
        }
    }
    friend bool operator==(const Span &, const Span &) = default;
};

} // namespace timeline
