// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/occupancy.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr int wordBits = 64;

/// The bits of a word that lie in columns from `left` up to `right`.
std::uint64_t maskOf(std::size_t word, int left, int right) {
    const int first = static_cast<int>(word) * wordBits;
    const int from = std::max(left - first, 0);
    const int to = std::min(right - first, wordBits);
    if (from >= to) {
        return 0;
    }
    const std::uint64_t upTo = to == wordBits ? ~std::uint64_t{0} : (std::uint64_t{1} << to) - 1;
    return upTo & ~((std::uint64_t{1} << from) - 1);
}

} // namespace

Occupancy::Occupancy(double width)
    : m_columns(static_cast<int>(std::ceil(width / cell))),
      m_words((static_cast<std::size_t>(std::max(m_columns, 1)) + wordBits - 1) / wordBits) {}

Occupancy::Cells Occupancy::cellsOf(const QRectF &rect) {
    return {static_cast<int>(std::floor(rect.left() / cell)), static_cast<int>(std::floor(rect.top() / cell)),
            static_cast<int>(std::ceil(rect.right() / cell)),
            static_cast<int>(std::ceil(rect.bottom() / cell))};
}

void Occupancy::take(const Cells &cells) {
    const int left = std::max(cells.left, 0);
    const int right = std::min(cells.right, m_columns);
    const auto top = static_cast<std::size_t>(std::max(cells.top, 0));
    const auto bottom = static_cast<std::size_t>(std::max(cells.bottom, 0));
    if (left >= right || top >= bottom) {
        return;
    }
    m_rows.resize(std::max(m_rows.size(), bottom * m_words));
    for (std::size_t word = static_cast<std::size_t>(left) / wordBits; word < m_words; ++word) {
        const std::uint64_t mask = maskOf(word, left, right);
        for (std::size_t row = top; mask != 0 && row < bottom; ++row) {
            m_rows[row * m_words + word] |= mask;
        }
    }
}

std::optional<int> Occupancy::lastTaken(const Cells &cells) const {
    if (cells.left < 0 || cells.right > m_columns) {
        return cells.bottom - 1;
    }
    std::optional<int> last;
    if (cells.top < 0) {
        last = -1;
    }
    const int rows = static_cast<int>(m_rows.size() / m_words);
    const auto firstWord = static_cast<std::size_t>(cells.left) / wordBits;
    const auto endWord = static_cast<std::size_t>(std::max(cells.right - 1, 0)) / wordBits + 1;
    for (int row = std::min(cells.bottom, rows) - 1; row >= std::max(cells.top, 0); --row) {
        for (std::size_t word = firstWord; word < endWord; ++word) {
            if ((m_rows[static_cast<std::size_t>(row) * m_words + word] &
                 maskOf(word, cells.left, cells.right)) != 0) {
                return row;
            }
        }
    }
    return last;
}

std::optional<int> Occupancy::firstFree(std::span<const Cells> parts, int from, int most) const {
    for (const Cells &part : parts) {
        if (part.left < 0 || part.right > m_columns) {
            return std::nullopt;
        }
    }
    for (int rows = from; rows <= most;) {
        int next = rows;
        for (const Cells &part : parts) {
            if (const std::optional<int> taken = lastTaken(part.movedBy(rows))) {
                next = std::max(next, *taken + 1 - part.top);
            }
        }
        if (next == rows) {
            return rows;
        }
        rows = next;
    }
    return std::nullopt;
}

} // namespace timeline
