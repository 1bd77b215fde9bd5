// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"

namespace timeline {

class Document;

/// An end of a stretch of time that is framed or measured: where the pointer is, or the begin or end of an
/// event that it caught on.
struct StretchEnd {
    QPointF at;
    std::optional<Instant> caught;

    /// Where that is along a panel, within it, and what instant it stands for.
    double along(const ScenePanel &panel) const;
    Instant instant(const ScenePanel &panel) const;
};

/// The begin or end that is at most six pixels from a point along the axis, of the mark that is nearest to it
/// across; nothing where none is near.
std::optional<Instant> edgeNear(const Scene &scene, const Document &document, QPointF at);

} // namespace timeline
