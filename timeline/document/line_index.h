// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/finding.h"

#include <QByteArrayView>
#include <vector>

namespace timeline {

/// Where the lines of a file begin. LF, CR LF and CR end a line; a BOM takes no column.
class LineIndex {
public:
    explicit LineIndex(QByteArrayView bytes);

    qint64 lineOf(qint64 offset) const; ///< from 1

    /// Sets line and column of findings that are sorted by offset, in one sweep: a file may be one long line.
    void locate(std::vector<Finding> &findings) const;

private:
    QByteArrayView m_bytes;
    std::vector<qint64> m_starts;
};

} // namespace timeline
