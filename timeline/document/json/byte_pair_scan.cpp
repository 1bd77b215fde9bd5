// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/byte_pair_scan.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__SSE2__) || defined(_M_X64)
#include <immintrin.h>
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

std::uint64_t hitsInSse2(const BytePairs &pairs, const Escapes &escapes, const char *block) {
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

#ifdef __GNUC__

// Twice as many bytes at once, where the processor can.
#define TIMELOOM_AVX2 [[gnu::target("avx2")]]
const bool hasAvx2 = __builtin_cpu_supports("avx2") != 0;

TIMELOOM_AVX2 inline __m256i load32(const char *at) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at));
}

/// A pair, in all places.
struct WidePair {
    __m256i firstMask, first, secondMask, second;
};
TIMELOOM_AVX2 inline WidePair widePair(const BytePair &pair) {
    return {_mm256_set1_epi8(static_cast<char>(pair.firstMask)),
            _mm256_set1_epi8(static_cast<char>(pair.first)),
            _mm256_set1_epi8(static_cast<char>(pair.secondMask)),
            _mm256_set1_epi8(static_cast<char>(pair.second))};
}
TIMELOOM_AVX2 inline __m256i placesOf(const WidePair &pair, __m256i here, __m256i next) {
    return _mm256_and_si256(_mm256_cmpeq_epi8(_mm256_and_si256(here, pair.firstMask), pair.first),
                            _mm256_cmpeq_epi8(_mm256_and_si256(next, pair.secondMask), pair.second));
}

/// The first of the blocks up to `end` in which a pair or a backslash is, or `end`.
TIMELOOM_AVX2 const char *firstWithHitAvx2(const BytePairs &pairs, const char *block, const char *end) {
    std::array<WidePair, BytePairs::most>
        wide; // NOLINT(cppcoreguidelines-pro-type-member-init): as many as are used
    for (std::size_t i = 0; i < pairs.count; ++i) {
        wide[i] = widePair(pairs.pairs[i]);
    }
    const __m256i backslash = _mm256_set1_epi8('\\');
    for (; block < end; block += 64) {
        __m256i found = _mm256_setzero_si256();
        for (const char *at : {block, block + 32}) {
            const __m256i here = load32(at);
            const __m256i next = load32(at + 1);
            found = _mm256_or_si256(found, _mm256_cmpeq_epi8(here, backslash));
            for (std::size_t i = 0; i < pairs.count; ++i) {
                found = _mm256_or_si256(found, placesOf(wide[i], here, next));
            }
        }
        if (_mm256_testz_si256(found, found) == 0) {
            break;
        }
    }
    return block;
}

TIMELOOM_AVX2 std::uint64_t hitsInAvx2(const BytePairs &pairs, const Escapes &escapes, const char *block) {
    std::uint64_t hits = 0;
    for (const int part : {0, 32}) {
        const __m256i here = load32(block + part);
        const __m256i next = load32(block + part + 1);
        const __m256i backslashes = _mm256_cmpeq_epi8(here, _mm256_set1_epi8('\\'));
        if (_mm256_testz_si256(backslashes, backslashes) == 0) {
            return hitsInSse2(pairs, escapes, block);
        }
        __m256i found = _mm256_setzero_si256();
        for (std::size_t i = 0; i < pairs.count; ++i) {
            found = _mm256_or_si256(found, placesOf(widePair(pairs.pairs[i]), here, next));
        }
        hits |= std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(found))} << part;
    }
    return hits;
}

const char *firstWithHit(const BytePairs &pairs, const char *block, const char *end) {
    return hasAvx2 ? firstWithHitAvx2(pairs, block, end) : block;
}

std::uint64_t hitsIn(const BytePairs &pairs, const Escapes &escapes, const char *block) {
    return hasAvx2 ? hitsInAvx2(pairs, escapes, block) : hitsInSse2(pairs, escapes, block);
}

#else

std::uint64_t hitsIn(const BytePairs &pairs, const Escapes &escapes, const char *block) {
    return hitsInSse2(pairs, escapes, block);
}

#endif

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

#ifndef TIMELOOM_AVX2
const char *firstWithHit(const BytePairs & /*pairs*/, const char *block, const char * /*end*/) {
    return block;
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
    constexpr int fewSteps = 8;                       // then it is worth to step out
    for (int steps = 0; m_hits == 0; ++steps) {
        if (m_end - m_block <= blockSize ||
            (++m_steps % stepsBetweenLooks == 0 && m_cancel.stop_requested())) {
            m_block = m_end;
            return nullptr;
        }
        m_block += blockSize;
        // Whole blocks without a hit are passed over; what is left is more than one.
        const std::ptrdiff_t blocks = (std::min(m_end, m_readable - lookAhead) - m_block) / blockSize - 1;
        if (steps >= fewSteps && blocks > 0) {
            m_block = firstWithHit(m_pairs, m_block,
                                   m_block + blockSize * std::min<std::ptrdiff_t>(blocks, stepsBetweenLooks));
        }
        m_hits = hitsOf(m_block);
    }
    const char *at = m_block + std::countr_zero(m_hits);
    m_hits &= m_hits - 1;
    return at;
}

} // namespace timeline
