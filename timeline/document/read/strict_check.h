// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

namespace timeline {

/// Warns of what this version reads in the events of a file and version 0.1 refuses, so that files stay
/// readable for it: keys that say nothing, numbers for ids, sources within events, statuses in words of the
/// file's own. In the order of their places.
FindingList refusedEarlier(const Document &document);

} // namespace timeline
