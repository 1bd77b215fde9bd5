// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/edtf_shift.h"

#include <variant>

namespace timeline {

/// Why a text is no amount of time, in words. Translated; has a piece of the text in it.
struct ShiftProblem {
    QString words;
};

/// Reads an amount of time as people write it: "-7 min 12 s", "+3 days", "1.5 h", "1 year 2 months earlier",
/// "250 ms", "0:07:12", or as ISO 8601 does: "P1Y2M", "-PT7M12S". A sign holds until the next. Units are
/// read in English and in the words of durationName(). A text that says nothing is none at all.
///
/// What can mean two things is a problem, not a guess: "5 m" alone (in "1 h 5 m" it is minutes), "7:12",
/// "1,000 days". So is what is no whole number of months, days or milliseconds: "0.1 years".
std::variant<Shift, ShiftProblem> readShift(const QString &text);

/// In words: "1 year 2 months later", "7 minutes 12 seconds earlier", "1 month later, 2 days earlier".
QString shiftName(const Shift &shift);

} // namespace timeline
