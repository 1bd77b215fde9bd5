// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/packing.h"

#include "layout/metrics.h"
#include "layout/viewport.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace timeline {

namespace {

using namespace metrics;

/// The stretches of the axis that are taken in each row.
class Rows {
public:
    explicit Rows(int count) : m_taken(static_cast<std::size_t>(count)) {}

    /// The first row in which the stretch is free, which it takes.
    std::optional<std::uint16_t> take(double begin, double end) {
        for (std::size_t row = 0; row < m_taken.size(); ++row) {
            if (isFree(m_taken[row], begin, end)) {
                m_taken[row].emplace(begin, end);
                return static_cast<std::uint16_t>(row);
            }
        }
        return std::nullopt;
    }

private:
    using Row = std::map<double, double>; // begin -> end
    static bool isFree(const Row &row, double begin, double end) {
        const auto next = row.lower_bound(begin);
        return (next == row.end() || next->first >= end) &&
               (next == row.begin() || std::prev(next)->second <= begin);
    }
    std::vector<Row> m_taken;
};

/// One lane at one level, on its way from events to items.
class LanePacker {
public:
    LanePacker(const Document &document, const TimeScale &scale, const Lane &lane, double pixel,
               LabelWidths &widths)
        : m_document(document), m_scale(scale), m_lane(lane), m_pixel(pixel), m_widths(widths) {}

    PackedLane pack(int maxRows) {
        choose(maxRows);
        PackedLane packed = place(maxRows);
        if (!m_leftOver.empty()) {
            packed = place(std::max(1, maxRows - 1));
            const bool apart = clusterRows() == 2 && maxRows > 2; // a row for each kind of cluster
            if (apart) {
                packed = place(maxRows - 2);
            }
            addClusters(packed, apart);
        }
        splitByReach(packed);
        return packed;
    }

private:
    struct Candidate {
        PackedItem item;
        double markBegin = 0; ///< of the mark on the axis
        double markEnd = 0;
        double importance = 0;
    };
    using Cells = std::map<double, PackedItem>; ///< clusters by their place in the grid

    Candidate candidate(EventIndex event) const {
        const Span span = m_document.span(event);
        Candidate c;
        c.item.event = event;
        c.item.axisBegin = m_scale.axis(span.begin);
        c.item.axisEnd = m_scale.axis(span.end);
        // An unknown end is no claim that it lasts for ever: the bar fades out after a while.
        if (span.flags & DateFlag::UnknownEnd) {
            c.item.axisEnd = c.item.axisBegin + unknownLength * m_pixel;
        }
        if (span.flags & DateFlag::UnknownStart) {
            c.item.axisBegin = c.item.axisEnd - unknownLength * m_pixel;
        }
        const double length = c.item.axisEnd - c.item.axisBegin;
        const bool lasts = span.flags & DateFlag::Interval;
        const double least = (lasts ? minBarWidth : pointSize) * m_pixel;
        c.item.shape = lasts ? ItemShape::Bar : length < least ? ItemShape::Point : ItemShape::Within;
        const double middle = (c.item.axisBegin + c.item.axisEnd) / 2;
        c.markBegin = std::min(c.item.axisBegin, middle - least / 2);
        c.markEnd = std::max(c.item.axisEnd, middle + least / 2);
        c.importance = m_document.importance(event);
        return c;
    }

    /// Where events crowd on a few pixels, only the most important ones have a chance of a row; the others
    /// need not be tried. That bounds the work by the width of the lane, not by the number of its events.
    void choose(int maxRows) {
        constexpr double bucketPixels = pointSize;
        const auto most = static_cast<std::size_t>(maxRows) + 1;
        const double bucket = bucketPixels * m_pixel;
        std::vector<Candidate> crowd;
        double crowdBucket = -HUGE_VAL;
        const auto settle = [&] {
            if (crowd.size() > most) {
                std::ranges::partial_sort(crowd, crowd.begin() + static_cast<std::ptrdiff_t>(most),
                                          moreImportant);
                std::transform(crowd.begin() + static_cast<std::ptrdiff_t>(most), crowd.end(),
                               std::back_inserter(m_crowdedOut), [](const Candidate &c) { return c; });
                crowd.resize(most);
            }
            m_candidates.insert(m_candidates.end(), crowd.begin(), crowd.end());
            crowd.clear();
        };
        for (const EventIndex event : m_lane.events) {
            Candidate c = candidate(event);
            if (c.markEnd - c.markBegin > bucket * 4) {
                m_candidates.push_back(c);
                continue;
            }
            const double at = std::floor(c.item.axisBegin / bucket);
            if (at != crowdBucket) {
                settle();
                crowdBucket = at;
            }
            crowd.push_back(c);
        }
        settle();
        std::ranges::sort(m_candidates, moreImportant);
    }

