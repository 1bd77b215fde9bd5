// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace timeline {

/// Which places of a picture are taken: a bitmap of cells (Kittivorawong et al. 2020), `cell` pixels wide and
/// high. What lies beyond its sides or above it counts as taken; downwards it goes on.
class Occupancy {
public:
    static constexpr double cell = 4;

    explicit Occupancy(double width);

    /// Cells from `left` up to `right` and `top` up to `bottom`, not included.
    struct Cells {
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        Cells movedBy(int rows) const { return {left, top + rows, right, bottom + rows}; }
    };
    /// All that a rectangle touches.
    static Cells cellsOf(const QRectF &rect);

    void take(const Cells &cells);
    bool isFree(const Cells &cells) const { return !lastTaken(cells); }
    /// By how many rows to move rectangles down, `from` at least, so that all are free; nothing where that
    /// would be more than `most`.
    std::optional<int> firstFree(std::span<const Cells> parts, int from, int most) const;
    int columns() const { return m_columns; }

private:
    /// The lowest row of the cells in which one is taken.
    std::optional<int> lastTaken(const Cells &cells) const;

    int m_columns = 0;
    std::size_t m_words = 0; ///< of a row
    std::vector<std::uint64_t> m_rows;
};

} // namespace timeline
