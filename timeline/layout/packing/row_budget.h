// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace timeline {

/// What a lane tells with rows.
struct RowWorth {
    int fewest = 0;            ///< rows, not negative
    std::vector<double> worth; ///< with the fewest, with one more, and so on: at least one, none negative
};

/// How many rows each lane gets of so many, so that all together tell most; of equal ones the first lanes
/// have the fewest. `budget`: at least what they need.
std::vector<int> bestRows(const std::vector<RowWorth> &lanes, int budget);

/// Takes up to so many rows from lanes, one after the other, each from the lane that has the most, of equal
/// ones the first, but leaves every lane the fewest. Gives how many were taken. `rows`: of each lane, none
/// negative.
int giveUpRows(std::vector<int> &rows, int wanted, int fewest);

} // namespace timeline
