// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/edtf.h"

namespace timeline {

enum class DateMoment : std::uint8_t { Begin, End };

/// How long it is from the begin or end of one date (EDTF) to that of a later one, in words, as exactly as
/// both are known: "41 min 0 s", "3 days", "about 2 years", "between 11 months and 2 years". Empty where one
/// of them is open, unknown or no date.
QString timeBetween(std::string_view from, DateMoment fromMoment, std::string_view to, DateMoment toMoment);

} // namespace timeline
