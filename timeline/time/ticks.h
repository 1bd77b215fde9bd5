// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/instant.h"

#include <QString>
#include <optional>

namespace timeline {

enum class TickUnit { Millisecond, Second, Minute, Hour, Day, Month, Year };

/// How the years of an axis are counted: by eras, "200 CE, 100 CE, 1 CE, 100 BCE, 200 BCE", or, two thousand
/// years and more from 2000, as an age: "66 Ma, 2000, +5 Ma".
enum class YearCount : std::uint8_t { Eras, Age };

/// The distance of two ticks of an axis: 15 minutes, 1 month, 500 years. Only steps of the ladder occur:
/// 1 2 5 10 … 500 ms, 1 2 5 10 15 30 s and min, 1 2 3 6 12 h, 1 day, 2 days (1 3 5 … 29), 7 days (from the
/// month's first: 1 8 15 22), 1 month, 3 months, 1 2 5 10 … years up to 10 billion. A coarser step's ticks
/// are ticks of every finer step that divides it: those of 10 years are among those of 5, those of 5 are not
/// among those of 2.
///
/// Year ticks stand where what people read is round. By eras, two ticks at 1 CE are up to a quarter nearer or
/// three quarters farther than elsewhere.
struct TickStep {
    TickUnit unit = TickUnit::Year;
    std::int64_t count = 1;
    YearCount years = YearCount::Eras;
    friend bool operator==(const TickStep &, const TickStep &) = default;
};

/// How long a step is at least, in milliseconds: 28 days for a month, 9 years for 10 (from 1 CE to 10 CE).
double shortestMilliseconds(TickStep step);

/// The finest step of the ladder that is at least `milliseconds` long, or the coarsest that there is.
TickStep stepOfAtLeast(double milliseconds, YearCount years = YearCount::Eras);

/// The next coarser step of the ladder; nothing above 10 billion years.
std::optional<TickStep> coarserStep(TickStep step);
/// The coarsest that there is.
TickStep coarsestStep(YearCount years = YearCount::Eras);
/// The next finer one; nothing below a millisecond.
std::optional<TickStep> finerStep(TickStep step);

/// The step whose name gives a tick its context: the second for milliseconds, the minute for seconds, the day
/// for minutes and hours, the month for days, the year for months, nothing for years.
std::optional<TickStep> contextStep(TickStep step);

/// The last tick at or before `instant`, and the first tick after it. Kept within the range of Instant.
Instant tickAtOrBefore(Instant instant, TickStep step);
Instant tickAfter(Instant instant, TickStep step);

/// The name of a tick; two neighbours never have the same full name. Short stands under its context: ".250",
/// ":05", "14:30", "12", "Mar", "Q3". Full stands alone: "12 March 2024 14:30", "12 March 2024", "March
/// 2024", "Q3 2024", "2024", "476 CE", "44 BCE", "66 Ma", "13.8 Ga".
enum class TickName { Short, Full };
QString tickName(Instant tick, TickStep step, TickName name);

/// The shortest name of a tick that cannot be mistaken by someone who has just read another date of the axis:
/// "12" after one of the same month, "12 Mar" after one of the same year, else "12 Mar 2024", as after none.
QString tickNameAfter(std::optional<Instant> read, Instant tick, TickStep step);

/// A point in time for a status bar or a tooltip, as exact as a stretch of `milliseconds` deserves:
/// "12 March 2024 14:30:05", "12 March 2024", "March 2024", "44 BCE", "66 Ma"; "now" where it deserves no
/// more.
QString instantName(Instant instant, double milliseconds);

/// The calendar distance of two instants, largest units first: "2 years, 5 months, 3 days", "14 hours, 3
/// minutes", "250 ms", "65.9 million years"; the three largest, years alone from 1000 on. The order of the
/// two does not matter.
QString durationName(Instant from, Instant to);

/// The same rounded to what one would say: "2 years 11 months", from ten of a unit on that unit alone: "50
/// years", "15 minutes", "4 million years".
QString roundDurationName(Instant from, Instant to);
/// The same for narrow places: "2 y 11 mo", "50 y", "4 Myr".
QString briefDurationName(Instant from, Instant to);

} // namespace timeline
