// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"

#include <span>
#include <vector>

namespace timeline {

/// An event that is sorted, and what it is sorted by: 12 bytes.
struct SortItem {
    EventIndex event = 0;
    std::uint32_t keyHigh = 0, keyLow = 0; ///< halves, since there may be many millions of these

    std::uint64_t key() const { return std::uint64_t{keyHigh} << 32 | keyLow; }
    void setKey(std::uint64_t key) {
        keyHigh = static_cast<std::uint32_t>(key >> 32);
        keyLow = static_cast<std::uint32_t>(key);
    }
};

/// Sorts by the keys, the least first, equal ones by their events. Takes no other memory, and time in
/// proportion to the items, less where the keys differ in few of their bytes; on all cores.
void sortByKeys(std::span<SortItem> items);

/// Calls f(run) for each longest run of two or more items that are the same, as isSame(a, b) has it.
template <typename Item, typename Same, typename F>
void forEachRun(std::span<Item> items, Same isSame, F f) {
    for (std::size_t begin = 0; begin < items.size();) {
        std::size_t end = begin + 1;
        while (end < items.size() && isSame(items[begin], items[end])) {
            ++end;
        }
        if (end - begin > 1) {
            f(items.subspan(begin, end - begin));
        }
        begin = end;
    }
}

/// The same for items with one key.
template <typename F>
void forEachRun(std::span<SortItem> items, F f) {
    forEachRun(
        items, [](const SortItem &a, const SortItem &b) { return a.key() == b.key(); }, f);
}

} // namespace timeline
