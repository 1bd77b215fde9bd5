// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/time_columns.h"

#include <QString>

namespace timeline {

/// What stands above a column: "2020–2024", "20 January – 25 February 2025", "Ahead".
QString columnHead(const TimeColumn &column, bool isBrief = false); ///< with short months
/// A date with "Feb" instead of "February".
QString withShortMonths(QString text);
/// A date in words below that head, which may have told its year: "20 Jan" of "20 Jan 2025".
QString dateBelowHead(const QString &date, const TimeColumn &column);
/// "5 years", "12 hours": how far its ticks are apart.
QString stepName(TickStep step);
/// "35 years · tick = 5 years"; without the tick where there is none.
/// Where time is left out after the column before it, how much: "9 years later · 37 days".
QString columnSubhead(const TimeColumn &column, std::optional<TickStep> step, const TimeColumn *before);
/// How a change of speed is told: "1 year here = 11 years before", "1 year = 11 years", "= 11 years".
enum class SpeedWords : std::uint8_t { Whole, Short, Amount };
QString speedChange(TickStep unit, const QString &before, SpeedWords words);
double averageMilliseconds(TickStep step); ///< of a month, 30.4 days
/// An amount of time as one would say it: "4½ days", "11 years", "2 million years".
QString amountName(double milliseconds);
/// "35 years, one tick = 5 years".
QString columnLength(Instant begin, Instant end, std::optional<TickStep> step);
/// The name of a tick below that head: "2021", "27 Jan", "14:30". `before`: that of the tick before it.
QString columnTickName(Instant tick, TickStep step, const TimeColumn &column, std::optional<Instant> before);

} // namespace timeline
