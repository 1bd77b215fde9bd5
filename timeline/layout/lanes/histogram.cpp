// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/lanes/histogram.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace timeline {

namespace {

/// Counts the events of a lane, bin by bin, into `counts`. Costs no more than there are bins, nor than there
/// are events in them.
void countInto(std::vector<EventIndex> &counts, const EventAxis &axis, const LaneIndex &events,
               EventIndex from, EventIndex to, const Histogram &bins) {
    constexpr EventIndex rankCost = 4; // of finding a rank, against looking at an event
    if (to - from < rankCost * counts.size()) {
        for (EventIndex rank = from; rank < to; ++rank) {
            ++counts[*bins.binAt(axis.begin(events.at(rank)))];
        }
        return;
    }
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        const EventIndex after = events.beginsBefore(axis, bins.end(bin));
        counts[bin] += after - from;
        from = after;
    }
}

/// Counts all placements, bin by bin.
std::vector<EventIndex> countsOfAll(const EventAxis &axis, const Lanes &lanes, const Histogram &bins) {
    std::vector<EventIndex> counts;
    EventIndex before = lanes.placements.rank(axis, bins.edges.front());
    for (std::size_t bin = 0; bin < bins.bins(); ++bin) {
        const EventIndex to = lanes.placements.rank(axis, bins.end(bin));
        counts.push_back(to - std::exchange(before, to));
    }
    return counts;
}

/// The lanes that become series, in their order. `counts`: of the events there, by lane.
std::vector<std::size_t> chosen(const Lanes &lanes, const std::vector<EventIndex> &counts,
                                const QSet<QString> &kept) {
    std::vector<std::size_t> order(lanes.lanes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (order.size() <= Histogram::mostSeries) {
        return order;
    }
    std::erase_if(order, [&](std::size_t lane) { return counts[lane] == 0; });
    const auto weight = [&](std::size_t lane) {
        return std::uint64_t{counts[lane]} * (kept.contains(lanes.lanes[lane].key) ? 2 : 1);
    };
    // With the others that makes as many as there may be.
    const std::size_t most = order.size() > Histogram::mostSeries ? Histogram::mostSeries - 1 : order.size();
    std::ranges::partial_sort(
        order, order.begin() + static_cast<std::ptrdiff_t>(most),
        [&](std::size_t a, std::size_t b) { return weight(a) != weight(b) ? weight(a) > weight(b) : a < b; });
    order.resize(most);
    std::ranges::sort(order);
    return order;
}

} // namespace

std::optional<std::size_t> Histogram::binAt(double axis) const {
    const auto after = std::ranges::upper_bound(edges, axis);
    return after == edges.begin() || after == edges.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(after - edges.begin()) - 1);
}

double binLength(const Viewport &viewport, double binWidth) {
    return std::exp2(std::round(std::log2(viewport.scale() * binWidth)));
}

std::vector<double> binEdges(const Viewport &viewport, double binAxis) {
    const double first = std::floor(viewport.left() / binAxis);
    const double last = std::ceil(viewport.right() / binAxis);
    std::vector<double> edges;
    for (double edge = first; edge <= last; ++edge) {
        edges.push_back(edge * binAxis);
    }
    if (viewport.breaks()) {
        const double begin = edges.front();
        const double end = edges.back();
        for (const AxisSpan &gap : *viewport.breaks()) {
            if (gap.begin > begin && gap.end < end) {
                edges.insert(edges.end(), {gap.begin, gap.end});
            }
        }
        std::ranges::sort(edges);
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    }
    return edges;
}

Histogram histogram(const EventAxis &axis, const Lanes &lanes, const Viewport &viewport, double binWidth,
                    const QSet<QString> &kept) {
    Histogram result;
    result.binAxis = binLength(viewport, binWidth);
    result.edges = binEdges(viewport, result.binAxis);
    std::vector<EventIndex> before;
    std::vector<EventIndex> numbers;
    for (const Lane &lane : lanes.lanes) {
        before.push_back(lane.events.beginsBefore(axis, result.edges.front()));
        numbers.push_back(lane.events.beginsBefore(axis, result.edges.back()) - before.back());
    }
    const std::vector<EventIndex> none(result.bins());
    const auto count = [&](std::size_t lane, std::vector<EventIndex> &counts) {
        countInto(counts, axis, lanes.lanes[lane].events, before[lane], before[lane] + numbers[lane], result);
        numbers[lane] = 0;
    };
    EventIndex others = std::accumulate(numbers.begin(), numbers.end(), EventIndex{0});
    for (const std::size_t lane : chosen(lanes, numbers, kept)) {
        result.series.push_back({lane, none});
        others -= numbers[lane];
        count(lane, result.series.back().counts);
    }
    const bool areOrdered = lanes.placements.size() == lanes.placementCount;
    if (others > 0 && areOrdered) { // without asking each
        result.others = countsOfAll(axis, lanes, result);
        for (const Histogram::Series &series : result.series) {
            std::ranges::transform(result.others, series.counts, result.others.begin(), std::minus());
        }
    }
    for (std::size_t lane = 0; lane < numbers.size() && !areOrdered; ++lane) {
        if (numbers[lane] > 0) {
            result.others.resize(none.size());
            count(lane, result.others);
        }
    }
    std::vector<EventIndex> sums = result.others.empty() ? none : result.others;
    for (const Histogram::Series &series : result.series) {
        std::ranges::transform(sums, series.counts, sums.begin(), std::plus());
    }
    result.highest = sums.empty() ? 0 : std::ranges::max(sums);
    return result;
}

} // namespace timeline
