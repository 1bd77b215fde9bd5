// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/instant.h"

#include <algorithm>
#include <cmath>

namespace timeline {

Instant plusMilliseconds(Instant instant, double milliseconds) {
    // Twice the range: anything more ends at its edge, and the sum below cannot overflow.
    constexpr double farthest = 1.28e21;
    if (std::isnan(milliseconds)) {
        return instant;
    }
    const double whole = std::clamp(std::round(milliseconds), -farthest, farthest);
    // fmod is exact; what is divided by 1000 may be rounded, far from 1970, but not by half of that.
    const double rest = std::fmod(whole, 1000.0);
    std::int64_t seconds = instant.seconds + static_cast<std::int64_t>(std::round((whole - rest) / 1000.0));
    std::int32_t millis = instant.millis + static_cast<std::int32_t>(rest);
    if (millis < 0) {
        millis += 1000;
        --seconds;
    } else if (millis > 999) {
        millis -= 1000;
        ++seconds;
    }
    return std::clamp(Instant{seconds, millis}, Instant::distantPast(), Instant::distantFuture());
}

Instant fromEpochMilliseconds(double milliseconds) {
    return plusMilliseconds(Instant{}, milliseconds);
}

} // namespace timeline
