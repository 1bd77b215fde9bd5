// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/editor_step.h"

#include "document/bytes/hand_over.h"
#include "widgets/workspace/editor.h"

#include <QDateTime>
#include <algorithm>
#include <utility>

namespace timeline {

namespace {

constexpr qint64 burstPause = 2000; // milliseconds between changes that are one step
constexpr std::size_t mostSelected = 1000;
constexpr std::size_t fewMerged = 1000; // looking for each of more would take longer than a step is worth

} // namespace

EditorStep::EditorStep(Workspace &workspace, DocumentEdit edit, const QString &name, QString burst,
                       std::optional<EventIndex> subject)
    : QUndoCommand(name), m_workspace(workspace),
      m_next(std::make_shared<const DocumentEdit>(std::move(edit))), m_burst(std::move(burst)),
      m_subject(subject), m_time(QDateTime::currentMSecsSinceEpoch()) {}

std::optional<QByteArray> EditorStep::textBefore(const QString &burst) const {
    if (burst != m_burst || m_next->events.size() != 1) {
        return std::nullopt;
    }
    return m_workspace.document()->textOf(m_next->events.front()).toByteArray();
}

void EditorStep::redo() {
    turn(std::exchange(m_isAgain, true));
}

void EditorStep::undo() {
    turn(true);
}

void EditorStep::turn(bool reveals) {
    EditedVersion version = m_ready ? *std::exchange(m_ready, std::nullopt) : m_workspace.edited(*m_next);
    m_workspace.take(version);
    m_next = std::make_shared<const DocumentEdit>(std::move(version.inverse));
    if (m_next->events.size() > Editor::few) {
        m_next = freedElsewhere(std::move(m_next));
    }
    show(version.events, reveals);
}

bool EditorStep::mergeWith(const QUndoCommand *command) {
    const auto *next = dynamic_cast<const EditorStep *>(command);
    if (next == nullptr || next->m_burst != m_burst || next->m_time - m_time > burstPause) {
        return false;
    }
    if (!std::ranges::equal(m_next->events, next->m_next->events, {}, &EventText::event, &EventText::event)) {
        if (std::max(m_next->events.size(), next->m_next->events.size()) > fewMerged) {
            return false;
        }
        take(*next);
    } else if (!m_next->head && next->m_next->head) {
        m_next = std::make_shared<const DocumentEdit>(DocumentEdit{m_next->events, next->m_next->head});
    }
    m_time = next->m_time;
    setObsolete(changesNothing());
    return true;
}

/// The later one leaves out events that had its value already, the earlier those that had its own.
void EditorStep::take(const EditorStep &next) {
    DocumentEdit both = *m_next;
    for (const EventText &change : next.m_next->events) {
        if (std::ranges::find(both.events, change.event, &EventText::event) == both.events.end()) {
            both.events.push_back(change);
        }
    }
    both.head = both.head ? both.head : next.m_next->head;
    m_next = std::make_shared<const DocumentEdit>(std::move(both));
}

bool EditorStep::changesNothing() const {
    const std::shared_ptr<const Document> document = m_workspace.document();
    return m_next->events.size() <= fewMerged && (!m_next->head || m_next->head == document->head()) &&
           std::ranges::all_of(m_next->events, [&](const EventText &before) {
               return document->textOf(before) == document->eventText(before.event);
           });
}

/// Selects what was edited; what is undone or made again may have to be looked for.
void EditorStep::show(const std::vector<EventIndex> &edited, bool reveals) const {
    if (edited.size() > mostSelected) {
        return;
    }
    std::vector<EventIndex> there;
    for (const EventIndex event : edited) {
        if (!m_workspace.document()->eventText(event).isEmpty() && event == m_subject.value_or(event)) {
            there.push_back(event);
        }
    }
    if (there.empty()) {
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

} // namespace timeline
