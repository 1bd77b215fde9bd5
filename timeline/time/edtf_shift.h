// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/ticks.h"

#include <optional>
#include <string>

namespace timeline {

/// An amount of time as a calendar counts it: first the months, then the days, then the milliseconds. Each
/// may be negative.
struct Shift {
    std::int64_t months = 0;
    std::int64_t days = 0;
    std::int64_t milliseconds = 0;

    bool isNone() const { return months == 0 && days == 0 && milliseconds == 0; }
    friend bool operator==(const Shift &, const Shift &) = default;
};

/// The same time of day so many months and days later: 31 January and a month is 28 February. Kept within
/// the range of Instant.
Instant shifted(Instant instant, const Shift &shift);

/// The amount nearest to another that a date (EDTF) can be moved by, in the unit that its least exact part is
/// known to: a month by 92 days is three months; none at all where that is too coarse. Nothing for what is no
/// date or has no place: "../..".
std::optional<Shift> snappedShift(std::string_view text, const Shift &shift);

/// A date (EDTF) that is moved by an amount, as near as its precision allows. Everything else of its text
/// stays: marks, offsets, open ends, digits that are not known. Intervals and sets move with all that is in
/// them. Nothing where it cannot move so: a year by a few days, "XXXX-05" into another year, a mistake, or
/// where two neighbours would become the same: "2021-01-30/2021-01-31" by a month.
std::optional<std::string> shiftedDate(std::string_view text, const Shift &shift);

/// What the least exact part of a date is known to; seasons are months, and decades years. Nothing for what
/// is no date or has no place.
std::optional<TickUnit> knownTo(std::string_view text);

} // namespace timeline
