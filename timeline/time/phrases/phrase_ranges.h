// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/phrases/date_phrases.h"
#include "time/phrases/phrase_points.h"

namespace timeline::phrases {

using Readings = std::vector<Reading>;

/// Adds a reading that is a date and is not there yet.
void add(Readings &readings, const QString &edtf, bool isSafe);

/// "before 1900", "since 1900", "1900 or later", "1900-"
Readings openRanges(Tokens tokens);
/// "between 1850 and 1860", "1850 or 1851", "May and June 1850"
Readings sets(Tokens tokens);
/// "1914-18", "1824/5": a year and the last digits of another one
Readings shortYears(Tokens tokens);
/// "1914 to 1918", "5-7 March 1850"
Readings intervals(Tokens tokens);

} // namespace timeline::phrases
