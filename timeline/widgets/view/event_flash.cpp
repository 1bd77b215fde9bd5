// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/event_flash.h"

#include "widgets/view/viewport_animator.h"

#include <algorithm>

namespace timeline {

namespace {

constexpr int fadeMilliseconds = 600;
constexpr int stayMilliseconds = 2000;
constexpr std::size_t most = 500; // of more nobody sees which

} // namespace

EventFlash::EventFlash(Workspace &workspace, QWidget &view)
    : QObject(&view), m_workspace(workspace), m_view(view) {
    m_fading.setStartValue(1.0);
    m_fading.setEndValue(0.0);
    m_fading.setDuration(fadeMilliseconds);
    m_fading.setEasingCurve(QEasingCurve::OutQuad);
    connect(&m_fading, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_strength = value.toDouble();
        Q_EMIT changed();
    });
    m_staying.setSingleShot(true);
    m_staying.setInterval(stayMilliseconds);
    m_staying.callOnTimeout(this, [this] {
        m_strength = 0;
        Q_EMIT changed();
    });
    m_known = workspace.document()->eventCount();
    connect(&workspace, &Workspace::documentChanged, this, [this] {
        m_known = m_workspace.document()->eventCount();
        m_events.clear();
        m_edited.clear();
    });
    connect(&workspace, &Workspace::documentEdited, this, &EventFlash::noteEdit);
}

void EventFlash::setEditor(Editor *editor) {
    m_editor = editor;
    connect(editor->undoStack(), &QUndoStack::indexChanged, this, &EventFlash::noteTurn);
}

void EventFlash::noteEdit(const std::vector<EventIndex> &events) {
    m_edited = events;
    std::vector<EventIndex> added;
    std::ranges::copy_if(events, std::back_inserter(added), [this](EventIndex e) { return e >= m_known; });
    m_known = std::max(m_known, m_workspace.document()->eventCount());
    if (!added.empty()) {
        start(std::move(added));
    }
}

/// Whoever makes a step sees what it does; of one that is undone or made again one has to be told.
void EventFlash::noteTurn(int index) {
    const int count = m_editor->undoStack()->count();
    const bool isTurn = index < m_index || (index > m_index && count == m_count && index <= count);
    m_index = index;
    m_count = count;
    if (isTurn) {
        start(m_edited);
    }
}

void EventFlash::start(std::vector<EventIndex> events) {
    if (events.empty() || events.size() > most) {
        return;
    }
    m_events = std::move(events);
    std::ranges::sort(m_events);
    m_fading.stop();
    m_staying.stop();
    m_strength = 1;
    if (ViewportAnimator::hasMotion(m_view)) {
        m_fading.start();
    } else { // it stays for a while and is gone
        m_staying.start();
    }
    Q_EMIT changed();
}

double EventFlash::of(EventIndex event) const {
    return m_strength > 0 && std::ranges::binary_search(m_events, event) ? m_strength : 0;
}

} // namespace timeline
