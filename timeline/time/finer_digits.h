// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timeline {

/// What an Instant does not hold of the two ends of a date: the digits behind the millisecond, those at the
/// end left out that change nothing. Empty where there are none, as in most dates: see DateFlag::Finer.
struct FinerDigits {
    std::string begin;
    std::string end; ///< of the last time, up to and without the end of which the date goes

    /// Of two dates that begin in the same millisecond: without digits, at its very begin.
    static bool beginsBefore(const FinerDigits &a, const FinerDigits &b) { return a.begin < b.begin; }
    /// Of two that end in the same one: without digits, with all of it.
    static bool endsBefore(const FinerDigits &a, const FinerDigits &b);
};

/// Of a text that is a date. Takes as long as the text is long.
FinerDigits finerDigits(std::string_view date);

} // namespace timeline
