// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Edits of so many events that not each key can be one.

#include "app/forms/event_form.h"
#include "document/format/event_reader.h"

#include <algorithm>

namespace timeloom {

using namespace timeline;

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
