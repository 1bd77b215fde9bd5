// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read/reader.h"

inline std::shared_ptr<timeline::Document> read(const QByteArray &bytes) {
    return timeline::readDocument(bytes).document;
}

/// What saving would write.
inline QByteArray savedBytes(const timeline::Document &document) {
    const std::vector<timeline::Splice> changes = document.changes();
    QByteArray all;
    for (const QByteArrayView piece : timeline::spliced(document.bytes(), changes)) {
        all.append(piece.data(), piece.size());
    }
    return all;
}
