// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/packing/row_budget.h"

#include <algorithm>

namespace timeline {

std::vector<int> bestRows(const std::vector<RowWorth> &lanes, int budget) {
    auto spare = static_cast<std::size_t>(budget); // rows that are not needed
    for (const RowWorth &lane : lanes) {
        spare -= static_cast<std::size_t>(lane.fewest);
    }
    // With so many of the spare rows, those of the lanes so far; and how many the last of them has then.
    std::vector<double> best(spare + 1, 0);
    std::vector<std::vector<std::size_t>> more(lanes.size(), std::vector<std::size_t>(spare + 1, 0));
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const std::vector<double> before = best;
        const std::vector<double> &worth = lanes[i].worth;
        for (std::size_t rows = 0; rows <= spare; ++rows) {
            best[rows] = -1;
            for (std::size_t its = 0; its <= std::min(rows, worth.size() - 1); ++its) {
                if (const double all = before[rows - its] + worth[its]; all > best[rows]) {
                    best[rows] = all;
                    more[i][rows] = its;
                }
            }
        }
    }
    std::vector<int> rows(lanes.size());
    for (std::size_t i = lanes.size(); i-- > 0;) {
        const std::size_t its = more[i][spare];
        rows[i] = lanes[i].fewest + static_cast<int>(its);
        spare -= its;
    }
    return rows;
}

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
