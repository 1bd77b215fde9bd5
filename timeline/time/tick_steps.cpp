// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/ticks.h"

#include <algorithm>
#include <array>

namespace timeline {

namespace {

constexpr std::array<std::int64_t, 9> millisecondCounts = {1, 2, 5, 10, 20, 50, 100, 200, 500};
constexpr std::array<std::int64_t, 6> sexagesimalCounts = {1, 2, 5, 10, 15, 30};
constexpr std::array<std::int64_t, 5> hourCounts = {1, 2, 3, 6, 12};
constexpr std::int64_t longestYears = 10'000'000'000;
constexpr std::size_t yearStepCount = 31; // 1 2 5 in ten decades, and 10 billion
constexpr std::size_t stepCount = 9 + 6 + 6 + 5 + 3 + 2 + yearStepCount;

constexpr std::array<TickStep, stepCount> makeLadder() {
    std::array<TickStep, stepCount> ladder;
    std::size_t size = 0;
    const auto add = [&](TickUnit unit, const auto &counts) {
        for (const std::int64_t count : counts) {
            ladder.at(size++) = {unit, count, YearCount::Eras};
        }
    };
    add(TickUnit::Millisecond, millisecondCounts);
    add(TickUnit::Second, sexagesimalCounts);
    add(TickUnit::Minute, sexagesimalCounts);
    add(TickUnit::Hour, hourCounts);
    add(TickUnit::Day, std::array<std::int64_t, 3>{1, 2, 7});
    add(TickUnit::Month, std::array<std::int64_t, 2>{1, 3});
    for (std::int64_t decade = 1; decade < longestYears; decade *= 10) {
        add(TickUnit::Year, std::array<std::int64_t, 3>{decade, 2 * decade, 5 * decade});
    }
    add(TickUnit::Year, std::array<std::int64_t, 1>{longestYears});
    return ladder;
}

constexpr auto ladder = makeLadder();

/// The smallest distance of two year ticks: of eras it is met at 1 CE.
std::int64_t fewestYears(TickStep step) {
    return step.count <= 2 || step.years == YearCount::Age ? step.count : step.count - 1;
}

const TickStep *inLadder(TickStep step) {
    step.years = YearCount::Eras;
    return std::find(ladder.begin(), ladder.end(), step);
}

TickStep counting(TickStep step, YearCount years) {
    step.years = years;
    return step;
}

} // namespace

double shortestMilliseconds(TickStep step) {
    constexpr double day = 86'400'000.0;
    const auto count = static_cast<double>(step.count);
    switch (step.unit) {
    case TickUnit::Millisecond:
        return count;
    case TickUnit::Second:
        return count * 1000.0;
    case TickUnit::Minute:
        return count * 60'000.0;
    case TickUnit::Hour:
        return count * 3'600'000.0;
    case TickUnit::Day:
        return count * day;
    case TickUnit::Month:
        return (step.count == 1 ? 28.0 : 90.0) * day;
    case TickUnit::Year:
        break;
    }
    return static_cast<double>(fewestYears(step)) * 365.0 * day;
}

TickStep stepOfAtLeast(double milliseconds, YearCount years) {
    const auto *found =
        std::lower_bound(ladder.begin(), ladder.end(), milliseconds, [years](TickStep step, double wanted) {
            return shortestMilliseconds(counting(step, years)) < wanted;
        });
    return counting(found == ladder.end() ? ladder.back() : *found, years);
}

std::optional<TickStep> coarserStep(TickStep step) {
    const TickStep *found = inLadder(step);
    if (found == ladder.end() || found + 1 == ladder.end()) {
        return std::nullopt;
    }
    return counting(*(found + 1), step.years);
}

TickStep coarsestStep(YearCount years) {
    return counting(ladder.back(), years);
}

std::optional<TickStep> finerStep(TickStep step) {
    const TickStep *found = inLadder(step);
    if (found == ladder.end() || found == ladder.begin()) {
        return std::nullopt;
    }
    return counting(*(found - 1), step.years);
}

std::optional<TickStep> contextStep(TickStep step) {
    switch (step.unit) {
    case TickUnit::Millisecond:
        return TickStep{TickUnit::Second, 1, step.years};
    case TickUnit::Second:
        return TickStep{TickUnit::Minute, 1, step.years};
    case TickUnit::Minute:
    case TickUnit::Hour:
        return TickStep{TickUnit::Day, 1, step.years};
    case TickUnit::Day:
        return TickStep{TickUnit::Month, 1, step.years};
    case TickUnit::Month:
        return TickStep{TickUnit::Year, 1, step.years};
    case TickUnit::Year:
        break;
    }
    return std::nullopt;
}

} // namespace timeline
