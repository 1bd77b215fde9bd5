// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// First, because the moc of Qt 6.4 does not parse libstdc++'s <compare> where nothing stands before it.
#include <QtGlobal>
#include <compare>
#include <cstdint>

namespace timeline {

/// A point on the time line: proleptic Gregorian, UTC, no leap seconds, one millisecond fine.
/// 20 billion years of milliseconds do not fit 64 bits, so seconds and milliseconds stand apart.
struct Instant {
    std::int64_t seconds = 0; ///< since 1970-01-01T00:00:00, rounded down
    std::int32_t millis = 0;  ///< 0 to 999, counted forward from `seconds`

    /// The ends of the range, a little beyond ±20 billion years; what is open ends here.
    static constexpr Instant distantPast() { return {-limitSeconds, 0}; }
    static constexpr Instant distantFuture() { return {limitSeconds, 0}; }

    // clang-tidy takes the comparison with 0 within for a pointer's.
    friend constexpr auto operator<=>(const Instant &,
                                      const Instant &) = default; // NOLINT(modernize-use-nullptr)

private:
    static constexpr std::int64_t limitSeconds = 86'400 * std::int64_t{7'407'407'407'407}; // whole days
};

/// Milliseconds from `from` to `to`, negative when `to` is earlier. Exact below 2^53 ms (285,000 years),
/// beyond that to 16 digits: no date that far from 1970 is known better than to the year.
inline double millisecondsBetween(Instant from, Instant to) {
    // The difference of the seconds is exact: the whole range is 1.28e18 of them.
    return static_cast<double>(to.seconds - from.seconds) * 1000.0 +
           static_cast<double>(to.millis - from.millis);
}

/// `instant` moved by whole milliseconds, kept within the range.
Instant plusMilliseconds(Instant instant, double milliseconds);

/// Milliseconds since 1970 and back; the same precision as millisecondsBetween().
inline double toEpochMilliseconds(Instant instant) {
    return millisecondsBetween(Instant{}, instant);
}
Instant fromEpochMilliseconds(double milliseconds);

} // namespace timeline
