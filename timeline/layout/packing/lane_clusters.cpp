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
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            const EventIndex after = m_ranks.before(cellBegin(i + 1));
            Cell &cell = m_cells[i];
            cell.first = before;
            cell.all = after - before - cell.shown;
            cell.seen = cell.all;
            if (cellBegin(i + 1) > m_right) { // the last one is cut by the edge
                cell.seen = m_events.beginsBefore(m_axis, m_right) - before - cell.shownInView;
            }
            before = after;
        }
        if (m_reachingIn > 0) {
            addReachingIn();
        }
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            if (m_cells[i].seen > 0) {
                addCell(i);
            }
        }
        return std::move(m_clusters);
    }

private:
    /// What begins in a cell.
    struct Cell {
        EventIndex shown = 0;
        EventIndex shownInView = 0;
        EventIndex first = 0; ///< its rank
        EventIndex all = 0;   ///< that are not shown
        EventIndex seen = 0;  ///< of these, in view
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

    bool isShown(EventIndex event) const {
        return std::ranges::any_of(m_items, [event](const PackedItem *item) { return item->event == event; });
    }

    /// The event that is not shown, where there is one of `candidates`.
    template <typename Candidates>
    std::optional<PackedItem> alone(const Candidates &candidates) const {
        for (const EventIndex event : candidates) {
            if (!isShown(event)) {
                return unplacedItem(m_axis, event, m_grid.pixel);
            }
        }
        return std::nullopt;
    }

    bool isFree(double begin, double end) const {
        if (begin < firstBegin() && m_reachingIn > 0) {
            return false;
        }
        for (double cell = std::max(0.0, std::floor(begin / m_grid.cell) - m_firstCell);
             cell < static_cast<double>(m_cells.size()) && (cell + m_firstCell) * m_grid.cell <= end;
             ++cell) {
            if (m_cells[static_cast<std::size_t>(cell)].all > 0) {
                return false;
            }
        }
        return true;
    }

    void add(PackedItem item) {
        item.row = static_cast<std::uint16_t>(m_grid.row);
        m_clusters.push_back(item);
    }

    void addReachingIn() {
        const double end = firstBegin() - 2 * m_grid.pixel;
        if (m_reachingIn == 1) {
            const EventIndex begun = m_ranks.before(firstBegin());
            const auto events = m_events.reachingTo(m_axis, m_left, begun, m_items.size() + 1);
            if (const auto item = alone(events);
                item && (item->takenEnd <= end || isFree(firstBegin(), item->takenEnd))) {
                add(*item);
                return;
            }
        }
        PackedItem cluster;
        cluster.shape = ItemShape::Cluster;
        cluster.event = m_events.at(m_ranks.before(firstBegin()) - 1);
        cluster.count = m_reachingIn;
        cluster.reachesIn = true;
        cluster.axisBegin = cluster.spanBegin = m_left;
        cluster.axisEnd = cluster.spanEnd = std::max(end, m_left);
        add(cluster);
    }

    void addCell(std::size_t i) {
        const Cell &cell = m_cells[i];
        const double begin = cellBegin(i);
        const double end = cellBegin(i + 1);
        const EventIndex events = cell.all + cell.shown;
        constexpr EventIndex fewEvents = 64;
        if (cell.all == 1 && events <= fewEvents) {
            std::vector<EventIndex> there;
            for (EventIndex rank = cell.first; rank < cell.first + events; ++rank) {
                there.push_back(m_events.at(rank));
            }
            const auto item = alone(there);
            const bool fits =
                item &&
                (item->takenBegin >= begin || isFree(item->takenBegin, std::nextafter(begin, -HUGE_VAL))) &&
                (item->takenEnd < end || isFree(end, item->takenEnd));
            if (fits) {
                add(*item);
                return;
            }
        }
        // As long as its events, but within the cell, and wide enough for its number.
        const double least = clusterWidth * m_grid.pixel;
        const double from = begin + 2 * m_grid.pixel;
        const double to = end - 2 * m_grid.pixel;
        const double firstAt = m_axis.span(m_events.at(cell.first)).begin;
        const double lastAt = m_axis.span(m_events.at(cell.first + events - 1)).begin;
        const double length = std::clamp(lastAt - firstAt, least, to - from);
        const double middle = (std::max(firstAt, from) + std::min(lastAt, to)) / 2;
        PackedItem cluster;
        cluster.shape = ItemShape::Cluster;
        cluster.event = m_events.at(cell.first);
        cluster.count = cell.seen;
        cluster.axisBegin = std::clamp(middle - length / 2, from, to - length);
        // At the edge of the view it moves so far that it can be seen.
        cluster.axisBegin = std::max(begin, std::min(cluster.axisBegin, m_right - 8 * m_grid.pixel));
        cluster.axisEnd = cluster.axisBegin + length;
        cluster.spanBegin = begin;
        cluster.spanEnd = end;
        add(cluster);
    }

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
    std::vector<PackedItem> m_clusters;
};

} // namespace

std::vector<PackedItem> clustersOf(const EventAxis &axis, const LaneIndex &events, BeginRanks &ranks,
                                   const ClusterGrid &grid, double left, double right,
                                   const std::vector<const PackedItem *> &items) {
    return ClusterCount(axis, events, ranks, grid, left, right, items).count();
}

} // namespace timeline
