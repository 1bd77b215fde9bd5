// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/metrics.h"
#include "layout/scale/scale.h"

#include <array>
#include <cmath>

namespace timeline {

/// An era in the strip above the lanes. Rows do not depend on the zoom. All that find none of the rows that
/// are shown have the row below these, mostEraRows, together.
struct PackedEra {
    std::size_t era = 0; ///< its place in the file
    int row = 0;
    double axisBegin = 0;
    double axisEnd = 0;
    double length() const { return axisEnd - axisBegin; }
};

/// All eras of a file, of which there may be very many, for who asks for those in view.
struct EraRows {
    using Places = std::vector<std::size_t>; ///< in `eras`

    std::vector<PackedEra> eras; ///< by begin
    /// Of each row that is shown: one after the other, none over another, so they are sorted by end, too.
    std::array<Places, metrics::mostEraRows> rows;
    Places others; ///< those that found no such row, the longest first

    EraRows() = default;
    /// A title that is longer than its era keeps others from its row, as far as there are rows.
    /// `character`: axis milliseconds that a letter of a title takes where everything is shown.
    EraRows(const std::vector<Era> &eras, const TimeScale &scale, double character = 0);

    int count() const; ///< rows that are shown and have eras
    /// The first row that has no era, nor its title, at or after an axis position: there a note can stand.
    /// mostEraRows where there is none.
    int freeRow(double axis) const;

private:
    struct End {
        double ofEra = -HUGE_VAL;
        double ofTitle = -HUGE_VAL;
    };
    std::array<End, metrics::mostEraRows> m_ends; ///< of the rows
};

} // namespace timeline
