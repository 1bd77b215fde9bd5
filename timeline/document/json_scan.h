// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace timeline {

/// The first byte from `at` on that is a quote, a backslash or a control character, or `end`. Eight bytes a
/// step: most of an events file is text between two quotes.
inline const char *skipPlainText(const char *at, const char *end) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t highs = ones * 0x80;
    // Each marks its byte by the high bit. A borrow may also mark bytes after the first hit, never before it.
    const auto zeroBytes = [](std::uint64_t word) { return (word - ones) & ~word & highs; };
    const auto below32 = [](std::uint64_t word) { return (word - ones * 0x20) & ~word & highs; };
    if constexpr (std::endian::native == std::endian::little) {
        while (end - at >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, sizeof word);
            const std::uint64_t hits =
                zeroBytes(word ^ (ones * '"')) | zeroBytes(word ^ (ones * '\\')) | below32(word);
            if (hits != 0) {
                return at + std::countr_zero(hits) / 8;
            }
            at += 8;
        }
    }
    while (at != end && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= 0x20) {
        ++at;
    }
    return at;
}

} // namespace timeline
