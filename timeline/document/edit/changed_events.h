// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read/event_batch.h"
#include "document/store/document.h"

#include <span>

namespace timeline {

/// What an event becomes by the text that an edit gives it.
struct ChangedEvent {
    EventIndex event = 0;
    EventRow row;             ///< length 0: it is none; its category is one of ChangedEvents::categories
    EditedTexts::Entry entry; ///< how it is kept, if it is not as in the file then
    KeptText before;          ///< what takes it back
    bool isInFile = false;    ///< it is as in the file then
    bool wasListed = false;   ///< its id is another than in the file before, and found in a list of those
    bool isPlain =
        false; ///< seen at a glance: nothing is wrong in it, and `links` and `sources` have what it names
    bool keepsId = false; ///< it has the same id or none as before
};

/// Some of the events of an edit, read: everything of them that does not depend on other events.
struct ChangedEvents {
    std::vector<ChangedEvent> events;
    NameTable categories = NameTable(noCategory);
    // Of the plain ones. Rows count from the first event here, places from the beginning of its text; sources
    // are those that the file does not declare.
    std::vector<Reference> links, sources;
};

/// Reads the texts of an edit, on any number of threads. Many are read as those of a file are: at a glance
/// where they are plainly fine, with care otherwise.
class ChangeReader {
public:
    /// The document must stay as it is while this reads.
    explicit ChangeReader(const Document &document);
    ChangedEvents read(std::span<const EventText> changes) const;

private:
    ChangedEvent begin(const EventText &change) const;
    void scan(ChangedEvents &changed) const;
    void readWithCare(ChangedEvent &event, NameTable &categories) const;
    void settle(ChangedEvent &event) const;
    QByteArrayView textOf(const ChangedEvent &event) const;

    const Document &m_document;
    NameSet m_sources; ///< declared
};

} // namespace timeline
