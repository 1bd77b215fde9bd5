// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/bytes/visible_text.h"
#include "time/edtf.h"
#include "widgets/view/timeline_view.h"

#include <QApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <cmath>

namespace timeline {

namespace {

constexpr double keyZoom = 1.4;
constexpr double keyPan = 0.18;           // of the width
constexpr double wheelZoomPerStep = 1.25; // a notch of 15 degrees
constexpr qint64 newPlaceAfter =
    700; // milliseconds of rest after which wheeling begins a new place to go back to

} // namespace

/// Steps that follow each other quickly are one way: back leads to where it began.
void TimelineView::beginRun() {
    if (!m_sinceStep.isValid() || m_sinceStep.elapsed() > newPlaceAfter) {
        m_workspace.rememberViewport();
    }
    m_sinceStep.start();
}

void TimelineView::zoomAt(QPointF at, double factor, bool animated) {
    const double x = std::clamp(alongPanel(at), 0.0, m_workspace.viewport().width());
    if (animated) {
        m_workspace.moveTo(m_workspace.destination().zoomedAt(x, factor));
    } else {
        m_workspace.setViewport(m_workspace.viewport().zoomedAt(x, factor));
    }
}

void TimelineView::zoomBy(double factor) {
    beginRun();
    zoomAt(scene().plot.center(), factor, true);
}

void TimelineView::panBy(double pixels) {
    beginRun();
    m_workspace.moveTo(m_workspace.destination().pannedBy(pixels));
}

void TimelineView::showEverything() {
    m_workspace.fitAll();
}

void TimelineView::frameSelection() {
    const std::vector<EventIndex> selected = m_workspace.selectedEvents();
    if (selected.empty()) {
        showEverything();
        return;
    }
    const Document &document = m_workspace.layout().document();
    Span all = document.span(selected.front());
    for (const EventIndex event : selected) {
        const Span span = document.span(event);
        all.begin = std::min(all.begin, span.begin);
        all.end = std::max(all.end, span.end);
        all.flags |= span.flags;
    }
    m_workspace.frame(all);
}

void TimelineView::wheelEvent(QWheelEvent *event) {
    const QPoint angle = event->angleDelta();
    beginRun();
    const bool sideways = std::abs(angle.x()) > std::abs(angle.y());
    if (sideways || (event->modifiers() & Qt::ShiftModifier)) {
        const int steps = sideways ? angle.x() : angle.y();
        m_workspace.setViewport(m_workspace.viewport().pannedBy(-steps));
    } else {
        // Fine steps come from touchpads, which are smooth by themselves.
        const bool isNotch = std::abs(angle.y()) >= 120;
        zoomAt(event->position(), std::pow(wheelZoomPerStep, angle.y() / 120.0), isNotch);
    }
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent *event) {
    if (event->button() == Qt::BackButton) {
        m_workspace.goBack();
        return;
    }
    if (event->button() == Qt::ForwardButton) {
        m_workspace.goForward();
        return;
    }
    if (m_drag && event->button() == Qt::LeftButton) { // an arrow that was begun from a menu
        m_drag->moveTo(event->position(), false, scene());
        finishEdit();
        return;
    }
    dropEdit();
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        return;
    }
    m_workspace.endMovement();
    m_measured = false;
    m_gesture = {};
    m_gesture.start = m_gesture.last = event->position();
    m_gesture.scrollStart = verticalScrollBar()->value();
    m_gesture.viewportStart = m_workspace.viewport();
    m_gesture.kind = event->button() == Qt::MiddleButton        ? Drag::Pan
                     : event->modifiers() & Qt::ShiftModifier   ? Drag::Frame
                     : event->modifiers() & Qt::ControlModifier ? Drag::Measure
                                                                : Drag::Pan;
    if (event->button() == Qt::LeftButton && m_gesture.kind == Drag::Pan) {
        if (const std::optional<Held> held = heldAt(event->position())) {
            m_gesture.kind = Drag::Edit;
            m_drag.emplace(m_workspace, scene(), *held->item, held->grip, event->position());
        }
    }
    viewport()->update();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event) {
    const QPointF at = event->position();
    if (m_gesture.kind == Drag::None) {
        const SceneItem *item = scene().itemAt(at);
        const bool isEvent = item != nullptr && item->shape != ItemShape::Cluster;
        m_workspace.setHovered(isEvent ? std::optional(item->event) : std::nullopt);
        const bool isLink = item != nullptr || scene().eraAt(at) != nullptr;
        viewport()->setCursor(gripCursorAt(at).value_or(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor));
        tellPointer(at);
        return;
    }
    if (!m_gesture.moved && (at - m_gesture.start).manhattanLength() < QApplication::startDragDistance()) {
        return;
    }
    if (!m_gesture.moved) {
        m_gesture.moved = true;
        if (m_gesture.kind == Drag::Pan) {
            m_workspace.rememberViewport();
            viewport()->setCursor(Qt::ClosedHandCursor);
        } else if (m_gesture.kind != Drag::Edit) {
            viewport()->setCursor(Qt::SplitHCursor);
        }
    }
    m_gesture.last = at;
    if (m_gesture.kind == Drag::Pan) {
        m_gesture.trail.emplace_back(static_cast<qint64>(event->timestamp()), at.x());
        const QPointF way = at - m_gesture.start;
        verticalScrollBar()->setValue(m_gesture.scrollStart - qRound(way.y()));
        m_workspace.setViewport(m_gesture.viewportStart.pannedBy(-way.x()));
    } else if (m_gesture.kind == Drag::Edit) {
        dragTo(at, event->modifiers() & Qt::ControlModifier);
    }
    tellPointer(at);
    viewport()->update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event) {
    const Gesture gesture = m_gesture;
    if (gesture.kind == Drag::None) {
        return;
    }
    if (gesture.kind == Drag::Pan && gesture.moved) {
        m_gesture.trail.emplace_back(static_cast<qint64>(event->timestamp()), event->position().x());
        m_animator.fling(m_workspace.viewport(), flingVelocity());
    } else if (gesture.kind == Drag::Frame && gesture.moved) {
        finishFrame();
    } else if (gesture.kind == Drag::Edit && gesture.moved) {
        finishEdit();
    } else if (gesture.kind == Drag::Measure && gesture.moved) {
        m_measured = true; // stays to be read until the next click
    } else if (event->button() == Qt::LeftButton) {
        click(event->position(), event->modifiers());
    }
    dropEdit();
    m_gesture.kind = Drag::None;
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->update();
}

