// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace timeline {

/// The first index from `first` on for which `isBefore` does not hold, `end` where there is none; it must
/// hold for all before. std::ranges::partition_point() over numbers, which clang 14 cannot take.
template <typename Index, typename Predicate>
Index partitionIndex(Index first, Index end, Predicate isBefore) {
    while (first < end) {
        const Index middle = first + (end - first) / 2;
        if (isBefore(middle)) {
            first = middle + 1;
        } else {
            end = middle;
        }
    }
    return first;
}

} // namespace timeline
