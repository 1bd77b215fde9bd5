// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/lane_index.h"

#include <QBitArray>
#include <stop_token>

namespace timeline {

/// By what the events are parted into lanes.
enum class LaneGrouping : std::uint8_t { Category, Parent, Status, Tag, None };

std::optional<LaneGrouping> laneGroupingFromString(QStringView text); ///< "category", "parent", "status" …

/// Which colour something has: a category's place in the document, which may give it a colour; the theme
/// gives those without one.
using ColorRole = std::uint16_t;

/// A horizontal band of the timeline and its events.
struct Lane {
    QString key;           ///< the category's id, the status's word or the tag
    QString title;         ///< what people read
    LaneIndex events = {}; ///< only those that the filter shows
    ColorRole color =
        0; ///< a category's place where lanes are categories, else one beyond those of all categories
};

/// The lanes of a document under a filter, in the order in which they are drawn. An event stands in one lane;
/// by tag that is its first tag's, by parent that of its category's topmost ancestor. Lanes without events
/// are left out.
struct Lanes {
    LaneGrouping grouping = LaneGrouping::Category;
    std::vector<Lane> lanes;
    EventIndex eventCount = 0; ///< in all lanes

    Lanes() = default;
    /// `shown` has one bit an event, or none at all where every event is shown. Ends early, with no lanes to
    /// be used, where it is asked to stop.
    Lanes(const EventAxis &axis, const QBitArray &shown, LaneGrouping by, const std::stop_token &stop = {});

    /// The lane in which an event stands; nothing where the filter hides it.
    std::optional<std::size_t> laneOf(const EventAxis &axis, EventIndex event) const;

    /// Whether lanes came or went, so that places in `lanes` are others now.
    enum class Change : std::uint8_t { Events, Lanes };
    /// Takes an event out; to be called before the document says something else of it.
    Change remove(const EventAxis &axis, EventIndex event);
    /// Puts an event in, in a new lane if need be.
    Change insert(const EventAxis &axis, EventIndex event);

private:
    std::size_t placeOf(const Document &document, EventIndex event, const QString &key) const;
    QString keyOf(const Document &document, EventIndex event) const;
    CategoryIndex categoryOf(const Document &document, EventIndex event) const;
    bool areCategories() const {
        return grouping == LaneGrouping::Category || grouping == LaneGrouping::Parent;
    }
    Lane newLane(const Document &document, EventIndex event) const;
};

} // namespace timeline
