// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/scale.h"

namespace timeline {

/// What a folded scale is made of. Both are empty where one speed without a break does.
struct FoldedPieces {
    std::vector<TimeScale::Piece> pieces;
    std::vector<TimeScale::Column> columns; ///< none where there is one speed
    std::vector<TimeScale::Opened> opened;  ///< breaks that there would be; even where the others are empty
};

/// Cuts the time line where the pace of the events changes into columns of one speed each, as those of a page
/// are found (timeColumns()), and long empty stretches into breaks.
///
/// A column with many events is wider, but less than in proportion, so that each has room for its head. The
/// fastest column has the rate 1 and lies on the axis at its own milliseconds since 1970, which keeps its
/// positions as exact as on the linear scale. What is opened takes its part of its column: nothing else folds
/// or unfolds, and no column grows or shrinks for it.
FoldedPieces foldedPieces(const Document &document, const QBitArray &shown,
                          const std::vector<Instant> &opened);

} // namespace timeline
