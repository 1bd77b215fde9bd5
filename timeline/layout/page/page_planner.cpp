// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/page_planner.h"

#include "layout/page/column_placer.h"
#include "layout/page/list_placer.h"
#include "layout/page/page_columns.h"
#include "layout/scene/column_words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace timeline {

namespace {

constexpr int mostEraRows = 8;

} // namespace

PagePlanner::PagePlanner(const PageContent &content, const PageOptions &options, const TextMeasure &measure)
    : m_content(content), m_options(options), m_measure(measure), m_rank(content.events.size()) {
    std::vector<std::size_t> order(content.events.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(),
                             [&](std::size_t i) { return content.events[i].importance; });
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        m_rank[order[rank]] = rank;
    }
    const PageFrame &frame = geometry(PageLevel::Full).frame;
    m_factor = frame.factor();
    m_isList = !content.events.empty() && (options.layout == PageLayout::List ||
                                           (options.layout == PageLayout::Auto && frame.isSmall()));
    m_firstStep = options.size.width() >= 1200 && !m_isList ? 0 : 2;
    m_geometries.clear(); // they depend on these
}

const PageGeometry &PagePlanner::geometry(PageLevel level) {
    if (const auto known = m_geometries.find(level); known != m_geometries.end()) {
        return known->second;
    }
    PageFrame frame(m_content, m_options, level, m_measure);
    const bool small = frame.isSmall();
    const double factor = frame.factor();
    const TextStyle eraStyle{(small ? 10 : 12) * factor, 600};
    const bool hasEras = m_options.parts.eras && level < PageLevel::NoEras && !m_isList;
    PageEras eras(m_content, eraStyle, (small ? 16 : 21) * factor,
                  !hasEras                        ? 0
                  : level >= PageLevel::OneEraRow ? 1
                                                  : mostEraRows);
    const double head = (small ? 20 : 30) * factor;
    const double subhead = m_isList ? 0 : (small ? 14 : 18) * factor;
    const double ticks = m_isList ? 0 : (small ? 18 : 22) * factor;
    const double erasHeight = eras.rows() > 0 ? eras.height() + 4 : 0;
    const double top = frame.body().top() + head + subhead + ticks + erasHeight + (small ? 4 : 14 * factor);
    const double height = frame.body().bottom() - top - (small ? 4 : 10 * factor);
    PageGeometry made{frame,
                      (small ? 8 : 12) * factor,
                      (small ? 8 : 16) * factor,
                      top,
                      std::max(height, 1.0),
                      head,
                      subhead,
                      ticks,
                      std::move(eras)};
    return m_geometries.emplace(level, std::move(made)).first->second;
}

PageTexts &PagePlanner::texts(std::size_t step) {
    if (const auto known = m_texts.find(step); known != m_texts.end()) {
        return known->second;
    }
    PageType type = PageType::step(step, m_factor);
    constexpr double tight = 1.2;
    type.leading = m_isList ? tight : type.leading;
    return m_texts.try_emplace(step, m_content, type, m_measure).first->second;
}

void PagePlanner::titleAll(PagePlan &plan) const {
    plan.titled.assign(plan.columns.size(), m_content.events.size());
    plan.gaps.assign(plan.columns.size(), 4 * m_factor);
}

bool PagePlanner::areAllTitled(const PagePlan &plan) const {
    return m_content.events.size() <= mostComposed &&
           std::ranges::all_of(plan.titled,
                               [this](std::size_t titled) { return titled >= m_content.events.size(); });
}

/// The rank from which on the events of a column have no title.
std::size_t PagePlanner::titledBelow(const PagePlan &plan, std::size_t number) const {
    const TimeColumn &column = plan.columns[number];
    if (plan.titled[number] >= column.last - column.first) {
        return mostComposed;
    }
    std::vector<std::size_t> ranks(m_rank.begin() + static_cast<std::ptrdiff_t>(column.first),
                                   m_rank.begin() + static_cast<std::ptrdiff_t>(column.last));
    const auto first = ranks.begin() + static_cast<std::ptrdiff_t>(plan.titled[number]);
    std::ranges::nth_element(ranks, first);
    return std::min(*first, mostComposed);
}

/// Of all columns, without what is between them.
double PagePlanner::columnsWidth(const PagePlan &plan) {
    const PageGeometry &its = geometry(plan.level);
    return its.frame.body().width() - its.gutter * static_cast<double>(plan.columns.size() - 1);
}

double PagePlanner::leastWidth(const PagePlan &plan, const TimeColumn &column) {
    const PageGeometry &its = geometry(plan.level);
    const TextStyle style{(its.frame.isSmall() ? 13 : 17) * m_factor, 700};
    const double head = m_measure.width(columnHead(column, true), style) + 2 * its.padding;
    const double share = columnsWidth(plan) / static_cast<double>(plan.columns.size());
    const double least = m_isList ? 120 : std::clamp(m_options.size.width() * 0.105, 150.0, 200.0);
    return std::min(std::max(head, least * m_factor), share);
}

