// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/packing/lane_clusters.h"

#include "layout/scale/metrics.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

using namespace metrics;

class ClusterCount {
public:
    ClusterCount(const EventAxis &axis, const LaneIndex &events, BeginRanks &ranks, const ClusterGrid &grid,
                 double left, double right, const std::vector<const PackedItem *> &items)
        : m_axis(axis), m_events(events), m_ranks(ranks), m_grid(grid), m_left(left), m_right(right),
          m_items(items), m_firstCell(std::ceil((left + clusterWidth * grid.pixel) / grid.cell)) {
        const double cells = std::max(0.0, std::ceil(right / grid.cell) - m_firstCell);
        m_cells.resize(static_cast<std::size_t>(cells));
    }

    std::vector<PackedItem> count() {
        countShown();
        EventIndex before = countReachingIn();
        if (m_reachingIn > 0) {
            m_groups.push_back(
                {m_left, firstBegin(), 0, before, m_reachingIn, true, aloneReachingIn(before)});
        }
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            const EventIndex after = m_ranks.before(cellBegin(i + 1));
            // The last one is cut by the edge.
            const bool isCut = cellBegin(i + 1) > m_right;
            const EventIndex inView = (isCut ? m_events.beginsBefore(m_axis, m_right) : after) - before;
            const EventIndex seen = inView - (isCut ? m_cells[i].shownInView : m_cells[i].shown);
            if (seen > 0) {
                m_groups.push_back(
                    {cellBegin(i), cellBegin(i + 1), before, after, seen, false,
                     seen == 1 ? alone(m_events.between(before, before + inView)) : std::nullopt});
            }
            before = after;
        }
        makeRoom();
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            PackedItem item = m_groups[i].mark ? *m_groups[i].mark : cluster(i);
            item.row = static_cast<std::uint16_t>(m_grid.row);
            item.rows = 2;
            m_clusters.push_back(item);
        }
        return std::move(m_clusters);
    }

