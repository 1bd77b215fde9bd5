// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace timeline {

/// The first byte from `at` on that is a quote, a backslash or a control character, or `end`. Many bytes
/// a step: most of an events file is text between two quotes.
inline const char *skipPlainText(const char *at, const char *end) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t highs = ones * 0x80;
    // Each marks its byte by the high bit. A borrow may also mark bytes after the first hit, never before it.
    const auto zeroBytes = [](std::uint64_t word) { return (word - ones) & ~word & highs; };
    const auto below32 = [](std::uint64_t word) { return (word - ones * 0x20) & ~word & highs; };
#ifdef __SSE2__
    while (end - at >= 16) {
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i isEnd =
            _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8('"')), _mm_cmpeq_epi8(text, _mm_set1_epi8('\\')));
        const __m128i isControl = _mm_cmpeq_epi8(_mm_min_epu8(text, _mm_set1_epi8(0x1F)), text);
        const auto hits = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(isEnd, isControl)));
        if (hits != 0) {
            return at + std::countr_zero(hits);
        }
        at += 16;
    }
#endif
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

/// The value of a hexadecimal digit; 16 or more where it is none.
inline unsigned hexDigit(char c) {
    const auto code = static_cast<unsigned char>(c);
    const unsigned letter = (code | 0x20U) - 'a'; // as for small ones
    return letter < 6 ? letter + 10 : code - unsigned{'0'};
}

/// How many bytes the escape has that begins at `at`; 0 where it is none, or perhaps half of a surrogate
/// pair.
inline std::ptrdiff_t plainEscapeLength(const char *at, const char *end) {
    constexpr std::ptrdiff_t longest = 6;
    if (end - at < longest || *at != '\\') {
        return 0;
    }
    switch (at[1]) {
    case 'u': {
        const bool areDigits = (hexDigit(at[2]) | hexDigit(at[3]) | hexDigit(at[4]) | hexDigit(at[5])) < 16;
        const bool mayBeSurrogate = hexDigit(at[2]) == 13 && hexDigit(at[3]) >= 8;
        return areDigits && !mayBeSurrogate ? longest : 0;
    }
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
        return 2;
    default:
        return 0;
    }
}

} // namespace timeline
