// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scale/metrics.h"
#include "layout/scene/timeline_layout.h"

#include <algorithm>

// Where lanes stand.

namespace timeline {

using namespace metrics;

void TimelineLayout::choose(const LaneChoice &choice) {
    m_arrangement.lanes.choose(choice);
    m_packings.clear(); // of lanes that stood elsewhere
    m_densities.clear();
    m_linked.clear();
    m_bands.sceneSize = QSizeF();
}

double TimelineLayout::slimHeight() const {
    const auto folded = std::ranges::count_if(
        lanes().lanes, [](const Lane &lane) { return lane.isFolded && !lane.isHidden; });
    const bool hidesSome = lanes().openCount < lanes().lanes.size();
    return static_cast<double>(folded) * foldedLaneHeight + (hidesSome ? hiddenLanesHeight : 0);
}

QRectF TimelineLayout::laneRect(std::size_t lane, QSizeF sceneSize, double scrollY) const {
    const Band &band = bands(sceneSize).lanes[lane];
    return {0, plotTop(sceneSize) + band.top - scrollY, sceneSize.width(), band.height};
}

double TimelineLayout::contentHeight(QSizeF sceneSize) const {
    const std::vector<Band> &lanes = bands(sceneSize).lanes;
    const bool hidesSome = this->lanes().openCount < lanes.size();
    return lanes.empty() ? 0 : lanes.back().bottom() + (hidesSome ? hiddenLanesHeight : 0);
}

/// Forgets what is kept of lanes that are not in view, where these have become many. It comes out the same
/// again.
void TimelineLayout::keepPackings(std::size_t first, std::size_t end) const {
    constexpr std::size_t most = 200; // that are kept beside those in view
    const auto keep = [&](auto &ofLanes) {
        if (ofLanes.size() > most + (end - first)) {
            std::erase_if(ofLanes, [&](const auto &its) { return its.first < first || its.first >= end; });
        }
    };
    keep(m_packings);
    keep(m_densities);
}

void TimelineLayout::forgetLane(std::size_t lane) {
    m_packings.erase(lane);
    m_densities.erase(lane);
}

qsizetype TimelineLayout::sharedBegin() const {
    if (m_sharedBegin) {
        return *m_sharedBegin;
    }
    const std::vector<Lane> &all = lanes().lanes;
    QStringView shared = all.size() > 1 ? QStringView(all.front().title) : QStringView();
    for (const Lane &lane : all) {
        const auto [end, its] = std::ranges::mismatch(shared, lane.title);
        shared = shared.first(end - shared.begin());
    }
    while (!shared.isEmpty() && shared.back().isLetterOrNumber()) {
        shared.chop(1);
    }
    m_sharedBegin = shared.size();
    return *m_sharedBegin;
}

} // namespace timeline
