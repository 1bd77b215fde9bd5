// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/editor.h"

#include "document/bytes/visible_text.h"
#include "document/edit/new_events.h"
#include "document/format/event_fields.h"
#include "document/format/event_reader.h"
#include "document/read/reader.h"

#include <QCursor>
#include <QDateTime>
#include <QGuiApplication>
#include <QJsonArray>
#include <QUndoCommand>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

constexpr qint64 burstPause = 2000; // milliseconds between changes that are one step
constexpr std::size_t mostSelected = 1000;

/// Says that it takes a while, where it does.
class WaitCursor {
public:
    explicit WaitCursor(std::size_t eventCount) : m_isShown(eventCount > few) {
        if (m_isShown) {
            QGuiApplication::setOverrideCursor(Qt::WaitCursor);
        }
    }
    ~WaitCursor() {
        if (m_isShown) {
            QGuiApplication::restoreOverrideCursor();
        }
    }
    Q_DISABLE_COPY_MOVE(WaitCursor)

private:
    static constexpr std::size_t few = 10'000;
    bool m_isShown;
};

} // namespace

/// One edit, made and taken back.
class Editor::Step : public QUndoCommand {
public:
    Step(Workspace &workspace, DocumentEdit edit, const QString &name, QString burst,
         std::optional<EventIndex> subject)
        : QUndoCommand(name), m_workspace(workspace), m_edit(std::move(edit)), m_burst(std::move(burst)),
          m_subject(subject), m_time(QDateTime::currentMSecsSinceEpoch()) {}

    /// What the one event said that this step is about; nothing where it is no step of the burst.
    std::optional<QByteArray> textBefore(const QString &burst) const {
        return burst == m_burst && m_inverse.events.size() == 1 ? std::optional(m_inverse.events.front().text)
                                                                : std::nullopt;
    }
    int id() const override { return m_burst.isEmpty() ? -1 : 1; }
    void redo() override {
        m_inverse = m_workspace.apply(m_edit);
        show(m_edit, m_isAgain);
        m_isAgain = true;
    }
    void undo() override {
        m_workspace.apply(m_inverse);
        show(m_inverse, true);
    }
    bool mergeWith(const QUndoCommand *command) override {
        const auto *next = dynamic_cast<const Step *>(command);
        if (next == nullptr || next->m_burst != m_burst || next->m_time - m_time > burstPause) {
            return false;
        }
        const auto isSameEvent = [](const EventText &x, const EventText &y) { return x.event == y.event; };
        constexpr std::size_t few = 1000;
        if (std::ranges::equal(m_edit.events, next->m_edit.events, isSameEvent)) {
            m_edit.events = next->m_edit.events;
        } else if (std::max(m_edit.events.size(), next->m_edit.events.size()) > few) {
            return false; // looking for each would take longer than a step is worth
        } else {
            take(*next);
        }
        if (next->m_edit.head) {
            m_edit.head = next->m_edit.head;
            m_inverse.head = m_inverse.head ? m_inverse.head : next->m_inverse.head;
        }
        m_time = next->m_time;
        setObsolete(changesNothing());
        return true;
    }

private:
    /// The later one leaves out events that had its value already, the earlier those that had its own.
    void take(const Step &next) {
        for (const EventText &change : next.m_edit.events) {
            const auto known = std::ranges::find(m_edit.events, change.event, &EventText::event);
            if (known != m_edit.events.end()) {
                known->text = change.text;
            } else {
                m_edit.events.push_back(change);
                m_inverse.events.push_back(
                    *std::ranges::find(next.m_inverse.events, change.event, &EventText::event));
            }
        }
    }
    /// Edit and inverse have the same events in the same order.
    bool changesNothing() const {
        return m_edit.head == m_inverse.head &&
               std::ranges::equal(m_edit.events, m_inverse.events, {}, &EventText::text, &EventText::text);
    }
    /// Selects what was edited; what is undone or made again may have to be looked for.
    void show(const DocumentEdit &edit, bool reveals) const {
        std::vector<EventIndex> there;
        for (const EventText &change : edit.events) {
            if (!change.text.isEmpty() && change.event == m_subject.value_or(change.event)) {
                there.push_back(change.event);
            }
        }
        if (there.empty() || there.size() > mostSelected) {
            return;
        }
        const bool areSelected = m_subject ? m_workspace.selection()->events() == there
                                           : std::ranges::all_of(there, [this](EventIndex event) {
                                                 return m_workspace.selection()->contains(event);
                                             });
        if (!areSelected) {
            m_workspace.selection()->select(there);
            m_workspace.selection()->select(there.front(), QItemSelectionModel::Select);
        }
        if (reveals) {
            m_workspace.bringIntoView(there.front());
        }
    }

