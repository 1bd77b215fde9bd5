// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read/reader.h"

inline std::shared_ptr<timeline::Document> read(const QByteArray &bytes) {
    return timeline::readDocument(bytes).document;
}

/// What saving would write.
inline QByteArray savedBytes(const timeline::Document &document) {
    return timeline::joined(document.bytes(), document.changes());
}
