// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where in their file the events of a Document stand that are new, or came from one list to the other.

#include "document/edit/new_events.h"

namespace timeline {

EventIndex Document::addPlace(std::optional<EventIndex> after) {
    EditedTexts::Entry entry;
    entry.setAfter(after ? endAmongEvents(*after) : m_lists.events.begin + 1);
    const EventIndex place = appendDeleted();
    m_edited.set(place, entry);
    return place;
}

/// Where in the list of events something has to stand so that it comes after an event.
qint64 Document::endAmongEvents(EventIndex event) const {
    const ByteRange range = inFile(event);
    if (!range.isEmpty() && m_lists.events.contains(range.begin)) {
        return range.end;
    }
    const EditedTexts::Entry *edited = m_edited.find(event);
    return edited != nullptr && edited->list() == EventList::Events ? edited->after()
                                                                    : endBefore(m_lists.events.end);
}

/// Says where an edited event belongs. Where in the list of events, placeByDate() finds for all at once.
void Document::putInList(EditedTexts::Entry &entry, EventList list) const {
    const bool isThere = !entry.inFile().isEmpty() && m_lists.at(entry.inFile().begin) == list;
    if (!isThere && list == EventList::Undated && !m_lists.undated.isEmpty()) { // last
        const QByteArrayView before = bytes().first(m_lists.undated.end - 1).trimmed();
        entry.setAfter(before.data() + before.size() - bytes().data());
    } else if (!isThere && list != entry.list()) {
        entry.setAfter(EditedTexts::Entry::byDate);
    }
    entry.setList(list);
}

/// Those of these events that came into the list of events go where their date belongs.
void Document::placeByDate(const std::vector<EventIndex> &events) {
    std::vector<EventIndex> moved;
    std::vector<Instant> begins;
    for (const EventIndex event : events) {
        const EditedTexts::Entry *entry = m_edited.find(event);
        if (entry != nullptr && entry->after() == EditedTexts::Entry::byDate) {
            moved.push_back(event);
            begins.push_back(begin(event));
        }
    }
    const std::vector<std::optional<EventIndex>> places = placesByDate(*this, begins);
    for (std::size_t i = 0; i < moved.size(); ++i) {
        EditedTexts::Entry entry = *m_edited.find(moved[i]);
        entry.setAfter(places[i] ? endAmongEvents(*places[i]) : m_lists.events.begin + 1);
        m_edited.set(moved[i], entry);
    }
}

EventIndex Document::adopt(ByteRange unread) {
    if (const auto known = m_edited.adopted(unread)) {
        return *known;
    }
    EditedTexts::Entry entry;
    entry.setInFile(unread, 0);
    entry.text = KeptText::inFile();
    if (!m_bytes.isOwn()) {
        entry.keepBefore(bytes().sliced(unread.begin, unread.size()).toByteArray());
    }
    const EventIndex place = appendDeleted();
    m_edited.adopt(place, entry);
    return place;
}

EventIndex Document::appendDeleted() {
    const auto place = static_cast<EventIndex>(m_events.size());
    EventRow row;
    row.offset = -1;
    m_events.append(row);
    ++m_deletedCount;
    return place;
}

} // namespace timeline