    Workspace &m_workspace;
    DocumentEdit m_edit, m_inverse;
    QString m_burst;
    std::optional<EventIndex> m_subject;
    qint64 m_time;
    bool m_isAgain = false;
};

Editor::Editor(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace) {
    connect(&workspace, &Workspace::documentChanged, this, [this] {
        m_undoStack.clear();
        Q_EMIT obstacleChanged();
    });
    connect(&workspace, &Workspace::arrangingChanged, this, &Editor::obstacleChanged);
}

bool Editor::isReading() const {
    return m_isReading || !m_workspace.canEdit();
}

QString Editor::obstacle() const {
    return isReading() ? tr("The file is still being read.") : m_readOnly;
}

void Editor::setReadOnly(const QString &why) {
    if (why != m_readOnly) {
        m_readOnly = why;
        Q_EMIT obstacleChanged();
    }
}

void Editor::setReading(bool isReading) {
    if (isReading != m_isReading) {
        m_isReading = isReading;
        Q_EMIT obstacleChanged();
    }
}

void Editor::undo() {
    if (!isRefused()) {
        m_undoStack.undo();
    }
}

void Editor::redo() {
    if (!isRefused()) {
        m_undoStack.redo();
    }
}

bool Editor::isRefused() {
    if (const QString why = obstacle(); !why.isEmpty()) {
        Q_EMIT refused(why);
        return true;
    }
    return false;
}

void Editor::push(DocumentEdit edit, const QString &stepName, const QString &burst,
                  std::optional<EventIndex> subject) {
    if (!edit.isEmpty()) {
        const WaitCursor waiting(edit.events.size());
        m_undoStack.push(new Step(m_workspace, std::move(edit), visibleText(stepName), burst, subject));
    }
}

void Editor::apply(const DocumentEdit &edit, const QString &stepName) {
    if (!isRefused()) {
        push(edit, stepName);
    }
}

QByteArray Editor::textOf(EventIndex event) const {
    return m_workspace.document()->eventText(event).toByteArray();
}

QString Editor::whyRefused(EventList list, const QByteArray &bytes, const QByteArray &before) {
    const JsonText text(bytes);
    FindingSink sink;
    const ReadEvent read = EventReader(text, &sink, list).read(text.valueAt(0));
    const bool isDateFine = list == EventList::Undated || read.isDated;
    const QByteArrayList dates = isDateFine ? QByteArrayList() : writtenDates(bytes);
    if (read.isShown && (dates.isEmpty() || dates == writtenDates(before))) {
        return {};
    }
    const auto error = std::ranges::find(sink.findings(), Severity::Error, &Finding::severity);
    return error != sink.findings().end() ? (*error).message() : tr("this is no event");
}

bool Editor::change(EventIndex event, const QByteArray &base, const JsonMembers &fields, DocumentEdit &edit) {
    EditedText after = base;
    for (auto field = fields.begin(); field != fields.end() && after; ++field) {
        const auto &[name, value] = *field;
        after = EventEdit::isList(name) ? EventEdit::setList(*after, name, value.toArray())
                                        : EventEdit::set(*after, name, value);
    }
    return take(event, after, edit);
}

bool Editor::take(EventIndex event, const EditedText &after, DocumentEdit &edit) {
    if (m_workspace.document()->isDeleted(event)) {
        return true; // what is drawn may be behind: there is nothing to change any more
    }
    const bool isOther = after && *after != m_workspace.document()->eventText(event);
    const QString problem =
        isOther ? whyRefused(m_workspace.document()->listFor(event, *after), *after, textOf(event))
                : after.error();
    if (!problem.isEmpty()) {
        Q_EMIT refused(problem);
    } else if (isOther) {
        edit.events.push_back({event, *after});
    }
    return problem.isEmpty();
}

