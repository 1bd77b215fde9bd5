// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <stop_token>

namespace timeline {

/// Two bytes beside each other, each compared under a mask. A mask of 0 lets any byte pass.
struct BytePair {
    std::uint8_t firstMask = 0, first = 0, secondMask = 0, second = 0;
};

/// Some such pairs, any of which will do.
struct BytePairs {
    static constexpr std::size_t most = 8;
    std::array<BytePair, most> pairs;
    std::size_t count = 0;
};

/// Which escapes of JSON to stop at.
struct Escapes {
    static constexpr std::size_t most = 4;
    std::array<std::uint8_t, most>
        lastDigits{}; ///< of \uXXXX, lower case; all escapes where they are too many
    std::size_t count = 0;
    bool shortOnes = false; ///< \n and the like, too
};

/// Goes through bytes and stops at escapes and where one of the pairs stands: 64 bytes a step, at the
/// speed of reading memory where there are few. It may also stop where nothing is; who asks looks closer.
class BytePairScan {
public:
    /// Scans [begin, end); what begins there may go on behind, and reading goes on no further than
    /// `readable`.
    BytePairScan(const BytePairs &pairs, const Escapes &escapes, const char *begin, const char *end,
                 const char *readable, std::stop_token cancel)
        : m_pairs(pairs), m_escapes(escapes), m_block(begin), m_end(end), m_readable(readable),
          m_cancel(std::move(cancel)) {
        if (m_block < m_end) {
            m_hits = hitsOf(m_block);
        }
    }

    /// Goes on at `at`, which is not before what was given last.
    void seek(const char *at);
    /// The next place, or null at the end and when cancelled.
    const char *next();

private:
    static constexpr std::ptrdiff_t blockSize = 64;
    std::uint64_t hitsOf(const char *block) const; ///< a bit a byte, the first the lowest

    BytePairs m_pairs;
    Escapes m_escapes;
    const char *m_block;
    const char *m_end;
    const char *m_readable;
    std::stop_token m_cancel;
    std::uint64_t m_hits = 0;
    std::uint32_t m_steps = 0;
};

} // namespace timeline