private:
    /// What begins in a cell and is drawn.
    struct Cell {
        EventIndex shown = 0;
        EventIndex shownInView = 0;
    };

    /// What is not drawn and begins between two places.
    struct Group {
        double begin = 0;
        double end = 0;
        EventIndex first = 0; ///< the ranks of all that begin there, up to `after`
        EventIndex after = 0;
        EventIndex count = 0; ///< of those in view that are not drawn
        bool reachesIn = false;
        std::optional<PackedItem> mark; ///< of the one, where it is one
    };

    double cellBegin(std::size_t i) const { return (m_firstCell + static_cast<double>(i)) * m_grid.cell; }
    double firstBegin() const { return std::min(cellBegin(0), m_right); }

    void countShown() {
        for (const PackedItem *item : m_items) {
            if (item->spanBegin < firstBegin()) {
                m_shownReachingIn += item->spanEnd >= m_left ? 1 : 0;
                continue;
            }
            const double cell = std::floor(item->spanBegin / m_grid.cell) - m_firstCell;
            if (cell >= 0 && cell < static_cast<double>(m_cells.size())) {
                Cell &at = m_cells[static_cast<std::size_t>(cell)];
                ++at.shown;
                at.shownInView += item->spanBegin < m_right ? 1 : 0;
            }
        }
    }

    /// Those that begin before the first whole cell, and end within the view or later. Gives how many begin
    /// before that cell in all.
    EventIndex countReachingIn() {
        const EventIndex begun = m_ranks.before(firstBegin());
        m_reachingIn = begun - m_events.endsBefore(m_axis, m_left) - m_shownReachingIn;
        return begun;
    }

    /// The event that is not shown, where there is one of `candidates`.
    std::optional<PackedItem> alone(const std::vector<EventIndex> &candidates) {
        if (m_shown.empty()) {
            std::ranges::transform(m_items, std::back_inserter(m_shown), &PackedItem::event);
            std::ranges::sort(m_shown);
        }
        const auto event = std::ranges::find_if_not(
            candidates, [this](EventIndex one) { return std::ranges::binary_search(m_shown, one); });
        return event != candidates.end() ? std::optional(unplacedItem(m_axis, *event, m_grid.pixel))
                                         : std::nullopt;
    }
    std::optional<PackedItem> aloneReachingIn(EventIndex begun) {
        return m_reachingIn == 1 ? alone(m_events.reachingTo(m_axis, m_left, begun, m_items.size() + 1))
                                 : std::nullopt;
    }

    /// Who is alone is cut off where the next group has its place, but for a mark's least width. Two who
    /// stand too near to one another for that are a group.
    void makeRoom() {
        const double least = pointSize * m_grid.pixel;
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            if (std::optional<PackedItem> &mark = m_groups[i].mark; mark && mark->shape != ItemShape::Point) {
                const double from = i > 0 ? m_groups[i - 1].end : -HUGE_VAL;
                const double to = i + 1 < m_groups.size() ? m_groups[i + 1].begin - gap() : HUGE_VAL;
                if (mark->axisBegin < std::min(from, mark->axisEnd - least)) {
                    mark->takenBegin = mark->axisBegin = std::min(from, mark->axisEnd - least);
                }
                if (mark->axisEnd > std::max(to, mark->axisBegin + least)) {
                    mark->takenEnd = mark->axisEnd = std::max(to, mark->axisBegin + least);
                }
            }
        }
        for (std::size_t i = 0; i + 1 < m_groups.size(); ++i) {
            Group &group = m_groups[i];
            const Group &next = m_groups[i + 1];
            if (group.mark && next.mark && group.mark->takenEnd > next.mark->takenBegin) {
                group = {group.begin, next.end, group.first, next.after, 2, group.reachesIn, std::nullopt};
                m_groups.erase(m_groups.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            }
        }
    }

    /// As long as its events, but within its place, beside the marks of its neighbours, and wide enough for
    /// its number.
    PackedItem cluster(std::size_t number) const {
        const Group &group = m_groups[number];
        const Group *next = number + 1 < m_groups.size() ? &m_groups[number + 1] : nullptr;
        const double least = clusterWidth * m_grid.pixel;
        double from = group.begin + gap();
        double to = group.end - gap();
        if (number > 0 && m_groups[number - 1].mark) {
            from = std::max(from, m_groups[number - 1].mark->takenEnd + gap());
        }
        if (next != nullptr && next->mark) {
            to = std::min(to, next->mark->takenBegin - gap());
        }
        PackedItem cluster;
        cluster.shape = ItemShape::Cluster;
        cluster.event = m_events.at(group.reachesIn ? group.after - 1 : group.first);
        cluster.count = group.count;
        cluster.reachesIn = group.reachesIn;
        cluster.spanBegin = group.begin;
        cluster.spanEnd = group.end;
        if (group.reachesIn) {
            cluster.axisEnd = std::max(std::min(to, firstBegin() - gap()), m_left);
            cluster.axisBegin = std::min(m_left, cluster.axisEnd - least);
            return cluster;
        }
        const double firstAt = m_axis.span(m_events.at(group.first)).begin;
        const double lastAt = m_axis.span(m_events.at(group.after - 1)).begin;
        const double length = std::clamp(lastAt - firstAt, least, std::max(least, to - from));
        const double middle = (std::max(firstAt, from) + std::min(lastAt, to)) / 2;
        cluster.axisBegin = std::clamp(middle - length / 2, from, std::max(from, to - length));
        // At the edge of the view it moves so far that it can be seen.
        cluster.axisBegin = std::max(group.begin, std::min(cluster.axisBegin, m_right - 8 * m_grid.pixel));
        cluster.axisEnd = cluster.axisBegin + length;
        return cluster;
    }

    double gap() const { return 2 * m_grid.pixel; }

    const EventAxis &m_axis;
    const LaneIndex &m_events;
    BeginRanks &m_ranks;
    const ClusterGrid &m_grid;
    double m_left;
    double m_right;
    const std::vector<const PackedItem *> &m_items;
    double m_firstCell; ///< the first that begins so far right that a number has room left of it
    std::vector<Cell> m_cells;
    EventIndex m_reachingIn = 0;
    EventIndex m_shownReachingIn = 0;
    std::vector<EventIndex> m_shown; ///< in order; made when it is needed
    std::vector<Group> m_groups;     ///< from left to right
    std::vector<PackedItem> m_clusters;
};

} // namespace

std::vector<PackedItem> clustersOf(const EventAxis &axis, const LaneIndex &events, BeginRanks &ranks,
                                   const ClusterGrid &grid, double left, double right,
                                   const std::vector<const PackedItem *> &items) {
    return ClusterCount(axis, events, ranks, grid, left, right, items).count();
}

} // namespace timeline
