// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

#include <QBitArray>
#include <optional>

namespace timeline {

/// The same event in a document read anew: one that says the very same in its place, or the one with its id.
std::optional<EventIndex> sameEvent(const Document &before, EventIndex event, const Document &after);

/// The same for all that have their bit, on all cores.
QBitArray sameEvents(const Document &before, const QBitArray &events, const Document &after);

} // namespace timeline