    static bool moreImportant(const Candidate &a, const Candidate &b) {
        if (a.importance != b.importance) {
            return a.importance > b.importance;
        }
        if (a.item.axisBegin != b.item.axisBegin) {
            return a.item.axisBegin < b.item.axisBegin;
        }
        return a.item.event < b.item.event;
    }

    PackedLane place(int maxRows) {
        PackedLane packed;
        packed.rows = 1;
        m_leftOver = m_crowdedOut;
        Rows rows(maxRows);
        std::vector<const Candidate *> unlabelled;
        const auto put = [&packed](const Candidate &c, std::uint16_t row, PackedItem::Label label) {
            packed.items.push_back(c.item);
            packed.items.back().row = row;
            packed.items.back().label = label;
            packed.rows = std::max(packed.rows, row + 1);
        };
        for (const Candidate &c : m_candidates) {
            const double label = m_widths.of(m_document, c.item.event).width;
            const bool inside = fitsInside(c);
            const double end = c.markEnd + (inside ? itemGap / 2 : labelGap + label + itemGap) * m_pixel;
            if (const auto row = rows.take(c.markBegin, end)) {
                put(c, *row, inside ? PackedItem::Label::Inside : PackedItem::Label::Beside);
            } else {
                unlabelled.push_back(&c);
            }
        }
        for (const Candidate *c : unlabelled) {
            if (const auto row = rows.take(c->markBegin, c->markEnd + 2 * m_pixel)) {
                put(*c, *row, PackedItem::Label::None);
            } else {
                m_leftOver.push_back(*c);
            }
        }
        return packed;
    }

    bool fitsInside(const Candidate &c) const {
        const double label = m_widths.of(m_document, c.item.event).width;
        const double length = (c.markEnd - c.markBegin) / m_pixel;
        return c.item.shape != ItemShape::Point && label + 2 * labelGap + fades(c, length) < length;
    }

    /// What the fading ends of a bar take from its label, in pixels.
    double fades(const Candidate &c, double length) const {
        const DateFlags flags = m_document.span(c.item.event).flags;
        if (c.item.shape != ItemShape::Bar) {
            return 0; // there the label stands above
        }
        if (flags & (DateFlags(DateFlag::UnknownStart) | DateFlag::UnknownEnd)) {
            return length;
        }
        const int ends =
            (flags & DateFlag::StartApproximate ? 1 : 0) + (flags & DateFlag::EndApproximate ? 1 : 0);
        return ends * std::min(widestFade, length * mostFadeShare);
    }

    bool isLong(const Candidate &c) const { return c.markEnd - c.markBegin > clusterCell * m_pixel; }

    int clusterRows() const {
        const auto longOnes =
            std::ranges::count_if(m_leftOver, [this](const Candidate &c) { return isLong(c); });
        return (longOnes > 0 ? 1 : 0) + (longOnes < std::ssize(m_leftOver) ? 1 : 0);
    }

    /// Short events are counted cell by cell of a fixed grid, long ones where they overlap, so that a number
    /// stands wherever something is hidden. `apart`: these in a row of their own; else they count with them
    /// the cells that they touch.
    void addClusters(PackedLane &packed, bool apart) {
        std::ranges::sort(m_leftOver, {},
                          [](const Candidate &c) { return std::pair(c.item.axisBegin, c.item.event); });
        Cells cells;
        std::vector<PackedItem> heaps;
        for (const Candidate &c : m_leftOver) {
            PackedItem item = c.item;
            item.shape = ItemShape::Cluster;
            item.spanBegin = item.axisBegin;
            item.spanEnd = item.axisEnd;
            if (!isLong(c)) {
                const double middle = (item.axisBegin + item.axisEnd) / 2;
                const auto [cell, isNew] = cells.try_emplace(std::floor(middle / cellLength()), item);
                if (!isNew) {
                    join(cell->second, item);
                }
            } else if (!heaps.empty() && item.axisBegin <= heaps.back().axisEnd) {
                join(heaps.back(), item);
                heaps.back().axisEnd = heaps.back().spanEnd;
            } else {
                heaps.push_back(item);
            }
        }
        if (!apart) {
            joinTouching(heaps, cells);
        }
        for (auto &[place, item] : cells) {
            const bool hasNeighbour = cells.contains(place - 1) || cells.contains(place + 1);
            if (item.count == 1 && (!hasNeighbour || keepsToCell(item.event, place * cellLength()))) {
                item.shape = candidate(item.event).item.shape; // alone, it is drawn as what it is
            } else {
                fitIntoCell(item, place * cellLength());
            }
            addCluster(packed, item);
        }
        packed.rows += apart && !cells.empty() && !heaps.empty() ? 1 : 0;
        for (PackedItem &item : heaps) {
            if (item.count == 1) {
                const Candidate alone = candidate(item.event);
                item.shape = alone.item.shape;
                item.label = fitsInside(alone) ? PackedItem::Label::Inside : PackedItem::Label::None;
            }
            addCluster(packed, item);
        }
        ++packed.rows;
    }

