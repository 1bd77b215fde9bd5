// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/pointer_input.h"

#include "layout/packing/cluster_events.h"
#include "widgets/lists/cluster_list.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>

namespace timeline {

void PointerInput::press(const QMouseEvent &event) {
    if (event.button() == Qt::BackButton) {
        m_tools.workspace.navigation()->goBack();
        return;
    }
    if (event.button() == Qt::ForwardButton) {
        m_tools.workspace.navigation()->goForward();
        return;
    }
    if (m_tools.dragging.drag() != nullptr && event.button() == Qt::LeftButton) {
        m_tools.dragging.moveTo(event.position(), false); // an arrow that was begun from a menu
        m_gesture.kind = Drag::None;
        m_tools.dragging.finish();
        return;
    }
    dropDrag();
    if (event.button() != Qt::LeftButton && event.button() != Qt::MiddleButton) {
        return;
    }
    m_tools.workspace.navigation()->endMovement();
    m_isMeasured = false;
    m_hasUnfolded = false;
    m_gesture = {};
    m_gesture.start = m_gesture.last = event.position();
    m_gesture.scrollStart = m_view.verticalScrollBar()->value();
    m_gesture.viewportStart = m_tools.workspace.navigation()->viewport();
    m_gesture.kind = event.button() == Qt::MiddleButton        ? Drag::Pan
                     : event.modifiers() & Qt::ShiftModifier   ? Drag::Frame
                     : event.modifiers() & Qt::ControlModifier ? Drag::Measure
                                                               : Drag::Pan;
    if (event.button() == Qt::LeftButton && m_gesture.kind == Drag::Pan) {
        if (const auto held = m_tools.dragging.heldAt(event.position())) {
            m_gesture.kind = Drag::Edit;
            m_tools.dragging.begin(*held, event.position());
        }
    }
    if (m_gesture.kind == Drag::Measure) {
        m_gesture.caughtStart = m_gesture.caughtLast =
            edgeNear(m_view.scene(), m_tools.workspace.layout().document(), event.position());
    }
    m_view.viewport()->update();
}

std::optional<FramePart> PointerInput::partAt(QPointF at) const {
    const Scene &scene = m_view.scene();
    if (scene.isAtCorner(at)) {
        return FramePart{};
    }
    if (const SceneEra *era = scene.eraAt(at)) {
        return FramePart{FramePart::Kind::Era, era->era};
    }
    const ScaleMark *fold = scene.foldAt(at);
    return fold != nullptr ? std::optional(FramePart{FramePart::Kind::Fold, 0, fold->begin}) : std::nullopt;
}

const SceneLane *PointerInput::foldedLaneAt(QPointF at) const {
    const SceneLane *lane = m_view.scene().plot.contains(at) ? m_view.scene().laneAt(at) : nullptr;
    return lane != nullptr && lane->isFolded ? lane : nullptr;
}

void PointerInput::hover(QPointF at) {
    const SceneItem *item = m_view.scene().itemAt(at);
    const bool isEvent = item != nullptr && item->shape != ItemShape::Cluster;
    m_tools.workspace.setHovered(isEvent ? std::optional(item->event) : std::nullopt);
    const SceneEra *era = m_view.scene().eraAt(at);
    m_view.lookAtEra(era != nullptr && era->count == 1 ? std::optional(era->era) : std::nullopt);
    const bool isLink = item != nullptr || partAt(at).has_value() || foldedLaneAt(at) != nullptr;
    m_view.viewport()->setCursor(
        m_tools.dragging.cursorAt(at).value_or(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor));
}

void PointerInput::rest(QPointF at) {
    if (m_gesture.kind == Drag::None) {
        hover(at);
    }
}

void PointerInput::beginMoving() {
    m_gesture.moved = true;
    if (m_gesture.kind == Drag::Pan) {
        m_tools.workspace.navigation()->rememberViewport();
        m_view.viewport()->setCursor(Qt::ClosedHandCursor);
    } else if (m_gesture.kind != Drag::Edit) {
        m_view.viewport()->setCursor(Qt::SplitHCursor);
    }
}

void PointerInput::move(const QMouseEvent &event) {
    const QPointF at = event.position();
    if (m_gesture.kind == Drag::None) {
        hover(at);
        return;
    }
    if (!m_gesture.moved) {
        if ((at - m_gesture.start).manhattanLength() < QApplication::startDragDistance()) {
            return;
        }
        beginMoving();
    }
    m_gesture.last = at;
    if (m_gesture.kind == Drag::Pan) {
        m_gesture.trail.emplace_back(static_cast<qint64>(event.timestamp()), at.x());
        const QPointF way = at - m_gesture.start;
        m_view.verticalScrollBar()->setValue(m_gesture.scrollStart - qRound(way.y()));
        m_tools.workspace.navigation()->setViewport(m_gesture.viewportStart.pannedBy(-way.x()));
    } else if (m_gesture.kind == Drag::Edit) {
        m_tools.dragging.moveTo(at, event.modifiers() & Qt::ControlModifier);
    } else if (m_gesture.kind == Drag::Measure) {
        m_gesture.caughtLast = edgeNear(m_view.scene(), m_tools.workspace.layout().document(), at);
    }
    m_view.viewport()->update();
}

void PointerInput::release(const QMouseEvent &event) {
    const Gesture gesture = m_gesture;
    if (gesture.kind == Drag::None) {
        return;
    }
    if (gesture.kind == Drag::Pan && gesture.moved) {
        m_gesture.trail.emplace_back(static_cast<qint64>(event.timestamp()), event.position().x());
        m_tools.animator.fling(m_tools.workspace.navigation()->viewport(), flingVelocity());
    } else if (gesture.kind == Drag::Frame && gesture.moved) {
        m_tools.navigation.frameStretch(m_view.scene(), gesture.start, gesture.last);
    } else if (gesture.kind == Drag::Edit && gesture.moved) {
        m_gesture.kind = Drag::None;
        m_tools.dragging.finish();
    } else if (gesture.kind == Drag::Measure && gesture.moved) {
        m_isMeasured = true; // stays to be read until the next click
    } else if (event.button() == Qt::LeftButton) {
        click(event.position(), event.modifiers());
    }
    dropDrag();
    m_gesture.kind = Drag::None;
    m_view.viewport()->setCursor(Qt::ArrowCursor);
    m_view.viewport()->update();
}

double PointerInput::flingVelocity() const {
    constexpr qint64 lookBack = 90; // milliseconds; who rests before letting go wants no momentum
    const auto &trail = m_gesture.trail;
    const qint64 now = trail.back().first;
    const auto first =
        std::ranges::find_if(trail, [now](const auto &point) { return now - point.first <= lookBack; });
    const qint64 duration = now - first->first;
    return duration < 10 ? 0 : -(trail.back().second - first->second) / static_cast<double>(duration) * 1000;
}

void PointerInput::click(QPointF at, Qt::KeyboardModifiers modifiers) {
    const auto part = partAt(at);
    m_hasOpenedFold = part && part->kind == FramePart::Kind::Fold;
    if (part) {
        timeline::press(*part, m_view);
        return;
    }
    if (const SceneLane *folded = foldedLaneAt(at)) {
        const QString key = folded->key;
        m_hasUnfolded = true;
        m_tools.workspace.setLaneChoice(withLaneFolded(m_tools.workspace.layout().lanes(), key, false));
        return;
    }
    const SceneItem *item = m_view.scene().itemAt(at);
    if (item == nullptr) {
        if (!(modifiers & Qt::ControlModifier)) {
            m_tools.workspace.selection()->clear();
            m_tools.workspace.selectEra(std::nullopt);
        }
    } else if (item->shape == ItemShape::Cluster) {
        openCluster(*item, m_view.viewport()->mapToGlobal(at.toPoint()));
    } else {
        m_tools.navigation.wentTo(*item);
        m_tools.workspace.selection()->select(item->event, modifiers & Qt::ControlModifier
                                                               ? QItemSelectionModel::Toggle
                                                               : QItemSelectionModel::ClearAndSelect);
    }
}

void PointerInput::openCluster(const SceneItem &cluster, QPoint globalPos) {
    Workspace &workspace = m_tools.workspace;
    const TimelineLayout &layout = workspace.layout();
    std::vector<EventIndex> events = layout.eventsOf(cluster, m_view.scene());
    if (const auto parted = partingView(layout.axis(), events, workspace.navigation()->viewport())) {
        workspace.navigation()->navigate(*parted);
        return;
    }
    // Zooming in does not part them: they lie at one place, or come from elsewhere. A list does.
    if (!events.empty()) {
        (new ClusterList(workspace, std::move(events), &m_view))->popUp(globalPos);
    }
}

bool PointerInput::openClusterOf(EventIndex event) {
    const TimelineLayout &layout = m_tools.workspace.layout();
    const Scene &scene = m_view.scene();
    if (scene.itemOf(event) != nullptr) {
        return false;
    }
    const Lanes::OfEvent lanes = layout.lanes().lanesOf(layout.axis(), event);
    for (const SceneItem &item : scene.items) {
        if (item.shape != ItemShape::Cluster || std::ranges::find(lanes, item.lane) == lanes.end()) {
            continue;
        }
        const std::vector<EventIndex> events = layout.eventsOf(item, scene);
        if (std::ranges::find(events, event) != events.end()) {
            openCluster(item, m_view.viewport()->mapToGlobal(item.rect.center().toPoint()));
            return true;
        }
    }
    return false;
}

void PointerInput::doubleClick(const QMouseEvent &event) {
    if (event.button() != Qt::LeftButton || m_hasOpenedFold || m_hasUnfolded) { // something else is there now
        return;
    }
    Workspace &workspace = m_tools.workspace;
    const Scene &scene = m_view.scene();
    const SceneItem *item = scene.itemAt(event.position());
    if (item != nullptr && item->shape != ItemShape::Cluster) {
        const EventIndex pointed = item->event;
        workspace.selection()->select(pointed);
        workspace.frame(workspace.layout().document().span(pointed));
    } else if (const SceneEra *era = scene.eraAt(event.position())) {
        workspace.frame(workspace.layout().spanOf(*era));
    } else if (item == nullptr && scene.plot.contains(event.position())) {
        m_view.addEvent(event.position());
    }
}

void PointerInput::beginLink() {
    if (m_tools.dragging.beginLink()) {
        m_gesture = {};
        m_gesture.kind = Drag::Edit;
        m_gesture.moved = true;
        m_view.viewport()->setCursor(Qt::CrossCursor);
        m_view.viewport()->update();
    }
}

void PointerInput::dropDrag() {
    m_tools.dragging.drop();
    if (m_gesture.kind == Drag::Edit) {
        m_gesture.kind = Drag::None;
        m_view.viewport()->setCursor(Qt::ArrowCursor);
    }
}

void PointerInput::dropAll() {
    dropDrag();
    m_gesture.kind = Drag::None;
    m_isMeasured = false;
    m_view.viewport()->update();
}

std::optional<std::pair<StretchEnd, StretchEnd>> PointerInput::stretch() const {
    const bool isMeasuring = m_gesture.kind == Drag::Measure || m_isMeasured;
    const bool isFraming = m_gesture.kind == Drag::Frame && m_gesture.moved;
    return isMeasuring || isFraming
               ? std::optional(std::pair(StretchEnd{m_gesture.start, m_gesture.caughtStart},
                                         StretchEnd{m_gesture.last, m_gesture.caughtLast}))
               : std::nullopt;
}

} // namespace timeline
