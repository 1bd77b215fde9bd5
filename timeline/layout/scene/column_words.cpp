// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/column_words.h"

#include "layout/scene/page_words.h"
#include "time/calendar.h"
#include "time/names.h"

#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

namespace timeline {

namespace {

constexpr double dayLength = 86'400'000;

bool isMidnight(Instant instant) {
    return instant.millis == 0 && instant.seconds % 86'400 == 0;
}

bool isYearBegin(Instant instant) {
    const CivilTime time = civilTime(instant);
    return isMidnight(instant) && time.date.month == 1 && time.date.day == 1;
}

QString dayName(const CivilDate &date, bool hasYear) {
    return hasYear ? names::day(date)
                   : PageWords::tr("%1 %2", "day, month")
                         .arg(QString::number(date.day), names::month(date.month));
}

QString shortDay(const CivilDate &date) {
    return PageWords::tr("%1 %2", "day, short month")
        .arg(QString::number(date.day), names::shortMonth(date.month));
}

/// Deep time is told from now, give or take what nobody knows: "4.03 Ga".
QString yearName(std::int64_t year) {
    constexpr std::int64_t deep = -1'000'000;
    if (year > deep) {
        return names::year(year);
    }
    std::int64_t unit = 1;
    while (-year / unit >= 10'000) { // four digits of it
        unit *= 10;
    }
    return names::deepYears((-year + unit / 2) / unit * unit);
}

QString from(const QString &begin, const QString &end) {
    return begin == end ? end
           : begin.contains(QLatin1Char(' ')) || end.contains(QLatin1Char(' '))
               ? PageWords::tr("%1 – %2", "a stretch of time").arg(begin, end)
               : PageWords::tr("%1–%2", "a stretch of years").arg(begin, end);
}

/// "2020–2024", "20 January – 25 February 2025", "20 July 1969 20:17 – 20:19".
QString columnStretch(Instant first, Instant afterLast) {
    const Instant last = std::max(plusMilliseconds(afterLast, -1), first); // 2024 ends with 2025
    const CivilTime begin = civilTime(first);
    const CivilTime end = civilTime(last);
    const double length = millisecondsBetween(first, afterLast);
    constexpr double manyYears = 40 * 365.25 * dayLength;
    if ((isYearBegin(first) && isYearBegin(afterLast)) || length > manyYears) {
        return from(yearName(begin.date.year), yearName(end.date.year));
    }
    const bool isOneYear = begin.date.year == end.date.year;
    if (isMidnight(first) && begin.date.day == 1 && isMidnight(afterLast) &&
        civilTime(afterLast).date.day == 1) {
        return from(isOneYear && begin.date.month != end.date.month
                        ? names::month(begin.date.month)
                        : names::monthOfYear(begin.date.year, begin.date.month),
                    names::monthOfYear(end.date.year, end.date.month));
    }
    if (length >= 2 * dayLength || (isMidnight(first) && isMidnight(afterLast))) {
        return from(dayName(begin.date, !isOneYear || begin.date == end.date), names::day(end.date));
    }
    constexpr double minute = 60'000;
    const auto timeOf = [&](const CivilTime &time) {
        return length < minute        ? names::milliseconds(time)
               : length < 60 * minute ? names::seconds(time)
                                      : names::hoursMinutes(time);
    };
    const bool isWhole = begin.second == 0 && begin.millisecond == 0 && length >= minute;
    const auto name = [&](const CivilTime &time) {
        return isWhole ? names::hoursMinutes(time) : timeOf(time);
    };
    const CivilTime close = civilTime(afterLast);
    return from(names::dayAndTime(begin.date, name(begin)),
                begin.date == close.date ? name(close) : names::dayAndTime(close.date, name(close)));
}

} // namespace

QString withShortMonths(QString text) {
    for (int month = 1; month <= 12; ++month) {
        text.replace(names::month(month), names::shortMonth(month));
    }
    return text;
}

QString columnHead(const TimeColumn &column, bool isBrief) {
    if (column.isAhead) {
        return PageWords::tr("Ahead");
    }
    QString head = columnStretch(column.begin, column.dataEnd.value_or(column.end));
    if (column.isZoned) {
        head = PageWords::tr("%1 UTC", "a stretch of time").arg(head);
    }
    return isBrief ? withShortMonths(head) : head;
}

QString dateBelowHead(const QString &date, const TimeColumn &column) {
    const std::int64_t year = civilTime(column.begin).date.year;
    if (column.isAhead || civilTime(plusMilliseconds(column.end, -1)).date.year != year) {
        return date;
    }
    QString shorter = date;
    for (int month = 1; month <= 12; ++month) {
        const QString name = names::shortMonth(month);
        shorter.replace(PageWords::tr("%1 %2", "short month, year").arg(name, names::year(year)), name);
    }
    return shorter;
}

QString stepName(TickStep step) {
    const int count = static_cast<int>(std::min<std::int64_t>(step.count, 1'000'000));
    switch (step.unit) {
    case TickUnit::Year:
        return step.count >= 1'000'000 ? PageWords::tr("%1 million years").arg(step.count / 1'000'000)
               : step.count > 1        ? PageWords::tr("%1 years").arg(names::grouped(step.count))
                                       : PageWords::tr("1 year");
    case TickUnit::Month:
        return PageWords::tr("%n month(s)", nullptr, count);
    case TickUnit::Day:
        return count == 7 ? PageWords::tr("1 week") : PageWords::tr("%n day(s)", nullptr, count);
    case TickUnit::Hour:
        return PageWords::tr("%n hour(s)", nullptr, count);
    case TickUnit::Minute:
        return PageWords::tr("%n minute(s)", nullptr, count);
    case TickUnit::Second:
        return PageWords::tr("%n second(s)", nullptr, count);
    case TickUnit::Millisecond:
        break;
    }
    return PageWords::tr("%n ms", nullptr, count);
}

double averageMilliseconds(TickStep step) {
    constexpr double year = 365.2425 * dayLength;
    switch (step.unit) {
    case TickUnit::Year:
        return static_cast<double>(step.count) * year;
    case TickUnit::Month:
        return static_cast<double>(step.count) * year / 12;
    default:
        return shortestMilliseconds(step);
    }
}

QString speedChange(TickStep unit, const QString &before, SpeedWords words) {
    switch (words) {
    case SpeedWords::Whole:
        return PageWords::tr("%1 here = %2 before", "lengths of time").arg(stepName(unit), before);
    case SpeedWords::Short:
        return PageWords::tr("%1 = %2", "lengths of time").arg(stepName(unit), before);
    case SpeedWords::Amount:
        break;
    }
    return PageWords::tr("= %1", "a length of time").arg(before);
}

QString amountName(double milliseconds) {
    constexpr std::array units = {TickUnit::Year,   TickUnit::Month,  TickUnit::Day,        TickUnit::Hour,
                                  TickUnit::Minute, TickUnit::Second, TickUnit::Millisecond};
    constexpr double nearlyOne = 0.95;
    const auto unit = std::ranges::find_if(units, [milliseconds](TickUnit one) {
        return milliseconds >= nearlyOne * averageMilliseconds({one, 1, YearCount::Eras}) ||
               one == TickUnit::Millisecond;
    });
    const double count = milliseconds / averageMilliseconds({*unit, 1, YearCount::Eras});
    // Two digits of it; of less than ten, halves.
    double rounding = 1;
    while (count / rounding >= 100) {
        rounding *= 10;
    }
    if (const double halves = std::round(count * 2); count < 10 && std::fmod(halves, 2) == 1) {
        const int whole = static_cast<int>(halves / 2);
        const QString number = whole == 0 ? QString(QChar(0xBD)) : QString::number(whole) + QChar(0xBD);
        switch (*unit) {
        case TickUnit::Year:
            return PageWords::tr("%1 years").arg(number);
        case TickUnit::Month:
            return PageWords::tr("%1 months", "with a half").arg(number);
        case TickUnit::Day:
            return PageWords::tr("%1 days", "with a half").arg(number);
        case TickUnit::Hour:
            return PageWords::tr("%1 hours", "with a half").arg(number);
        case TickUnit::Minute:
            return PageWords::tr("%1 minutes", "with a half").arg(number);
        case TickUnit::Second:
            return PageWords::tr("%1 seconds", "with a half").arg(number);
        case TickUnit::Millisecond:
            return PageWords::tr("%1 ms", "with a half").arg(number);
        }
    }
    const double rounded = std::max(1.0, std::round(count / rounding) * rounding);
    if (*unit == TickUnit::Year && rounded >= 1e6) {
        const double millions = rounded / 1e6;
        return PageWords::tr("%1 million years")
            .arg(millions < 10 ? QString::number(millions, 'g', 2) : names::grouped(std::llround(millions)));
    }
    // Not a week, which seven days are elsewhere.
    return *unit == TickUnit::Day ? PageWords::tr("%n day(s)", nullptr, static_cast<int>(rounded))
                                  : stepName({*unit, static_cast<std::int64_t>(rounded), YearCount::Eras});
}

QString columnLength(Instant begin, Instant end, std::optional<TickStep> step) {
    const QString length = roundDurationName(begin, end);
    return step ? PageWords::tr("%1, one tick = %2", "lengths of time").arg(length, stepName(*step)) : length;
}

QString columnSubhead(const TimeColumn &column, std::optional<TickStep> step, const TimeColumn *before) {
    const Instant end = column.dataEnd.value_or(column.end);
    const double days = millisecondsBetween(column.begin, end) / dayLength;
    const bool areDays = days >= 2 && days < 70 && std::fmod(days, 1) == 0;
    QStringList parts;
    if (before != nullptr && !column.isAhead) {
        const double gap = millisecondsBetween(before->end, column.begin);
        constexpr double worthTelling = 0.2; // of the shorter column
        if (gap > worthTelling * std::min(millisecondsBetween(before->begin, before->end),
                                          millisecondsBetween(column.begin, column.end))) {
            parts << PageWords::tr("%1 later", "a length of time")
                         .arg(roundDurationName(before->end, column.begin));
        }
    }
    if (column.isAhead) {
        parts << withShortMonths(columnStretch(column.begin, end));
    } else {
        parts << (areDays ? PageWords::tr("%n day(s)", nullptr, static_cast<int>(days))
                          : roundDurationName(column.begin, end));
    }
    if (step) {
        parts << PageWords::tr("tick = %1", "how far ticks are apart").arg(stepName(*step));
    }
    return parts.join(QStringLiteral(" · "));
}

QString columnTickName(Instant tick, TickStep step, const TimeColumn &column, std::optional<Instant> before) {
    const CivilTime time = civilTime(tick);
    const bool isOneYear =
        civilTime(column.begin).date.year == civilTime(plusMilliseconds(column.end, -1)).date.year;
    // The head of what lies ahead says no date.
    const bool isNewYear = (column.isAhead && !before) ||
                           (!isOneYear && (!before || civilTime(*before).date.year != time.date.year));
    switch (step.unit) {
    case TickUnit::Year:
        return tickName(tick, step, TickName::Full);
    case TickUnit::Month:
        return isNewYear ? PageWords::tr("%1 %2", "short month, year")
                               .arg(names::shortMonth(time.date.month), names::year(time.date.year))
                         : names::shortMonth(time.date.month);
    case TickUnit::Day:
        return isNewYear ? PageWords::tr("%1 %2", "day and month, year")
                               .arg(shortDay(time.date), names::year(time.date.year))
                         : shortDay(time.date);
    default:
        break;
    }
    const std::optional<CivilTime> read = before ? std::optional(civilTime(*before)) : std::nullopt;
    const bool isOneDay =
        civilTime(column.begin).date == civilTime(plusMilliseconds(column.end, -1)).date && !column.isAhead;
    const bool isNewDay = read ? read->date != time.date : !isOneDay;
    const bool isNewMinute = isNewDay || !read || read->hour != time.hour || read->minute != time.minute;
    const bool isNewSecond = isNewMinute || read->second != time.second;
    const QString name = step.unit == TickUnit::Second && isNewMinute ? names::seconds(time)
                         : step.unit == TickUnit::Millisecond && isNewSecond
                             ? names::milliseconds(time)
                             : tickName(tick, step, TickName::Short);
    const QString day = column.isAhead && !read ? PageWords::tr("%1 %2", "day and month, year")
                                                      .arg(shortDay(time.date), names::year(time.date.year))
                                                : shortDay(time.date);
    return isNewDay ? PageWords::tr("%1 %2", "day and month, time").arg(day, name) : name;
}

} // namespace timeline
