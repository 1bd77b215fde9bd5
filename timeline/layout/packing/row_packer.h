// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/event_axis.h"
#include "layout/packing/item_shape.h"
#include "layout/packing/label_widths.h"

namespace timeline {

/// An event or a cluster in its row, for one zoom level. Positions are on the axis, so that panning is free.
struct PackedItem {
    double axisBegin = 0; ///< what is drawn
    double axisEnd = 0;
    double spanBegin = 0; ///< where the event lies, see EventAxis; a cluster's stretch, for opening it
    double spanEnd = 0;
    double takenBegin = 0; ///< of its row, label included
    double takenEnd = 0;
    EventIndex event = 0; ///< for a cluster: one of its events
    EventIndex count = 1;
    std::uint16_t row = 0;
    ItemShape shape = ItemShape::Point;
    enum class Label : std::uint8_t { None, Inside, Beside } label = Label::None;
    bool reachesIn = false; ///< a cluster of events that begin left of what is seen
};

/// An event before it has a row: what it takes of the axis at a scale of `pixel` axis milliseconds a pixel.
PackedItem unplacedItem(const EventAxis &axis, EventIndex event, double pixel);

/// The most important first, of equal ones the earlier.
bool isMoreImportant(const Document &document, const PackedItem &a, const PackedItem &b);

/// Gives events rows, one after the other, so that no mark or label overlaps another at any scale of a zoom
/// level. Who comes first has the choice.
class RowPacker {
public:
    /// `pixel`: axis milliseconds in a pixel at the level's coarsest scale; `widestLabel` in pixels.
    RowPacker(const EventAxis &axis, LabelWidths &labels, double pixel, double widestLabel, int rows);

    /// Takes the stretch of an item that has its row already.
    void block(const PackedItem &item);
    /// Gives rows to as many as find room: first with labels, then those left over without. Appends these to
    /// `placed` and says whether that were all.
    bool place(std::vector<PackedItem> candidates, std::vector<PackedItem> &placed);
    /// The same for events that are so long that their labels stand within them at every scale. They keep
    /// `gap` axis milliseconds from one another, and use the first `rows` rows.
    void placeLong(std::vector<PackedItem> candidates, double gap, int rows, std::vector<PackedItem> &placed);

private:
    struct Taken {
        double begin;
        double end;
    };
    using Row = std::vector<Taken>; // in order
    static bool isFree(const Row &row, double begin, double end);
    std::optional<std::uint16_t> firstFree(double begin, double end, int from, int rows) const;
    void take(std::uint16_t row, double begin, double end);
    bool placeWithLabel(PackedItem &item);
    double fades(const PackedItem &item) const;

    EventAxis m_axis;
    LabelWidths &m_labels;
    double m_pixel;
    double m_widestLabel;
    std::vector<Row> m_rows;
};

} // namespace timeline
