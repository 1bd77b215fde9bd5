// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event_reader.h"
#include "document/json/splice.h"

#include <QByteArrayList>

namespace timeline {

/// Where the lists of events stand in the text of a file, with their brackets. Empty: there is none.
struct EventLists {
    ByteRange events;
    ByteRange undated;
    ByteRange noUndated;     ///< a value in its place that says nothing, as null does
    bool hasUndated = false; ///< what has no date can stand in a list: the file is no bare array
    qint64 eventsKey = 0;    ///< where the key of the events stands

    /// The list that a place lies in.
    std::optional<EventList> at(qint64 offset) const {
        return events.contains(offset)    ? std::optional(EventList::Events)
               : undated.contains(offset) ? std::optional(EventList::Undated)
                                          : std::nullopt;
    }
    std::vector<ByteRange> inOrder() const; ///< those that there are
};

/// In the text of a file whose `root` is known; `events` as the pass over it found them.
EventLists eventListsIn(const JsonText &text, JsonValue root, ByteRange events);
/// In a head, see headOf(); no events where it has no list of them.
EventLists eventListsIn(const QByteArray &head);

/// The text of a file with empty arrays instead of its events.
QByteArray headOf(QByteArrayView bytes, const EventLists &lists);
/// A place in a head, as in the file that the head is of; what stands before a list, however long, ends
/// there.
qint64 placeInFile(qint64 inHead, const EventLists &head, const EventLists &file);
/// What makes a list of undated events in a text that has none, on lines as the text around it.
Splice newUndated(QByteArrayView bytes, const EventLists &lists, const QByteArrayList &events);

} // namespace timeline
