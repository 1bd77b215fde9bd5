// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/line_index.h"

#include <algorithm>

namespace timeline {

LineIndex::LineIndex(QByteArrayView bytes) : m_bytes(bytes) {
    m_starts.push_back(bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0);
    const auto end = bytes.end();
    for (auto at = bytes.begin(); at != end; ++at) {
        if (*at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n'))) {
            m_starts.push_back(at + 1 - bytes.begin());
        }
    }
}

qint64 LineIndex::lineOf(qint64 offset) const {
    return std::max<qint64>(1, std::upper_bound(m_starts.begin(), m_starts.end(), offset) - m_starts.begin());
}

void LineIndex::locate(std::vector<Finding> &findings) const {
    qint64 line = 0;
    qint64 at = 0;
    qint64 column = 1;
    for (Finding &finding : findings) {
        finding.line = lineOf(finding.offset);
        if (finding.line != line) {
            line = finding.line;
            at = m_starts[static_cast<std::size_t>(line - 1)];
            column = 1;
        }
        for (; at < finding.offset && at < m_bytes.size(); ++at) {
            column += (m_bytes[at] & 0xC0) != 0x80 ? 1 : 0;
        }
        finding.column = column;
    }
}

} // namespace timeline
