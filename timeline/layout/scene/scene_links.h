// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/lanes.h"
#include "layout/scene/scene.h"

#include <span>

namespace timeline {

/// A link whose ends have their places in the lanes, whatever is seen of these.
struct PlacedLink {
    struct End {
        EventIndex event = 0;
        std::uint32_t firstLane = 0; ///< its place in LinkedEvent::lanes
        std::uint32_t laneCount = 0;
        AxisSpan span;
    };
    LinkKind kind = LinkKind::Related;
    End from, to;
};

/// An event whose links are shown, and all that lead from and to it, but for those with what the filter
/// hides.
struct LinkedEvent {
    EventIndex event = 0;
    std::vector<PlacedLink> links;
    std::vector<std::uint32_t> lanes; ///< of the ends, places in Lanes::lanes
    std::span<const std::uint32_t> lanesOf(const PlacedLink::End &end) const {
        return std::span(lanes).subspan(end.firstLane, end.laneCount);
    }
};
LinkedEvent linkedEvent(const EventAxis &axis, const Lanes &lanes, EventIndex event);

/// Gives a scene the links that reach into it, instead of those that it has. Where there are very many, those
/// that stand for most are drawn, and the others counted. The scene is one of lanes, with one panel.
void setLinks(Scene &scene, const std::vector<LinkedEvent> &linked, const TextMeasure &measure);

} // namespace timeline
