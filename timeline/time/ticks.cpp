// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/ticks.h"

#include "time/calendar.h"
#include "time/names.h"

#include <algorithm>

namespace timeline {

namespace {

constexpr std::int64_t roundUp(std::int64_t value, std::int64_t to) {
    return -floorDivided(-value, to) * to;
}

/// The years where ticks stand, so that what people read is round. By eras: 100 CE, 1 CE, 100 BCE, 200 BCE
/// (which is the astronomical year -199); a tick that would stand nearer than three quarters of a step to 1
/// CE is left out. As ages: multiples of the step counted back from 2000, 13 ka, 66 Ma.
class YearTicks {
public:
    explicit YearTicks(TickStep step) : m_step(step.count), m_isAge(step.years == YearCount::Age) {}

    std::int64_t atOrBefore(std::int64_t year) const {
        if (m_isAge) {
            return ages(-roundUp(names::yearCountedBackFrom - year, m_step));
        }
        if (year < 1) {
            return 1 - roundUp(1 - year, m_step);
        }
        const std::int64_t multiple = year / m_step * m_step;
        return isFarEnough(multiple) ? multiple : 1;
    }

    std::int64_t after(std::int64_t year) const {
        if (m_isAge) {
            return atOrBefore(year) + m_step;
        }
        if (year >= 1) {
            const std::int64_t multiple = (year / m_step + 1) * m_step;
            return isFarEnough(multiple) ? multiple : multiple + m_step;
        }
        const std::int64_t yearsBce = -year / m_step * m_step;
        return yearsBce == 0 ? 1 : 1 - yearsBce;
    }

private:
    static std::int64_t ages(std::int64_t from2000) { return names::yearCountedBackFrom + from2000; }
    bool isFarEnough(std::int64_t year) const { return 4 * (year - 1) >= 3 * m_step; }

    std::int64_t m_step;
    bool m_isAge;
};

std::int64_t secondsOf(TickStep step) {
    if (step.unit == TickUnit::Second) {
        return step.count;
    }
    return step.unit == TickUnit::Minute ? step.count * 60 : step.count * 3600;
}

Instant kept(Instant instant) {
    return std::clamp(instant, Instant::distantPast(), Instant::distantFuture());
}

std::int64_t monthTick(CivilDate date, std::int64_t count) {
    return date.year * 12 + (date.month - 1) / static_cast<int>(count) * count;
}

/// The last day of a month that has a tick: none is nearer to the next month's first than the others are.
int lastDayTick(CivilDate date, std::int64_t count) {
    return count == 7   ? 22
           : count == 2 ? (daysInMonth(date.year, date.month) - 2) / 2 * 2 + 1
                        : daysInMonth(date.year, date.month);
}

int dayTick(CivilDate date, std::int64_t count) {
    const int step = static_cast<int>(count);
    return std::min((date.day - 1) / step * step + 1, lastDayTick(date, count));
}

Instant dayAfter(CivilDate date, std::int64_t count) {
    const int day = dayTick(date, count);
    if (day == lastDayTick(date, count)) {
        return startOfMonth(date.year * 12 + date.month);
    }
    return startOfDay({date.year, date.month, day + static_cast<int>(count)});
}

} // namespace

Instant tickAtOrBefore(Instant instant, TickStep step) {
    if (step.unit == TickUnit::Millisecond) {
        return {instant.seconds, instant.millis - instant.millis % static_cast<std::int32_t>(step.count)};
    }
    if (step.unit < TickUnit::Day) {
        const std::int64_t size = secondsOf(step);
        return kept({floorDivided(instant.seconds, size) * size, 0});
    }
    CivilDate date = civilTime(instant).date;
    if (step.unit == TickUnit::Day) {
        date.day = dayTick(date, step.count);
        return startOfDay(date);
    }
    if (step.unit == TickUnit::Month) {
        return startOfMonth(monthTick(date, step.count));
    }
    return startOfDay({YearTicks(step).atOrBefore(date.year), 1, 1});
}

Instant tickAfter(Instant instant, TickStep step) {
    if (step.unit == TickUnit::Millisecond) {
        const Instant tick = tickAtOrBefore(instant, step);
        const std::int32_t millis = tick.millis + static_cast<std::int32_t>(step.count);
        return kept({tick.seconds + millis / 1000, millis % 1000});
    }
    if (step.unit < TickUnit::Day) {
        const std::int64_t size = secondsOf(step);
        return kept({(floorDivided(instant.seconds, size) + 1) * size, 0});
    }
    const CivilDate date = civilTime(instant).date;
    if (step.unit == TickUnit::Day) {
        return dayAfter(date, step.count);
    }
    if (step.unit == TickUnit::Month) {
        return startOfMonth(monthTick(date, step.count) + step.count);
    }
    return startOfDay({YearTicks(step).after(date.year), 1, 1});
}

} // namespace timeline
