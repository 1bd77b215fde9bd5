// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/file_bytes.h"
#include "document/format/event.h"
#include "document/format/file_head.h"
#include "document/format/finding_list.h"
#include "document/store/document_edit.h"
#include "document/store/edited_texts.h"
#include "document/store/event_ids.h"
#include "document/store/event_table.h"
#include "document/store/file_lines.h"
#include "document/store/relations.h"

#include <QHash>
#include <algorithm>
#include <memory>
#include <unordered_map>

namespace timeline {

/// An events file, version 1: the bytes as they were read, and beside them columns with what is asked for
/// often. Everything else is decoded from the bytes when it is shown. Event indices follow the file's order;
/// new events come after them, and an event that is deleted keeps its index, so that it can come back. Shared
/// as std::shared_ptr<const Document> between threads, and then it never changes: who edits it makes a copy,
/// which is a document of its own and shares with this one all that its edits leave as it was. Copying costs
/// next to nothing, and an edit what it touches.
class Document {
public:
    QString title() const { return m_head->title; }
    QString description() const { return m_head->description; } ///< Markdown
    QString asOfText() const { return m_head->asOfText; }       ///< EDTF, empty where the file gives none
    std::optional<Span> asOf() const {
        return m_head->asOfText.isEmpty() ? std::nullopt : std::optional(m_head->asOf);
    }
    /// Declared first, in the file's order.
    const std::vector<Category> &categories() const { return m_head->categories; }
    /// Those that the file declares or that an event has. The others are there only because events had them
    /// once, so that the numbers of these stay.
    std::vector<CategoryIndex> presentCategories() const;
    bool declaresCategories() const { return m_head->declaresCategories; } ///< the file has a list of them
    const std::vector<Source> &sources() const { return m_head->sources; }
    const std::vector<Era> &eras() const { return m_head->eras; }
    const std::vector<Series> &series() const { return m_head->series; }
    /// In the order of their places. After an edit some have no line yet: see located().
    const FindingList &findings() const { return m_findings; }
    /// A finding with its line and column; 0 for both where the text that it is about is edited. The first
    /// call may have to count the lines of the file.
    Finding located(Finding finding) const;

    /// How many indices there are, those of deleted events included.
    EventIndex eventCount() const { return static_cast<EventIndex>(m_events.size()); }
    EventIndex presentCount() const { return eventCount() - m_deletedCount; }
    bool isDeleted(EventIndex event) const { return m_events.length(event) == 0; }
    bool isNew(EventIndex event) const { return event >= m_countInFile; } ///< it is not in bytes()
    Span span(EventIndex event) const { return m_events.span(event); }
    Instant begin(EventIndex event) const { return m_events.begin(event); } ///< of its span
    Instant end(EventIndex event) const { return m_events.end(event); }
    DateFlags flags(EventIndex event) const { return m_events.flags(event); }
    CategoryIndex category(EventIndex event) const {
        return m_categoryNumbers[std::min<std::size_t>(m_events.category(event),
                                                       m_categoryNumbers.size() - 1)];
    }
    Status status(EventIndex event) const { return m_events.status(event); }
    std::uint8_t importanceByte(EventIndex event) const { return m_events.importance(event); } ///< 0 to 255
    float importance(EventIndex event) const {
        return static_cast<float>(m_events.importance(event)) / 255.0F;
    }

    /// Asks the processor for what the columns have of an event: of events that lie far apart in memory, each
    /// is waited for unless all are asked for before.
    [[gnu::always_inline]] void fetch(EventIndex event) const { m_events.fetch(event); }
    [[gnu::always_inline]] void fetchSpan(EventIndex event) const { m_events.fetchSpan(event); }

    QString eventTitle(EventIndex event) const; ///< decoded at each call; "Untitled" where it has none to see
    EventDetails details(EventIndex event) const;           ///< decoded at each call
    QByteArrayView eventText(EventIndex event) const;       ///< the JSON object as written
    QByteArrayView bytes() const { return m_bytes.view(); } ///< of the file as it was read
    QByteArray stamp() const { return m_bytes.stamp(); }    ///< of the file when it was read: see stampOf()
    /// See FileBytes::makeOwn(): for who shows the document for long. May take a while.
    bool makeBytesOwn(const std::stop_token &stop) const { return m_bytes.makeOwn(stop); }
    /// Whether the bytes are those of one file. Others may have written into it or cut it off before they
    /// were one's own: then they are not to be written anywhere.
    bool isWhole() const { return !m_bytes.isCut() && !m_bytes.isWritten(); }
    /// Whether this and the other were read as one: they differ by edits alone.
    bool isVersionOf(const Document &other) const { return bytes().data() == other.bytes().data(); }
    /// Where an event stands in them that is as in the file.
    ByteRange place(EventIndex event) const {
        return {m_events.offset(event), m_events.offset(event) + m_events.length(event)};
    }
    /// A part of them, for one look: see FileBytes::look().
    QByteArrayView look(ByteRange range, std::span<char> memory) const {
        return m_bytes.look(range.begin, range.size(), memory);
    }
    ByteRange eventsArray() const { return m_array; } ///< in bytes(), with its brackets

