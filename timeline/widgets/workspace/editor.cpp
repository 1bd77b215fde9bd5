// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/editor.h"

#include "document/bytes/visible_text.h"
#include "document/edit/new_events.h"
#include "document/format/event_fields.h"
#include "document/format/event_reader.h"
#include "widgets/workspace/editor_step.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeline {

Editor::Editor(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace) {
    connect(&workspace, &Workspace::documentChanged, this, [this] {
        m_turnsTo.reset();
        m_work.cancel();
        m_undoStack.clear();
        Q_EMIT obstacleChanged();
    });
    connect(&m_work, &EditWork::busyChanged, this, &Editor::obstacleChanged);
    connect(&workspace, &Workspace::arrangingChanged, this, &Editor::obstacleChanged);
}

bool Editor::isReading() const {
    return m_isReading || !m_workspace.canEdit();
}

QString Editor::obstacle() const {
    return isReading()       ? tr("The file is still being read.")
           : m_work.isBusy() ? tr("Many events are still being changed.")
           : m_isSaving      ? tr("The file is still being saved.")
                             : m_readOnly;
}

void Editor::setSaving(bool isSaving) {
    if (isSaving != m_isSaving) {
        m_isSaving = isSaving;
        Q_EMIT obstacleChanged();
    }
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
    turnTo(m_undoStack.index() - 1);
}

void Editor::redo() {
    turnTo(m_undoStack.index() + 1);
}

void Editor::turnTo(int index) {
    if (!isRefused()) {
        m_turnsTo = std::clamp(index, 0, m_undoStack.count());
        turnOn();
    }
}

/// As many steps as one does not notice, and then the next ones.
void Editor::turnOn() {
    constexpr qint64 atOnce = 20; // milliseconds
    QElapsedTimer time;
    time.start();
    while (m_turnsTo && !m_work.isBusy()) { // else it goes on when that is done
        const int index = m_undoStack.index();
        if (*m_turnsTo == index || *m_turnsTo > m_undoStack.count() || !canEdit()) {
            m_turnsTo.reset();
        } else if (time.elapsed() > atOnce) {
            QMetaObject::invokeMethod(this, &Editor::turnOn, Qt::QueuedConnection);
            return;
        } else {
            *m_turnsTo < index ? turn(index - 1, &QUndoStack::undo) : turn(index, &QUndoStack::redo);
        }
    }
}

/// The step of this number of the stack; null where others made it of several.
const EditorStep *Editor::step(int index) const {
    return dynamic_cast<const EditorStep *>(m_undoStack.command(index));
}

void Editor::turn(int index, void (QUndoStack::*turning)()) {
    const EditorStep *turned = step(index);
    if (turned == nullptr || turned->next()->events.size() <= few) {
        (m_undoStack.*turning)();
        return;
    }
    m_work.start(
        m_workspace.document(),
        [next = turned->next()](Document &, EditControl &) { return EditDraft{*next}; },
        [this, index, turning](EditWork::Done &done) {
            if (isFine(done)) {
                step(index)->setReady(std::move(done.version));
                (m_undoStack.*turning)();
                QMetaObject::invokeMethod(this, &Editor::turnOn, Qt::QueuedConnection);
            }
        });
}

/// Whether what was made beside can be shown; tells what there is to complain of.
bool Editor::isFine(const EditWork::Done &done) {
    for (const QString &why : done.draft.complaints) {
        Q_EMIT refused(why);
    }
    return !done.draft.isRefused && done.before == m_workspace.document() && m_workspace.canEdit();
}

void Editor::start(const EditWork::Drafting &draft, const QString &stepName, const QString &burst) {
    m_turnsTo.reset();
    const auto take = [this, stepName, burst](EditWork::Done &done) {
        if (!isFine(done) || (done.version.events.empty() && !done.version.isHeadOther)) {
            return;
        }
        auto *made = new EditorStep(
            m_workspace, {}, visibleText(done.draft.stepName.isEmpty() ? stepName : done.draft.stepName),
            burst, {});
        made->setReady(std::move(done.version));
        m_undoStack.push(made);
    };
    m_work.start(m_workspace.document(), draft, take, &Editor::firstRefusal);
}

/// Why the first of these events that cannot be shown cannot.
QString Editor::firstRefusal(const Document &before, const EditedVersion &version) {
    const Document &next = *version.document;
    QString problem;
    for (auto event = version.events.begin(); event != version.events.end() && problem.isEmpty(); ++event) {
        if (!next.isPlaced(*event) && !next.eventText(*event).isEmpty()) {
            const QByteArray text = next.eventText(*event).toByteArray();
            const bool isKnown = *event < before.eventCount();
            problem = whyRefused(next.listFor(*event, text), text,
                                 isKnown ? before.eventText(*event).toByteArray() : QByteArray());
        }
    }
    return problem;
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
    m_turnsTo.reset();
    if (edit.events.size() > few) {
        start([edit = std::move(edit)](Document &, EditControl &) { return EditDraft{edit}; }, stepName,
              burst);
    } else if (!edit.isEmpty()) {
        m_undoStack.push(new EditorStep(m_workspace, std::move(edit), visibleText(stepName), burst, subject));
    }
}

