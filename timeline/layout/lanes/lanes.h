// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/lane_choice.h"
#include "layout/lanes/lane_index.h"

#include <QBitArray>
#include <QHash>
#include <QVarLengthArray>
#include <stop_token>

namespace timeline {

/// By what the events are parted into lanes.
enum class LaneGrouping : std::uint8_t { Category, Parent, Status, Tag, Source, Attribution, Place, None };

std::optional<LaneGrouping> laneGroupingFromString(QStringView text); ///< "category", "parent", "status" …

/// Which colour something has: a category's place in the document, which may give it a colour; the theme
/// gives those without one.
using ColorRole = std::uint16_t;

/// A horizontal band of the timeline and its events.
struct Lane {
    QString key;           ///< the category's id, the status's word, the tag, the source's id …
    QString title;         ///< what people read
    LaneIndex events = {}; ///< only those that the filter shows
    ColorRole color =
        0; ///< a category's place where lanes are categories, else one beyond those of all categories
    std::size_t natural = 0; ///< tells where it stands as long as nobody has chosen
    bool isFolded = false;   ///< to one line, see LaneChoice
    bool isHidden = false;
};

/// The lanes of a document under a filter, in the order in which they are drawn. An event stands in one lane,
/// by tag or source in one for each of its first ones, by parent in that of its category's topmost ancestor.
/// Lanes without events are left out; those that somebody hid are the last ones, and take no room.
struct Lanes {
    static constexpr std::size_t mostOfEvent = 8; ///< lanes in which one event stands
    static constexpr std::size_t few = 20;        ///< lanes that are looked at one by one
    using OfEvent =
        QVarLengthArray<std::size_t, mostOfEvent>; ///< places in `lanes`, in the order of its tags or sources

    LaneGrouping grouping = LaneGrouping::Category;
    std::vector<Lane> lanes;
    EventIndex eventCount = 0;      ///< each once, in however many lanes it stands
    std::size_t placementCount = 0; ///< of all lanes together: an event as often as it has a lane
    std::size_t lanesLeftOut = 0;   ///< of events that have more tags or sources than lanes may have them
    std::size_t openCount = 0;      ///< lanes that are not hidden: the first ones
    /// All placements by begin, for who would have to ask each of more than a few lanes. Empty where there
    /// are few.
    EdgeOrder placements{Edge::Begin};

    Lanes() = default;
    /// `shown` has one bit an event, or none at all where every event is shown. Ends early, with no lanes to
    /// be used, where it is asked to stop.
    Lanes(const EventAxis &axis, const QBitArray &shown, LaneGrouping by, const std::stop_token &stop = {});

    /// The lanes in which an event stands; none where the filter hides it.
    OfEvent lanesOf(const EventAxis &axis, EventIndex event) const;
    std::optional<std::size_t> laneOf(const EventAxis &axis, EventIndex event) const; ///< the first of them
    std::optional<std::size_t> placeOf(const QString &key) const;
    bool isTall(std::size_t lane) const { ///< shows its events: it is neither hidden nor folded
        return !lanes[lane].isHidden && !lanes[lane].isFolded;
    }

    /// Lets the lanes stand as somebody chose. Costs what there are lanes, however many events are in them.
    void choose(const LaneChoice &choice);
    const LaneChoice &choice() const { return m_choice; }

    /// Whether lanes came or went, so that places in `lanes` are others now.
    enum class Change : std::uint8_t { Events, Lanes };
    /// Takes an event out of its lanes; to be called before the document says something else of it.
    Change remove(const EventAxis &axis, EventIndex event);
    /// Puts an event into its lanes, new ones if need be.
    Change insert(const EventAxis &axis, EventIndex event);
    /// What has no category is called otherwise once there are categories. Gives whether it is.
    bool retitle(const Document &document);

private:
    using Keys = QVarLengthArray<QString, mostOfEvent>;
    Keys keysOf(const Document &document, EventIndex event) const;
    CategoryIndex categoryOf(const Document &document, EventIndex event) const;
    bool areCategories() const {
        return grouping == LaneGrouping::Category || grouping == LaneGrouping::Parent;
    }
    bool areWords() const; ///< of the events, which are known when they are met
    Lane newLane(const Document &document, EventIndex event, const QString &key) const;
    void findPlaces();
    void stand();
    std::vector<EventIndex> allPlacements(const Document &document) const;

    QHash<QString, std::size_t> m_places; ///< of lanes, by their keys
    LaneChoice m_choice;
};

} // namespace timeline