    /// The event with this id, the first where several have it.
    std::optional<EventIndex> findEvent(const QString &id) const;
    const Source *findSource(const QString &id) const;

    const Relations &relations() const { return m_relations; }

    /// The earliest begin and latest end of all events, leaving open ends out; nothing without events.
    std::optional<Span> extent() const { return m_extent; }
    /// Of the events that have their bit in `shown`; of all that are in the columns where it is empty.
    std::optional<Span> extent(const QBitArray &shown) const;

    /// The text around the events: the file's with an empty array instead of them.
    QByteArray head() const;
    QByteArray headInFile() const; ///< as it was read

    /// What stands among the events in bytes() and cannot be shown as one, in the order of the places.
    std::vector<ByteRange> unread() const { return unreadAmong(m_findings); }
    /// The one of them that a place in bytes() lies in.
    std::optional<ByteRange> unreadAt(qint64 offset) const;
    /// One of them that has this id, and is not mended.
    std::optional<ByteRange> unreadTwin(const std::string &id) const;
    qint64 lineOf(qint64 offset) const { return m_lines.of(bytes()).lineOf(offset); } ///< of bytes()
    /// An index for one of them, so that it can be edited. There is no event until its text is one.
    EventIndex adopt(ByteRange unread);
    /// An index for a new event, to stand in the file after another or before all. There is no event until it
    /// is given a text.
    EventIndex addPlace(std::optional<EventIndex> after);
    /// Makes a change, and gives the one that takes it back. Texts of events are JSON and have what an event
    /// needs, a head has an array of events: see checkEvent() and checkHead().
    DocumentEdit apply(const DocumentEdit &edit);
    const EditedTexts &edited() const { return m_edited; }
    /// The first event at or after this one whose text is not that of the file.
    std::optional<EventIndex> nextEdited(EventIndex from) const { return m_edited.next(from); }
    /// What to change in bytes() so that they say what the document says.
    std::vector<Splice> changes() const { return m_edited.changes(m_bytes.view(), m_array); }

private:
    friend class DocumentBuilder;
    struct Head : QSharedData, FileHead {
        QHash<QString, std::size_t> sourceNumbers; ///< by id
    };
    void takeHead(FileHead &&head);
    void replaceHead(const QByteArray &text);
    QByteArray replaceText(EventIndex event, const QByteArray &text);
    std::vector<EventIndex> recheckNames(const QSet<QString> &categories, const QSet<QString> &sources);
    std::optional<ByteRange> elementAt(qint64 offset, qint64 from) const;
    ByteRange inFile(EventIndex event) const;
    qint64 endBefore(qint64 offset) const;
    std::string eventId(EventIndex event) const;
    bool isFirstOf(const std::string &id, EventIndex event) const;
    std::vector<EventIndex> editedEventsNamed(const std::string &id) const;
    EventIndex appendDeleted(const EditedTexts::Entry &entry);
    void recheck(std::vector<EventIndex> events);
    std::vector<ByteRange> unreadAmong(const FindingList &findings) const;
    void noteUnreadIds(const FindingList &findings);
    CategoryIndex columnCategory(const QString &id);
    EventIndex &categoryCount(CategoryIndex column) {
        return m_categoryCounts[std::min<std::size_t>(column, m_categoryCounts.size() - 1)];
    }
    std::vector<bool> categoriesInUse() const;

    FileBytes m_bytes;
    ByteRange m_array; ///< of the events, in m_bytes
    EditedTexts m_edited;
    EventIndex m_deletedCount = 0;
    EventIndex m_countInFile = 0;
    std::optional<Span> m_extent;
    QExplicitlySharedDataPointer<Head> m_head{new Head};
    FindingList m_findings;
    FileLines m_lines;
    Relations m_relations;
    EventTable m_events;
    std::vector<CategoryIndex> m_categoryNumbers; ///< for those in m_events; the last for events without one
    std::vector<EventIndex> m_categoryCounts;     ///< how many events have these
    std::shared_ptr<const EventIds> m_ids = std::make_shared<EventIds>(); ///< of those as in the file
    VersionedMap<std::vector<EventIndex>> m_editedIds; ///< of the others, by idHash(), sorted
    using UnreadIds = std::unordered_multimap<std::string, ByteRange>;
    std::shared_ptr<const UnreadIds> m_unreadIds = std::make_shared<UnreadIds>(); ///< of what is no event
};

/// How a category is called where people read; that of events without one is "Other", or "Events" where there
/// are no others.
QString categoryTitle(const Document &document, CategoryIndex category);

} // namespace timeline
