// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/scale.h"

namespace timeline {

/// Cuts the time line into stretches of about even density, each with its own speed, and long empty
/// stretches, which become breaks. Empty where the events are spread evenly enough for a linear scale.
///
/// A stretch's speed grows with its density, but less than in proportion, so that each gets room for its
/// events and the order of magnitude of time stays visible. The densest stretch has the rate 1 and lies on
/// the axis at its own milliseconds since 1970, which keeps its positions as exact as on the linear scale.
std::vector<TimeScale::Piece> foldedPieces(const Document &document, const QBitArray &shown);

} // namespace timeline
