// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/movable_date.h"

#include "time/calendar.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace timeline::edtf {

namespace {

constexpr std::int64_t monthsPerYear = 12;
constexpr std::int64_t millisPerDay = 86'400'000;

/// The parts of a date's text, by number.
enum Part { YearPart, MonthPart, DayPart, HourPart, MinutePart, SecondPart, FractionPart };

/// The multiple of `unit` that is nearest to an amount, as far for what is negative.
std::int64_t nearestMultiple(std::int64_t amount, std::int64_t unit) {
    const std::int64_t size = (std::abs(amount) + unit / 2) / unit * unit;
    return amount < 0 ? -size : size;
}

} // namespace

Grain Grain::with(const Grain &other) const {
    return {months == 0 || other.months == 0 ? std::max(months, other.months)
                                             : std::lcm(months, other.months),
            std::max(milliseconds, other.milliseconds)};
}

TickUnit Grain::unit() const {
    return months >= monthsPerYear        ? TickUnit::Year
           : months > 0                   ? TickUnit::Month
           : milliseconds >= millisPerDay ? TickUnit::Day
           : milliseconds >= 60'000       ? TickUnit::Minute
           : milliseconds >= 1000         ? TickUnit::Second
                                          : TickUnit::Millisecond;
}

MovableDate::MovableDate(const DatePart &date, std::string_view text) : m_date(date), m_text(text) {
    m_yearUnit = powerOfTen(std::bit_width(date.year.unspecified));
    if (date.yearForm == YearForm::Exponential) {
        m_writtenUnit = powerOfTen(std::stoi(std::string(text.substr(text.find('E') + 1))));
        m_yearUnit = m_writtenUnit;
    }
    if (date.significantDigits != 0) {
        const YearRange range = yearRange(date);
        m_yearUnit = std::max(m_yearUnit, range.last - range.first + 1);
    }
    m_grain.milliseconds = date.precision == Precision::Time ? date.time.widthMilliseconds : millisPerDay;
    if (date.precision == Precision::Season) {
        m_grain.months = monthsOfSeason(date.month.value).count;
    } else if (date.precision == Precision::Year || !date.month.isFixed()) {
        m_grain.months = m_yearUnit * monthsPerYear;
    } else if (date.precision == Precision::Month || date.hasUnspecifiedDigit()) {
        m_grain.months = 1;
    }
}

/// As it is written: of unknown digits the least.
std::int64_t MovableDate::year() const {
    const std::int64_t size = m_date.yearForm == YearForm::FourDigits ? m_date.year.value : m_date.longYear;
    return m_date.isBeforeYear0 ? -size : size;
}

/// In which it begins, counted from January of year 0.
std::int64_t MovableDate::month() const {
    const int ofYear = m_date.precision == Precision::Season ? monthsOfSeason(m_date.month.value).first
                       : m_date.precision == Precision::Year || !m_date.month.isFixed() ? 1
                                                                                        : m_date.month.value;
    return year() * monthsPerYear + ofYear - 1;
}

Shift MovableDate::snapped(const Shift &shift, const Grain &grain) const {
    if (grain.months == 0) {
        // Half a day makes no day of a date that says none.
        const std::int64_t millis = std::abs(shift.milliseconds) < grain.milliseconds
                                        ? 0
                                        : nearestMultiple(shift.milliseconds, grain.milliseconds);
        return grain.milliseconds < millisPerDay ? Shift{shift.months, shift.days, millis}
                                                 : Shift{shift.months, shift.days + millis / millisPerDay, 0};
    }
    std::int64_t months = shift.months;
    if (shift.days != 0 || shift.milliseconds != 0) {
        const Instant to = shifted(startOfMonth(month()), shift);
        const std::int64_t before = monthOf(civilTime(to).date);
        const bool isNext =
            millisecondsBetween(startOfMonth(before), to) > millisecondsBetween(to, startOfMonth(before + 1));
        months = before + (isNext ? 1 : 0) - month();
    }
    return {nearestMultiple(months, grain.months), 0, 0};
}

std::optional<std::string> MovableDate::moved(const Shift &shift) const {
    return m_grain.months > 0 ? movedMonth(shift.months) : movedDay(shift);
}

