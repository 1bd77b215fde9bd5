// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/order/ranked_texts.h"

#include <algorithm>

namespace timeline {

void RankedTexts::sortByRanks(std::span<SortItem> run) {
    m_ranked.clear();
    m_ranks.clear();
    auto place = static_cast<std::size_t>(run.data() - m_all.data());
    for (const SortItem &item : run) {
        m_texts.fetch(m_all, place++); // runs are short: what is fetched now is mostly the next one's
        add(item.event);
    }
    std::ranges::sort(m_ranked, [this](const Ranked &a, const Ranked &b) {
        const int compared = compareWhole(a, b);
        return compared != 0 ? (compared < 0) == m_ascending : a.event < b.event;
    });
    std::ranges::transform(m_ranked, run.begin(),
                           [](const Ranked &ranked) { return SortItem{ranked.event}; });
}

void RankedTexts::add(EventIndex event) {
    const std::string_view text = m_texts.text(event);
    const std::size_t begin = m_ranks.size();
    m_ranks.resize(begin + mostRanks); // more than most have
    char16_t *const ranks = m_ranks.data() + begin;
    std::size_t count = 0;
    m_collationRanks.takeRanks(text, m_passedOver, mostRanks,
                               [&](std::uint16_t rank) { ranks[count++] = static_cast<char16_t>(rank); });
    Ranked ranked = {0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(count), event};
    for (std::size_t i = 0; i < 4; ++i) {
        ranked.first = ranked.first << 16 | (i < count ? ranks[i] : u'\0');
    }
    m_ranks.resize(begin + count);
    m_ranked.push_back(ranked);
}

int RankedTexts::compare(const Ranked &a, const Ranked &b) const {
    if (a.first != b.first) {
        return a.first < b.first ? -1 : 1;
    }
    const std::u16string_view ranks = m_ranks;
    return ranks.substr(a.begin, a.count).compare(ranks.substr(b.begin, b.count));
}

} // namespace timeline
