// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event_reader.h"
#include "document/store/document.h"

#include <cstdio>
#include <cstdlib>

namespace timeline::fuzz {

/// Ends the program where something that must hold does not: libFuzzer keeps the input, and a replay fails.
/// No assert(): release builds check, too.
inline void check(bool holds, const char *what) {
    if (!holds) {
        std::fprintf(stderr, "does not hold: %s\n", what);
        std::abort();
    }
}

/// What would be saved.
inline QByteArray joined(const Document &document) {
    const std::vector<Splice> changes = document.changes();
    QByteArray all;
    for (const QByteArrayView piece : spliced(document.bytes(), changes)) {
        all.append(piece.data(), piece.size());
    }
    return all;
}

} // namespace timeline::fuzz
