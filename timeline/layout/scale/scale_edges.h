// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"
#include "layout/scale/time_columns.h"

#include <QBitArray>

namespace timeline {

/// A stretch of time that no event covers, between two that are.
struct Gap {
    Instant begin;
    Instant end;
    double length() const { return millisecondsBetween(begin, end); }
};

/// Documents of more events are sampled, or looked at in bins: a scale needs the shape, not every event.
inline constexpr EventIndex mostExactEvents = 50'000;

/// Where the events that are shown begin and end, in order, each instant once; of very many events a sample.
/// Open ends are left out. `shown` has one bit an event, or none at all where all are shown.
std::vector<Instant> eventEdges(const Document &document, const QBitArray &shown);

/// The dates of the events that are shown, by which columns are found: of more than some hundreds every so
/// many, in their order. Those that are open both ways are left out. `asOfEnd`: plans for that day and later
/// come last; nothing where that cannot be, because something else begins later.
std::vector<ColumnDate> columnDates(const Document &document, const QBitArray &shown,
                                    std::optional<Instant> &asOfEnd);

/// The gaps between the events that are shown. Of very many events only those that are wider than one of
/// some ten thousand parts of the whole; each is exact to its last millisecond all the same.
std::vector<Gap> gapsBetweenEvents(const Document &document, const QBitArray &shown);

/// Where eras and "as of" begin and end, which a break must not hide, in the order of their begins: spans
/// without a length, but of an era in which nothing happens, which would be nothing but a break, all of it.
/// `edges`: of the events.
std::vector<Span> spansBesideEvents(const Document &document, const std::vector<Instant> &edges);

} // namespace timeline
