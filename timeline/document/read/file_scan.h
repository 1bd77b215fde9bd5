// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read/scan_handler.h"

namespace timeline {

/// What the one strict pass over a file gives.
struct FileScan {
    std::optional<Finding> error;   ///< no JSON, or nested too deep: nothing else holds
    bool hasBadText = false;        ///< no UTF-8, or a NUL: nothing else holds
    bool needsHarmlessCopy = false; ///< see harmlessCopy(): nothing else holds
    JsonValue root;
    ByteRange events; ///< the array of events; empty where there is none
    EventBatch batch;
};

/// How a file is cut up for several threads. The defaults are for files; tests cut small ones into crumbs.
struct ScanCuts {
    qint64 smallestFile = 8 << 20; ///< smaller ones are read in one piece
    qint64 first = 256 << 10;      ///< bytes of events after which the cutting begins
    qint64 stretch = 2 << 20;      ///< bytes from cut to cut
    unsigned threads = 0;          ///< 0: as many as the machine has
};

/// Parses the whole text strictly and reads its events on the way. Is bounded to 1000 levels of nesting.
/// Where `control` is cancelled, nothing holds. `grown` is called now and then with what there is so far, of
/// which `root` and `events` have no end yet.
FileScan scanFile(const ScanText &text, ReadControl &control,
                  const std::function<void(const FileScan &soFar, qint64 end)> &grown = {},
                  const ScanCuts &cuts = {});

} // namespace timeline