double TimelineView::flingVelocity() const {
    constexpr qint64 lookBack = 90; // milliseconds; who rests before letting go wants no momentum
    const auto &trail = m_gesture.trail;
    const qint64 now = trail.back().first;
    const auto first =
        std::ranges::find_if(trail, [now](const auto &point) { return now - point.first <= lookBack; });
    const qint64 duration = now - first->first;
    return duration < 10 ? 0 : -(trail.back().second - first->second) / static_cast<double>(duration) * 1000;
}

void TimelineView::finishFrame() {
    const ScenePanel &panel = scene().panelAt(m_gesture.start);
    const double from = panel.axisAt(panel.along(m_gesture.start));
    const double to = panel.axisAt(panel.along(m_gesture.last));
    m_workspace.navigate(Viewport::showing(std::min(from, to), std::max(from, to), panel.viewport.size()));
}

void TimelineView::click(QPointF at, Qt::KeyboardModifiers modifiers) {
    const SceneItem *item = scene().itemAt(at);
    if (item == nullptr) {
        if (!(modifiers & Qt::ControlModifier)) {
            m_workspace.clearSelection();
        }
    } else if (item->shape == ItemShape::Cluster) {
        openCluster(*item, viewport()->mapToGlobal(at.toPoint()));
    } else {
        m_travelLane = laneKey(*item);
        m_workspace.select(item->event, modifiers & Qt::ControlModifier
                                            ? QItemSelectionModel::Toggle
                                            : QItemSelectionModel::ClearAndSelect);
    }
}

