// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/lanes.h"
#include "layout/scene/scene.h"

#include <algorithm>
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

/// Events whose links are shown, and all that lead from and to them, each once, but for those with what the
/// filter hides.
struct LinkedEvents {
    std::vector<EventIndex> events; ///< in order
    std::vector<PlacedLink> links;
    std::vector<std::uint32_t> lanes; ///< of the ends, places in Lanes::lanes
    std::span<const std::uint32_t> lanesOf(const PlacedLink::End &end) const {
        return std::span(lanes).subspan(end.firstLane, end.laneCount);
    }
    bool has(EventIndex event) const { return std::ranges::binary_search(events, event); }
};
LinkedEvents linkedEvents(const EventAxis &axis, const Lanes &lanes, std::vector<EventIndex> events);
/// A few events each by itself, those that are `known` already without looking: mostly one of them stays
/// while another is pointed at. Many together.
std::vector<LinkedEvents> linkedEvents(const EventAxis &axis, const Lanes &lanes,
                                       const std::vector<EventIndex> &events,
                                       std::vector<LinkedEvents> known);

/// The events from which links lead: to ask for all links.
std::vector<EventIndex> allWithLinks(const Document &document);

/// Gives a scene the links that reach into it, instead of those that it has. Where there are very many, those
/// that stand for most are drawn, and the others counted. Lines meet no text, and those of different
/// kinds do not run on each other. The scene is one of lanes, with one panel.
/// `dims`: all is dimmed that hangs together with none of the first of these, if these have any links.
void setLinks(Scene &scene, const std::vector<LinkedEvents> &linked, const TextMeasure &measure,
              bool dims = false);

} // namespace timeline
