// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/page_axis.h"

#include "layout/scene/column_words.h"

namespace timeline {

namespace {

constexpr double nameGap = 4;       // right of a tick
constexpr double namesApart = 10;   // of a name from the next tick
constexpr double ticksOfWidth = 14; // about so many at most
constexpr std::size_t mostTicks = 400;

std::vector<Instant> ticksOf(const TimeColumn &column, TickStep step) {
    std::vector<Instant> ticks;
    if (step.unit == TickUnit::Day && step.count > 1) { // evenly, not anew with each month
        constexpr std::int64_t day = 86'400;
        const Instant first = tickAfter(plusMilliseconds(column.begin, -1), {TickUnit::Day, 1, step.years});
        for (Instant tick = first; tick < column.end && ticks.size() < mostTicks;
             tick.seconds += step.count * day) {
            ticks.push_back(tick);
        }
        return ticks;
    }
    for (Instant tick = tickAfter(plusMilliseconds(column.begin, -1), step);
         tick < column.end && ticks.size() < mostTicks; tick = tickAfter(tick, step)) {
        ticks.push_back(tick);
    }
    return ticks;
}

/// Whether all names have room. That of the last tick may be left out.
bool fits(const std::vector<Instant> &ticks, const TimeColumn &column, TickStep step, const ScenePanel &panel,
          const TextStyle &style, const TextMeasure &measure) {
    std::optional<Instant> before;
    const double ticksApart = std::clamp(panel.axisRect.width() / ticksOfWidth, 36.0, 72.0);
    for (std::size_t i = 0; i + 1 < ticks.size(); ++i) {
        const double room = panel.at(ticks[i + 1]) - panel.at(ticks[i]);
        const double width = measure.width(columnTickName(ticks[i], step, column, before), style);
        if (room < std::max(ticksApart, nameGap + width + namesApart)) {
            return false;
        }
        before = ticks[i];
    }
    return true;
}

} // namespace

std::optional<TickStep> columnStep(const TimeColumn &column, const ScenePanel &panel, const TextStyle &style,
                                   const TextMeasure &measure) {
    if (column.begin >= column.end) {
        return std::nullopt;
    }
    const double length = millisecondsBetween(column.begin, column.end);
    std::optional<TickStep> found;
    constexpr double mostSteps = 100; // nobody has room for more
    const YearCount years = length > 3e5 * 365.25 * 86'400'000 ? YearCount::Age : YearCount::Eras;
    for (std::optional<TickStep> step = coarsestStep(years); step; step = finerStep(*step)) {
        // What is finer than the dates are known would only seem exact.
        constexpr double about = 0.9; // months are not all as long
        if (shortestMilliseconds(*step) * mostSteps < length ||
            shortestMilliseconds(*step) < about * column.finest) {
            break;
        }
        const std::vector<Instant> ticks = ticksOf(column, *step);
        if (ticks.size() == 1) { // better than none
            found = step;
        }
        if (ticks.size() < 2) {
            continue;
        }
        if (!fits(ticks, column, *step, panel, style, measure)) {
            break;
        }
        found = step;
    }
    return found;
}

void addColumnTicks(ScenePanel &panel, const TimeColumn &column, TickStep step, const TextStyle &style,
                    const TextMeasure &measure) {
    std::optional<Instant> before;
    for (const Instant tick : ticksOf(column, step)) {
        const double at = panel.at(tick);
        panel.ticks.push_back({at, SceneTick::Named});
        const QString name = columnTickName(tick, step, column, before);
        const double width = measure.width(name, style);
        if (at >= panel.axisRect.left() && at + nameGap + width <= panel.axisRect.right()) {
            AxisLabel label;
            static_cast<SceneText &>(label) = {name, at + nameGap, panel.axisRect.center().y(), width, style};
            label.instant = tick;
            label.step = step;
            panel.tickLabels.push_back(label);
            before = tick;
        }
    }
}

} // namespace timeline
