// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/packing/cluster_events.h"
#include "layout/scene/timeline_layout.h"

#include <algorithm>

namespace timeline {

std::vector<EventIndex> TimelineLayout::eventsOf(const SceneItem &cluster, const Scene &scene) const {
    std::vector<EventIndex> marks;
    for (const SceneItem &item : scene.items) {
        if (item.lane == cluster.lane && item.shape != ItemShape::Cluster) {
            marks.push_back(item.event);
        }
    }
    const ClusterPlace place{{cluster.axisBegin, cluster.axisEnd}, cluster.reachesIn};
    return clusterEvents(axis(), lanes().lanes[cluster.lane].events, place, scene.panelOf(cluster).viewport,
                         std::move(marks));
}

std::vector<EventIndex> TimelineLayout::clusteredWith(EventIndex event, const Viewport &viewport,
                                                      QSizeF sceneSize) const {
    const Viewport view = viewport.resized(plotSize(sceneSize));
    bands(sceneSize); // of which the packings are
    std::vector<EventIndex> clustered;
    for (const std::size_t lane : lanes().lanesOf(axis(), event)) {
        if (!lanes().isTall(lane)) {
            continue;
        }
        LanePacking &packed = packing(lane);
        const LanePacking::View seen = packed.look(view.level(packed.phase()), view.left(), view.right());
        std::vector<EventIndex> marks;
        std::ranges::transform(seen.items, std::back_inserter(marks), &PackedItem::event);
        for (const PackedItem &item : seen.clusters) {
            if (item.shape != ItemShape::Cluster) {
                marks.push_back(item.event);
            }
        }
        if (std::ranges::find(marks, event) != marks.end()) {
            return {};
        }
        const double begin = axis().begin(event);
        const auto there = std::ranges::find_if(seen.clusters, [begin](const PackedItem &item) {
            return item.shape == ItemShape::Cluster && item.spanBegin <= begin && begin < item.spanEnd;
        });
        if (clustered.empty() && there != seen.clusters.end()) {
            const ClusterPlace place{{there->spanBegin, there->spanEnd}, there->reachesIn};
            clustered = clusterEvents(axis(), lanes().lanes[lane].events, place, view, std::move(marks));
        }
    }
    return clustered;
}

} // namespace timeline
