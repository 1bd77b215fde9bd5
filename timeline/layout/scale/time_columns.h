// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/ticks.h"

#include <optional>
#include <vector>

namespace timeline {

/// A date as a page's columns are found by: where it begins and ends, as far as that is known, and whether it
/// is a plan.
struct ColumnDate {
    Instant begin;
    Instant end; ///< the begin where it is not known
    bool isPlanned = false;
    double finest = 0; ///< how exactly it is known, in milliseconds
};

/// A piece of time that a page shows on a scale of its own.
struct TimeColumn {
    Instant begin;
    Instant end;                    ///< not included
    std::size_t first = 0;          ///< of the dates, the first that begins in it
    std::size_t last = 0;           ///< the one after its last
    bool isAhead = false;           ///< what is planned, after "as of"
    double finest = 0;              ///< how exactly the most exact of its dates is known, in milliseconds
    std::optional<Instant> dataEnd; ///< of its dates, where it has room beyond them
    bool isZoned = false;           ///< its dates have times with zones, so it says that it is in UTC
};

/// Cuts time where the pace of the dates changes more than four times: by Bayesian blocks of their begins
/// (Scargle et al. 2013, point events), the edges at the roundest date between neighbours. Dates by begin,
/// what is planned for "as of" and later last: see isAhead(). At most `most` columns. Empty without dates.
std::vector<TimeColumn> timeColumns(const std::vector<ColumnDate> &dates, std::optional<Instant> asOfEnd,
                                    std::size_t most);

/// Whether a date is a plan for the day of "as of", which ends with that instant, or later.
bool isAhead(const ColumnDate &date, std::optional<Instant> asOfEnd);

/// The roundest instant after one and not after another: a year of thousands before one of tens, a month's
/// first before a day.
Instant roundestIn(Instant after, Instant upTo);

/// The columns with one more: the one with the most dates cut in two at a round date, where it can be.
std::vector<TimeColumn> splitOnce(const std::vector<TimeColumn> &columns,
                                  const std::vector<ColumnDate> &dates, std::size_t column);

} // namespace timeline
