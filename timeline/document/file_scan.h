// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/event_scan.h"

namespace timeline {

/// Why bytes are no JSON.
struct SyntaxError {
    qint64 offset = 0;
    QString message;
};

/// What the one strict pass over a file gives.
struct FileScan {
    std::optional<SyntaxError> error; ///< no JSON, or nested too deep: nothing else holds
    bool needsHarmlessCopy = false;   ///< see harmlessCopy(): nothing else holds
    JsonValue root;
    ByteRange events; ///< the array of events; empty where there is none
    EventBatch batch;
};

/// Parses the whole text (valid UTF-8 without NUL) strictly and reads its events on the way. Takes memory for
/// one key or value of the innermost nesting only, and is bounded to 1000 levels. Events that hold one of the
/// `replaced` offsets, which are sorted, are doubtful.
FileScan scanFile(QByteArrayView bytes, const std::vector<qint64> &replaced);

/// How deep a file may nest.
inline constexpr int deepestNesting = 1000;

} // namespace timeline
