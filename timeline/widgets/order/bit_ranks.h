// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBitArray>
#include <cstdint>
#include <vector>

namespace timeline {

/// A bitmap that knows how many bits are set before a place, and where the n-th of them is. It adds a
/// sixteenth to the bitmap's memory, and is made in a millisecond for ten million bits.
class BitRanks {
public:
    BitRanks() = default;
    explicit BitRanks(const QBitArray &bits);

    bool isEmpty() const { return m_bits.isEmpty(); }
    std::uint32_t count() const { return m_ranks.empty() ? 0 : m_ranks.back(); } ///< of set bits
    bool test(std::uint32_t place) const { return m_bits.testBit(place); }
    std::uint32_t rank(std::uint32_t place) const; ///< how many are set before it
    std::uint32_t select(std::uint32_t n) const;   ///< the place of the n-th, from 0; n is below count()

private:
    static constexpr std::uint32_t wordBits = 64;
    static constexpr std::uint32_t blockWords = 8;
    static constexpr std::uint32_t blockBits = wordBits * blockWords;
    std::uint64_t word(std::uint32_t index) const;

    QBitArray m_bits;
    std::vector<std::uint32_t> m_ranks; ///< of the beginnings of blocks, and of the end
};

} // namespace timeline
