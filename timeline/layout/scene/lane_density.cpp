// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/lane_density.h"

#include "layout/lanes/histogram.h"

#include <algorithm>
#include <cmath>

namespace timeline {

std::vector<QRectF> densityOf(const EventAxis &axis, const LaneIndex &events, const ScenePanel &panel,
                              const QRectF &row, EdgeRanks &kept, double phase) {
    const double barWidth = 5 * std::exp2(phase);
    constexpr double air = 4; // above and below
    constexpr double least = 5;
    const Viewport &view = panel.viewport;
    const double most = row.height() - 2 * air;
    const double floor = row.bottom() - air;
    std::vector<QRectF> bars;
    const auto add = [&](double from, double to, EventIndex count) {
        const double left = std::max(panel.first(), panel.at(from));
        const double right = std::min(panel.last(), panel.at(to));
        if (count == 0 || left >= right) {
            return;
        }
        const double share = events.size() > 1 ? std::log(count) / std::log(events.size()) : 1;
        const double height = std::round(least + (most - least) * std::min(1.0, share));
        if (!bars.empty() && bars.back().height() == height && std::abs(bars.back().right() - left) < 0.01) {
            bars.back().setRight(right); // one of many bars would be seen as one
        } else {
            bars.emplace_back(left, floor - height, right - left, height);
        }
    };
    const std::vector<double> edges = binEdges(view, binLength(view, barWidth));
    constexpr qsizetype mostKept = 20'000;
    if (kept.size() > mostKept) {
        kept.clear();
    }
    const auto ranks = [&](double edge) {
        const auto known = kept.constFind(edge);
        return known != kept.cend()
                   ? *known
                   : *kept.insert(edge, {events.beginsBefore(axis, edge), events.endsBefore(axis, edge)});
    };
    EventIndex ended = ranks(edges.front()).second; // before the bin
    for (std::size_t bin = 0; bin + 1 < edges.size(); ++bin) {
        const auto [begun, endedThen] = ranks(edges[bin + 1]);
        add(edges[bin], edges[bin + 1], begun - std::exchange(ended, endedThen));
    }
    return bars;
}

} // namespace timeline
