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

} // namespace timeline
