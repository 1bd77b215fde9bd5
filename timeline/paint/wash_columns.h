// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <cstddef>
#include <vector>

namespace timeline {

/// Very many washes of colour above each other, put together column by column before anything is painted.
/// They are added from the uppermost down: where these let nothing through, those below cost nothing.
class WashColumns {
public:
    explicit WashColumns(double width); ///< columns of a pixel each

    bool areFull() const { return m_open == 0; } ///< nothing more can be seen through them
    /// From one place to another, in pixels; what lies outside is cut off.
    void addBelow(double left, double right, const QColor &wash);

    /// Calls visit(begin, end, colour) for columns beside each other that look alike; not for clear ones.
    template <typename Visit>
    void forEachRun(Visit visit) const {
        for (std::size_t begin = 0; begin < m_columns.size();) {
            const QRgb color = colorOf(begin);
            std::size_t end = begin + 1;
            while (end < m_columns.size() && colorOf(end) == color) {
                ++end;
            }
            if (qAlpha(color) > 0) {
                visit(static_cast<int>(begin), static_cast<int>(end), QColor::fromRgba(color));
            }
            begin = end;
        }
    }

private:
    struct Column {
        float red = 0; ///< of all washes so far, multiplied by what they cover
        float green = 0;
        float blue = 0;
        float through = 1; ///< the part of what is below that can be seen
    };
    QRgb colorOf(std::size_t column) const;

    std::vector<Column> m_columns;
    std::size_t m_open;
};

} // namespace timeline
