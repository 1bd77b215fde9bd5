// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/order/utf8_characters.h"

#include <QCollator>
#include <QHash>
#include <QSet>
#include <QString>
#include <vector>

namespace timeline {

/// Small numbers for characters, so that comparing texts number by number orders them nearly as a collator
/// does: letters before accents and case, what the language ignores left out. Comparing these takes a
/// fraction of the collator's time, and most texts need no more; what it makes of a language's letters of two
/// characters, say, is for the collator to mend.
class CollationRanks {
public:
    /// Knows `characters` and what these are made of.
    CollationRanks(const QCollator &collator, const QSet<char32_t> &characters);

    /// Calls f(rank) for each rank of a character: none, one or more, from 1 on.
    template <typename F>
    void forEachRank(char32_t c, F f) const {
        const std::uint16_t rank = c < m_ranks.size() ? m_ranks[c] : several;
        if (rank != several) {
            if (rank != 0) {
                f(rank);
            }
            return;
        }
        const auto expansion = m_expansions.constFind(c);
        for (std::size_t i = 0; expansion != m_expansions.cend() && i < expansion->size(); ++i) {
            f((*expansion)[i]);
        }
    }
    /// Calls f(rank) for up to `most` ranks of a text in UTF-8, those after the first `passedOver`.
    template <typename F>
    void takeRanks(std::string_view utf8, std::size_t passedOver, std::size_t most, F f) const {
        const std::size_t end = passedOver + most;
        std::size_t count = 0;
        for (std::size_t at = 0; at < utf8.size() && count < end;) {
            forEachRank(takeCharacter(utf8, at), [&](std::uint16_t rank) {
                if (count >= passedOver && count < end) {
                    f(rank);
                }
                ++count;
            });
        }
    }
    int bits() const { return m_bits; } ///< that a rank needs
    /// Compares two texts in UTF-8 rank by rank: less than, equal to or greater than 0.
    int compare(std::string_view a, std::string_view b) const;

private:
    static constexpr std::uint16_t several = 0xFFFF; ///< look into m_expansions

    std::vector<std::uint16_t> m_ranks; ///< by character; 0: ignored
    QHash<char32_t, std::vector<std::uint16_t>> m_expansions;
    int m_bits = 1;
};

} // namespace timeline
