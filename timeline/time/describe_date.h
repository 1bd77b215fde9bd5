// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/edtf_date.h"

namespace timeline::edtf {

/// Nothing qualified and nothing left open: a date that may be shortened beside another one.
bool isPlain(const DatePart &date);

/// Where "uncertain" goes: after a comma at the end of a phrase, or in brackets within a longer one.
enum class Place { Alone, Within };

/// One date in words: "about May 2025, uncertain", "some month of 2004", "11 June 2004 (year uncertain)".
QString describe(const DatePart &date, Place place);

/// "14:30:05 UTC+02:00"
QString describe(const TimeOfDay &time);

} // namespace timeline::edtf
