// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/page/page_content.h"
#include "layout/scene/scene.h"

namespace timeline {

/// A strip of eras over several columns: each keeps its row from column to column.
class PageEras {
public:
    /// In at most so many rows.
    PageEras(const PageContent &content, const TextStyle &style, double rowHeight, int mostRows);

    int rows() const { return m_rows; }
    double height() const { return m_rows * m_rowHeight; }
    /// Adds the eras of a panel's column to a scene, from `top` on. A title that has no room is left out.
    void add(Scene &scene, std::uint16_t panel, const TimeColumn &column, double top,
             std::optional<Instant> asOfEnd, const TextMeasure &measure);
    std::size_t leftOut() const { return m_total - m_eras.size(); } ///< those for which there is no row
    std::size_t unnamed() const;                                    ///< those whose title has room nowhere

private:
    struct Row {
        const PageEra *era;
        int row = 0;
        bool isDrawn = false;
        bool isNamed = false;
    };
    double nextInRow(std::size_t era,
                     const ScenePanel &panel) const; ///< where that begins, or the panel ends

    TextStyle m_style;
    double m_rowHeight;
    int m_rows = 0;
    std::vector<Row> m_eras;
    std::size_t m_total = 0;
};

} // namespace timeline
