// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/finding.h"

#include <span>
#include <vector>

namespace timeline {

/// An event that is sorted, and what it is sorted by.
struct SortItem {
    std::uint64_t key = 0;
    EventIndex event = 0;
};

/// Sorts by the keys, the least first, equal ones by their events. Takes no other memory, and time in
/// proportion to the items, less where the keys differ in few of their bytes; on all cores.
void sortByKeys(std::span<SortItem> items);

/// Calls f(run) for each longest run of two or more items with one key.
template <typename F>
void forEachRun(std::span<SortItem> items, F f) {
    for (std::size_t begin = 0; begin < items.size();) {
        std::size_t end = begin + 1;
        while (end < items.size() && items[end].key == items[begin].key) {
            ++end;
        }
        if (end - begin > 1) {
            f(items.subspan(begin, end - begin));
        }
        begin = end;
    }
}

} // namespace timeline
