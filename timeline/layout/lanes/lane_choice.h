// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>

namespace timeline {

struct Lanes;

/// How somebody wants the lanes of one grouping to stand, by their keys. It is about looking, not about what
/// happened: no event is filtered away by it. Keys of lanes that are not there wait until they are.
struct LaneChoice {
    QStringList order; ///< these first, in this order, and after them the others as they stand by themselves
    QSet<QString> hidden; ///< take no room
    QSet<QString> folded; ///< to a slim line that says how many events there are where
    bool isEmpty() const { return order.isEmpty() && hidden.isEmpty() && folded.isEmpty(); }
    friend bool operator==(const LaneChoice &, const LaneChoice &) = default;
};

// Each gives what is chosen next, for lanes that stand as they do now. A key that no lane has changes
// nothing.

/// Moves a lane before one that is not hidden, or behind all of these.
LaneChoice movedLane(const Lanes &lanes, const QString &key, const QString &before);
LaneChoice movedLaneToEnd(const Lanes &lanes, const QString &key);
LaneChoice withLaneAlone(const Lanes &lanes, const QString &key); ///< hides all others
LaneChoice withLaneHidden(const Lanes &lanes, const QString &key, bool isHidden);
LaneChoice withLaneFolded(const Lanes &lanes, const QString &key, bool isFolded);
/// Shows all that are hidden. What is hidden and not there, such as what a filter has emptied, too.
LaneChoice withAllLanes(const Lanes &lanes);

} // namespace timeline
