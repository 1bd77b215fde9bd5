// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read/scan_handler.h"

namespace timeline {

/// What stretches of one events array have in common.
struct StretchContext {
    const ScanText &text;
    const NameSet &sources; ///< declared before the events
    int eventDepth;         ///< objects and arrays that events stand in
};

/// Guesses where an event begins at or after `cut` and before `end`, without knowing what the bytes there are
/// part of: an object after another one, whose first key is one of these (raw, in quotes). -1 where nothing
/// looks so.
qint64 guessEvent(QByteArrayView bytes, const NameSet &firstKeys, qint64 cut, qint64 end);

/// The keys that the first of these events begin with, raw and in quotes.
NameSet firstKeys(QByteArrayView bytes, const EventColumns &events);

/// Reads the events from the one that begins at `begin` on, up to but without the first that begins at or
/// after `stop`: its place, and nothing where there is none, or where anything is wrong before. Then it is
/// the same as if the whole file had been parsed up to there, as far as `begin` is right.
std::optional<qint64> scanStretch(const StretchContext &context, qint64 begin, qint64 stop, EventBatch &batch,
                                  const std::function<bool()> &isWanted);

} // namespace timeline
