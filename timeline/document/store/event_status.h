// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

namespace timeline {

/// The word that a file has for an event's status: "claimed", or one of its own, which is decoded at each
/// call.
QString statusWord(const Document &document, EventIndex event);
/// The same as people read it: "Claimed", or the file's own word.
QString statusTitle(const Document &document, EventIndex event);

} // namespace timeline
