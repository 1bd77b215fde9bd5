// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/json/json_value.h"

#include <QByteArray>
#include <vector>

namespace timeline {

/// One change to a file's bytes: what stands in `range` becomes `text`. An empty range inserts, an empty text
/// deletes.
struct Splice {
    ByteRange range;
    QByteArray text;
};

/// A file's bytes with changes made to them, as pieces to be written one after the other: what stays and what
/// is new take turns, and nothing is copied, so `bytes` and `changes` must outlive the pieces. The changes
/// must be in the order of their places and must not overlap; those at one place are made in their order. No
/// piece is empty.
std::vector<QByteArrayView> spliced(QByteArrayView bytes, const std::vector<Splice> &changes);
/// The same as one text.
QByteArray joined(QByteArrayView bytes, const std::vector<Splice> &changes);

} // namespace timeline
