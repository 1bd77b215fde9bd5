// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/finding.h"
#include "document/read_control.h"

#include <QByteArrayView>
#include <vector>

namespace timeline {

/// Which line of a file an offset is in. LF, CR LF and CR end a line; a BOM takes no column. Counts the lines
/// of blocks alone: a file may have hundreds of millions of lines, and few are asked for.
class LineIndex {
public:
    /// Of no use where `control` is cancelled, now or later.
    LineIndex(QByteArrayView bytes, const ReadControl &control);

    qint64 lineOf(qint64 offset) const; ///< from 1

    /// Sets line and column of findings that are sorted by offset, in one sweep: a file may be one long line.
    void locate(std::vector<Finding> &findings) const;

private:
    qint64 countEnds(qint64 begin, qint64 end) const;
    qint64 beginOf(qint64 line) const;
    qint64 countCharacters(qint64 begin, qint64 end) const;

    QByteArrayView m_bytes;
    const ReadControl &m_control;
    std::vector<qint64> m_ends; ///< how many lines end before each block; the last before the end
};

} // namespace timeline
