// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace timeline {

/// Takes up to so many rows from lanes, one after the other, each from the lane that has the most, of equal
/// ones the first, but leaves every lane the fewest. Gives how many were taken. `rows`: of each lane, none
/// negative.
int giveUpRows(std::vector<int> &rows, int wanted, int fewest);

} // namespace timeline
