// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sort_items.h"

#include <algorithm>
#include <array>

namespace timeline {

void sortByKeys(std::span<SortItem> items) {
    constexpr std::size_t few = 256; // fewer than the values of a byte are sorted faster by comparing
    if (items.size() < few) {
        std::ranges::stable_sort(items, {}, &SortItem::key);
        return;
    }
    std::uint64_t differing = 0;
    for (const SortItem &item : items) {
        differing |= item.key ^ items.front().key;
    }
    std::vector<SortItem> other;
    std::span<SortItem> from = items;
    std::span<SortItem> to;
    for (unsigned shift = 0; shift < 64; shift += 8) {
        if ((differing >> shift & 0xFF) == 0) {
            continue;
        }
        if (other.empty()) {
            other.resize(items.size());
            to = other;
        }
        std::array<std::size_t, 256> places{};
        for (const SortItem &item : from) {
            ++places.at(item.key >> shift & 0xFF);
        }
        std::size_t sum = 0;
        for (std::size_t &place : places) {
            sum += std::exchange(place, sum);
        }
        for (const SortItem &item : from) {
            to[places[item.key >> shift & 0xFF]++] = item;
        }
        std::swap(from, to);
    }
    if (from.data() != items.data()) {
        std::ranges::copy(from, items.begin());
    }
}

} // namespace timeline
