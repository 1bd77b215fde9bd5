// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/instant.h"

namespace timeline {

/// An instant in 8 bytes: exact to the millisecond within 73 million years of 1970. Beyond, the ends of dates
/// are those of years, which is all that EDTF can say there: whole seconds and the last millisecond of one.
class PackedInstant {
public:
    PackedInstant() = default;
    explicit PackedInstant(Instant instant)
        : m_bits(isNear(instant.seconds)
                     ? (instant.seconds * 1000 + instant.millis) * 2
                     : instant.seconds * 4 +
                           (instant.millis == lastMillis ? wholeSeconds | 2 : wholeSeconds)) {}

    Instant instant() const {
        if ((m_bits & wholeSeconds) != 0) {
            return {m_bits >> 2, (m_bits & 2) != 0 ? lastMillis : 0};
        }
        const std::int64_t milliseconds = m_bits >> 1;
        const std::int64_t seconds = milliseconds / 1000 - (milliseconds % 1000 < 0 ? 1 : 0); // rounded down
        return {seconds, static_cast<std::int32_t>(milliseconds - seconds * 1000)};
    }

private:
    static constexpr std::int32_t lastMillis = 999;
    static constexpr std::int64_t wholeSeconds = 1; ///< the lowest bit: these are not milliseconds
    static constexpr bool isNear(std::int64_t seconds) {
        constexpr std::int64_t most = (std::int64_t{1} << 61) / 1000;
        return -most < seconds && seconds < most;
    }

    std::int64_t m_bits = 0;
};

} // namespace timeline
