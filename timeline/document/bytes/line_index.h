// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/read_control.h"

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
    bool isCancelled() const { return m_control.isCancelled(); }

    /// Finds lines and columns of places that come in their order, walking over no byte twice: a file may be
    /// one long line, and every few bytes of it may be a place.
    class Sweep {
    public:
        explicit Sweep(const LineIndex &lines);
        std::pair<qint64, qint64> operator()(qint64 offset); ///< both from 1

    private:
        const LineIndex &m_lines;
        qint64 m_line = 1;
        qint64 m_column = 1;
        qint64 m_at; ///< the place asked for last
    };

private:
    qint64 countEnds(qint64 begin, qint64 end) const;
    qint64 beginBefore(qint64 offset) const;
    qint64 countCharacters(qint64 begin, qint64 end) const;

    QByteArrayView m_bytes;
    const ReadControl &m_control;
    std::vector<qint64> m_ends; ///< how many lines end before each block; the last before the end
};

} // namespace timeline
