// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/instant.h"

#include <QString>
#include <optional>

namespace timeline {

enum class TickUnit { Millisecond, Second, Minute, Hour, Day, Month, Year };

/// The distance of two ticks of an axis: 15 minutes, 1 month, 500 years. Only steps of the ladder occur:
/// 1 2 5 10 … 500 ms, 1 2 5 10 15 30 s and min, 1 2 3 6 12 h, 1 day, 7 days (from the month's first: 1 8 15
/// 22), 1 month, 3 months, 1 2 5 10 … years up to 10 billion. A coarser step's ticks are ticks of every finer
/// step that divides it: those of 10 years are among those of 5, those of 5 are not among those of 2.
///
/// Year ticks stand where what people read is round: 200 CE, 100 CE, 1 CE, 100 BCE, 200 BCE, and before
/// 10,000 BCE multiples of the step counted back from 2000: 66 Ma. Where the counting changes, two ticks are
/// up to a quarter nearer or three quarters farther than elsewhere.
struct TickStep {
    TickUnit unit = TickUnit::Year;
    std::int64_t count = 1;
    friend bool operator==(const TickStep &, const TickStep &) = default;
};

/// How long a step is at least, in milliseconds: 28 days for a month, 9 years for 10 (from 1 CE to 10 CE).
double shortestMilliseconds(TickStep step);

/// The finest step of the ladder that is at least `milliseconds` long, or the coarsest that there is.
TickStep stepOfAtLeast(double milliseconds);

/// The next coarser step of the ladder; nothing above 10 billion years.
std::optional<TickStep> coarserStep(TickStep step);

/// The step whose name gives a tick its context: the second for milliseconds, the minute for seconds, the day
/// for minutes and hours, the month for days, the year for months, nothing for years.
std::optional<TickStep> contextStep(TickStep step);

/// The last tick at or before `instant`, and the first tick after it. Kept within the range of Instant.
Instant tickAtOrBefore(Instant instant, TickStep step);
Instant tickAfter(Instant instant, TickStep step);

/// The name of a tick; two neighbours never have the same full name. Short stands under its context: ".250",
/// ":05", "14:30", "12", "Mar", "Q3". Full stands alone: "12 March 2024 14:30", "12 March 2024", "March
/// 2024", "Q3 2024", "2024", "476 CE", "44 BCE", "66 Ma", "13.8 Ga". Years before 10,000 BCE are counted in
/// ka, Ma and Ga back from 2000.
enum class TickName { Short, Full };
QString tickName(Instant tick, TickStep step, TickName name);

/// A point in time for a status bar or a tooltip, as exact as a stretch of `milliseconds` deserves:
/// "12 March 2024 14:30:05", "12 March 2024", "March 2024", "44 BCE", "66 Ma"; "now" where it deserves no
/// more.
QString instantName(Instant instant, double milliseconds);

/// The calendar distance of two instants, largest units first: "2 years, 5 months, 3 days", "14 hours, 3
/// minutes", "250 ms", "65.9 million years"; the three largest, years alone from 1000 on. The order of the
/// two does not matter.
QString durationName(Instant from, Instant to);

/// The same in its largest unit alone, for narrow places: "17 years", "6 months", "4 Ma".
QString shortDurationName(Instant from, Instant to);

} // namespace timeline
