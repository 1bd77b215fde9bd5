// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding_list.h"
#include "document/store/document_bytes.h"
#include "document/store/document_edit.h"
#include "document/store/document_head.h"
#include "document/store/document_rows.h"
#include "document/store/edited_texts.h"
#include "document/store/event_ids.h"
#include "document/store/relations.h"
#include "time/finer_digits.h"

#include <memory>

namespace timeline {

class EditControl;

/// An events file, version 1: the bytes as they were read, and beside them columns with what is asked for
/// often. Everything else is decoded from the bytes when it is shown. Event indices follow the file's order;
/// new events come after them, and an event that is deleted keeps its index, so that it can come back. Shared
/// as std::shared_ptr<const Document> between threads, and then it never changes: who edits it makes a copy,
/// which is a document of its own and shares with this one all that its edits leave as it was. Copying costs
/// next to nothing, and an edit what it touches.
class Document : public DocumentHead, public DocumentRows, public DocumentBytes {
public:
    /// Those that the file declares or that an event has. The others are there only because events had them
    /// once, so that the numbers of these stay.
    std::vector<CategoryIndex> presentCategories() const;
    /// In the order of their places. After an edit some have no line yet: see located().
    const FindingList &findings() const { return m_findings; }
    /// A finding with its line and column; 0 for both where the text that it is about is edited. The first
    /// call may have to count the lines of the file.
    Finding located(Finding finding) const;

    QString eventTitle(EventIndex event) const; ///< decoded at each call; "Untitled" where it has none to see
    /// Decoded at each call. `fields`: bits of those that are asked for, beside the date: an event may have a
    /// hundred thousand links.
    EventDetails details(EventIndex event, std::uint32_t fields = allEventFields) const;
    FinerDigits finerDigits(EventIndex event) const;  ///< read at each call where its date has any
    QByteArrayView eventText(EventIndex event) const; ///< the JSON object as written
    /// A text that an edit has for an event, or the file has for it.
    QByteArrayView textOf(const EventText &edited) const;
    /// In which list of the file an event belongs if this were its text: where it stands, until it is given a
    /// date or its date is taken out. The same of what stands among the events and is none.
    EventList listFor(EventIndex event, const QByteArray &text) const;
    EventList listForUnread(ByteRange unread, const QByteArray &text) const;
    EventList listForNew(const QByteArray &text) const; ///< among the undated ones without a word of its date

    /// The event with this id, the first where several have it.
    std::optional<EventIndex> findEvent(const QString &id) const { return findEvent(id.toStdString()); }
    std::optional<EventIndex> findEvent(const std::string &id) const;

    const Relations &relations() const { return m_relations; }

    /// The text around the events: the file's with empty arrays instead of them.
    QByteArray head() const;
    QByteArray headInFile() const; ///< as it was read

    /// What stands among the events in bytes() and cannot be shown as one, in the order of the places.
    std::vector<ByteRange> unread() const;
    /// The one of them that a place in bytes() lies in.
    std::optional<ByteRange> unreadAt(qint64 offset) const;
    /// An index for one of them, so that it can be edited. There is no event until its text is one.
    EventIndex adopt(ByteRange unread);
    /// An index for a new event, to stand in the file after another or before all. There is no event until it
    /// is given a text.
    EventIndex addPlace(std::optional<EventIndex> after);
    /// Makes a change, and gives the one that takes it back. Texts of events are JSON and have what an event
    /// needs, a head has an array of events: see checkEvent() and checkHead().
    DocumentEdit apply(const DocumentEdit &edit);
    /// The same for many events, to be given up on the way; then the document is of no use any more.
    DocumentEdit apply(const DocumentEdit &edit, EditControl &control);
    const EditedTexts &edited() const { return m_edited; }
    /// The first event at or after this one whose text is not that of the file.
    std::optional<EventIndex> nextEdited(EventIndex from) const { return m_edited.next(from); }
    /// What to change in bytes() so that they say what the document says.
    std::vector<Splice> changes() const { return m_edited.changes(m_bytes.view(), m_lists); }

private:
    friend class DocumentBuilder;
    friend class DocumentEditing;
    friend class ChangeReader;
    EventList listFor(EventList list, QByteArrayView inFile, const QByteArray &text) const;
    void replaceHead(const QByteArray &text);
    std::vector<EventIndex> takeEditedHead(const QByteArray &text);
    void putInList(EditedTexts::Entry &entry, EventList list) const;
    void placeByDate(const std::vector<EventIndex> &events);
    qint64 endAmongEvents(EventIndex event) const;
    std::vector<EventIndex> recheckNames(const QSet<QString> &categories, const QSet<QString> &sources);
    std::optional<ByteRange> elementAt(qint64 offset, qint64 from) const;
    ByteRange inFile(EventIndex event) const;
    qint64 endBefore(qint64 offset) const;
    std::string eventId(EventIndex event) const;
    bool isFirstOf(const std::string &id, EventIndex event) const;
    std::vector<EventIndex> eventsNamedInFile(const std::string &id) const;
    std::vector<EventIndex> editedEventsNamed(const std::string &id) const;
    EventIndex appendDeleted();
    CategoryIndex columnCategory(const QString &id);
    std::vector<bool> categoriesInUse() const;

    EditedTexts m_edited;
    FindingList m_findings;
    Relations m_relations;
    std::shared_ptr<const EventIds> m_ids =
        std::make_shared<EventIds>();                  ///< of those with the ids of the file
    VersionedMap<std::vector<EventIndex>> m_editedIds; ///< of those with others, by idHash()
};

/// How a category is called where people read; that of events without one is "Other", or "Events" where there
/// are no others.
QString categoryTitle(const Document &document, CategoryIndex category);

} // namespace timeline
