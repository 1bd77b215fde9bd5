// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/time_columns.h"

#include <QString>

namespace timeline {

/// What stands above a column: "2020–2024", "20 January – 25 February 2025", "Ahead".
QString columnHead(const TimeColumn &column, bool isBrief = false); ///< with short months
/// A date in words below that head, which may have told its year: "20 Jan" of "20 Jan 2025".
QString dateBelowHead(const QString &date, const TimeColumn &column);
/// "5 years", "12 hours": how far its ticks are apart.
QString stepName(TickStep step);
/// "35 years · tick = 5 years"; without the tick where there is none.
/// Where time is left out after the column before it, how much: "9 years later · 37 days".
QString columnSubhead(const TimeColumn &column, std::optional<TickStep> step, const TimeColumn *before);
/// The name of a tick below that head: "2021", "27 Jan", "14:30". `before`: that of the tick before it.
QString columnTickName(Instant tick, TickStep step, const TimeColumn &column, std::optional<Instant> before);

} // namespace timeline
