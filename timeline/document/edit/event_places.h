// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

namespace timeline {

/// For each of these, which begin then, the event of the file that it is to come after: in a file in the
/// order of dates where its date belongs, else the last. Nothing: it comes before all.
std::vector<std::optional<EventIndex>> placesByDate(const Document &document,
                                                    const std::vector<Instant> &begins);

} // namespace timeline
