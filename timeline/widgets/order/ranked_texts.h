// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/order/collation_ranks.h"
#include "widgets/order/sort_texts.h"

namespace timeline {

/// Sorts short runs of texts by their ranks, put side by side so that comparing them looks at little memory.
/// Items go by the numbers of their texts.
class RankedTexts {
public:
    /// Runs are parts of `all`, which nobody else writes. The texts of a run have the same ranks up to number
    /// `passedOver`.
    RankedTexts(const SortTexts &texts, const CollationRanks &ranks, std::span<const SortItem> all,
                std::size_t passedOver, bool ascending)
        : m_texts(texts), m_collationRanks(ranks), m_all(all), m_passedOver(passedOver),
          m_ascending(ascending) {}

    /// Then calls f(same) for each longer run of texts whose ranks are the same to their end.
    template <typename F>
    void sort(std::span<SortItem> run, F f) {
        sortByRanks(run);
        const auto isSame = [this](const Ranked &a, const Ranked &b) { return compareWhole(a, b) == 0; };
        forEachRun(std::span(m_ranked), isSame, [&](std::span<const Ranked> same) {
            f(run.subspan(static_cast<std::size_t>(same.data() - m_ranked.data()), same.size()));
        });
    }

private:
    /// Of longer texts the rest is looked at where it must be.
    static constexpr std::size_t mostRanks = 64;

    struct Ranked {
        std::uint64_t first = 0;            ///< four ranks, the first highest: most often these tell
        std::uint32_t begin = 0, count = 0; ///< of all that are looked at, in m_ranks
        EventIndex event = 0;
    };

    void sortByRanks(std::span<SortItem> run);
    void add(EventIndex event);
    int compare(const Ranked &a, const Ranked &b) const;
    int compareWhole(const Ranked &a, const Ranked &b) const {
        const int compared = compare(a, b);
        return compared != 0 || a.count < mostRanks
                   ? compared
                   : m_collationRanks.compare(m_texts.text(a.event), m_texts.text(b.event));
    }

    const SortTexts &m_texts;
    const CollationRanks &m_collationRanks;
    std::span<const SortItem> m_all;
    std::size_t m_passedOver;
    bool m_ascending;
    std::vector<Ranked> m_ranked;
    std::u16string m_ranks;
};

} // namespace timeline
