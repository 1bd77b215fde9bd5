// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is typed into the fields, and edits of so many events that not each key can be one.

#include "app/forms/event_form.h"
#include "document/edit/event_edit.h"
#include "document/format/event_reader.h"
#include "time/edtf.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

void EventForm::set(const QString &field, const QJsonValue &value) {
    if (m_events.empty()) {
        return;
    }
    if (areMany()) {
        setInMany(field, value);
        return;
    }
    // What cannot be taken over stays in its field, and is told as if it had been.
    m_refused.remove(field);
    if (!m_typing || m_typing->field != field) {
        m_typing = Typing{field, {}};
        for (const EventIndex event : m_events) {
            m_typing->before.events.push_back(
                {event, m_workspace.document()->eventText(event).toByteArray()});
        }
    }
    const bool wasNoList = EventEdit::isList(field) && loneElement(m_events.front(), field);
    if (!m_editor.setField(m_events, field, value)) {
        m_refused.insert(field, value);
        takeBackTyped();
    }
    const Document document = *m_workspace.document();
    QByteArray text = document.eventText(m_events.front()).toByteArray();
    for (auto refused = m_refused.cbegin(); refused != m_refused.cend(); ++refused) {
        const EditedText after = EventEdit::isList(refused.key())
                                     ? EventEdit::setList(text, refused.key(), refused.value().toArray())
                                     : EventEdit::set(text, refused.key(), refused.value());
        text = after.valueOr(text);
    }
    showFindings(checkFields(document, m_events.front(), text));
    m_due.stop(); // it is shown as it was typed
    if (wasNoList && !m_refused.contains(field)) {
        showKept(field); // but for what came into the list
    }
}

/// "1920s or so" begins with a date, which nobody meant.
void EventForm::takeBackTyped() {
    const auto isOther = [this](const EventText &before) {
        return m_workspace.document()->textOf(before) != m_workspace.document()->eventText(before.event);
    };
    if (m_editor.canEdit() && std::ranges::any_of(m_typing->before.events, isOther)) {
        m_editor.apply(m_typing->before,
                       Editor::tr("Change of %1", "of a field").arg(Editor::fieldTitle(m_typing->field)),
                       Editor::burstOf(m_typing->field, m_events));
    }
}

/// Of a field in which something else stands that cannot be taken over.
QString EventForm::whatStays(const QString &field) const {
    const EventDetails details = m_workspace.document()->details(m_events.front());
    const QString value = m_events.size() == 1 ? EventEdit::value(details, field).toString() : QString();
    if (value.isEmpty()) {
        return tr("It is not taken over.");
    }
    const QString words =
        eventField(field.toStdString()) == EventField::Date ? describeDate(value.toStdString()) : value;
    return tr("Until then the event stays at “%1”.").arg(words);
}

/// A table is in the midst of being edited, and shown anew afterwards.
void EventForm::showKept(const QString &field) {
    const auto known = std::ranges::find_if(m_fields, [&](const auto &each) { return each->name == field; });
    if (!isStringList(eventField(field.toStdString())) || known == m_fields.end()) {
        m_due.start();
        return;
    }
    m_common[field] = listOf(m_events.front(), field);
    (*known)->show(QJsonArray::fromStringList(m_common[field]), false);
}

/// What stands in an event where a list is expected; it will be the list's first element.
std::optional<QJsonValue> EventForm::loneElement(EventIndex event, const QString &field) const {
    return EventEdit::loneElement(m_workspace.document()->eventText(event).toByteArray(), field);
}

/// The words of a list, and what stands in its place.
QStringList EventForm::listOf(EventIndex event, const QString &field) const {
    const EventDetails details = m_workspace.document()->details(event);
    const QString lone = loneElement(event, field).value_or(QJsonValue()).toString();
    return lone.isEmpty() ? (field == "tags"_L1 ? details.tags : details.sources) : QStringList(lone);
}

/// Of several events only what was added and what was removed is changed: as they were before somebody began
/// to type, so that a word on its way to another takes nothing from an event that has it.
void EventForm::setList(const QString &name, const QStringList &words) {
    if (m_events.empty() || words == m_common.value(name)) {
        return;
    }
    if (areMany()) {
        setListInMany(name, words);
        return;
    }
    if (m_events.size() == 1) {
        m_common[name] = words;
        set(name, words.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonArray::fromStringList(words));
        return;
    }
    auto before = m_before.find(name);
    if (before == m_before.end()) {
        before = m_before.insert(name, {{}, m_common.value(name)});
        for (const EventIndex event : m_events) {
            before->lists.push_back(listOf(event, name));
        }
    }
    std::vector<FieldEdit> edits;
    for (std::size_t i = 0; i < m_events.size(); ++i) {
        QStringList own = before->lists[i];
        own.removeIf(
            [&](const QString &word) { return before->common.contains(word) && !words.contains(word); });
        for (const QString &word : words) {
            if (!own.contains(word)) {
                own += word;
            }
        }
        edits.push_back({m_events[i],
                         {{name, own.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                               : QJsonValue(QJsonArray::fromStringList(own))}}});
    }
    m_common[name] = words;
    m_editor.setFields(edits, tr("Change of %1", "of a field").arg(Editor::fieldTitle(name)),
                       Editor::burstOf(name, m_events));
    m_due.stop();
}

void EventForm::mend(const EventFix &fix) {
    m_editor.mend(m_events.front(), fix); // offered where one event is selected
    refresh();
}

// Of many

void EventForm::setInMany(const QString &field, const QJsonValue &value) {
    postpone(field, [this, events = m_events, field, value] { m_editor.setField(events, field, value); });
}

/// Only what was added and what was removed is changed.
void EventForm::setListInMany(const QString &name, const QStringList &words) {
    const QStringList common = m_common.value(name);
    const auto change = [name, common, words](std::size_t, QByteArrayView text) {
        const EventDetails details = readEvent(text).details;
        const QString lone = EventEdit::loneElement(text, name).value_or(QJsonValue()).toString();
        QStringList own = name == QLatin1String("tags") ? details.tags : details.sources;
        own = lone.isEmpty() ? own : QStringList(lone);
        own.removeIf([&](const QString &word) { return common.contains(word) && !words.contains(word); });
        std::ranges::copy_if(words, std::back_inserter(own),
                             [&own](const QString &word) { return !own.contains(word); });
        return EventEdit::setList(text, name, QJsonArray::fromStringList(own));
    };
    postpone(name, [this, events = m_events, name, words, change] {
        if (m_editor.changeTexts(events, change,
                                 Editor::tr("Change of %1", "of a field").arg(Editor::fieldTitle(name)))) {
            m_common[name] = words;
        }
    });
}

/// What was to be put into the field before counts no more.
void EventForm::postpone(const QString &field, std::function<void()> edit) {
    std::erase_if(m_postponed, [&field](const auto &each) { return each.first == field; });
    m_postponed.emplace_back(field, std::move(edit));
    m_postponedDue.start();
}

/// One after the other: the next is made when that before it is done.
void EventForm::makePostponed() {
    if (m_postponed.empty()) {
        return;
    }
    if (m_editor.canEdit()) {
        const std::function<void()> edit = std::move(m_postponed.front().second);
        m_postponed.erase(m_postponed.begin());
        edit();
    } else if (m_editor.isReadOnly()) {
        m_postponed.clear();
    }
    m_postponed.empty() ? m_postponedDue.stop() : m_postponedDue.start();
}

} // namespace timeloom