void TimelineView::openCluster(const SceneItem &cluster, QPoint globalPos) {
    const Viewport &now = m_workspace.viewport();
    const double length = cluster.axisEnd - cluster.axisBegin;
    const Viewport target =
        Viewport::showing(cluster.axisBegin - 0.15 * length, cluster.axisEnd + 0.15 * length, now.size());
    if (!cluster.reachesIn && target.scale() < now.scale() * 0.7) {
        m_workspace.navigate(target);
        return;
    }
    // Zooming in does not part them: they lie at one place, or come from elsewhere. A list does.
    constexpr std::size_t mostListed = 40;
    const EventAxis axis = m_workspace.layout().axis();
    const LaneIndex &events = m_workspace.layout().lanes().lanes[cluster.lane].events;
    const EventIndex begun = events.beginsBefore(axis, cluster.axisEnd);
    const std::vector<EventIndex> there =
        events.reachingTo(axis, cluster.axisBegin, begun, mostListed + 1 + scene().items.size());
    QMenu menu(this);
    std::size_t listed = 0;
    for (const EventIndex event : there) {
        if (scene().itemOf(event, cluster.lane) != nullptr) {
            continue;
        }
        if (++listed > mostListed) {
            menu.addAction(tr("… and more: see the table"))->setEnabled(false);
            break;
        }
        menu.addAction(
            visibleText(axis.document.eventTitle(event)).left(80).replace(u'&', QLatin1String("&&")), this,
            [this, event] { m_workspace.select(event); });
    }
    menu.exec(globalPos);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const SceneItem *item = scene().itemAt(event->position());
    const Document &document = m_workspace.layout().document();
    if (item != nullptr && item->shape != ItemShape::Cluster) {
        m_workspace.select(item->event);
        m_workspace.frame(document.span(item->event));
    } else if (const SceneEra *era = scene().eraAt(event->position())) {
        m_workspace.frame(m_workspace.layout().era(era->era).span);
    } else if (item == nullptr && scene().plot.contains(event->position())) {
        addEvent(event->position());
    }
}

QString TimelineView::laneKey(const SceneItem &item) const {
    return m_workspace.layout().lanes().lanes[item.lane].key;
}

/// Of the lanes of an event the one along which one went to it.
std::size_t TimelineView::travelLane(EventIndex event) const {
    const TimelineLayout &layout = m_workspace.layout();
    const Lanes::OfEvent lanes = layout.lanes().lanesOf(layout.axis(), event);
    const auto lane = std::ranges::find_if(
        lanes, [&](std::size_t i) { return layout.lanes().lanes[i].key == m_travelLane; });
    return lane != lanes.end() ? *lane : lanes.isEmpty() ? 0 : lanes.front();
}

void TimelineView::stepSelection(int direction) {
    const TimelineLayout &layout = m_workspace.layout();
    if (layout.lanes().lanes.empty()) {
        return;
    }
    const std::optional<EventIndex> current = m_workspace.currentEvent();
    const Lane &lane = layout.lanes().lanes[current ? travelLane(*current) : 0];
    m_travelLane = lane.key;
    const LaneIndex &events = lane.events;
    const std::optional<EventIndex> rank = current ? events.rankOf(layout.axis(), *current) : std::nullopt;
    const qint64 next = rank ? qint64{*rank} + direction : 0;
    if (next >= 0 && next < events.size()) {
        m_workspace.reveal(events.at(static_cast<EventIndex>(next)));
    }
}

void TimelineView::keyPressEvent(QKeyEvent *event) {
    const double page = m_workspace.viewport().width() * keyPan;
    const auto [begin, end] = m_workspace.layout().axisExtent();
    const Viewport now = m_workspace.destination();
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (control && event->key() != Qt::Key_Left && event->key() != Qt::Key_Right) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_W:
        zoomBy(keyZoom);
        break;
    case Qt::Key_Minus:
    case Qt::Key_S:
        zoomBy(1 / keyZoom);
        break;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Left ? -1 : 1;
        if (control) {
            stepSelection(direction);
        } else {
            panBy(direction * page);
        }
        break;
    }
    case Qt::Key_A:
        panBy(-page);
        break;
    case Qt::Key_D:
        panBy(page);
        break;
    case Qt::Key_Home:
        m_workspace.navigate(now.pannedBy(now.x(begin) - 28));
        break;
    case Qt::Key_End:
        m_workspace.navigate(now.pannedBy(now.x(end) - now.width() + 28));
        break;
    case Qt::Key_0:
        showEverything();
        break;
    case Qt::Key_F:
        frameSelection();
        break;
    case Qt::Key_Escape:
        m_workspace.endMovement();
        dropEdit();
        m_gesture.kind = Drag::None;
        m_measured = false;
        viewport()->update();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace timeline
