// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>

namespace bench {

/// Random numbers that are the same everywhere: of the standard library only the engine, whose numbers the
/// standard fixes, and no floating point, whose functions differ in the last digit from one to the other.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}

    /// 0 to `limit`, that not included. Prefers none by more than can be seen.
    std::uint64_t below(std::uint64_t limit) { return m_engine() % limit; }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low)));
    }
    bool once(std::uint64_t in) { return below(in) == 0; }

    /// About normal, around 0, in 65536ths of the standard deviation: the sum of twelve even numbers.
    std::int64_t normal() {
        std::int64_t sum = -6 * 0x10000;
        for (int i = 0; i < 3; ++i) {
            for (std::uint64_t bits = m_engine(), part = 0; part < 4; ++part, bits >>= 16) {
                sum += static_cast<std::int64_t>(bits & 0xFFFF);
            }
        }
        return sum;
    }

    /// About log-normal: two to the power of a normal number. Both in 65536ths; the power below 62.
    std::int64_t powerOfTwo(std::int64_t mean, std::int64_t deviation) {
        const std::int64_t power = std::max<std::int64_t>(0, mean + deviation * normal() / 0x10000);
        const std::int64_t whole = power / 0x10000;
        // Between two powers a straight line will do.
        return (std::int64_t{1} << whole) + ((std::int64_t{1} << whole) * (power % 0x10000) >> 16);
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace bench
