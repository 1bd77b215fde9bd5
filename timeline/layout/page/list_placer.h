// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/page/page_items.h"
#include "layout/page/page_texts.h"

#include <functional>

namespace timeline {

/// What a column of a list is placed by. Its time runs down.
struct ListRoom {
    double width = 0;
    double height = 0;
    std::function<double(Instant)> y; ///< the one map from time to the column's pixels
    std::function<bool(std::size_t)>
        isTitled; ///< whether an event, by its place in the content, is to have its title
};

/// Places the events of a column of a list: marks on an axis that runs down, beside it dates and titles, as
/// near to their marks as the others let them (labella.js; boundary labelling with the least sum of squares).
class ListPlacer {
public:
    /// Both must outlive it.
    ListPlacer(PageTexts &texts, const ListRoom &room) : m_texts(texts), m_room(room) {}

    PlacedColumn place(std::size_t first, std::size_t last);

private:
    struct Entry {
        std::vector<std::size_t> events; ///< of one date and colour
        std::vector<SceneLine> lines;    ///< from the entry's top left
        std::vector<std::size_t> lineEvents;
        std::vector<QRectF> dots; ///< of several events, before each title
        double height = 0;
        double firstLine = 0; ///< the middle of the first line
        double markAt = 0;    ///< along the axis
    };
    std::vector<Entry> entriesOf(std::size_t first, std::size_t last);
    /// With dates in a column as wide as that, or above their titles where it is 0.
    std::vector<Entry> entriesOf(std::size_t first, std::size_t last, double dates);
    void addTitle(Entry &entry, std::size_t event, double x, double room, double &y);
    double markAt(std::size_t event) const;
    void addStretch(std::size_t event, PlacedColumn &column) const;

    PageTexts &m_texts;
    const ListRoom &m_room;
};

} // namespace timeline
