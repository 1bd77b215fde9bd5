// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/line_index.h"

#include "document/bytes/parallel.h"

#include <algorithm>
#include <numeric>

namespace timeline {

namespace {

constexpr qint64 blockBytes = 4096;
constexpr qint64 blocksAtOnce = 256;

} // namespace

LineIndex::LineIndex(QByteArrayView bytes, const ReadControl &control)
    : m_bytes(bytes), m_control(control),
      m_ends(static_cast<std::size_t>((bytes.size() + blockBytes - 1) / blockBytes + 1)) {
    const auto blocks = static_cast<qint64>(m_ends.size()) - 1;
    forEachParallel(
        static_cast<std::size_t>((blocks + blocksAtOnce - 1) / blocksAtOnce), [&](std::size_t part) {
            const qint64 first = static_cast<qint64>(part) * blocksAtOnce;
            const qint64 last = m_control.isCancelled() ? first : std::min(first + blocksAtOnce, blocks);
            for (qint64 block = first; block < last; ++block) {
                const qint64 begin = block * blockBytes;
                m_ends[static_cast<std::size_t>(block) + 1] =
                    countEnds(begin, std::min(begin + blockBytes, m_bytes.size()));
            }
        });
    std::partial_sum(m_ends.begin(), m_ends.end(), m_ends.begin());
}

/// How many lines have their last byte here.
qint64 LineIndex::countEnds(qint64 begin, qint64 end) const {
    const QByteArrayView part = m_bytes.sliced(begin, end - begin);
    qint64 ends = std::count(part.begin(), part.end(), '\n');
    for (qsizetype at = part.indexOf('\r'); at >= 0; at = part.indexOf('\r', at + 1)) {
        const qint64 next = begin + at + 1;
        ends += next == m_bytes.size() || m_bytes[next] != '\n' ? 1 : 0;
    }
    return ends;
}

qint64 LineIndex::lineOf(qint64 offset) const {
    const qint64 block = offset / blockBytes;
    return m_ends[static_cast<std::size_t>(block)] + countEnds(block * blockBytes, offset) + 1;
}

/// Where the line begins that a place is in.
qint64 LineIndex::beginBefore(qint64 offset) const {
    const qint64 first = m_bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    const auto ends = [this](qint64 at) {
        return m_bytes[at] == '\n' ||
               (m_bytes[at] == '\r' && (at + 1 == m_bytes.size() || m_bytes[at + 1] != '\n'));
    };
    qint64 at = offset;
    while (at > first && !ends(at - 1) && (at % ReadControl::stride != 0 || !m_control.isCancelled())) {
        --at;
    }
    return std::max(at, first);
}

qint64 LineIndex::countCharacters(qint64 begin, qint64 end) const {
    qint64 count = 0;
    for (qint64 at = begin; at < end && !m_control.isCancelled(); at += ReadControl::stride) {
        const QByteArrayView part = m_bytes.sliced(at, std::min(ReadControl::stride, end - at));
        count += std::count_if(part.begin(), part.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
    }
    return count;
}

LineIndex::Sweep::Sweep(const LineIndex &lines) : m_lines(lines), m_at(lines.beginBefore(0)) {}

std::pair<qint64, qint64> LineIndex::Sweep::operator()(qint64 offset) {
    if (offset > m_at) {
        const qint64 line =
            offset - m_at < blockBytes ? m_line + m_lines.countEnds(m_at, offset) : m_lines.lineOf(offset);
        if (line != m_line) {
            m_line = line;
            m_column = 1;
            m_at = m_lines.beginBefore(offset);
        }
        m_column += m_lines.countCharacters(m_at, offset);
        m_at = offset;
    }
    return {m_line, m_column};
}

} // namespace timeline
