// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/span.h"

#include <QString>
#include <string_view>
#include <variant>

namespace timeline {

/// Which texts are dates. An events file may also say hours and minutes without seconds, fractions of a
/// second (`2024-03-01T14:30`, `…T14:30:05.250Z`) and intervals of times: ISO 8601-1 has them, not EDTF.
enum class DateSyntax { Edtf, EventsFile };

/// A date that was understood.
struct ParsedDate {
    Span span;
    int level = 0; ///< the lowest EDTF conformance level that allows it: 0, 1 or 2
};

/// Why a text is no date: where, and in words what was expected there.
struct DateError {
    std::size_t offset = 0;    ///< bytes from the start of the text
    const char *expected = ""; ///< as in the source, to be translated in the context "timeline::Words"
};

/// Reads an EDTF date, levels 0, 1 and 2 of the Library of Congress specification of 4 February 2019
/// (ISO 8601-2:2019). Nothing is trimmed. Takes constant time per character, whatever the exponent.
///
/// What the specification leaves open is decided so:
/// - Seasons 21 to 24 are meteorological and northern; winter ends in the next year.
/// - Year 0 has no sign: `-0000` is an error. So is a shift of `-00:00`, or of more than 14 hours.
/// - There are no leap seconds: `23:59:60` is an error. `24:00:00` is the next day's midnight.
/// - `Y` needs a year above 9999 in the exponential form too. Years beyond ±20 billion are errors.
/// - A qualifier at the end is level 1 after every date of level 0 and 1.
/// - Long years and seasons may be the ends of an interval, at level 1; an X in an interval is level 2.
/// - An interval is an error when it ends before it can begin, and when neither end is known (`/`).
/// - A date with X that the calendar never has, such as `2021-02-3X`, is an error.
std::variant<ParsedDate, DateError> parseDate(std::string_view text,
                                              DateSyntax syntax = DateSyntax::EventsFile);

/// The line that `timeloom date` prints: text, level or "invalid", earliest, latest, flags; tabs between.
QString dateReport(std::string_view text);

/// What the text means in words a reader understands: "about May 2025, uncertain", "from 31 August 2022 on",
/// "44 BCE", "2015 or 2016". A text that is no date is given back as it is.
QString describeDate(std::string_view text);

/// The same in as little room as can be: "about May 2025, uncertain", "25 Feb – about May 2025",
/// "2020–2021".
QString describeDateBriefly(std::string_view text);

} // namespace timeline