    void joinTouching(std::vector<PackedItem> &heaps, Cells &cells) const {
        for (PackedItem &heap : heaps) {
            auto cell = cells.lower_bound(std::floor(heap.axisBegin / cellLength()));
            while (cell != cells.end() && cell->first * cellLength() <= heap.axisEnd) {
                join(heap, cell->second);
                cell = cells.erase(cell);
            }
        }
    }

    bool keepsToCell(EventIndex event, double cellBegin) const {
        const Candidate alone = candidate(event);
        return alone.markBegin >= cellBegin && alone.markEnd <= cellBegin + cellLength();
    }

    static void join(PackedItem &cluster, const PackedItem &item) {
        cluster.count += item.count;
        cluster.spanBegin = std::min(cluster.spanBegin, item.spanBegin);
        cluster.spanEnd = std::max(cluster.spanEnd, item.spanEnd);
    }

    static void addCluster(PackedLane &packed, PackedItem item) {
        item.row = static_cast<std::uint16_t>(packed.rows);
        packed.items.push_back(item);
    }

    double cellLength() const { return clusterCell * m_pixel; }

    /// As long as its events, but within the cell, and wide enough for its number.
    void fitIntoCell(PackedItem &item, double cellBegin) const {
        const double begin = cellBegin + 2 * m_pixel;
        const double end = cellBegin + cellLength() - 2 * m_pixel;
        const double length = std::clamp(item.spanEnd - item.spanBegin, clusterWidth * m_pixel, end - begin);
        const double middle = (std::max(item.spanBegin, begin) + std::min(item.spanEnd, end)) / 2;
        item.axisBegin = std::clamp(middle - length / 2, begin, end - length);
        item.axisEnd = item.axisBegin + length;
    }

    void splitByReach(PackedLane &packed) const {
        constexpr double farPixels = 1500;
        std::vector<PackedItem> near;
        near.reserve(packed.items.size());
        for (const PackedItem &item : packed.items) {
            const double length = item.axisEnd - item.axisBegin + 2 * pointSize * m_pixel;
            const double label = item.label == PackedItem::Label::Beside
                                     ? (m_widths.of(m_document, item.event).width + labelGap) * m_pixel
                                     : clusterCell * m_pixel;
            if (length > farPixels * m_pixel) {
                packed.wide.push_back(item);
            } else {
                near.push_back(item);
                packed.reach = std::max(packed.reach, length + label);
            }
        }
        std::ranges::sort(near, {},
                          [](const PackedItem &item) { return std::tuple(item.axisBegin, item.row); });
        packed.items = std::move(near);
    }

    static constexpr double unknownLength = 60; // pixels
    const Document &m_document;
    const TimeScale &m_scale;
    const Lane &m_lane;
    double m_pixel; ///< axis milliseconds in a pixel at the level's coarsest scale
    LabelWidths &m_widths;
    std::vector<Candidate> m_candidates; ///< the most important first
    std::vector<Candidate> m_crowdedOut;
    std::vector<Candidate> m_leftOver;
};

} // namespace

PackedLane packLane(const Document &document, const TimeScale &scale, const Lane &lane, int level,
                    int maxRows, LabelWidths &widths) {
    return LanePacker(document, scale, lane, Viewport::scaleOfLevel(level), widths).pack(maxRows);
}

std::vector<PackedEra> packEras(const Document &document, const TimeScale &scale) {
    std::vector<PackedEra> packed;
    for (std::size_t i = 0; i < document.eras().size(); ++i) {
        const Span &span = document.eras()[i].span;
        packed.push_back({i, 0, scale.axis(span.begin), scale.axis(span.end)});
    }
    std::ranges::stable_sort(packed, {}, &PackedEra::axisBegin);
    std::vector<double> rowEnds;
    for (PackedEra &era : packed) {
        const auto row = std::ranges::find_if(rowEnds, [&era](double end) { return end <= era.axisBegin; });
        era.row = static_cast<int>(row - rowEnds.begin());
        if (row == rowEnds.end()) {
            rowEnds.push_back(era.axisEnd);
        } else {
            *row = era.axisEnd;
        }
    }
    return packed;
}

int freeEraRow(const std::vector<PackedEra> &eras, double axis) {
    for (int row = 0;; ++row) {
        if (std::ranges::none_of(eras,
                                 [&](const PackedEra &e) { return e.row == row && e.axisEnd > axis; })) {
            return row;
        }
    }
}

} // namespace timeline
