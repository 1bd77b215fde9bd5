// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/scene_painter.h"

namespace timeline {

/// What people are about to do with the headings of lanes.
struct HeadingStates {
    /// A lane, by its key, or the line of those that are hidden.
    struct Place {
        bool isHiddenLanes = false;
        QString key;
        friend bool operator==(const Place &, const Place &) = default;
    };
    enum class Handle : std::uint8_t { None, Grip, More };
    std::optional<Place> hovered;
    Handle handle = Handle::None; ///< of it, under the pointer
    std::optional<Place> focused; ///< keys go there
    struct Drag {
        QString key;
        double top = 0;  ///< where the heading is held
        double line = 0; ///< where it would go: between two lanes
    };
    std::optional<Drag> drag;
};

/// Over the picture of a scene: its ground, grip and the button of its menu where a heading is hovered or has
/// the focus, a ring where it has that, and one that is dragged where it is held.
void paintHeadings(QPainter &painter, const Scene &scene, const HeadingStates &states, const Theme &theme,
                   const ScenePainter &texts);

} // namespace timeline
