// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event_reader.h"
#include "document/store/document.h"

namespace timeline {

/// Warns of halves of surrogate pairs in JSON text.
void warnOfSurrogates(const QByteArray &text, FindingSink &sink);

/// An event of a document that is edited: read, and what its text or what it names has wrong.
struct CheckedEvent {
    ReadEvent read;
    std::vector<Finding> findings; ///< offsets count from the text's beginning
};

/// Reads a text as that of an event of the document, which may have another one now; without one, of what
/// stands among the events and is none. Ids are looked up as they are in the document.
CheckedEvent checkEvent(const Document &document, std::optional<EventIndex> event, const QByteArray &text);
/// The same, where it is known in which list it is to stand.
CheckedEvent checkEvent(const Document &document, std::optional<EventIndex> event, const QByteArray &text,
                        EventList list);

} // namespace timeline