bool Editor::setField(const std::vector<EventIndex> &events, const QString &field, const QJsonValue &value) {
    if (isRefused()) {
        return false;
    }
    QString burst = field;
    for (const EventIndex event : events) {
        burst += u' ' + QString::number(event);
    }
    // What is typed on the way leaves no trace: "2024/" would turn start and end into a date.
    std::optional<QByteArray> before;
    if (const int index = m_undoStack.index();
        field == "date"_L1 && events.size() == 1 && index > 0 && index != m_undoStack.cleanIndex()) {
        // What others made one step of, with beginMacro(), is none of ours.
        const auto *last = dynamic_cast<const Step *>(m_undoStack.command(index - 1));
        before = last != nullptr ? last->textBefore(burst) : std::nullopt;
    }
    DocumentEdit edit;
    const WaitCursor waiting(events.size());
    for (const EventIndex event : events) {
        if (!change(event, before ? *before : textOf(event), {{field, value}}, edit)) {
            return false;
        }
    }
    push(std::move(edit), tr("Change of %1", "of a field").arg(fieldTitle(field)), burst);
    return true;
}

void Editor::setFields(const std::vector<FieldEdit> &edits, const QString &stepName, const QString &burst) {
    if (isRefused()) {
        return;
    }
    DocumentEdit edit;
    const WaitCursor waiting(edits.size());
    for (const FieldEdit &one : edits) {
        if (!change(one.event, textOf(one.event), one.fields, edit)) {
            return;
        }
    }
    push(std::move(edit), stepName, burst);
}

void Editor::mend(EventIndex event, const EventFix &fix) {
    if (fix.isInHead) {
        setInHead(fix.field, fix.value);
    } else if (DocumentEdit edit;
               !isRefused() && take(event, EventEdit::set(textOf(event), fix.field, fix.value), edit)) {
        push(std::move(edit), fix.title);
    }
}

void Editor::mend(ByteRange unread, const QByteArray &text) {
    if (isRefused()) {
        return;
    }
    if (const QString problem = whyRefused(m_workspace.document()->listForUnread(unread, text), text, {});
        !problem.isEmpty()) {
        Q_EMIT refused(problem);
    } else {
        push({{{m_workspace.adopt(unread), text}}, {}}, tr("Mending of an event"));
    }
}

void Editor::link(EventIndex from, EventIndex to, LinkKind kind) {
    if (from == to || isRefused()) {
        return;
    }
    const Document document = *m_workspace.document();
    DocumentEdit edit;
    QString id = document.details(to, bit(EventField::Id)).id;
    if (id.isEmpty()) {
        id = freeId(document, idFrom(document.eventTitle(to)));
        if (!change(to, textOf(to), {{u"id"_s, id}}, edit)) {
            return;
        }
    }
    std::vector<Link> links = document.details(from, bit(EventField::Links)).links;
    if (std::ranges::any_of(links, [&](const Link &link) { return link.to == id && link.kind == kind; })) {
        return;
    }
    links.push_back({id, kind});
    if (change(from, textOf(from), {{u"links"_s, toJson(links)}}, edit)) {
        push(std::move(edit), tr("Link to “%1”").arg(document.eventTitle(to).left(40)), {}, from);
    }
}

void Editor::setInHead(const QString &field, const QJsonValue &value) {
    if (isRefused()) {
        return;
    }
    const QByteArray before = m_workspace.document()->head();
    const EditedText after = EventEdit::setInHead(before, field, value);
    if (!after) {
        Q_EMIT refused(after.error());
    } else if (*after != before) {
        push({{}, *after}, tr("Change of %1", "of a field").arg(fieldTitle(field)), u"head "_s + field);
    }
}

QString Editor::fieldTitle(const QString &field) {
    static const QHash<QString, QString> ofHead = {
        {u"asOf"_s, tr("as of")},
        {u"categories"_s, tr("categories")},
        {u"eras"_s, tr("eras")},
        {u"series"_s, tr("series")},
    };
    return ofHead.value(field, eventFieldName(field));
}

} // namespace timeline
