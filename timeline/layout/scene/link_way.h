// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"

#include <functional>

namespace timeline {

/// Where one end of a link is in a scene.
struct LinkPlace {
    SceneLink::End end = SceneLink::End::Mark;
    /// Of a mark or cluster, as far as it is in view, or of the plate that lies under an event whose links
    /// are shown. Out of view: the stretch of the plot's edge where it may end.
    QRectF rect;
    QPointF outwards;           ///< out of view, from the edge
    bool isPlate = false;       ///< the mark's own label lies within
    std::uint32_t identity = 0; ///< the same for all that have this place: of an item its place in the scene
};
LinkPlace linkPlace(const SceneItem &item, const QRectF &plot, bool isPlate = false);

/// Where a link can end at a place: a point there, and the way out from it. The better ones first.
struct LinkPort {
    QPointF at;
    QPointF outwards;
    int cost = 0; ///< in the router's
};
std::vector<LinkPort> portsOf(const LinkPlace &place);

/// A way with nothing asked about what lies on it: across, along, across. Those of other numbers do not run
/// on each other.
Polyline plainWay(const LinkPlace &from, const LinkPlace &to, int number = 0);
/// The same without points in the middle of a straight piece.
Polyline simplified(const Polyline &way);
/// Points along it, from its begin to its end and at each corner, with about `step` pixels between them at
/// most.
std::vector<QPointF> pointsOn(const Polyline &way, double step);

/// Draws a way of a link where `isSeen`, which is asked every few pixels.
void stroke(SceneLink &link, const Polyline &way, const std::function<bool(QPointF)> &isSeen);
inline constexpr double strokeStep = 4;

/// A link with nothing in its way, such as one that is being drawn.
SceneLink freeLink(const LinkPlace &from, const LinkPlace &to, LinkKind kind);

} // namespace timeline
