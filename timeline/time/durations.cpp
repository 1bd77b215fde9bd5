// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/durations.h"

#include "time/names.h"
#include "time/shift_text.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

constexpr std::int64_t secondsPerDay = 86'400;

/// From this length on, days and months are noise.
constexpr std::int64_t yearsCountedAlone = 1'000;
constexpr std::int64_t yearsCountedRound = 10'000;

/// The calendar distance: whole years and months, then days, hours, minutes, seconds and milliseconds.
struct Distance {
    std::array<std::int64_t, 7> units = {};
    std::int64_t years() const { return units[0]; }
};

Distance distanceOf(Instant from, Instant to) {
    if (to < from) {
        std::swap(from, to);
    }
    std::int64_t months = monthOf(civilTime(to).date) - monthOf(civilTime(from).date);
    if (plusMonths(from, months) > to) {
        --months;
    }
    const Instant reached = plusMonths(from, months);
    const bool borrows = to.millis < reached.millis;
    const std::int64_t seconds = to.seconds - reached.seconds - (borrows ? 1 : 0);
    const std::int64_t millis = to.millis - reached.millis + (borrows ? 1000 : 0);
    return {{months / 12, months % 12, seconds / secondsPerDay, seconds / 3600 % 24, seconds / 60 % 60,
             seconds % 60, millis}};
}

enum class UnitName : std::uint8_t { Whole, Brief };

QString unitName(std::size_t unit, std::int64_t count, UnitName name = UnitName::Whole) {
    static constexpr std::array<const char *, 7> texts = {
        QT_TRANSLATE_N_NOOP("timeline::Words", "%1 years"),
        QT_TRANSLATE_N_NOOP("timeline::Words", "%1 months"),
        QT_TRANSLATE_N_NOOP("timeline::Words", "%1 days"),
        QT_TRANSLATE_N_NOOP("timeline::Words", "%1 hours"),
        QT_TRANSLATE_N_NOOP("timeline::Words", "%1 minutes"),
        QT_TRANSLATE_N_NOOP("timeline::Words", "%1 seconds"),
        QT_TRANSLATE_N_NOOP("timeline::Words", "%1 ms")};
    static constexpr std::array<const char *, 7> brief = {
        QT_TRANSLATE_NOOP("timeline::Words", "%1 y"),   QT_TRANSLATE_NOOP("timeline::Words", "%1 mo"),
        QT_TRANSLATE_NOOP("timeline::Words", "%1 d"),   QT_TRANSLATE_NOOP("timeline::Words", "%1 h"),
        QT_TRANSLATE_NOOP("timeline::Words", "%1 min"), QT_TRANSLATE_NOOP("timeline::Words", "%1 s"),
        QT_TRANSLATE_NOOP("timeline::Words", "%1 ms")};
    if (name == UnitName::Brief) {
        return names::Words::tr(brief.at(unit)).arg(names::grouped(count));
    }
    constexpr std::int64_t million = 1'000'000; // which no language has another form for
    const auto form = static_cast<int>(count < million ? count : million + count % million);
    return names::Words::tr(texts.at(unit), nullptr, form).arg(names::grouped(count));
}

/// Three digits of a number of years: 65,943,210 is 65,900,000.
std::int64_t roundedYears(std::int64_t years) {
    std::int64_t unit = 1;
    while (years / unit >= 1000) {
        unit *= 10;
    }
    return (years + unit / 2) / unit * unit;
}

/// Of ten thousand years and more, rounded. Never by the signs of dates: 66 Ma is a time, 66 Myr is how long.
QString manyYears(std::int64_t exact, UnitName name) {
    const std::int64_t years = roundedYears(exact);
    const auto say = [years](double unit, const char *text) { // three digits remain: what is shown is exact
        return names::Words::tr(text).arg(static_cast<double>(years) / unit, 0, 'g', 3);
    };
    if (years >= 1'000'000'000) {
        return say(1e9, name == UnitName::Brief ? QT_TRANSLATE_NOOP("timeline::Words", "%1 Gyr")
                                                : QT_TRANSLATE_NOOP("timeline::Words", "%1 billion years"));
    }
    if (years >= 1'000'000) {
        return say(1e6, name == UnitName::Brief ? QT_TRANSLATE_NOOP("timeline::Words", "%1 Myr")
                                                : QT_TRANSLATE_NOOP("timeline::Words", "%1 million years"));
    }
    return name == UnitName::Brief ? say(1e3, QT_TRANSLATE_NOOP("timeline::Words", "%1 kyr"))
                                   : unitName(0, years);
}

std::size_t largestUnit(const Distance &distance) {
    const auto *found =
        std::find_if(distance.units.begin(), distance.units.end(), [](auto count) { return count != 0; });
    return std::min(static_cast<std::size_t>(found - distance.units.begin()), distance.units.size() - 1);
}

/// Half of each unit, in milliseconds.
constexpr double hour = 3'600'000;
constexpr std::array<double, 7> halves = {4'383 * hour, 365.25 * hour, 12 * hour, hour / 2, 30'000, 500, 0};

