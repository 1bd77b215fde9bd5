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
constexpr std::size_t stepCount = 9 + 6 + 6 + 5 + 2 + 2 + yearStepCount;

constexpr std::array<TickStep, stepCount> makeLadder() {
    std::array<TickStep, stepCount> ladder;
    std::size_t size = 0;
    const auto add = [&](TickUnit unit, const auto &counts) {
        for (const std::int64_t count : counts) {
            ladder.at(size++) = {unit, count};
        }
    };
    add(TickUnit::Millisecond, millisecondCounts);
    add(TickUnit::Second, sexagesimalCounts);
    add(TickUnit::Minute, sexagesimalCounts);
    add(TickUnit::Hour, hourCounts);
    add(TickUnit::Day, std::array<std::int64_t, 2>{1, 7});
    add(TickUnit::Month, std::array<std::int64_t, 2>{1, 3});
    for (std::int64_t decade = 1; decade < longestYears; decade *= 10) {
        add(TickUnit::Year, std::array<std::int64_t, 3>{decade, 2 * decade, 5 * decade});
    }
    add(TickUnit::Year, std::array<std::int64_t, 1>{longestYears});
    return ladder;
}

constexpr auto ladder = makeLadder();

/// The smallest distance of two year ticks, met where the counting changes: at 1 CE and, beyond the round
/// number of years BCE, where years are counted back from 2000.
std::int64_t fewestYears(std::int64_t count) {
    if (count <= 2) {
        return count;
    }
    return count < 10'000 ? count - 1 : count - 1'999;
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
    return static_cast<double>(fewestYears(step.count)) * 365.0 * day;
}

TickStep stepOfAtLeast(double milliseconds) {
    const auto *found =
        std::lower_bound(ladder.begin(), ladder.end(), milliseconds,
                         [](TickStep step, double wanted) { return shortestMilliseconds(step) < wanted; });
    return found == ladder.end() ? ladder.back() : *found;
}

std::optional<TickStep> coarserStep(TickStep step) {
    const auto *found = std::find(ladder.begin(), ladder.end(), step);
    if (found == ladder.end() || found + 1 == ladder.end()) {
        return std::nullopt;
    }
    return *(found + 1);
}

std::optional<TickStep> contextStep(TickStep step) {
    switch (step.unit) {
    case TickUnit::Millisecond:
        return TickStep{TickUnit::Second, 1};
    case TickUnit::Second:
        return TickStep{TickUnit::Minute, 1};
    case TickUnit::Minute:
    case TickUnit::Hour:
        return TickStep{TickUnit::Day, 1};
    case TickUnit::Day:
        return TickStep{TickUnit::Month, 1};
    case TickUnit::Month:
        return TickStep{TickUnit::Year, 1};
    case TickUnit::Year:
        break;
    }
    return std::nullopt;
}

} // namespace timeline