ScenePanel PagePlanner::panelOf(const PagePlan &plan, std::size_t number, double left, double width) {
    const PageGeometry &its = geometry(plan.level);
    const TimeColumn &column = plan.columns[number];
    const double body = its.frame.body().top();
    ScenePanel panel;
    panel.begin = number == 0 ? Instant::distantPast() : column.begin;
    panel.end = number + 1 < plan.columns.size() ? plan.columns[number + 1].begin : Instant::distantFuture();
    const double inset = its.padding + 8 * m_factor;
    const double begin = toEpochMilliseconds(column.begin);
    const double end = std::max(toEpochMilliseconds(column.end), begin + 1);
    if (m_isList) {
        panel.direction = ScenePanel::Direction::Down;
        panel.rect = {left + its.padding, its.plotTop, width - 2 * its.padding, its.plotHeight};
        panel.axisRect = {panel.rect.left(), panel.rect.top(), 16, panel.rect.height()};
        const double margin = std::min(8.0, its.plotHeight / 4);
        panel.viewport =
            Viewport::showing(begin, end, {panel.rect.height(), panel.rect.width()}, {}, margin, margin);
    } else {
        panel.rect = {left + inset, its.plotTop, std::max(1.0, width - 2 * inset), its.plotHeight};
        panel.axisRect = {left, body + its.headHeight + its.subheadHeight, width, its.tickHeight};
        panel.viewport = Viewport::showing(begin, end, panel.rect.size());
    }
    return panel;
}

QPointF PagePlanner::originOf(const ScenePanel &panel) const {
    constexpr double edge = 4; // of the card, which events do not touch
    return m_isList ? panel.rect.topLeft() : QPointF(panel.axisRect.left() + edge, panel.rect.top());
}

PlacedColumn PagePlanner::placed(const PagePlan &plan, std::size_t number, double width, double height) {
    const ScenePanel panel = panelOf(plan, number, 0, width);
    const QPointF origin = originOf(panel);
    const TimeColumn &column = plan.columns[number];
    const auto titled = [this, below = titledBelow(plan, number)](std::size_t event) {
        return m_rank[event] < below;
    };
    if (m_isList) {
        const ListRoom room{panel.rect.width(), height, [&](Instant at) { return panel.at(at) - origin.y(); },
                            titled};
        ListPlacer placer(texts(plan.step), room);
        return placer.place(column.first, column.last);
    }
    const ColumnRoom room{width - 2 * origin.x(),
                          height,
                          [&](Instant at) { return panel.at(at) - origin.x(); },
                          plan.gaps[number],
                          titled,
                          [this, &plan](std::size_t event) { return m_rank[event] < plan.noted; },
                          plan.ease,
                          std::isfinite(height),
                          std::ranges::any_of(eventsOf(column), &PageEvent::hasTime)};
    return ColumnPlacer(texts(plan.step), room).place(column.first, column.last);
}

/// How far down a column reaches; endless where a title has no room, however far that may be.
double PagePlanner::depth(const PagePlan &plan, std::size_t number, double width) {
    const PlacedColumn column =
        placed(plan, number, width, m_isList ? geometry(plan.level).plotHeight : HUGE_VAL);
    const bool isAllThere =
        std::ranges::all_of(column.events, [this, below = titledBelow(plan, number)](const PageItem &item) {
            return item.isTitled || m_rank[item.event] >= below;
        });
    return isAllThere && column.withoutRoom == 0 ? column.depth : HUGE_VAL;
}

/// Makes the tallest column as short as can be. How tall that is.
double PagePlanner::fitWidths(PagePlan &plan) {
    const double total = columnsWidth(plan);
    const std::size_t count = plan.columns.size();
    std::vector<double> widths;
    std::vector<double> least;
    for (const TimeColumn &column : plan.columns) {
        least.push_back(leastWidth(plan, column));
        widths.push_back(std::sqrt(static_cast<double>(column.last - column.first) + 1));
    }
    const auto share = [&] { // so that all together are as wide as they may, none narrower than its least
        for (int i = 0; i < 4; ++i) {
            double free = total;
            double sum = 0;
            for (std::size_t c = 0; c < count; ++c) {
                const bool isLeast = widths[c] <= least[c];
                free -= isLeast ? least[c] : 0;
                sum += isLeast ? 0 : widths[c];
            }
            for (std::size_t c = 0; c < count; ++c) {
                widths[c] = widths[c] <= least[c] ? least[c] : widths[c] * free / sum;
            }
        }
        const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
        std::ranges::for_each(widths, [&](double &width) { width *= total / sum; });
    };
    const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
    std::ranges::for_each(widths, [&](double &width) { width *= total / sum; });
    double best = HUGE_VAL;
    constexpr int rounds = 7;
    constexpr double even = 1.08;
    for (int round = 0; round < rounds; ++round) {
        share();
        std::vector<double> depths;
        for (std::size_t c = 0; c < count; ++c) {
            constexpr double most = 1e6; // endless ones are to be compared, too
            depths.push_back(std::clamp(depth(plan, c, widths[c]), 1.0, most));
        }
        const auto [low, high] = std::ranges::minmax(depths);
        if (high < best) {
            best = high;
            plan.widths = widths;
        }
        if (count == 1 || high < even * low) {
            break;
        }
        const double mean = std::accumulate(depths.begin(), depths.end(), 0.0) / static_cast<double>(count);
        for (std::size_t c = 0; c < count; ++c) {
            widths[c] *= std::pow(std::clamp(depths[c] / mean, 0.4, 2.5), 0.6);
        }
    }
    return best;
}

