// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/packing/item_shape.h"
#include "layout/scene/scene_text.h"

#include <vector>

namespace timeline {

struct PlacedMark {
    QRectF rect;
    ItemShape shape = ItemShape::Point;
    bool cutLeft = false; ///< goes on beyond its column
    bool cutRight = false;
};

/// An event of a page's column, in pixels from the top left of where the column's events stand.
struct PageItem {
    std::size_t event = 0; ///< its place in PageContent::events
    PlacedMark mark;
    std::vector<SceneLine> lines; ///< none where it has no room for them
    bool isTitled = false;
};

/// A line from a mark to what it says.
struct PlacedLeader {
    QPointF from;
    QPointF to;
    std::size_t event = 0;
};

/// The events of one column.
struct PlacedColumn {
    std::vector<PageItem> events;
    /// Marks that several events have together, each of which has a small one beside its title. `event` is
    /// one of them.
    std::vector<PageItem> shared;
    /// Marks that say no status: what tells the group of an event with a long mark, before its date; in a
    /// list how long an event lasts.
    std::vector<PageItem> symbols;
    std::vector<PlacedLeader> leaders;
    double depth = 0;            ///< how far down they reach; in a list, how high all texts are together
    std::size_t withoutRoom = 0; ///< those that are not there, not even as a dot
};

} // namespace timeline
