// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/packing/row_budget.h"

#include <algorithm>

namespace timeline {

int giveUpRows(std::vector<int> &rows, int wanted, int fewest) {
    const int most = std::ranges::max(rows);
    std::vector<int> lanesOf(static_cast<std::size_t>(most) + 1); // by their number of rows
    for (const int number : rows) {
        ++lanesOf[static_cast<std::size_t>(number)];
    }
    int level = most; // that all lanes come down to
    int lanes = lanesOf[static_cast<std::size_t>(level)];
    int taken = 0;
    for (; level > fewest && taken + lanes <= wanted; --level) {
        taken += lanes;
        lanes += lanesOf[static_cast<std::size_t>(level) - 1];
    }
    int left = level > fewest ? wanted - taken : 0; // lanes that come down by one row more
    taken += left;
    for (int &number : rows) {
        if (number >= level) {
            number = level - (left > 0 ? 1 : 0);
            left -= left > 0 ? 1 : 0;
        }
    }
    return taken;
}

} // namespace timeline
