// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/pending_edits.h"

#include <QCoreApplication>
#include <QSet>
#include <functional>

namespace timeline {

/// Makes pending edits in another version of the file: event by event, found by id or by the same text, and
/// field by field where both sides changed one. What both changed differently is a conflict, to be decided.
class Merge {
    Q_DECLARE_TR_FUNCTIONS(timeline::Merge)

public:
    struct Conflict {
        std::size_t change; ///< in PendingEdits::events; beyond them: the head
        QString field;      ///< empty: the event as a whole, and whether it is there at all
        QString title;      ///< of the event
        QString ours, theirs;
        bool takesOurs = true;
    };

    /// `theirs` is the document as it is now; nothing is changed in it before edit(). The edits of a journal
    /// may have been saved before it could be taken away: then new events that stand in the file are these.
    enum class Origin { Window, Journal };
    Merge(PendingEdits edits, const Document &theirs, Origin origin = Origin::Window);

    std::vector<Conflict> &conflicts() { return m_conflicts; }
    /// The edit that brings ours into theirs, as the conflicts were decided. Makes places for new events and
    /// for those that cannot be read, see Document.
    using AddPlaces = std::function<std::vector<EventIndex>(const std::vector<QByteArray> &texts)>;
    DocumentEdit edit(const AddPlaces &addPlaces,
                      const std::function<EventIndex(ByteRange unread)> &adopt) const;

private:
    struct Place {
        std::optional<EventIndex> theirs;
        std::optional<ByteRange> unread; ///< theirs is no event
        QByteArray text;                 ///< of theirs

        bool isThere() const { return theirs || unread; }
    };
    void take(std::size_t change, const Document &theirs, EventIndex event);
    void findById(const Document &theirs, bool isAsSaved);
    void findByText(const Document &theirs, QByteArray PendingEdits::Change::*text, bool alsoNew);
    void findByTitle(const Document &theirs);
    void findUnread(const Document &theirs);
    void compare(std::size_t change, const QByteArray &saved, const QByteArray &now, const Place &place);
    QByteArray merged(std::size_t change, const QByteArray &saved, const QByteArray &now,
                      const QByteArray &theirs, bool isHead) const;
    bool isEvent(const QByteArray &text) const;
    const Conflict *conflict(std::size_t change, const QString &field) const;

    /// What the edits' events say in the file that was edited; nothing of new ones.
    struct Saved {
        QString id, title;
        bool isEvent = false; ///< it could be shown
    };

    PendingEdits m_edits;
    std::vector<Saved> m_saved;
    std::vector<Place> m_places; ///< one for each of the edits' events
    QSet<EventIndex> m_used;     ///< theirs, that one of ours has as its place
    QByteArray m_theirHead;
    std::vector<Conflict> m_conflicts; ///< in the order of the changes
};

} // namespace timeline
