// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/calendar.h"
#include "time/edtf_date.h"

#include <algorithm>
#include <optional>

namespace timeline::edtf {

namespace {

constexpr std::int64_t secondsPerDay = 86'400;

/// 21 to 41. The specification names no months for the first four: here they are those of meteorology in the
/// north. 25 to 28 are the northern seasons, 29 to 32 the southern, then quarters, thirds and halves of the
/// year.
constexpr std::array<SeasonMonths, 21> seasons = {{
    {3, 3}, {6, 3},  {9, 3}, {12, 3}, // 21-24: spring, summer, autumn, winter
    {3, 3}, {6, 3},  {9, 3}, {12, 3}, // 25-28: north of the equator
    {9, 3}, {12, 3}, {3, 3}, {6, 3},  // 29-32: south of it
    {1, 3}, {4, 3},  {7, 3}, {10, 3}, // 33-36: quarters
    {1, 4}, {5, 4},  {9, 4},          // 37-39: quadrimesters
    {1, 6}, {7, 6},                   // 40-41: semesters
}};

Instant startOfMonth(std::int64_t year, int month) {
    return timeline::startOfMonth(year * 12 + month - 1);
}

Instant dayAfter(CivilDate date) {
    return startOfDay({date.year, date.month, date.day + 1});
}

Instant plusMillis(std::int64_t seconds, std::int32_t millis) {
    return {seconds + millis / 1000, millis % 1000};
}

void setTimeBounds(const DatePart &date, Span &span) {
    const Instant day = startOfDay({yearRange(date).first, date.month.value, date.day.value});
    const std::int64_t second = day.seconds + date.time.secondOfDay - date.time.shiftSeconds;
    span.begin = plusMillis(second, date.time.millisecond);
    span.end = plusMillis(second, date.time.millisecond + date.time.widthMilliseconds);
}

enum class Want { First, Last };

/// The first or last real date within a year that fits.
std::optional<CivilDate> dateWithin(std::int64_t year, const DatePart &date, Want want) {
    const int step = want == Want::First ? 1 : -1;
    for (int month = want == Want::First ? 1 : 12; month >= 1 && month <= 12; month += step) {
        if (!date.month.matches(month)) {
            continue;
        }
        const int days = daysInMonth(year, month);
        for (int day = want == Want::First ? 1 : days; day >= 1 && day <= days; day += step) {
            if (date.precision == Precision::Month || date.day.matches(day)) {
                return CivilDate{year, month, day};
            }
        }
    }
    return std::nullopt;
}

/// The first or last real date that fits. Years differ only in being leap years or not, and leap years have
/// every date that others have: so only the outermost year and the outermost leap year need a look.
std::optional<CivilDate> dateThatFits(const DatePart &date, Want want) {
    const YearRange years = yearRange(date);
    // Both ends of the range fit, and between two years that fit there is at least this distance.
    const std::int64_t step =
        want == Want::First ? date.year.lowestUnspecifiedPlace() : -date.year.lowestUnspecifiedPlace();
    bool isOutermost = true;
    for (std::int64_t year = want == Want::First ? years.first : years.last;
         year >= years.first && year <= years.last; year += step) {
        if (!date.year.matches(static_cast<int>(year < 0 ? -year : year))) {
            continue;
        }
        if (isOutermost || isLeapYear(year)) {
            if (const auto found = dateWithin(year, date, want)) {
                return found;
            }
            if (isLeapYear(year)) {
                return std::nullopt;
            }
        }
        isOutermost = false;
    }
    return std::nullopt;
}

bool setPatternBounds(const DatePart &date, Span &span) {
    const auto first = dateThatFits(date, Want::First);
    const auto last = dateThatFits(date, Want::Last);
    if (!first || !last) {
        return false;
    }
    span.begin = startOfDay(*first);
    span.end = dayAfter(*last);
    return true;
}

} // namespace

int DigitPattern::highest() const {
    int number = value;
    for (int place = 1, bits = unspecified; bits != 0; place *= 10, bits >>= 1) {
        number += (bits & 1) * 9 * place;
    }
    return number;
}

int DigitPattern::lowestUnspecifiedPlace() const {
    int place = 1;
    for (unsigned bits = unspecified; bits != 0 && (bits & 1U) == 0; bits >>= 1U) {
        place *= 10;
    }
    return place;
}

bool DigitPattern::matches(int number) const {
    int rest = number;
    int wanted = value;
    for (int bits = unspecified; rest != 0 || wanted != 0; rest /= 10, wanted /= 10, bits >>= 1) {
        if ((bits & 1) == 0 && rest % 10 != wanted % 10) {
            return false;
        }
    }
    return true;
}

SeasonMonths monthsOfSeason(int season) {
    return seasons.at(static_cast<std::size_t>(season - 21));
}

int firstOfCycle(int season) {
    return season < 37 ? season - (season - 21) % 4 : season < 40 ? 37 : 40;
}

std::string padded(std::int64_t number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

bool boundsOf(const DatePart &date, Span &span) {
    const YearRange years = yearRange(date);
    if (date.precision == Precision::Year) {
        span.begin = startOfDay({years.first, 1, 1});
        span.end = startOfDay({years.last + 1, 1, 1});
        return true;
    }
    if (date.precision == Precision::Season) {
        const SeasonMonths season = monthsOfSeason(date.month.value);
        span.begin = startOfMonth(years.first, season.first);
        span.end = startOfMonth(years.last, season.first + season.count);
        return true;
    }
    if (date.hasUnspecifiedDigit()) {
        return setPatternBounds(date, span);
    }
    if (date.precision == Precision::Month) {
        span.begin = startOfMonth(years.first, date.month.value);
        span.end = startOfMonth(years.first, date.month.value + 1);
        return true;
    }
    const CivilDate day{years.first, date.month.value, date.day.value};
    if (day.day < 1 || day.day > daysInMonth(day.year, day.month)) {
        return false;
    }
    if (date.precision == Precision::Time) {
        setTimeBounds(date, span);
        return true;
    }
    span.begin = startOfDay(day);
    span.end = {span.begin.seconds + secondsPerDay,
                0}; // far from the ends of the range: the year has four digits
    return true;
}

} // namespace timeline::edtf
