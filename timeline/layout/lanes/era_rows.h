// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/scale.h"

namespace timeline {

/// An era in the strip above the lanes. Rows do not depend on the zoom. All that find none of the rows that
/// are shown have the row below these, mostEraRows, together.
struct PackedEra {
    std::size_t era = 0;
    int row = 0;
    double axisBegin = 0;
    double axisEnd = 0;
};
std::vector<PackedEra> packEras(const std::vector<Era> &eras, const TimeScale &scale);

/// The first row that has no era at or after an axis position: there a note can stand. mostEraRows where
/// there is none.
int freeEraRow(const std::vector<PackedEra> &eras, double axis);

} // namespace timeline
