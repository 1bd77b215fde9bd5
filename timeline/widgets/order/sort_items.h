// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"

#include <functional>
#include <span>

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

/// Sorts by the keys, the least first, equal ones by their events; takes no other memory, and all cores.
/// Calls f(run), which may sort the run otherwise, for each of two or more items with one key, from several
/// threads.
void sortByKeys(std::span<SortItem> items, const std::function<void(std::span<SortItem>)> &f);

} // namespace timeline
