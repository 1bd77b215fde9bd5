// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/instant.h"

#include <QString>
#include <optional>

namespace timeline {

enum class TickUnit { Millisecond, Second, Minute, Hour, Day, Month, Year };

/// The distance of two ticks of an axis: 15 minutes, 1 month, 500 years. Only steps of the ladder occur, each
/// of which divides the next coarser ones, so that a coarser step's ticks are ticks of the finer one:
/// 1 2 5 10 … 500 ms, 1 2 5 10 15 30 s and min, 1 2 3 6 12 h, 1 day, 7 days (from the month's first: 1 8 15 22),
/// 1 month, 3 months, 1 2 5 10 … years up to 10 billion.
struct TickStep {
    TickUnit unit = TickUnit::Year;
    std::int64_t count = 1;
    friend bool operator==(const TickStep &, const TickStep &) = default;
};

/// How long a step is at least, in milliseconds.
double shortestMilliseconds(TickStep step);

/// The finest step of the ladder that is at least `milliseconds` long, or the coarsest that there is.
TickStep stepOfAtLeast(double milliseconds);

/// The next coarser step of the ladder; nothing above 10 billion years.
std::optional<TickStep> coarserStep(TickStep step);

/// The step whose name gives a tick its context: the day for hours, the year for months, nothing for years.
std::optional<TickStep> contextStep(TickStep step);

/// The last tick at or before `instant`, and the first tick after it. Kept within the range of Instant.
Instant tickAtOrBefore(Instant instant, TickStep step);
Instant tickAfter(Instant instant, TickStep step);

/// The name of the stretch that begins at a tick. Short stands under its context: "14:30", "12", "Mar", "Q3".
/// Full stands alone: "12 March 2024 14:30", "12 March 2024", "March 2024", "Q3 2024", "2024", "1990s" only where
/// the step is a decade, "44 BCE", "66 Ma", "13.8 Ga". Years before 10,000 BCE are counted in ka, Ma and Ga ago.
enum class TickName { Short, Full };
QString tickName(Instant tick, TickStep step, TickName name);

/// A point in time for a status bar or a tooltip, as exact as a stretch of `milliseconds` deserves:
/// "12 March 2024 14:30:05", "12 March 2024", "March 2024", "44 BCE", "66 Ma".
QString instantName(Instant instant, double milliseconds);

/// The calendar distance of two instants, largest units first: "2 years, 5 months, 3 days", "14 hours, 3 minutes",
/// "250 ms", "65.9 million years". The order of the two does not matter.
QString durationName(Instant from, Instant to);

/// The same in its largest unit alone, for narrow places: "17 years", "6 months", "4 Ma".
QString shortDurationName(Instant from, Instant to);

} // namespace timeline
