// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/events_in_view.h"

#include "layout/lanes/event_axis.h"
#include "widgets/workspace/event_model.h"

#include <QGuiApplication>
#include <QScopedValueRollback>

namespace timeline {

namespace {

constexpr int moment = 60;      // milliseconds, in which the view may move on
constexpr int longMoment = 250; // where there are many events

/// A bit an event.
QBitArray overlapping(const Document &document, const TimeScale &scale, const Viewport &view,
                      const QBitArray &shown, const std::stop_token &stop) {
    const EventAxis axis{document, scale};
    QBitArray inView(static_cast<qsizetype>(document.eventCount()));
    constexpr EventIndex stretch = 4096; // after which one looks whether to stop
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (event % stretch == 0 && stop.stop_requested()) {
            break;
        }
        if (!document.isPlaced(event) || (event < shown.size() && !shown.testBit(event))) {
            continue;
        }
        const AxisSpan span = axis.span(event);
        inView.setBit(event, span.begin <= view.right() && span.end >= view.left());
    }
    return inView;
}

} // namespace

EventsInView::EventsInView(Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_events(new EventModel(workspace.document(), this)),
      m_selection(new EventSelection(m_events)) {
    m_events->followOrderOf(workspace.events());
    m_pending.setSingleShot(true);
    connect(&m_pending, &QTimer::timeout, this, &EventsInView::look);
    connect(workspace.navigation(), &Navigation::viewportChanged, this, &EventsInView::lookSoon);
    connect(&workspace, &Workspace::layoutChanged, this, &EventsInView::lookSoon);
    connect(&workspace, &Workspace::documentChanged, this, [this] {
        if (m_isOn) {
            setOn(true); // afresh
        }
    });
    connect(&workspace, &Workspace::documentEdited, this, [this](const std::vector<EventIndex> &events) {
        if (m_isOn && events.empty()) {
            m_events->followInPlace(m_workspace.document());
        } else if (m_isOn) {
            m_events->follow(m_workspace.document(), events);
            lookSoon();
        }
    });
    connect(workspace.selection(), &EventSelection::changed, this, &EventsInView::takeSelection);
    connect(m_selection, &EventSelection::changed, this, &EventsInView::tellSelection);
}

void EventsInView::setOn(bool isOn) {
    m_isOn = isOn;
    m_work.giveUp();
    m_pending.stop();
    const std::shared_ptr<const Document> document = m_workspace.document();
    {
        const QScopedValueRollback<bool> taking(m_isTaking, true); // rows go: that selects nothing
        m_events->setDocument(document, QBitArray(static_cast<qsizetype>(document->eventCount())));
    }
    if (isOn) {
        look();
    }
}

/// Not at each frame, and while the view moves on and on, too.
void EventsInView::lookSoon() {
    if (m_isOn && !m_pending.isActive()) {
        m_pending.start(m_workspace.document()->eventCount() <= few ? moment : longMoment);
    }
}

void EventsInView::look() {
    const std::shared_ptr<const Document> document = m_workspace.document();
    const TimelineLayout &layout = m_workspace.layout();
    if (!m_isOn || m_workspace.isArranging() || layout.document().eventCount() != document->eventCount()) {
        return; // when the layout is there
    }
    const Viewport view = m_workspace.navigation()->viewport();
    const QBitArray shown = m_workspace.events()->shown();
    if (document->eventCount() <= few) {
        show(overlapping(*document, layout.scale(), view, shown, {}));
        return;
    }
    m_work.begin(
        [document, scale = layout.scale(), view, shown](const std::stop_token &stop) {
            return overlapping(*document, scale, view, shown, stop);
        },
        [this](const QBitArray &inView) { show(inView); });
}

void EventsInView::show(const QBitArray &inView) {
    if (inView.size() != static_cast<qsizetype>(m_events->eventCount())) {
        lookSoon(); // events came meanwhile
        return;
    }
    {
        const QScopedValueRollback<bool> taking(m_isTaking, true);
        m_events->setShown(inView);
        m_selection->refresh();
    }
    takeSelection();
    Q_EMIT changed();
}

void EventsInView::takeSelection() {
    if (!m_isOn || m_isTaking) {
        return;
    }
    const QScopedValueRollback<bool> taking(m_isTaking, true);
    const EventSelection &all = *m_workspace.selection();
    m_selection->select(all.bits());
    if (const auto current = all.current()) {
        m_selection->select(*current, QItemSelectionModel::Select);
    }
}

/// What is selected and not in view stays so only where one adds to it.
void EventsInView::tellSelection() {
    if (!m_isOn || m_isTaking) {
        return;
    }
    const QScopedValueRollback<bool> taking(m_isTaking, true);
    EventSelection &all = *m_workspace.selection();
    QBitArray selected = m_selection->bits();
    if (QGuiApplication::keyboardModifiers() & Qt::ControlModifier) {
        selected |= all.bits() & ~m_events->shown();
    }
    all.select(selected);
    if (const auto current = m_selection->current()) {
        all.select(*current, QItemSelectionModel::Select);
    }
}

} // namespace timeline