/// The least to leave out, and then the largest type, with which all titles have room.
void PagePlanner::chooseLevel(PagePlan &plan) {
    titleAll(plan);
    constexpr std::size_t lastStep = PageType::stepCount - 1;
    plan.step = lastStep;
    bool isRoom = false;
    for (const PageLevel level : {PageLevel::Full, PageLevel::NoLegend, PageLevel::OneEraRow,
                                  PageLevel::NoStandfirst, PageLevel::NoEras}) {
        plan.level = level;
        if (fits(plan)) {
            isRoom = true;
            break;
        }
    }
    for (std::size_t step = m_firstStep; isRoom && step < lastStep; ++step) {
        plan.step = step;
        if (fits(plan)) {
            return;
        }
    }
    plan.step = lastStep;
    fitWidths(plan);
    if (!isRoom) {
        chooseTitles(plan);
    }
}

/// In each column as many of the most important as have room.
void PagePlanner::chooseTitles(PagePlan &plan) {
    const double height = geometry(plan.level).plotHeight;
    for (std::size_t c = 0; c < plan.columns.size(); ++c) {
        const std::size_t all = plan.columns[c].last - plan.columns[c].first;
        std::size_t low = 0;
        std::size_t high = all + 1;
        while (low + 1 < high) {
            plan.titled[c] = (low + high) / 2;
            (depth(plan, c, plan.widths[c]) <= height ? low : high) = plan.titled[c];
        }
        plan.titled[c] = low;
    }
}

/// Notes for the most important, and air between all, as far as there is room.
void PagePlanner::loosen(PagePlan &plan) {
    if (m_isList) {
        return;
    }
    if (areAllTitled(plan)) {
        PagePlan with = plan;
        with.gaps.assign(plan.columns.size(), 10 * m_factor);
        plan = fits(with) ? with : plan;
    }
    for (const double ease : {6.0, 4.0, 3.0, 2.0, 1.5}) {
        PagePlan with = plan;
        with.ease = ease;
        if (areAllTitled(plan) && fits(with)) {
            plan = with;
            break;
        }
    }
    if (m_options.parts.notes && areAllTitled(plan)) {
        constexpr std::size_t tries = 6; // halving what is between
        std::size_t tooMany = m_content.events.size() + 1;
        for (std::size_t i = 0, noted = tooMany - 1; i < tries && noted > plan.noted; ++i) {
            PagePlan with = plan;
            with.noted = noted;
            if (fits(with)) {
                plan = with;
            } else {
                tooMany = noted;
            }
            noted = (plan.noted + tooMany) / 2;
        }
    }
    const double height = geometry(plan.level).plotHeight;
    for (std::size_t c = 0; areAllTitled(plan) && c < plan.columns.size(); ++c) {
        for (const double gap : {64.0, 52.0, 44.0, 36.0, 30.0, 24.0, 20.0, 16.0, 12.0, 8.0, 6.0, 4.0}) {
            plan.gaps[c] = gap * m_factor;
            if (depth(plan, c, plan.widths[c]) <= height) {
                break;
            }
        }
    }
}

PagePlan PagePlanner::plan() {
    PagePlan plan;
    chooseColumns(plan);
    for (TimeColumn &column : plan.columns) {
        constexpr double many = 60.0 * 86'400'000; // in more days nobody looks for the hour
        column.isZoned = millisecondsBetween(column.begin, column.end) < many &&
                         std::ranges::any_of(eventsOf(column), &PageEvent::isZoned);
        for (std::size_t i = column.first; i < column.last; ++i) {
            m_content.events[i].date = dateBelowHead(m_content.events[i].date, column);
        }
    }
    m_texts.clear();
    chooseLevel(plan);
    loosen(plan);
    return plan;
}

} // namespace timeline
