// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/changed_texts.h"
#include "document/edit/date_shift.h"
#include "document/edit/event_check.h"
#include "widgets/workspace/edit_work.h"
#include "widgets/workspace/workspace.h"

#include <QJsonObject>
#include <QUndoStack>

namespace timeline {

class EditorStep;

/// Values for fields of an event; undefined takes a field out.
struct FieldEdit {
    EventIndex event = 0;
    JsonMembers fields;
};

/// What people do to a document, each a named step that can be undone, without a limit. Nothing else writes
/// to it. What cannot be done is refused(), with words for the one who tried.
///
/// What changes few events is done before the call returns. Many are changed beside the window's thread
/// (work()): until that is done all stays as it was, nothing else may be edited, and it can be cancelled.
class Editor : public QObject {
    Q_OBJECT

public:
    explicit Editor(Workspace &workspace, QObject *parent = nullptr);

    static constexpr std::size_t few = 2000; ///< so many events are changed at once

    QUndoStack *undoStack() { return &m_undoStack; }
    EditWork &work() { return m_work; } ///< what is being done beside the window's thread
    bool isDirty() const { return !m_undoStack.isClean(); }

    /// Why nothing may be edited now: the file may only be read, is still being read or is being saved, or
    /// many events are being changed. Empty: it may.
    QString obstacle() const;
    void setSaving(bool isSaving); ///< what is there is being written
    bool isSaving() const { return m_isSaving; }
    void setReadOnly(const QString &why); ///< empty: it may be written
    void setReading(bool isReading);      ///< a document is on its way that takes this one's place
    bool isReading() const;
    bool canEdit() const { return obstacle().isEmpty(); }
    bool isReadOnly() const { return !m_readOnly.isEmpty(); }

    /// Says why nothing may be edited now, where it is so.
    bool isRefused();
    void undo(); ///< as far as it is allowed now
    void redo();
    /// Undoes or makes again step by step until so many are made, as far as it is allowed. What takes long is
    /// done beside the window's thread, and it goes on after that; any other edit ends it.
    void turnTo(int index);

    /// Gives a field of these events a value; undefined takes it out. A burst of changes to one field of the
    /// same events is one step. False where it was refused at once.
    bool setField(const std::vector<EventIndex> &events, const QString &field, const QJsonValue &value);
    /// Several fields of several events in one step; where `burst` names what is being typed, with others of
    /// the same name that come soon.
    void setFields(const std::vector<FieldEdit> &edits, const QString &stepName, const QString &burst = {});
    /// Makes a step of any change of the texts of these events. False where it was refused at once.
    bool changeTexts(const std::vector<EventIndex> &events, const TextChange &change, const QString &stepName,
                     const QString &burst = {});
    /// Moves these events by an amount of time, as one step; says of which it cannot.
    void moveBy(const std::vector<EventIndex> &events, const Shift &shift, const QString &stepName);
    /// What tells a burst of changes to these events from others.
    static QString burstOf(const QString &name, const std::vector<EventIndex> &events);
    void mend(EventIndex event, const EventFix &fix);
    /// Gives what stands in the file and cannot be shown as an event a text that can.
    void mend(ByteRange unread, const QByteArray &text);
    /// Mends many events in one step, see mendsOf().
    void mend(DocumentEdit edit, const QString &stepName);
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
    /// Makes an edit as one step; where `burst` names what is being typed, with others of the same name that
    /// come soon.
    void apply(const DocumentEdit &edit, const QString &stepName, const QString &burst = {});

Q_SIGNALS:
    void refused(const QString &why);
    void obstacleChanged();

private:
    /// What an event's text has wrong so that it could not be shown; empty where it can.
    static QString whyRefused(EventList list, const QByteArray &text, const QByteArray &before);
    static QString firstRefusal(const Document &before, const EditedVersion &version);
    QByteArray textOf(EventIndex event) const;
    /// What these values make of the text of an event. A list takes the place of what is understood of the
    /// one that is there.
    static EditedText changed(QByteArrayView text, const JsonMembers &fields);
    /// Adds to an edit what these values make of an event.
    bool change(EventIndex event, const JsonMembers &fields, DocumentEdit &edit);
    /// Adds another text of an event to an edit; false, and refused(), where that could not be shown.
    bool take(EventIndex event, const EditedText &after, DocumentEdit &edit);
    /// `subject` is what is selected then, where it is not all that is edited.
    void push(DocumentEdit edit, const QString &stepName, const QString &burst = {},
              std::optional<EventIndex> subject = {});
    /// Makes a step beside the window's thread.
    void start(const EditWork::Drafting &draft, const QString &stepName, const QString &burst = {});
    void turn(int index, void (QUndoStack::*turning)());
    void turnOn();
    bool isFine(const EditWork::Done &done);
    const EditorStep *step(int index) const;
    void insert(const std::vector<QByteArray> &texts, std::optional<EventIndex> after,
                const QString &stepName, const std::optional<QByteArray> &head = {});
    static DocumentEdit insertion(Document &document, const std::vector<QByteArray> &texts,
                                  std::optional<EventIndex> after, const std::optional<QByteArray> &head);

    Workspace &m_workspace;
    QUndoStack m_undoStack;
    QString m_readOnly;
    bool m_isReading = false;
    bool m_isSaving = false;
    std::optional<int> m_turnsTo; ///< while turnTo() is on its way
    EditWork m_work;              ///< last: it looks at what the steps have
};

} // namespace timeline
