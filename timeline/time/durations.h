// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/ticks.h"

namespace timeline {

enum class DurationUnit : std::uint8_t { Year, Month, Day, Hour, Minute, Second, Millisecond };

/// The unit that durations are told in by this word, whole or short, in the language of the program.
std::optional<DurationUnit> durationUnit(const QString &word);

/// The calendar distance in all units down to one, which is told even where there is none of it: "41 min 0
/// s", "1 y 2 mo 0 d". Others are left out then.
QString exactDurationName(Instant from, Instant to, TickUnit unit);

enum class Bound : std::uint8_t { Least, Most };

/// The calendar distance in two units, never more than it is for the least, nor less for the most: 9 years 9
/// months and a day are "9 years 9 months" or "9 years 10 months".
QString boundDurationName(Instant from, Instant to, Bound bound);

} // namespace timeline
