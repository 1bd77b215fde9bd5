// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/event_axis.h"
#include "layout/packing/item_shape.h"
#include "layout/packing/label_widths.h"

#include <array>

namespace timeline {

/// An event or a cluster in its place, for one zoom level. Positions are on the axis, so that panning is
/// free. It takes a rectangle of time and of the lane's height, which is parted into rows of
/// metrics::rowUnit.
struct PackedItem {
    double axisBegin = 0; ///< what is drawn
    double axisEnd = 0;
    double spanBegin = 0; ///< where the event lies, see EventAxis; a cluster's stretch, for opening it
    double spanEnd = 0;
    double takenBegin = 0; ///< of its rows, label included
    double takenEnd = 0;
    EventIndex event = 0; ///< for a cluster: one of its events
    EventIndex count = 1;
    std::uint16_t row = 0;   ///< the first that it takes
    std::uint8_t rows = 1;   ///< how many
    std::uint8_t weight = 0; ///< see weightOf()
    ItemShape shape = ItemShape::Point;
    enum class Label : std::uint8_t {
        None,
        Inside, ///< the mark; above it where that is slim
        Right,
        Left,
        Below,
    } label = Label::None;
    bool inLine = false;     ///< the date stands before the title and not above it
    bool inTwoLines = false; ///< the title; its date is above it
    bool reachesIn = false;  ///< a cluster of events that begin left of what is seen
    float shift = 0;         ///< of a label below: where it begins, in pixels from where the mark does
};

/// An event before it has a row: what it takes of the axis at a scale of `pixel` axis milliseconds a pixel.
PackedItem unplacedItem(const EventAxis &axis, EventIndex event, double pixel);

/// The most important first, of equal ones the earlier.
bool isMoreImportant(const Document &document, const PackedItem &a, const PackedItem &b);

/// Where dates stand first of all: above all titles, above those of what matters most, or before titles.
enum class DatePlace : std::uint8_t { Above, AboveKey, InLine };

/// Gives events rows, one after the other, so that no mark or label overlaps another at any scale of a zoom
/// level. Who comes first has the choice.
class RowPacker {
public:
    /// Places of the axis that no label crosses, in order: none, or at least the two at its ends.
    using Walls = std::vector<double>;

    /// `pixel`: axis milliseconds in a pixel at the level's coarsest scale; `widestLabel` in pixels;
    /// `bounds`: beyond which labels take nothing. `walls` must outlive it.
    RowPacker(const EventAxis &axis, LabelWidths &labels, double pixel, double widestLabel, int rows,
              const Walls &walls, AxisSpan bounds = {-HUGE_VAL, HUGE_VAL});

    /// Takes the place of an item that has its rows already.
    void block(const PackedItem &item);
    /// Gives rows to as many as find room: first with labels, then those left over without. Appends these to
    /// `placed` and says whether that were all. `untitled`: those of the candidates that have no label; of
    /// others none is without one but for want of room.
    bool place(std::vector<PackedItem> candidates, DatePlace dates, std::vector<PackedItem> &placed,
               const std::vector<bool> &untitled = {});
    /// Gives rows to all with their labels, or says at the first that has no room for it that it cannot.
    bool placeLabelled(std::vector<PackedItem> candidates, DatePlace dates, std::vector<PackedItem> &placed);
    /// The same as place() for events that are so long that their labels stand within them at every scale.
    /// They keep `gap` axis milliseconds from one another, and use the first `rows` rows.
    void placeLong(std::vector<PackedItem> candidates, double gap, int rows, std::vector<PackedItem> &placed);

private:
    struct Taken {
        double begin;
        double end;
    };
    using Row = std::vector<Taken>; // in order
    static bool isFree(const Row &row, double begin, double end);
    std::optional<int> firstFree(double begin, double end, int height, int from, int rows) const;
    void take(const PackedItem &item);
    bool placeWithLabel(PackedItem &item, DatePlace dates);
    bool placeMark(PackedItem &item, int rows);
    double fades(const PackedItem &item) const;
    struct Choice;
    void consider(const PackedItem &item, PackedItem::Label where, bool inLine, double penalty,
                  const EventLabel &label, Choice &best) const;

    EventAxis m_axis;
    LabelWidths &m_labels;
    double m_pixel;
    double m_widestLabel;
    const Walls &m_walls;
    AxisSpan m_bounds;
    std::vector<Row> m_rows;
};

} // namespace timeline