void Editor::apply(const DocumentEdit &edit, const QString &stepName, const QString &burst) {
    if (!isRefused()) {
        push(edit, stepName, burst);
        m_work.setMayBeCancelled(!m_work.isBusy()); // whoever made it counts on it
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

EditedText Editor::changed(QByteArrayView text, const JsonMembers &fields) {
    EditedText after = text.toByteArray();
    for (auto field = fields.begin(); field != fields.end() && after; ++field) {
        const auto &[name, value] = *field;
        after = EventEdit::isList(name) ? EventEdit::setList(*after, name, value.toArray())
                                        : EventEdit::set(*after, name, value);
    }
    return after;
}

bool Editor::change(EventIndex event, const JsonMembers &fields, DocumentEdit &edit) {
    return take(event, changed(textOf(event), fields), edit);
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

QString Editor::burstOf(const QString &name, const std::vector<EventIndex> &events) {
    return u"%1 %2 %3"_s.arg(name)
        .arg(events.size())
        .arg(qHashBits(events.data(), events.size() * sizeof(EventIndex)));
}

bool Editor::setField(const std::vector<EventIndex> &events, const QString &field, const QJsonValue &value) {
    const QString burst = burstOf(field, events);
    // What is typed on the way leaves no trace: "2024/" would turn start and end into a date.
    std::optional<QByteArray> before;
    if (const int index = m_undoStack.index();
        field == "date"_L1 && events.size() == 1 && index > 0 && index != m_undoStack.cleanIndex()) {
        // What others made one step of, with beginMacro(), is none of ours.
        const EditorStep *last = step(index - 1);
        before = last != nullptr ? last->textBefore(burst) : std::nullopt;
    }
    return changeTexts(
        events,
        [fields = JsonMembers{{field, value}}, before](std::size_t, QByteArrayView text) {
            return changed(before ? QByteArrayView(*before) : text, fields);
        },
        tr("Change of %1", "of a field").arg(fieldTitle(field)), burst);
}

void Editor::setFields(const std::vector<FieldEdit> &edits, const QString &stepName, const QString &burst) {
    std::vector<EventIndex> events;
    std::ranges::transform(edits, std::back_inserter(events), &FieldEdit::event);
    const auto change = [](const std::vector<FieldEdit> &all) {
        return [&all](std::size_t number, QByteArrayView text) { return changed(text, all[number].fields); };
    };
    if (events.size() > few) {
        const auto kept = std::make_shared<const std::vector<FieldEdit>>(edits);
        changeTexts(
            events,
            [kept, change](std::size_t number, QByteArrayView text) { return change(*kept)(number, text); },
            stepName, burst);
    } else {
        changeTexts(events, change(edits), stepName, burst);
    }
}

bool Editor::changeTexts(const std::vector<EventIndex> &events, const TextChange &change,
                         const QString &stepName, const QString &burst) {
    if (isRefused()) {
        return false;
    }
    if (events.size() > few) {
        start(
            [events, change](Document &document, EditControl &control) {
                const Result<DocumentEdit> edit = changedTexts(document, events, change, control);
                return edit ? EditDraft{*edit} : EditDraft{{}, {}, {edit.error()}, true};
            },
            stepName, burst);
        return true;
    }
    DocumentEdit edit;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!take(events[i], change(i, m_workspace.document()->eventText(events[i])), edit)) {
            return false;
        }
    }
    push(std::move(edit), stepName, burst);
    return true;
}

void Editor::moveBy(const std::vector<EventIndex> &events, const Shift &shift, const QString &stepName) {
    if (isRefused()) {
        return;
    }
    const std::shared_ptr<const Document> document = m_workspace.document();
    const TextChange change = shiftOf(document, events, shift);
    if (events.size() <= few) {
        const QString stays = countShift(*document, events, shift).whatStays();
        if (changeTexts(events, change, stepName) && !stays.isEmpty()) {
            Q_EMIT refused(stays);
        }
        return;
    }
    start(
        [document, events, shift, change](Document &next, EditControl &control) {
            const Result<DocumentEdit> edit = changedTexts(next, events, change, control);
            if (!edit) {
                return EditDraft{{}, {}, {edit.error()}, true};
            }
            const QString stays = countShift(*document, events, shift, control.token()).whatStays();
            return EditDraft{*edit, {}, stays.isEmpty() ? QStringList() : QStringList(stays)};
        },
        stepName);
}

void Editor::mend(EventIndex event, const EventFix &fix) {
    if (fix.isInHead) {
        setInHead(fix.field, fix.value);
    } else if (DocumentEdit edit;
               !isRefused() && take(event, EventEdit::set(textOf(event), fix.field, fix.value), edit)) {
        push(std::move(edit), fix.title);
    }
}

void Editor::mend(DocumentEdit edit, const QString &stepName) {
    if (!isRefused()) {
        push(std::move(edit), stepName);
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
        if (!change(to, {{u"id"_s, id}}, edit)) {
            return;
        }
    }
    std::vector<Link> links = document.details(from, bit(EventField::Links)).links;
    if (std::ranges::any_of(links, [&](const Link &link) { return link.to == id && link.kind == kind; })) {
        return;
    }
    links.push_back({id, kind});
    if (change(from, {{u"links"_s, toJson(links)}}, edit)) {
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
