// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"

#include <functional>

namespace timeline {

/// Where one end of a link is in a scene.
struct LinkPlace {
    SceneLink::End end = SceneLink::End::Mark;
    QRectF rect;                ///< of a mark or cluster, as far as it is in view; else a point
    QPointF outwards;           ///< out of view, from the edge
    bool isLabelled = false;    ///< on its right
    std::uint32_t identity = 0; ///< the same for all that have this place
};
LinkPlace linkPlace(const SceneItem &item, const QRectF &plot);

CubicCurve curveBetween(const LinkPlace &from, const LinkPlace &to);
QPointF pointAt(const CubicCurve &curve, double part);
/// Points along it, from its begin to its end, with about `step` pixels between them at most.
std::vector<QPointF> pointsOn(const CubicCurve &curve, double step);

/// The same so much to one side, or by a negative number to the other, that it does not run on those of other
/// numbers. 0 is the curve itself.
CubicCurve besideCurve(const CubicCurve &curve, int number);

/// Draws a link's curve where `isSeen`, which is asked every few pixels.
void stroke(SceneLink &link, const std::function<bool(QPointF)> &isSeen);
inline constexpr double strokeStep = 6;

/// A link with nothing in its way, such as one that is being drawn.
SceneLink freeLink(const LinkPlace &from, const LinkPlace &to, LinkKind kind);

} // namespace timeline
