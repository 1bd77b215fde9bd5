// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/span.h"

#include <QString>
#include <string_view>
#include <variant>

namespace timeline {

/// Which texts are dates. An events file may also say hours and minutes without seconds and fractions of a
/// second (`2024-03-01T14:30`, `…T14:30:05.250Z`), which ISO 8601-1 allows and EDTF does not.
enum class DateSyntax { Edtf, EventsFile };

/// A date that was understood.
struct ParsedDate {
    Span span;
    int level = 0; ///< the lowest EDTF conformance level that allows it: 0, 1 or 2
};

/// Why a text is no date: where, and in words what was expected there.
struct DateError {
    std::size_t offset = 0; ///< bytes from the start of the text
    QString expected;
};

/// Reads an EDTF date, levels 0, 1 and 2 of the Library of Congress specification (ISO 8601-2:2019). Nothing
/// is trimmed. Seasons 21 to 24 are meteorological and northern; 25 to 41 as the specification names them.
/// Years beyond ±20 billion are errors. Takes constant time per character, whatever the exponent.
std::variant<ParsedDate, DateError> parseDate(std::string_view text,
                                              DateSyntax syntax = DateSyntax::EventsFile);

/// The line that `timeloom date` prints: text, level or "invalid", earliest, latest, flags; separated by
/// tabs.
QString dateReport(std::string_view text);

/// What the text means in words a reader understands: "about May 2025, uncertain", "from 31 August 2022 on",
/// "44 BCE", "2015 or 2016". A text that is no date is given back as it is.
QString describeDate(std::string_view text);

} // namespace timeline
