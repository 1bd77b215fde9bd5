// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/names.h"
#include "time/ticks.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

constexpr double millisecondsPerYear = 365.2425 * 86'400'000.0;

QString yearName(const CivilTime &time, TickStep step) {
    const std::int64_t ago = names::yearCountedBackFrom - time.date.year;
    if (step.years == YearCount::Eras || std::abs(ago) < names::yearCountedBackFrom) {
        return names::yearOfEra(time.date.year);
    }
    return ago > 0 ? names::deepYears(ago)
                   : names::Words::tr("+%1", "years to come: +5 Ga").arg(names::deepYears(-ago));
}

QString shortName(const CivilTime &time, TickStep step) {
    switch (step.unit) {
    case TickUnit::Millisecond:
        return names::milliseconds(time).right(4);
    case TickUnit::Second:
        return names::seconds(time).right(3);
    case TickUnit::Minute:
    case TickUnit::Hour:
        return names::hoursMinutes(time);
    case TickUnit::Day:
        return QString::number(time.date.day);
    case TickUnit::Month:
        return step.count == 3 ? u"Q%1"_s.arg((time.date.month + 2) / 3) : names::shortMonth(time.date.month);
    case TickUnit::Year:
        break;
    }
    return yearName(time, step);
}

QString fullName(const CivilTime &time, TickStep step) {
    switch (step.unit) {
    case TickUnit::Millisecond:
        return names::dayAndTime(time.date, names::milliseconds(time));
    case TickUnit::Second:
        return names::dayAndTime(time.date, names::seconds(time));
    case TickUnit::Minute:
    case TickUnit::Hour:
        return names::dayAndTime(time.date, names::hoursMinutes(time));
    case TickUnit::Day:
        return names::day(time.date);
    case TickUnit::Month:
        return step.count == 3 ? names::quarterOfYear(time.date.year, time.date.month)
                               : names::monthOfYear(time.date.year, time.date.month);
    case TickUnit::Year:
        break;
    }
    return yearName(time, step);
}

/// How exactly a time of day is written at a step.
QString timeName(const CivilTime &time, TickUnit unit) {
    return unit == TickUnit::Millisecond ? names::milliseconds(time)
           : unit == TickUnit::Second    ? names::seconds(time)
                                         : names::hoursMinutes(time);
}

QString dayName(const CivilTime &time, bool withYear) {
    const QString day = names::Words::tr("%1 %2", "day, month")
                            .arg(QString::number(time.date.day), names::shortMonth(time.date.month));
    return withYear ? names::Words::tr("%1 %2", "day and month, year").arg(day, names::year(time.date.year))
                    : day;
}

/// The year as exact as so many years deserve. Below ten thousand that is the year itself; where a pixel is
/// longer, the distance from now, rounded.
QString roundedYear(std::int64_t year, double years) {
    const std::int64_t ago = names::yearCountedBackFrom - year;
    const bool isDeep = year < names::firstHistoricYear;
    std::int64_t unit = 1;
    while (static_cast<double>(unit) * 10.0 <= years && unit < 1'000'000'000) {
        unit *= 10;
    }
    if (!isDeep && unit < 10'000) {
        return names::year(year);
    }
    const std::int64_t rounded = (std::abs(ago) + unit / 2) / unit * unit;
    if (rounded == 0) {
        return names::Words::tr("now", "on an axis of millions of years");
    }
    if (ago > 0) {
        return names::deepYears(rounded);
    }
    return names::Words::tr("%1 from now", "12 Ma from now").arg(names::deepYears(rounded));
}

} // namespace

QString tickName(Instant tick, TickStep step, TickName name) {
    const CivilTime time = civilTime(tick);
    return name == TickName::Short ? shortName(time, step) : fullName(time, step);
}

QString tickNameAfter(std::optional<Instant> read, Instant tick, TickStep step) {
    const std::optional<TickStep> context = contextStep(step);
    const auto isSame = [&](TickStep stretch) {
        return read && tickAtOrBefore(*read, stretch) == tickAtOrBefore(tick, stretch);
    };
    if (!context || isSame(*context)) {
        return tickName(tick, step, TickName::Short);
    }
    const CivilTime time = civilTime(tick);
    const bool isSameYear = isSame({TickUnit::Year, 1});
    if (step.unit == TickUnit::Month) {
        return names::Words::tr("%1 %2", "month, year")
            .arg(tickName(tick, step, TickName::Short), names::year(time.date.year));
    }
    if (step.unit == TickUnit::Day) {
        return dayName(time, !isSameYear);
    }
    const QString ofDay = timeName(time, step.unit);
    return isSame({TickUnit::Day, 1})
               ? ofDay
               : names::Words::tr("%1 %2", "day, time").arg(dayName(time, !isSameYear), ofDay);
}

QString instantName(Instant instant, double milliseconds) {
    const CivilTime time = civilTime(instant);
    if (milliseconds >= shortestMilliseconds({TickUnit::Year, 1})) {
        return roundedYear(time.date.year, milliseconds / millisecondsPerYear);
    }
    for (const TickUnit unit : {TickUnit::Month, TickUnit::Day, TickUnit::Minute, TickUnit::Second}) {
        if (milliseconds >= shortestMilliseconds({unit, 1})) {
            return fullName(time, {unit, 1});
        }
    }
    return fullName(time, {TickUnit::Millisecond, 1});
}

} // namespace timeline
