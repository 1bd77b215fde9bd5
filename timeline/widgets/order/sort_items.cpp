// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/order/sort_items.h"

#include "document/bytes/parallel.h"

#include <algorithm>
#include <array>

namespace timeline {

namespace {

void forEachRun(std::span<SortItem> items, const std::function<void(std::span<SortItem>)> &f) {
    for (std::size_t begin = 0, end = 0; begin < items.size(); begin = end) {
        while (end < items.size() && items[end].key() == items[begin].key()) {
            ++end;
        }
        if (end - begin > 1) {
            f(items.subspan(begin, end - begin));
        }
    }
}

} // namespace

void sortByKeys(std::span<SortItem> items, const std::function<void(std::span<SortItem>)> &f) {
    constexpr std::size_t worthThreads = 1 << 16;
    if (items.size() > worthThreads) { // what has one key stays on one side
        const auto middle = items.begin() + static_cast<std::ptrdiff_t>(items.size() / 2);
        std::ranges::nth_element(items, middle, {}, &SortItem::key);
        const auto isLess = [pivot = middle->key()](const SortItem &item) { return item.key() < pivot; };
        const auto less =
            static_cast<std::size_t>(std::partition(items.begin(), middle, isLess) - items.begin());
        if (less > 0) {
            const std::array parts = {items.first(less), items.subspan(less)};
            forEachParallel(parts.size(), [&](std::size_t i) { sortByKeys(parts[i], f); });
            return;
        }
    }
    const auto order = [](const SortItem &item) { return std::pair(item.key(), item.event); };
    if (!std::ranges::is_sorted(items, {}, order)) {
        std::ranges::sort(items, {}, order);
    }
    forEachRun(items, f);
}

} // namespace timeline
