// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/event_check.h"
#include "document/edit/event_edit.h"
#include "document/edit/mend_places.h"
#include "widgets/workspace/workspace.h"

#include <QJsonObject>
#include <QUndoStack>

namespace timeline {

/// Values for fields of an event; undefined takes a field out.
struct FieldEdit {
    EventIndex event = 0;
    JsonMembers fields;
};

/// What people do to a document, each a named step that can be undone, without a limit. Nothing else writes
/// to it. What cannot be done is refused(), with words for the one who tried.
class Editor : public QObject {
    Q_OBJECT

public:
    explicit Editor(Workspace &workspace, QObject *parent = nullptr);

    QUndoStack *undoStack() { return &m_undoStack; }
    bool isDirty() const { return !m_undoStack.isClean(); }

    /// Why nothing may be edited now: the file may only be read, or is still being read. Empty: it may.
    QString obstacle() const;
    void setReadOnly(const QString &why); ///< empty: it may be written
    void setReading(bool isReading);      ///< a document is on its way that takes this one's place
    bool isReading() const;
    bool canEdit() const { return obstacle().isEmpty(); }
    bool isReadOnly() const { return !m_readOnly.isEmpty(); }

    /// Says why nothing may be edited now, where it is so.
    bool isRefused();
    void undo(); ///< as far as it is allowed now
    void redo();

    /// Gives a field of these events a value; undefined takes it out. A burst of changes to one field of the
    /// same events is one step. False where it was refused.
    bool setField(const std::vector<EventIndex> &events, const QString &field, const QJsonValue &value);
    /// Several fields of several events in one step; where `burst` names what is being typed, with others of
    /// the same name that come soon.
    void setFields(const std::vector<FieldEdit> &edits, const QString &stepName, const QString &burst = {});
    void mend(EventIndex event, const EventFix &fix);
    /// Gives what stands in the file and cannot be shown as an event a text that can.
    void mend(ByteRange unread, const QByteArray &text);
    /// Mends many events in one step, see mendsOf(); the texts are what those of the document can be shown
    /// as.
    void mend(ManyTexts texts, const QString &stepName);
    /// Lets one event link to another, which gets an id if it has none.
    void link(EventIndex from, EventIndex to, LinkKind kind);
    /// The same for what stands around the events.
    void setInHead(const QString &field, const QJsonValue &value);
    static QString fieldTitle(const QString &field); ///< as people read it

    /// A new event with these fields, in the file where its date belongs, or in the list of those that have
    /// none; selects it.
    std::optional<EventIndex> add(const QJsonObject &fields);
    void remove(const std::vector<EventIndex> &events);
    void duplicate(const std::vector<EventIndex> &events);
    /// Events from JSON text: an array, one event, or a whole events file, whose categories and sources come
    /// along.
    void paste(const QByteArray &json);
    /// Makes an edit as one step.
    void apply(const DocumentEdit &edit, const QString &stepName);

Q_SIGNALS:
    void refused(const QString &why);
    void obstacleChanged();

private:
    class Step;
    /// What an event's text has wrong so that it could not be shown; empty where it can.
    static QString whyRefused(EventList list, const QByteArray &text, const QByteArray &before);
    QByteArray textOf(EventIndex event) const;
    /// Adds to an edit what these values make of a text of an event. A list takes the place of what is
    /// understood of the one that is there.
    bool change(EventIndex event, const QByteArray &base, const JsonMembers &fields, DocumentEdit &edit);
    /// Adds another text of an event to an edit; false, and refused(), where that could not be shown.
    bool take(EventIndex event, const EditedText &after, DocumentEdit &edit);
    /// `subject` is what is selected then, where it is not all that is edited.
    void push(DocumentEdit edit, const QString &stepName, const QString &burst = {},
              std::optional<EventIndex> subject = {});
    void insert(const std::vector<QByteArray> &texts, std::optional<EventIndex> after,
                const QString &stepName, const std::optional<QByteArray> &head = {});

    Workspace &m_workspace;
    QUndoStack m_undoStack;
    QString m_readOnly;
    bool m_isReading = false;
};

} // namespace timeline
