// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale.h"
#include "layout/scene.h"

#include <QHash>

namespace timeline {

/// Titles and their widths, kept because measuring costs more than drawing.
class LabelWidths {
public:
    explicit LabelWidths(const TextMeasure &measure) : m_measure(&measure) {}
    struct Label {
        QString text;
        double width = 0;
    };
    const Label &of(const Document &document, EventIndex event);

private:
    const TextMeasure *m_measure;
    QHash<EventIndex, Label> m_labels;
};

/// An event or a cluster in its row, for one zoom level. Positions are on the axis, so that panning is free.
struct PackedItem {
    double axisBegin = 0; ///< what is drawn; a cluster keeps to its cell of the grid
    double axisEnd = 0;
    double spanBegin = 0; ///< a cluster's events, from the earliest begin to the latest end
    double spanEnd = 0;
    EventIndex event = 0; ///< for a cluster: its first
    EventIndex count = 1;
    std::uint16_t row = 0;
    ItemShape shape = ItemShape::Point;
    enum class Label : std::uint8_t { None, Inside, Beside } label = Label::None;
};

/// A lane's items at one zoom level.
struct PackedLane {
    int rows = 1;
    std::vector<PackedItem> items; ///< by axisBegin; those that reach further than `reach` stand in `wide`
    std::vector<PackedItem> wide;
    double reach = 0; ///< how far, in axis milliseconds, an item of `items` with its label goes at most
};

/// Gives the events of a lane rows, the important ones first, so that no mark or label overlaps another at
/// any scale of the level. What finds no room in `maxRows` rows is counted in clusters, in a last row of
/// their own. Depends on nothing but the lane and the level: panning changes no row.
PackedLane packLane(const Document &document, const TimeScale &scale, const Lane &lane, int level,
                    int maxRows, LabelWidths &widths);

/// An era in the strip above the lanes. Rows do not depend on the zoom.
struct PackedEra {
    std::size_t era = 0;
    int row = 0;
    double axisBegin = 0;
    double axisEnd = 0;
};
std::vector<PackedEra> packEras(const Document &document, const TimeScale &scale);

/// The first row that has no era at or after an axis position: there a note can stand.
int freeEraRow(const std::vector<PackedEra> &eras, double axis);

} // namespace timeline
