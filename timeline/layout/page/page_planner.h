// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/page/page_eras.h"
#include "layout/page/page_frame.h"
#include "layout/page/page_items.h"
#include "layout/page/page_texts.h"

#include <map>
#include <span>

namespace timeline {

/// What is decided of a page before it is made.
struct PagePlan {
    PageLevel level = PageLevel::Full;
    std::size_t step = 0; ///< of its type
    std::vector<TimeColumn> columns;
    std::vector<double> widths;
    std::vector<std::size_t> titled; ///< how many of a column's most important have titles
    std::size_t noted = 0;           ///< how many of all have notes
    std::vector<double> gaps;        ///< in a column, between events below each other
    double ease = 1;                 ///< see ColumnRoom
};

/// The heights of a page that leaves out what a level does, in logical pixels.
struct PageGeometry {
    PageFrame frame;
    double padding = 0; ///< of a column, left and right
    double gutter = 0;  ///< between columns
    double plotTop = 0; ///< where events stand
    double plotHeight = 0;
    double headHeight = 0;
    double subheadHeight = 0;
    double tickHeight = 0;
    PageEras eras;
};

/// Decides how a page is made: its columns and their widths, the size of its type, what is left out.
class PagePlanner {
public:
    PagePlanner(const PageContent &content, const PageOptions &options, const TextMeasure &measure);

    PagePlan plan();

    /// Its dates are shortened by what the heads of their columns say.
    const PageContent &content() const { return m_content; }
    bool isList() const { return m_isList; }
    double factor() const { return m_factor; } ///< in which large pages grow
    const PageGeometry &geometry(PageLevel level);
    /// Of a plan's column whose card begins at `left` and is so wide.
    ScenePanel panelOf(const PagePlan &plan, std::size_t column, double left, double width);
    /// Where the places of its events are counted from.
    QPointF originOf(const ScenePanel &panel) const;
    /// Its events, from the top left of where they stand; those that have no room above `height` are left
    /// out.
    PlacedColumn placed(const PagePlan &plan, std::size_t column, double width, double height);

private:
    std::span<const PageEvent> eventsOf(const TimeColumn &column) const {
        return std::span(m_content.events).subspan(column.first, column.last - column.first);
    }
    PageTexts &texts(std::size_t step);
    void titleAll(PagePlan &plan) const;
    std::size_t titledBelow(const PagePlan &plan, std::size_t column) const;
    bool areAllTitled(const PagePlan &plan) const;
    double columnsWidth(const PagePlan &plan);
    bool headsFit(const std::vector<TimeColumn> &columns);
    double leastWidth(const PagePlan &plan, const TimeColumn &column);
    double depth(const PagePlan &plan, std::size_t column, double width);
    double fitWidths(PagePlan &plan);
    bool fits(PagePlan &plan) { return fitWidths(plan) <= geometry(plan.level).plotHeight; }
    void chooseLevel(PagePlan &plan);
    void chooseTitles(PagePlan &plan);
    void chooseColumns(PagePlan &plan);
    void chooseColumnsOfList(PagePlan &plan);
    void loosen(PagePlan &plan);

    PageContent m_content;
    const PageOptions &m_options;
    const TextMeasure &m_measure;
    bool m_isList = false;
    double m_factor = 1;
    std::size_t m_firstStep = 0;
    std::vector<std::size_t> m_rank; ///< of each event by importance, 0 for the most important
    std::map<PageLevel, PageGeometry> m_geometries;
    std::map<std::size_t, PageTexts> m_texts; ///< by step
};

} // namespace timeline
