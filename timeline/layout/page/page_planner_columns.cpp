// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Into which columns a page is cut.

#include "layout/page/page_columns.h"
#include "layout/page/page_planner.h"
#include "layout/scene/column_words.h"

#include <algorithm>
#include <numeric>

namespace timeline {

namespace {

constexpr double narrowestColumn = 170;
constexpr std::size_t mostColumns = 5;

} // namespace

/// Whether the heads of columns of one width have room, at least with short months.
bool PagePlanner::headsFit(const std::vector<TimeColumn> &columns) {
    const PageGeometry &its = geometry(PageLevel::NoEras);
    const TextStyle style{(its.frame.isSmall() ? 13 : 17) * m_factor, 700};
    const double width =
        (its.frame.body().width() + its.gutter) / static_cast<double>(columns.size()) - its.gutter;
    return columns.size() == 1 || std::ranges::all_of(columns, [&](const TimeColumn &column) {
               return m_measure.width(columnHead(column, true), style) <= width - 2 * its.padding;
           });
}

/// A list of one pace may stand in several columns.
void PagePlanner::chooseColumnsOfList(PagePlan &plan) {
    const PageGeometry &its = geometry(PageLevel::NoEras);
    const auto most = static_cast<std::size_t>(
        std::clamp(its.frame.body().width() / ((its.frame.isSmall() ? 165 : 260) * m_factor), 1.0, 8.0));
    PagePlan best = plan;
    std::size_t mostTitled = 0;
    for (PagePlan next = plan;;) {
        next.level = PageLevel::NoEras;
        next.step = PageType::stepCount - 1;
        titleAll(next);
        if (fits(next)) {
            best.columns = next.columns;
            break;
        }
        PagePlan some = next;
        chooseTitles(some);
        const std::size_t titled = std::accumulate(some.titled.begin(), some.titled.end(), std::size_t{0});
        if (titled > mostTitled) {
            mostTitled = titled;
            best.columns = next.columns;
        }
        if (next.columns.size() >= most || m_options.linear) {
            break;
        }
        std::size_t tallest = 0;
        double tall = 0;
        for (std::size_t c = 0; c < next.columns.size(); ++c) {
            if (const double one = depth(next, c, next.widths[c]) * next.widths[c]; one > tall) {
                tall = one;
                tallest = c;
            }
        }
        std::vector<TimeColumn> more = withOneMore(next.columns, m_content, tallest);
        if (more.size() == next.columns.size() || !headsFit(more)) {
            break;
        }
        next.columns = std::move(more);
    }
    plan.columns = best.columns;
}

void PagePlanner::chooseColumns(PagePlan &plan) {
    const auto most = static_cast<std::size_t>(std::clamp(
        m_options.size.width() / (narrowestColumn * m_factor), 1.0, static_cast<double>(mostColumns)));
    for (std::size_t count = most; count > 0; --count) {
        plan.columns = pageColumns(m_content, m_options, count);
        if (headsFit(plan.columns)) {
            break;
        }
    }
    if (m_isList) {
        chooseColumnsOfList(plan);
    }
}

} // namespace timeline
