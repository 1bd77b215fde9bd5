// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/ticks.h"

#include "time/calendar.h"
#include "time/names.h"

#include <algorithm>

namespace timeline {

namespace {

constexpr std::int64_t floorDivide(std::int64_t value, std::int64_t by) {
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

constexpr std::int64_t roundUp(std::int64_t value, std::int64_t to) {
    return (value + to - 1) / to * to;
}

/// The years where ticks stand, so that what people read is round: 100 CE, 1 CE, 100 BCE, 200 BCE (which is
/// the astronomical year -199), and before 10,000 BCE multiples of the step counted back from 2000: 13 ka, 66
/// Ma. At the two seams a tick that would stand nearer than three quarters of a step to the one before is
/// left out.
class YearTicks {
public:
    explicit YearTicks(std::int64_t yearsOfStep)
        : step(yearsOfStep),
          oldestHistoric(yearsOfStep > 1 - names::firstHistoricYear ? 1 : names::firstHistoricYear) {}

    std::int64_t atOrBefore(std::int64_t year) const {
        if (year >= 1) {
            const std::int64_t multiple = year / step * step;
            return isFarEnough(1, multiple) ? multiple : 1;
        }
        const std::int64_t historic = 1 - roundUp(1 - year, step);
        if (historic >= oldestHistoric) {
            return historic;
        }
        const std::int64_t deep =
            names::yearCountedBackFrom - roundUp(names::yearCountedBackFrom - year, step);
        return isFarEnough(deep, oldestHistoric) ? deep : deep - step;
    }

    std::int64_t after(std::int64_t year) const {
        if (year >= 1) {
            const std::int64_t multiple = (year / step + 1) * step;
            return isFarEnough(1, multiple) ? multiple : multiple + step;
        }
        if (year < oldestHistoric) {
            const std::int64_t ago = (names::yearCountedBackFrom - year - 1) / step * step;
            const std::int64_t deep = names::yearCountedBackFrom - ago;
            return isFarEnough(deep, oldestHistoric) ? deep : oldestHistoric;
        }
        const std::int64_t yearsBce = -year / step * step;
        return yearsBce == 0 ? 1 : 1 - yearsBce;
    }

private:
    bool isFarEnough(std::int64_t earlier, std::int64_t later) const {
        return 4 * (later - earlier) >= 3 * step;
    }

    std::int64_t step;
    std::int64_t oldestHistoric; ///< the oldest tick that is not counted back from 2000
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

Instant startOfMonth(std::int64_t monthsFromYear0) {
    const std::int64_t year = floorDivide(monthsFromYear0, 12);
    return startOfDay({year, static_cast<int>(monthsFromYear0 - year * 12) + 1, 1});
}

std::int64_t monthTick(CivilDate date, std::int64_t count) {
    return date.year * 12 + (date.month - 1) / static_cast<int>(count) * count;
}

/// The first of the month, or of its weeks that begin on 1, 8, 15 and 22.
int dayTick(int day, std::int64_t count) {
    return count == 1 ? day : std::min((day - 1) / 7, 3) * 7 + 1;
}

Instant dayAfter(CivilDate date, std::int64_t count) {
    if (count == 7 && dayTick(date.day, count) == 22) {
        return startOfMonth(date.year * 12 + date.month);
    }
    return startOfDay({date.year, date.month, dayTick(date.day, count) + static_cast<int>(count)});
}

} // namespace

Instant tickAtOrBefore(Instant instant, TickStep step) {
    if (step.unit == TickUnit::Millisecond) {
        return {instant.seconds, instant.millis - instant.millis % static_cast<std::int32_t>(step.count)};
    }
    if (step.unit < TickUnit::Day) {
        const std::int64_t size = secondsOf(step);
        return kept({floorDivide(instant.seconds, size) * size, 0});
    }
    CivilDate date = civilTime(instant).date;
    if (step.unit == TickUnit::Day) {
        date.day = dayTick(date.day, step.count);
        return startOfDay(date);
    }
    if (step.unit == TickUnit::Month) {
        return startOfMonth(monthTick(date, step.count));
    }
    return startOfDay({YearTicks(step.count).atOrBefore(date.year), 1, 1});
}

Instant tickAfter(Instant instant, TickStep step) {
    if (step.unit == TickUnit::Millisecond) {
        const Instant tick = tickAtOrBefore(instant, step);
        const std::int32_t millis = tick.millis + static_cast<std::int32_t>(step.count);
        return kept({tick.seconds + millis / 1000, millis % 1000});
    }
    if (step.unit < TickUnit::Day) {
        const std::int64_t size = secondsOf(step);
        return kept({(floorDivide(instant.seconds, size) + 1) * size, 0});
    }
    const CivilDate date = civilTime(instant).date;
    if (step.unit == TickUnit::Day) {
        return dayAfter(date, step.count);
    }
    if (step.unit == TickUnit::Month) {
        return startOfMonth(monthTick(date, step.count) + step.count);
    }
    return startOfDay({YearTicks(step.count).after(date.year), 1, 1});
}

} // namespace timeline
