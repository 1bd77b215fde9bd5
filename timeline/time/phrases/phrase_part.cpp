// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/phrases/phrase_part.h"

#include "time/calendar.h"
#include "time/edtf.h"
#include "time/edtf_date.h"
#include "time/names.h"

using namespace Qt::StringLiterals;

namespace timeline::phrases {

namespace {

constexpr int monthsOfYear = 12;
constexpr int daysOfWeek = 7;
constexpr std::int64_t secondsOfDay = 86'400;

/// Of a season or the like.
std::optional<edtf::SeasonMonths> monthsOf(int month) {
    return month > monthsOfYear ? std::optional(edtf::monthsOfSeason(month)) : std::nullopt;
}

Day monthFrom(std::int64_t year, int month) { // months count on
    const int number = month - 1;
    return {year + (number >= 0 ? number / monthsOfYear : -1), (number + monthsOfYear) % monthsOfYear + 1, 0};
}

/// "18" behind 1914 is 1918.
std::optional<std::int64_t> yearBehind(std::int64_t year, std::int64_t number, int digits) {
    const std::int64_t unit = powerOfTen(digits);
    const bool isLater = digits <= 2 && year > 0 && number > year % unit;
    return isLater ? std::optional(year - year % unit + number) : std::nullopt;
}

/// What a number by itself means beside another part.
bool takeNumber(Part &part, const Part &other) {
    const std::int64_t number = part.number;
    if (other.counting && other.digits == 0) {
        const std::int64_t scale = powerOfTen(part.decimals);
        if (number * other.counting->unit % scale != 0) {
            return false;
        }
        part.day.year = other.counting->from - number * other.counting->unit / scale;
        part.counting = other.counting;
    } else if (other.openDigits == 2 && number > 0 && !other.last) {
        setCentury(part, number, other.day.year < 0);
    } else if (other.day.day != 0 && part.digits <= 2 && other.time.isEmpty()) {
        part.day.day = static_cast<int>(number);
        part.digits = 0;
        return true;
    } else if (other.isYear()) {
        const auto year = yearBehind(other.day.year, number, part.digits);
        if (!year) {
            return false;
        }
        part.day.year = *year;
    } else {
        return false;
    }
    part.hasYear = true;
    part.digits = 0;
    return true;
}

} // namespace

bool isDate(const QString &edtf) {
    return std::holds_alternative<ParsedDate>(parseDate(edtf.toStdString()));
}

QString text(const Day &day) {
    constexpr std::int64_t lastOfFourDigits = 9999;
    if (day.year < -lastOfFourDigits || day.year > lastOfFourDigits) {
        return day.month == 0 ? u'Y' + QString::number(day.year) : QString();
    }
    QString text = (day.year < 0 ? u"-"_s : QString()) + names::padded(std::abs(day.year), 4);
    if (day.month != 0) {
        text += u'-' + names::padded(day.month, 2);
    }
    return day.day != 0 ? text + u'-' + names::padded(day.day, 2) : text;
}

QString qualifierOf(const Part &part) {
    return part.isRough() && part.isUncertain ? u"%"_s
           : part.isRough()                   ? u"~"_s
           : part.isUncertain                 ? u"?"_s
                                              : QString();
}

QString text(const Part &part) {
    const QString qualifier = qualifierOf(part);
    QString edtf = text(part.day);
    if (part.last && part.isStretch) {
        edtf += qualifier + u'/' + text(*part.last) + qualifier;
    } else if (part.last) {
        edtf = u'[' + edtf + qualifier + u".."_s + text(*part.last) + qualifier + u']';
    } else if (part.openDigits > 0) {
        edtf = edtf.chopped(part.openDigits) + QString(part.openDigits, u'X') + qualifier;
    } else {
        edtf += (part.time.isEmpty() ? QString() : u'T' + part.time + part.zone) + qualifier;
    }
    return isDate(edtf) ? edtf : QString();
}

QString textOfEnd(const Part &part, bool isLast) {
    if (!part.last) {
        return text(part);
    }
    Part end = part;
    end.day = isLast ? *part.last : part.day;
    end.last.reset();
    end.isAbout |= !part.isStretch;
    return text(end);
}

void setCentury(Part &part, std::int64_t number, bool isBeforeChrist) {
    constexpr std::int64_t years = 100;
    part.hasYear = true;
    part.openDigits = 0;
    if (number == 1) {
        part.day.year = isBeforeChrist ? 1 - years : 1;
        part.last = Day{isBeforeChrist ? 0 : years, 0, 0};
    } else {
        part.day.year = (isBeforeChrist ? -years : years) * (number - 1);
        part.openDigits = 2;
    }
}

Day firstOf(const Part &part) {
    if (part.openDigits > 0) {
        const std::int64_t unit = powerOfTen(part.openDigits);
        return {part.day.year < 0 ? part.day.year - unit + 1 : part.day.year, 0, 0};
    }
    const auto months = monthsOf(part.day.month);
    return months ? Day{part.day.year, months->first, 0} : part.day;
}

Day lastOf(const Part &part) {
    if (part.openDigits > 0) {
        const std::int64_t unit = powerOfTen(part.openDigits);
        return {part.day.year < 0 ? part.day.year : part.day.year + unit - 1, 0, 0};
    }
    const Day last = part.last.value_or(part.day);
    const auto months = monthsOf(last.month);
    return months ? monthFrom(last.year, months->first + months->count - 1) : last;
}

Day dayAfter(Day day, std::int64_t days) {
    const Instant midnight = startOfDay({day.year, day.month, day.day});
    const CivilDate date = civilTime({midnight.seconds + days * secondsOfDay, 0}).date;
    return {date.year, date.month, date.day};
}

int weekdayOf(Day day) {
    const std::int64_t days = startOfDay({day.year, day.month, day.day}).seconds / secondsOfDay;
    return static_cast<int>(((days + 3) % daysOfWeek + daysOfWeek) % daysOfWeek) +
           1; // 1970 began on a Thursday
}

Day neighbour(Day day, int step) {
    if (day.month == 0) {
        return {day.year + step, 0, 0};
    }
    if (day.day == 0) {
        return monthFrom(day.year, day.month + step);
    }
    const int next = day.day + step;
    if (next >= 1 && next <= daysInMonth(day.year, day.month)) {
        return {day.year, day.month, next};
    }
    const Day month = monthFrom(day.year, day.month + step);
    return {month.year, month.month, step > 0 ? 1 : daysInMonth(month.year, month.month)};
}

Day refined(Day day, const Day &like, bool isLast) {
    if (day.month == 0 && like.month != 0) {
        day.month = isLast ? monthsOfYear : 1;
    }
    if (day.day == 0 && like.day != 0) {
        day.day = isLast ? daysInMonth(day.year, day.month) : 1;
    }
    return day;
}

std::optional<Part> completed(Part part, const Part &other) {
    if (part.digits > 0 && !takeNumber(part, other)) {
        return std::nullopt;
    }
    const bool isDayAlone = part.day.day != 0 && part.day.month == 0;
    if (isDayAlone && part.time.isEmpty() && !other.time.isEmpty()) {
        return std::nullopt; // "10:00 - 14" may be an hour
    }
    const bool hasNoDate = !part.hasYear && part.day.month == 0 && part.day.day == 0;
    if (hasNoDate && !part.time.isEmpty() && other.day.day != 0) {
        part.day = other.day;
        part.hasYear = other.hasYear;
    }
    if (part.day.day != 0 && part.day.month == 0 && other.day.day != 0) {
        part.day.month = other.day.month;
    }
    if (!part.hasYear && part.day.month != 0 && !other.isYear()) {
        part.day.year = other.day.year;
        part.hasYear = other.hasYear;
    }
    if (!part.time.isEmpty() && part.zone.isEmpty() && !other.time.isEmpty()) {
        part.zone = other.zone;
    }
    return part.isWhole() ? std::optional(part) : std::nullopt;
}

} // namespace timeline::phrases
