// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/splice.h"

namespace timeline {

std::vector<QByteArrayView> spliced(QByteArrayView bytes, const std::vector<Splice> &changes) {
    std::vector<QByteArrayView> pieces;
    pieces.reserve(2 * changes.size() + 1);
    const auto append = [&pieces](QByteArrayView piece) {
        if (!piece.isEmpty()) {
            pieces.push_back(piece);
        }
    };
    qint64 at = 0;
    for (const Splice &change : changes) {
        Q_ASSERT(at <= change.range.begin && change.range.begin <= change.range.end &&
                 change.range.end <= bytes.size());
        append(bytes.sliced(at, change.range.begin - at));
        append(change.text);
        at = change.range.end;
    }
    append(bytes.sliced(at));
    return pieces;
}

QByteArray joined(QByteArrayView bytes, const std::vector<Splice> &changes) {
    QByteArray all;
    all.reserve(bytes.size());
    for (const QByteArrayView piece : spliced(bytes, changes)) {
        all.append(piece.data(), piece.size());
    }
    return all;
}

} // namespace timeline
