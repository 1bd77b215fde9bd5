// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/edtf.h"
#include "time/edtf_cursor.h"

#include <array>
#include <string>

namespace timeline::edtf {

/// A number of at most four digits some of which may be X: "156X", "1X". An X counts as 0 in `value`.
struct DigitPattern {
    std::int16_t value = 0;
    std::uint8_t unspecified = 0; ///< bit n: the digit for 10^n is X

    int lowest() const { return value; }
    int highest() const;
    bool isFixed() const { return unspecified == 0; }
    int lowestUnspecifiedPlace() const; ///< 10 for "19X5": what fits is at least so far apart
    bool matches(int number) const;
};

enum class Precision : std::uint8_t { Year, Month, Season, Day, Time };
enum class YearForm : std::uint8_t { FourDigits, Prefixed, Exponential };
enum Qualifier : std::uint8_t { NotQualified = 0, IsUncertain = 1, IsApproximate = 2, IsBoth = 3 };

/// A time of day as it is written, with the shift from UTC.
struct TimeOfDay {
    std::int32_t secondOfDay = 0; ///< 0 to 86,400
    std::int32_t millisecond = 0;
    std::int32_t widthMilliseconds =
        1000;                      ///< what the last digit stands for: 60,000 without seconds, 1 with ".250"
    std::int32_t shiftSeconds = 0; ///< east of UTC
    bool isZoned = false;
    std::string_view fraction; ///< of a second: its digits, in the text that was read

    bool isFiner() const { return fraction.size() > 3; } ///< than a millisecond
};

/// One date of an expression, part by part as it is written.
struct DatePart {
    Precision precision = Precision::Year;
    YearForm yearForm = YearForm::FourDigits;
    std::uint8_t level = 0;
    bool isBeforeYear0 = false;
    std::uint8_t significantDigits = 0; ///< 0: all
    DigitPattern year;                  ///< the four digits, where yearForm says so
    std::int64_t longYear = 0;          ///< without its sign, for the other forms
    DigitPattern month;                 ///< of the season, 21 to 41, where the precision says so
    DigitPattern day;
    TimeOfDay time;
    std::array<std::uint8_t, 3> qualifiers = {}; ///< of year, month and day; a season's stands with the month

    bool hasUnspecifiedDigit() const { return (year.unspecified | month.unspecified | day.unspecified) != 0; }
    std::uint8_t anyQualifier() const {
        return static_cast<std::uint8_t>(qualifiers[0] | qualifiers[1] | qualifiers[2]);
    }
};

/// The range of years that a date's first part allows, in astronomical years.
struct YearRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// Reads one date; false where there is none, told by the cursor.
bool readDate(Cursor &cursor, DateSyntax syntax, DatePart &date);

/// Reads what follows "Y": an integer, perhaps an exponent. Then, for every form of year, the significant
/// digits.
bool readPrefixedYear(Cursor &cursor, DatePart &date);
bool readSignificantDigits(Cursor &cursor, DatePart &date);

/// Reads what follows "T".
bool readTime(Cursor &cursor, DateSyntax syntax, TimeOfDay &time);

YearRange yearRange(const DatePart &date);

/// The months of the year that a season, 21 to 41, has; those above 12 are the next year's.
struct SeasonMonths {
    int first;
    int count;
};
SeasonMonths monthsOfSeason(int season);
/// The first of those that a year is made of together with it: 29 for 31.
int firstOfCycle(int season);

/// Written with so many digits at least, zeros before.
std::string padded(std::int64_t number, std::size_t width);

/// From the first to the last real date that fits; false when there is none ("2021-02-3X").
bool boundsOf(const DatePart &date, Span &span);

} // namespace timeline::edtf