std::optional<std::string> MovableDate::movedMonth(std::int64_t months) const {
    const std::int64_t to = month() + months;
    std::string text(m_text);
    if (m_date.precision == Precision::Season) {
        int season = firstOfCycle(m_date.month.value); // that begins in the month
        while ((to - monthsOfSeason(season).first + 1) % monthsPerYear != 0) {
            ++season;
        }
        put(text, MonthPart, std::to_string(season));
        return withYear(text, floorDivided(to - monthsOfSeason(season).first + 1, monthsPerYear));
    }
    const std::int64_t year = floorDivided(to, monthsPerYear);
    if (m_date.precision != Precision::Year && m_date.month.isFixed()) {
        put(text, MonthPart, padded(to - year * monthsPerYear + 1, 2));
    }
    return withYear(text, year);
}

std::optional<std::string> MovableDate::movedDay(const Shift &shift) const {
    // At its own place: its offset stays.
    Instant from = startOfDay({year(), m_date.month.value, m_date.day.value});
    from.seconds += m_date.time.secondOfDay;
    from.millis = m_date.time.millisecond;
    const CivilTime to = civilTime(shifted(from, shift));
    std::string text(m_text);
    put(text, MonthPart, padded(to.date.month, 2));
    put(text, DayPart, padded(to.date.day, 2));
    if (m_date.precision == Precision::Time) {
        put(text, HourPart, padded(to.hour, 2));
        put(text, MinutePart, padded(to.minute, 2));
        if (m_date.time.widthMilliseconds <= 1000) {
            put(text, SecondPart, padded(to.second, 2));
        }
        if (m_date.time.widthMilliseconds < 1000) {
            // As many digits as there are; those beyond the third stay.
            const auto [at, length] = digitsAt(FractionPart);
            text.replace(at, std::min<std::size_t>(length, 3), padded(to.millisecond, 3), 0, length);
        }
    }
    return withYear(text, to.date.year);
}

/// `text` is the date's own but for digits behind its year.
std::optional<std::string> MovableDate::withYear(std::string text, std::int64_t year) const {
    if (year != this->year()) {
        const auto digits = yearText(year);
        if (!digits) {
            return std::nullopt;
        }
        const std::size_t begin = m_text.find_first_of("Y-0123456789X");
        const auto [at, length] = digitsAt(YearPart);
        text.replace(begin, at + length - begin, *digits);
    }
    return text;
}

std::optional<std::string> MovableDate::yearText(std::int64_t year) const {
    const std::int64_t size = std::abs(year);
    const bool isLong = size > 9999;
    if ((year - this->year()) % m_yearUnit != 0 || (isLong && m_date.precision != Precision::Year)) {
        return std::nullopt; // only a year alone can be longer
    }
    if (m_date.significantDigits != 0 &&
        std::to_string(size).size() != std::to_string(std::abs(this->year())).size()) {
        return std::nullopt; // so many digits of it would be known to another unit
    }
    const std::string sign = year < 0 ? "-" : "";
    if (m_date.year.isFixed()) {
        return m_date.yearForm == YearForm::Exponential ? "Y" + sign + std::to_string(size / m_writtenUnit)
                                                        : (isLong ? "Y" : "") + sign + padded(size, 4);
    }
    if (isLong || (year < 0) != m_date.isBeforeYear0) {
        return std::nullopt; // "-00XX" and "00XX" are not of one size
    }
    std::string digits = padded(size, 4);
    for (std::size_t place = 0; place < digits.size(); ++place) {
        if ((m_date.year.unspecified >> place & 1) != 0) {
            digits[digits.size() - 1 - place] = 'X';
        }
    }
    return sign + digits;
}

/// Where the digits (and X) of a part begin, and how many they are.
std::pair<std::size_t, std::size_t> MovableDate::digitsAt(int part) const {
    constexpr std::string_view digits = "0123456789X";
    std::size_t first = m_text.find_first_of(digits);
    for (; part > 0; --part) {
        first = m_text.find_first_of(digits, m_text.find_first_not_of(digits, first));
    }
    return {first, std::min(m_text.find_first_not_of(digits, first), m_text.size()) - first};
}

/// Parts behind it stay where they are: it keeps its width.
void MovableDate::put(std::string &text, int part, const std::string &digits) const {
    text.replace(digitsAt(part).first, digits.size(), digits);
}

} // namespace timeline::edtf
