// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/phrases/phrase_points.h"

namespace timeline::phrases {

namespace {

constexpr int monthsOfYear = 12;
constexpr int mostDays = 31;
/// Fewer may be a number ("1.850"), a year before Christ or one of a ruler.
constexpr std::int64_t fewestYears = 1000;

Part dayOf(std::int64_t year, std::int64_t month, std::int64_t day, bool isSafe = true) {
    Part part;
    part.day = {year, static_cast<int>(month), static_cast<int>(day)};
    part.hasYear = true;
    part.isSafe = isSafe;
    return part;
}

bool isMonth(std::int64_t number) {
    return number >= 1 && number <= monthsOfYear;
}

bool isDay(std::int64_t number) {
    return number >= 1 && number <= mostDays;
}

/// Two numbers one of which is the day; what is behind them says the year, or not.
void addDayAndMonth(Number first, Number second, bool isPointed, const Part *year, TokenCursor rest,
                    Reads &reads) {
    const auto add = [&](std::int64_t day, std::int64_t month, Order order) {
        Part part = year != nullptr ? *year : Part();
        part.day.month = static_cast<int>(month);
        part.day.day = static_cast<int>(day);
        part.order = order;
        part.isSafe &= !isPointed || order != Order::MonthFirst;
        reads.push_back({part, rest});
    };
    const bool canBeDayFirst = isDay(first.value) && isMonth(second.value);
    const bool canBeMonthFirst = isMonth(first.value) && isDay(second.value);
    if (canBeDayFirst) { // so it is everywhere, with points
        const bool isClear = isPointed || first.value == second.value;
        add(first.value, second.value, isClear ? Order::Clear : Order::DayFirst);
    }
    if (canBeMonthFirst && (isPointed ? !canBeDayFirst : first.value != second.value || !canBeDayFirst)) {
        add(second.value, first.value, Order::MonthFirst);
    }
}

/// 5.3.2024, 5/3/2024, 3/2024, and without the year.
void readYearLast(TokenCursor cursor, Reads &reads) {
    const auto first = cursor.takeNumber(1, 2);
    const QChar sign = first ? cursor.takeOneOf(u"./-") : QChar();
    if (sign.isNull()) {
        return;
    }
    Reads years;
    readYear(cursor, years);
    for (const Read &year : years) {
        if (isMonth(first->value) && year.part.day.year >= fewestYears && !year.part.counting) {
            Part part = year.part;
            part.day.month = static_cast<int>(first->value);
            reads.push_back({part, year.rest});
        }
    }
    const auto second = cursor.takeNumber(1, 2);
    if (!second) {
        if (sign == u'.' && isDay(first->value)) { // "5." of "5.-7. March 1850"
            Part part;
            part.number = first->value;
            part.digits = first->digits;
            reads.push_back({part, cursor});
        }
        return;
    }
    TokenCursor behind = cursor;
    if (sign != u'.') {
        addDayAndMonth(*first, *second, false, nullptr, behind, reads);
    }
    if (!cursor.take(sign)) {
        return;
    }
    if (sign == u'.') {
        addDayAndMonth(*first, *second, true, nullptr, cursor, reads);
    }
    years.clear();
    readYear(cursor, years);
    for (const Read &year : years) {
        addDayAndMonth(*first, *second, sign == u'.', &year.part, year.rest, reads);
    }
}

/// 2024-045: the day of the year.
void readDayOfYear(std::int64_t year, TokenCursor cursor, Reads &reads) {
    if (const auto number = cursor.takeNumber(3, 3)) {
        const Day day = dayAfter({year, 1, 1}, number->value - 1);
        if (day.year == year) {
            reads.push_back({dayOf(year, day.month, day.day, false), cursor});
        }
    }
}

/// 2024-3-5, 2024.3, 1803/2/13.
void readYearFirst(TokenCursor cursor, Reads &reads) {
    const auto year = cursor.takeNumber(4, 4);
    if (!year) {
        return;
    }
    const QChar sign = cursor.takeOneOf(u"-./");
    if (sign == u'-') {
        readDayOfYear(year->value, cursor, reads);
    }
    if (sign.isNull() && (!cursor.isSpaced() || cursor.atEnd())) {
        return;
    }
    const auto month = cursor.takeNumber(1, 2);
    if (!month || !isMonth(month->value)) {
        return;
    }
    if (!sign.isNull()) {
        const bool mayBeDecimal =
            sign == u'.' && month->digits == 1; // 1850.5 is the middle of a year to some
        reads.push_back({dayOf(year->value, month->value, 0, !mayBeDecimal), cursor});
    }
    if (sign.isNull() ? cursor.isSpaced() : cursor.take(sign)) {
        const auto day = cursor.takeNumber(1, 2);
        if (day && isDay(day->value)) {
            cursor.take(u'.');
            reads.push_back({dayOf(year->value, month->value, day->value), cursor});
        }
    }
}

/// 20240305; six digits are a year and a month, or may be something else.
void readCompact(TokenCursor cursor, Reads &reads) {
    if (const auto number = cursor.takeNumber(8, 8)) {
        reads.push_back(
            {dayOf(number->value / 10'000, number->value / 100 % 100, number->value % 100), cursor});
    } else if (const auto six = cursor.takeNumber(6, 6); six && isMonth(six->value % 100)) {
        reads.push_back({dayOf(six->value / 100, six->value % 100, 0, false), cursor});
    } else if (const auto one = cursor.takeNumber(1, 4)) {
        Part part;
        part.number = one->value;
        part.digits = one->digits;
        reads.push_back({part, cursor});
    }
}

/// 1966年5月3日, and without the year.
void readWithUnits(TokenCursor cursor, Reads &reads) {
    Part part;
    Reads years;
    readYear(cursor, years);
    for (const Read &year : years) {
        if (TokenCursor behind = year.rest; behind.take(Role::YearUnit)) {
            part = year.part;
            part.isSafe &= part.day.year >= fewestYears || part.counting;
            cursor = behind;
            reads.push_back({part, cursor});
            break;
        }
    }
    const auto takeUnit = [&cursor](Role unit, int most) {
        TokenCursor ahead = cursor;
        const auto number = ahead.takeNumber(1, 2);
        const bool isRight = number && number->value >= 1 && number->value <= most && ahead.take(unit);
        cursor = isRight ? ahead : cursor;
        return isRight ? static_cast<int>(number->value) : 0;
    };
    if ((part.day.month = takeUnit(Role::MonthUnit, monthsOfYear)) != 0) {
        reads.push_back({part, cursor});
    }
    if ((part.day.day = takeUnit(Role::DayUnit, mostDays)) != 0) {
        reads.push_back({part, cursor});
    }
}

} // namespace

void readNumeric(TokenCursor cursor, Reads &reads) {
    readYearFirst(cursor, reads);
    readYearLast(cursor, reads);
    readCompact(cursor, reads);
    readWithUnits(cursor, reads);
}

} // namespace timeline::phrases
