// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

namespace timeloom {

/// The tags of a file's events, to be offered; of the first 20,000 ones, which are read in a moment.
QStringList knownTags(const timeline::Document &document);

/// The words of its own that a file has for a status, as it writes them: up to 50, of as many events.
QStringList knownStatuses(const timeline::Document &document);

} // namespace timeloom