QString rounded(Instant from, Instant to, UnitName name) {
    if (to < from) {
        std::swap(from, to);
    }
    const Distance exact = distanceOf(from, to);
    if (exact.years() >= yearsCountedRound) {
        return manyYears(exact.years(), name);
    }
    constexpr std::int64_t many = 10; // of a unit: the next smaller one is noise
    const std::size_t first = largestUnit(exact);
    const bool isAlone = exact.units.at(first) >= many || first + 2 >= exact.units.size();
    const std::size_t last = isAlone ? first : first + 1;
    const Distance distance = distanceOf(from, plusMilliseconds(to, halves.at(last)));
    // Rounding may have made a whole one of the next larger unit: 9 years 12 months.
    const std::size_t largest = largestUnit(distance);
    QString text = unitName(largest, distance.units.at(largest), name);
    if (largest + 1 == last && distance.units.at(largest) < many && distance.units.at(last) > 0) {
        text = names::Words::tr("%1 %2", "2 years, 11 months")
                   .arg(text, unitName(last, distance.units.at(last), name));
    }
    return text;
}

/// How many of each unit, none of those that are not there but `always`: "1 year 2 months".
QString countsOf(const std::array<std::int64_t, 7> &units, UnitName name = UnitName::Whole,
                 std::size_t always = 7) {
    QString text;
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        if (units.at(unit) != 0 || unit == always) {
            const QString more = unitName(unit, units.at(unit), name);
            text = text.isEmpty() ? more : names::Words::tr("%1 %2", "2 years, 11 months").arg(text, more);
        }
    }
    return text;
}

} // namespace

std::optional<DurationUnit> durationUnit(const QString &word) {
    for (std::size_t unit = 0; unit < halves.size(); ++unit) {
        for (const std::int64_t count : {1, 2, 5}) { // languages have other forms for few and for many
            for (const UnitName name : {UnitName::Whole, UnitName::Brief}) {
                const QString said = unitName(unit, count, name).remove(names::grouped(count)).trimmed();
                if (said.compare(word, Qt::CaseInsensitive) == 0) {
                    return static_cast<DurationUnit>(unit);
                }
            }
        }
    }
    return std::nullopt;
}

QString shiftName(const Shift &shift) {
    // Months, days and times of day may go different ways.
    const std::array<std::int64_t, 3> amounts = {shift.months, shift.days, shift.milliseconds};
    QStringList said;
    std::array<std::int64_t, 7> units = {};
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const std::int64_t size = std::abs(amounts.at(i));
        if (size == 0) {
            continue;
        }
        if (i == 0) {
            units = {size / 12, size % 12};
        } else if (i == 1) {
            units[2] = size;
        } else {
            units[3] = size / 3'600'000;
            units[4] = size / 60'000 % 60;
            units[5] = size / 1000 % 60;
            units[6] = size % 1000;
        }
        const bool isBack = amounts.at(i) < 0;
        const auto *other = std::find_if(amounts.begin() + i + 1, amounts.end(),
                                         [](std::int64_t amount) { return amount != 0; });
        if (other == amounts.end() || (*other < 0) != isBack) {
            said += isBack ? names::Words::tr("%1 earlier", "1 year 2 months").arg(countsOf(units))
                           : names::Words::tr("%1 later", "1 year 2 months").arg(countsOf(units));
            units = {};
        }
    }
    return said.join(names::Words::tr(", ", "between the parts of a duration"));
}

QString durationName(Instant from, Instant to) {
    const Distance distance = distanceOf(from, to);
    if (distance.years() >= yearsCountedRound) {
        return manyYears(distance.years(), UnitName::Whole);
    }
    const std::size_t first = largestUnit(distance);
    const std::size_t shown = distance.years() >= yearsCountedAlone ? 1 : 3;
    QStringList parts;
    for (std::size_t unit = first; unit < std::min(first + shown, distance.units.size()); ++unit) {
        if (distance.units.at(unit) != 0 || unit == first) {
            parts << unitName(unit, distance.units.at(unit));
        }
    }
    return parts.join(names::Words::tr(", ", "between the parts of a duration"));
}

QString roundDurationName(Instant from, Instant to) {
    return rounded(from, to, UnitName::Whole);
}

QString briefDurationName(Instant from, Instant to) {
    return rounded(from, to, UnitName::Brief);
}

QString boundDurationName(Instant from, Instant to, Bound bound) {
    Distance distance = distanceOf(from, to);
    if (distance.years() >= yearsCountedRound) {
        return manyYears(distance.years(), UnitName::Whole);
    }
    const std::size_t last = std::min(largestUnit(distance) + 1, distance.units.size() - 1);
    auto *const rest = distance.units.data() + last + 1;
    auto *const end = distance.units.data() + distance.units.size();
    const bool isMore = std::any_of(rest, end, [](std::int64_t count) { return count != 0; });
    std::fill(rest, end, 0);
    if (isMore && bound == Bound::Most) {
        constexpr std::array<std::int64_t, 7> ofNext = {0, 12, 0, 24, 60, 60, 1000}; // days of a month differ
        ++distance.units.at(last);
        for (std::size_t unit = last; unit > 0 && distance.units.at(unit) == ofNext.at(unit); --unit) {
            distance.units.at(unit) = 0;
            ++distance.units.at(unit - 1);
        }
    }
    return countsOf(distance.units, UnitName::Whole, largestUnit(distance));
}

QString exactDurationName(Instant from, Instant to, TickUnit unit) {
    Distance distance = distanceOf(from, to);
    const auto last = static_cast<std::size_t>(TickUnit::Year) - static_cast<std::size_t>(unit);
    std::fill(distance.units.begin() + static_cast<std::ptrdiff_t>(last) + 1, distance.units.end(), 0);
    return countsOf(distance.units, UnitName::Brief, last);
}

} // namespace timeline
