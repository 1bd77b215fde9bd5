// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/page/label_setting.h"
#include "layout/page/occupancy.h"
#include "layout/page/page_items.h"

#include <functional>

namespace timeline {

/// What a column's events are placed by.
struct ColumnRoom {
    double width = 0;
    double height = 0;                ///< of what may be used; HUGE_VAL to see how much is needed
    std::function<double(Instant)> x; ///< the one map from time to the column's pixels
    double gap = 8;                   ///< between events that stand below each other
    std::function<bool(std::size_t)>
        isTitled; ///< whether an event, by its place in the content, is to have its title
    std::function<bool(std::size_t)> isNoted; ///< the same of its note
    double ease = 1;       ///< how much more a plain label is worth than a high place; 1 where room is scarce
    bool fillsUp = false;  ///< gives others titles, too, where there is room
    bool hasTimes = false; ///< some dates are exact to the time of day: a day is a stretch beside them
};

/// Places the events of a column whose time runs right, each with its mark, date and title. Time reads
/// downwards: in the order of their begins each stands as high as it can below the marks before it, or above
/// them where nothing of its rows lies to its right.
class ColumnPlacer {
public:
    /// `texts` must outlive it.
    ColumnPlacer(PageTexts &texts, const ColumnRoom &room);

    /// The events from `first` up to `last`.
    PlacedColumn place(std::size_t first, std::size_t last);

private:
    /// Events of one colour with one span: they share a mark and a date, and are a list.
    struct Group {
        std::vector<std::size_t> events;
        PlacedMark mark;
    };
    enum class Side : std::uint8_t { Right, Left, Below };

    std::vector<Group> groupsOf(std::size_t first, std::size_t last) const;
    PlacedMark markOf(std::size_t event) const;
    bool needsSymbol(const PlacedMark &mark) const;
    bool placeGroup(const Group &group, PlacedColumn &column);
    double dotRow() const;
    int lowestMarkBefore(std::size_t event, const PlacedColumn &column) const;
    void placeDot(std::size_t event, PlacedColumn &column);
    struct Choice {
        double cost = HUGE_VAL;
        int rows = 0;
        QRectF mark;
        QPointF text;
        LabelSetting setting;
    };
    void consider(const Group &group, Side side, LabelSetting setting, Choice &best) const;
    std::optional<int> firstRow(const QRectF &mark, const QRectF &text, double bottom) const;
    void take(const QRectF &mark, const QRectF &text);
    int mostRows(double bottom) const;

    PageTexts &m_texts;
    const PageContent &m_content;
    const ColumnRoom &m_room;
    Occupancy m_taken;
    int m_lowestMark = 0; ///< the row where the lowest mark so far begins
};

} // namespace timeline
