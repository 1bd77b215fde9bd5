// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/calendar.h"

#include <algorithm>
#include <array>

namespace timeline {

namespace {

constexpr std::int64_t secondsPerDay = 86'400;

// The calendar repeats every 400 years. Years are counted from March here, so that the leap day is a year's
// last.
constexpr std::int64_t daysPerCycle = 146'097;
constexpr std::int64_t daysFromMarchOfYear0To1970 = 719'468;

constexpr std::int64_t dayNumber(CivilDate date) {
    const std::int64_t year = date.month > 2 ? date.year : date.year - 1;
    const std::int64_t cycle = floorDivided(year, 400);
    const std::int64_t yearOfCycle = year - cycle * 400;
    const std::int64_t monthFromMarch = (date.month + 9) % 12;
    const std::int64_t dayOfYear = (153 * monthFromMarch + 2) / 5 + date.day - 1;
    const std::int64_t dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear;
    return cycle * daysPerCycle + dayOfCycle - daysFromMarchOfYear0To1970;
}

constexpr CivilDate dateOfDayNumber(std::int64_t number) {
    const std::int64_t shifted = number + daysFromMarchOfYear0To1970;
    const std::int64_t cycle = floorDivided(shifted, daysPerCycle);
    const std::int64_t dayOfCycle = shifted - cycle * daysPerCycle;
    const std::int64_t yearOfCycle =
        (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36'524 - dayOfCycle / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    const int day = static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    const int month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    return {cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day};
}

} // namespace

bool isLeapYear(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(std::int64_t year, int month) {
    static constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

Instant startOfDay(CivilDate date) {
    return std::clamp(Instant{dayNumber(date) * secondsPerDay, 0}, Instant::distantPast(),
                      Instant::distantFuture());
}

CivilTime civilTime(Instant instant) {
    const std::int64_t day = floorDivided(instant.seconds, secondsPerDay);
    const int second = static_cast<int>(instant.seconds - day * secondsPerDay);
    return {dateOfDayNumber(day), second / 3600, second / 60 % 60, second % 60, instant.millis};
}

std::int64_t monthOf(CivilDate date) {
    return date.year * 12 + date.month - 1;
}

Instant startOfMonth(std::int64_t month) {
    const std::int64_t year = floorDivided(month, 12);
    return startOfDay({year, static_cast<int>(month - year * 12) + 1, 1});
}

Instant plusMonths(Instant instant, std::int64_t months) {
    const CivilTime time = civilTime(instant);
    CivilDate date = civilTime(startOfMonth(monthOf(time.date) + months)).date;
    date.day = std::min(time.date.day, daysInMonth(date.year, date.month));
    const int second = time.hour * 3600 + time.minute * 60 + time.second;
    return std::min(Instant{startOfDay(date).seconds + second, time.millisecond}, Instant::distantFuture());
}

} // namespace timeline
