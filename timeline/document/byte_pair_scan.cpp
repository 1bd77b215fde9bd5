// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/byte_pair_scan.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define TIMELOOM_SSE2
#endif

namespace timeline {

namespace {

constexpr std::ptrdiff_t lookAhead = 5; ///< from a backslash to the last digit of \uXXXX

#ifdef TIMELOOM_SSE2

// SSE2 is part of every x86-64. The compiler does not find this by itself.

__m128i everywhere(std::uint8_t byte) {
    return _mm_set1_epi8(static_cast<char>(byte));
}

__m128i load(const char *at) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
}

/// Of 16 backslashes and others, those that begin an escape to stop at.
__m128i sought(const Escapes &escapes, __m128i backslashes, const char *at) {
    if (escapes.count > Escapes::most) {
        return backslashes;
    }
    const __m128i isUnit = _mm_cmpeq_epi8(load(at + 1), everywhere('u'));
    const __m128i last = _mm_or_si128(load(at + lookAhead), everywhere(0x20)); // letters become lower
    __m128i found = _mm_setzero_si128();
    for (std::size_t i = 0; i < escapes.count; ++i) {
        found = _mm_or_si128(found, _mm_cmpeq_epi8(last, everywhere(escapes.lastDigits[i])));
    }
    found = _mm_and_si128(found, isUnit);
    if (escapes.shortOnes) {
        found = _mm_or_si128(found, _mm_andnot_si128(isUnit, backslashes));
    }
    return _mm_and_si128(found, backslashes);
}

std::uint64_t hitsIn(const BytePairs &pairs, const Escapes &escapes, const char *block) {
    std::uint64_t hits = 0;
    for (int part = 0; part < 4; ++part) {
        const char *at = block + 16 * part;
        const __m128i first = load(at);
        const __m128i second = load(at + 1);
        __m128i found = _mm_cmpeq_epi8(first, everywhere('\\'));
        if (_mm_movemask_epi8(found) != 0) {
            found = sought(escapes, found, at);
        }
        for (std::size_t i = 0; i < pairs.count; ++i) {
            const BytePair &pair = pairs.pairs[i];
            const __m128i firstSame =
                _mm_cmpeq_epi8(_mm_and_si128(first, everywhere(pair.firstMask)), everywhere(pair.first));
            const __m128i secondSame =
                _mm_cmpeq_epi8(_mm_and_si128(second, everywhere(pair.secondMask)), everywhere(pair.second));
            found = _mm_or_si128(found, _mm_and_si128(firstSame, secondSame));
        }
        hits |= std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(found))} << (16 * part);
    }
    return hits;
}

#else

bool isSought(const Escapes &escapes, const char *at) {
    if (escapes.count > Escapes::most) {
        return true;
    }
    const auto last = static_cast<std::uint8_t>(at[lookAhead] | 0x20); // letters become lower
    const auto end = escapes.lastDigits.begin() + static_cast<std::ptrdiff_t>(escapes.count);
    return at[1] == 'u' ? std::find(escapes.lastDigits.begin(), end, last) != end : escapes.shortOnes;
}

std::uint64_t hitsIn(const BytePairs &pairs, const Escapes &escapes, const char *block) {
    std::uint64_t hits = 0;
    for (unsigned i = 0; i < 64; ++i) {
        const auto first = static_cast<unsigned char>(block[i]);
        const auto second = static_cast<unsigned char>(block[i + 1]);
        bool found = first == '\\' && isSought(escapes, block + i);
        for (std::size_t p = 0; p < pairs.count; ++p) {
            const BytePair &pair = pairs.pairs[p];
            found |= (first & pair.firstMask) == pair.first && (second & pair.secondMask) == pair.second;
        }
        hits |= std::uint64_t{found} << i;
    }
    return hits;
}

#endif

} // namespace

std::uint64_t BytePairScan::hitsOf(const char *block) const {
    std::uint64_t hits = 0;
    if (m_readable - block >= blockSize + lookAhead) {
        hits = hitsIn(m_pairs, m_escapes, block);
    } else {
        std::array<char, blockSize + lookAhead> copy{};
        std::memcpy(copy.data(), block, static_cast<std::size_t>(m_readable - block));
        hits = hitsIn(m_pairs, m_escapes, copy.data());
    }
    if (m_end - block < blockSize) {
        hits &= (std::uint64_t{1} << (m_end - block)) - 1;
    }
    return hits;
}

void BytePairScan::seek(const char *at) {
    if (at - m_block < blockSize) {
        if (at > m_block) {
            m_hits &= ~std::uint64_t{0} << (at - m_block);
        }
        return;
    }
    m_block = std::min(at, m_end);
    m_hits = m_block < m_end ? hitsOf(m_block) : 0;
}

const char *BytePairScan::next() {
    constexpr std::uint32_t stepsBetweenLooks = 4096; // 256 KiB
    while (m_hits == 0) {
        if (m_end - m_block <= blockSize ||
            (++m_steps % stepsBetweenLooks == 0 && m_cancel.stop_requested())) {
            m_block = m_end;
            return nullptr;
        }
        m_block += blockSize;
        m_hits = hitsOf(m_block);
    }
    const char *at = m_block + std::countr_zero(m_hits);
    m_hits &= m_hits - 1;
    return at;
}

} // namespace timeline
