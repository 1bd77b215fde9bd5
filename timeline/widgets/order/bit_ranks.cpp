// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/order/bit_ranks.h"

#include <QtEndian>
#include <algorithm>
#include <bit>
#include <cstring>

namespace timeline {

BitRanks::BitRanks(const QBitArray &bits) : m_bits(bits) {
    const auto size = static_cast<std::uint32_t>(bits.size());
    const std::uint32_t words = (size + wordBits - 1) / wordBits;
    m_ranks.reserve(words / blockWords + 2);
    std::uint32_t rank = 0;
    for (std::uint32_t i = 0; i < words; ++i) {
        if (i % blockWords == 0) {
            m_ranks.push_back(rank);
        }
        rank += static_cast<std::uint32_t>(std::popcount(word(i)));
    }
    m_ranks.push_back(rank);
}

/// The bits from 64 * index on, the first the lowest; 0 beyond the end.
std::uint64_t BitRanks::word(std::uint32_t index) const {
    const qsizetype bytes = (m_bits.size() + 7) / 8;
    const qsizetype at = qsizetype{index} * 8;
    std::uint64_t value = 0;
    std::memcpy(&value, m_bits.bits() + at, static_cast<std::size_t>(std::min<qsizetype>(8, bytes - at)));
    return qFromLittleEndian(value);
}

std::uint32_t BitRanks::rank(std::uint32_t place) const {
    std::uint32_t rank = m_ranks[place / blockBits];
    const std::uint32_t last = place / wordBits;
    for (std::uint32_t i = place / blockBits * blockWords; i < last; ++i) {
        rank += static_cast<std::uint32_t>(std::popcount(word(i)));
    }
    const std::uint64_t before = (std::uint64_t{1} << place % wordBits) - 1;
    return before == 0 ? rank : rank + static_cast<std::uint32_t>(std::popcount(word(last) & before));
}

std::uint32_t BitRanks::select(std::uint32_t n) const {
    const auto block = std::ranges::upper_bound(m_ranks, n) - 1;
    n -= *block;
    std::uint32_t i = static_cast<std::uint32_t>(block - m_ranks.begin()) * blockWords;
    std::uint64_t bits = word(i);
    while (n >= static_cast<std::uint32_t>(std::popcount(bits))) {
        n -= static_cast<std::uint32_t>(std::popcount(bits));
        bits = word(++i);
    }
    for (; n > 0; --n) {
        bits &= bits - 1;
    }
    return i * wordBits + static_cast<std::uint32_t>(std::countr_zero(bits));
}

} // namespace timeline
