// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/event_keys.h"

#include "time/edtf.h"
#include "widgets/workspace/event_model.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QKeyEvent>
#include <algorithm>

namespace timeline {

EventKeys::EventKeys(SceneWidget &view, Workspace &workspace, const EventDragging &dragging)
    : m_view(view), m_workspace(workspace), m_dragging(dragging) {
    QObject::connect(workspace.selection(), &EventSelection::changed, &view, [this] { m_apart.reset(); });
    QObject::connect(&workspace, &Workspace::documentChanged, &view, [this] {
        m_apart.reset();
        m_followed.reset();
    });
}

std::optional<EventIndex> EventKeys::focus() const {
    const std::optional<EventIndex> event = m_apart ? m_apart : m_workspace.selection()->current();
    return event && m_workspace.events()->rowOf(*event) ? event : std::nullopt;
}

void EventKeys::setSeen(bool isSeen) {
    if (isSeen != m_isSeen) {
        m_isSeen = isSeen;
        m_view.viewport()->update();
    }
}

void EventKeys::goTo(EventIndex event, bool keepsSelection) {
    if (!keepsSelection) {
        m_workspace.reveal(event);
        return;
    }
    m_apart = event;
    m_workspace.bringIntoView(event);
    m_view.viewport()->update();
    m_view.tellFocus();
}

bool EventKeys::comeBack() {
    m_view.viewport()->update();
    return std::exchange(m_apart, std::nullopt).has_value();
}

bool EventKeys::press(const QKeyEvent &event) {
    const Qt::KeyboardModifiers modifiers =
        event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool isPlain = modifiers == Qt::NoModifier;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto at = isPlain ? focus() : std::nullopt) {
            if (!m_view.openClusterOf(*at)) {
                Q_EMIT m_view.detailsRequested(*at);
            }
            return true;
        }
        return false;
    case Qt::Key_Space:
        if (const auto at = isPlain ? focus() : std::nullopt) {
            m_workspace.selection()->select(*at, QItemSelectionModel::Toggle);
            m_apart = m_workspace.selection()->contains(*at) ? std::nullopt : at;
            return true;
        }
        return false;
    case Qt::Key_F8:
        return (isPlain || modifiers == Qt::ShiftModifier) && followLink(isPlain ? 1 : -1);
    case Qt::Key_F10: // where there is no key Menu
        if (modifiers == Qt::ShiftModifier) {
            const QPoint at = m_view.inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
            QContextMenuEvent menu(QContextMenuEvent::Keyboard, at, m_view.mapToGlobal(at));
            QCoreApplication::sendEvent(&m_view, &menu);
            return true;
        }
        return false;
    case Qt::Key_Left:
    case Qt::Key_Right:
        return modifiers == (Qt::AltModifier | Qt::ShiftModifier) &&
               move(event.key() == Qt::Key_Left ? -1 : 1);
    default:
        return false;
    }
}

/// From the event at which one began to each that it hangs together with, one after the other.
bool EventKeys::followLink(int direction) {
    const std::optional<EventIndex> at = focus();
    if (!at) {
        return false;
    }
    if (!m_followed || m_followed->to != *at) {
        m_followed = Followed{*at, *at, 0};
    }
    const EventIndex from = m_followed->from;
    std::vector<EventIndex> others;
    for (const Relation &relation : m_workspace.document()->relations().of(from)) {
        const EventIndex other = relation.from == from ? relation.to : relation.from;
        if (m_workspace.events()->rowOf(other) && std::ranges::find(others, other) == others.end()) {
            others.push_back(other);
        }
    }
    if (others.empty()) {
        return true;
    }
    const std::size_t count = others.size();
    const bool isFirst = m_followed->to == from;
    const std::size_t next = isFirst ? (direction > 0 ? 0 : count - 1)
                                     : (m_followed->number + (direction > 0 ? 1 : count - 1)) % count;
    const Followed followed{from, others[next], next};
    goTo(followed.to, false);
    m_followed = followed;
    return true;
}

std::optional<Shift> stepOf(std::string_view date, int direction) {
    const std::optional<TickUnit> unit = knownTo(date);
    if (!unit) {
        return std::nullopt;
    }
    Shift step;
    switch (*unit) {
    case TickUnit::Year:
        step.months = 12;
        break;
    case TickUnit::Month:
        step.months = 1;
        break;
    case TickUnit::Day:
        step.days = 1;
        break;
    case TickUnit::Hour:
        step.milliseconds = 3'600'000;
        break;
    case TickUnit::Minute:
        step.milliseconds = 60'000;
        break;
    case TickUnit::Second:
        step.milliseconds = 1'000;
        break;
    case TickUnit::Millisecond:
        step.milliseconds = 1;
        break;
    }
    step = {direction * step.months, direction * step.days, direction * step.milliseconds};
    if (shiftedDate(date, step)) {
        return step;
    }
    // A decade moves by ten years, a century by a hundred.
    for (const std::int64_t many : {3, 10, 100}) {
        const Shift larger{many * step.months, many * step.days, many * step.milliseconds};
        if (shiftedDate(date, larger)) {
            return larger;
        }
    }
    return std::nullopt;
}

/// As dragging it would: with all that are selected, as one step.
bool EventKeys::move(int direction) {
    const std::optional<EventIndex> at = focus();
    Editor *editor = m_dragging.editor();
    if (!at || editor == nullptr || editor->isRefused()) {
        return at.has_value();
    }
    const std::string before = m_workspace.document()->details(*at, 0).date.toStdString();
    const std::optional<Shift> step = stepOf(before, direction);
    if (!step) {
        Q_EMIT editor->refused(Editor::tr("This date cannot be moved: %1").arg(describeDate(before)));
        return true;
    }
    const bool isSelected = m_workspace.selection()->contains(*at);
    const std::vector<EventIndex> events = isSelected ? m_workspace.selection()->events() : std::vector{*at};
    editor->moveBy(events, *step, Editor::tr("Move"));
    const QString after = describeDate(m_workspace.document()->details(*at, 0).date.toStdString());
    Q_EMIT m_view.pointedAt(events.size() == 1
                                ? after
                                : after + QStringLiteral(" · ") +
                                      Editor::tr("%Ln events", nullptr, static_cast<int>(events.size())));
    return true;
}

} // namespace timeline
