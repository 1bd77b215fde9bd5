// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/edtf.h"
#include "time/ticks.h"

#include <optional>
#include <string>

namespace timeline {

/// Which end of a date is moved; Both: all of it, its length staying as it is.
enum class DateEnd { Start, End, Both };

/// A date (EDTF) of which one end is moved as near to `to` as its precision allows: a month stays a month,
/// qualifiers stay. Of Both it is the begin that goes there. A single date of which an end is moved becomes
/// an interval, an interval of one date that date alone. No end passes the other.
/// With a `precision` what is moved is known to that from then on, be it finer or coarser.
/// Nothing where a date has no place to be moved from: a set, unspecified or significant digits, a mistake.
std::optional<std::string> movedDate(std::string_view text, DateEnd which, Instant to,
                                     std::optional<TickUnit> precision = std::nullopt);

/// The day, the month, the second... that begins nearest to an instant, as EDTF writes it.
std::string dateNearest(Instant instant, TickUnit precision);

} // namespace timeline
