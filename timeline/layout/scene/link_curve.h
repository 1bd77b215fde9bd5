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

std::array<QPointF, 4> curveBetween(const LinkPlace &from, const LinkPlace &to);
QPointF pointAt(const std::array<QPointF, 4> &curve, double part);

/// Draws a link's curve where `isFree` says that nothing is.
void stroke(SceneLink &link, const std::function<bool(QPointF)> &isFree);
/// Pixels of a curve that are drawn straight, about.
inline constexpr double strokePiece = 6;

/// A link from mark to mark with nothing in its way, such as one that is being drawn.
SceneLink freeLink(const QRectF &from, const QRectF &to, LinkKind kind);

} // namespace timeline
