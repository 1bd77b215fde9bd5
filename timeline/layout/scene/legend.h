// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"

#include <QStringList>

namespace timeline {

class Document;
class Filter;

/// One look and what it means, or something else to know.
struct LegendEntry {
    std::optional<SceneItem> sample; ///< drawn as in the timeline
    SceneText text;
};

struct Legend {
    double height = 0; ///< 0 where nothing needs explaining
    std::vector<LegendEntry> entries;
};

/// What a legend says beside the looks.
struct LegendNotes {
    QStringList ownStatuses = {};         ///< the words of the file for those that have one of its own
    QString leftOut = {};                 ///< what a filter leaves out
    std::size_t outside = 0;              ///< events before or after the stretch of time that is shown
    EventIndex undated = 0;               ///< events that are not there because they have no date
    std::size_t lanesLeftOut = 0;         ///< for which there is no room
    int heightOfAllLanes = 0;             ///< of a picture that would have it, in pixels
    std::size_t lanesOutOfView = 0;       ///< of a window
    std::size_t unnamedEras = 0;          ///< for whose names there is none
    std::size_t lanesOfEventsLeftOut = 0; ///< see Lanes::lanesLeftOut
};

/// Explains the looks that occur among `items`, in rows as wide as `width`, from the top left.
Legend legendOf(const std::vector<SceneItem> &items, double width, const TextMeasure &measure,
                const LegendNotes &notes = {});

/// The first words for a status that a file has of its own and that occur among `items`, as people read them.
QStringList ownStatusesOf(const Document &document, const std::vector<SceneItem> &items);

/// "3 of 6 events: category:feed, without Meals": that `shown` of the events with a date pass a filter, and
/// what it asks for. Empty where all do.
QString leftOutBy(const Filter &filter, const Document &document, EventIndex shown);

/// "Events stand in at most 8 lanes each: 3 more are left out"; empty where none is.
QString lanesOfEventsLeftOut(std::size_t lanes);

/// Explains every look that there is.
Legend completeLegend(double width, const TextMeasure &measure);

} // namespace timeline
