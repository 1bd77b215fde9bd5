// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/instant.h"

namespace timeline {

/// A day of the proleptic Gregorian calendar with astronomical years: year 0 is 1 BCE, -43 is 44 BCE.
struct CivilDate {
    std::int64_t year = 1970; ///< -20 billion to 20 billion
    int month = 1;            ///< 1 to 12
    int day = 1;              ///< 1 to daysInMonth()
    friend bool operator==(const CivilDate &, const CivilDate &) = default;
};

/// A day and a time of day.
struct CivilTime {
    CivilDate date;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
};

bool isLeapYear(std::int64_t year);
int daysInMonth(std::int64_t year, int month);

/// Midnight, kept within the range of Instant. Days beyond the month's last count on into the next month.
Instant startOfDay(CivilDate date);
CivilTime civilTime(Instant instant);

/// Months are counted from January of year 0, which is month 0.
std::int64_t monthOf(CivilDate date);
/// Its first midnight, kept within the range of Instant.
Instant startOfMonth(std::int64_t month);
/// The same day and time so many months later, or the last day of its month: 31 January and a month is 28
/// February.
Instant plusMonths(Instant instant, std::int64_t months);

/// Up to 10^18.
constexpr std::int64_t powerOfTen(int exponent) {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent) {
        power *= 10;
    }
    return power;
}

/// `value / by`, rounded down. `by` is above 0.
constexpr std::int64_t floorDivided(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

} // namespace timeline
