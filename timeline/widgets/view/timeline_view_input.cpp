// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/event_keys.h"
#include "widgets/view/frame_keys.h"
#include "widgets/view/timeline_view.h"

#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

// Pointer, touch and keys: who gets them.

namespace timeline {

bool TimelineView::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride && m_headings.takesKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ContextMenu && m_headings.focus() &&
        static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Keyboard) {
        m_headings.popUpMenu(*m_headings.focus());
        return true;
    }
    return SceneWidget::event(event);
}

void TimelineView::focusInEvent(QFocusEvent *event) {
    if (event->reason() == Qt::BacktabFocusReason) { // the last of what is here
        m_headings.takeFocus();
    }
    SceneWidget::focusInEvent(event);
}

void TimelineView::focusOutEvent(QFocusEvent *event) {
    const Qt::FocusReason reason = event->reason();
    if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason &&
        reason != Qt::OtherFocusReason) { // which the field of a new name takes
        m_headings.loseFocus();
    }
    SceneWidget::focusOutEvent(event);
}

/// From the events around the lanes, to their headings, then on.
bool TimelineView::focusNextPrevChild(bool isForward) {
    hidesTip();
    if (m_headings.focus()) {
        m_headings.loseFocus();
        if (isForward) {
            return SceneWidget::focusNextPrevChild(true);
        }
        frameKeys().comeBackFromBehind();
        tellFocus();
        return true;
    }
    if (frameKeys().step(isForward) || (isForward && m_headings.takeFocus())) {
        keys().setSeen(true);
        return true;
    }
    return SceneWidget::focusNextPrevChild(isForward);
}

bool TimelineView::viewportEvent(QEvent *event) {
    switch (event->type()) {
    case QEvent::ToolTip: {
        showToolTip(*static_cast<QHelpEvent *>(event));
        return true;
    }
    case QEvent::ContextMenu:
        if (const auto &menu = *static_cast<QContextMenuEvent *>(event);
            menu.reason() == QContextMenuEvent::Mouse && m_headings.popUpMenuAt(menu.pos())) {
            return true;
        }
        break;
    case QEvent::Leave:
        m_headings.leave();
        restOver(std::nullopt);
        lookAtEra(std::nullopt);
        m_workspace.setHovered(std::nullopt);
        m_workspace.setPointer(std::nullopt);
        m_pointed.reset();
        Q_EMIT pointedAt(QString());
        break;
    case QEvent::Gesture:
        if (pinch(*static_cast<QGestureEvent *>(event))) {
            return true;
        }
        break;
    case QEvent::NativeGesture: // a touchpad's pinch
        if (pinch(*static_cast<QNativeGestureEvent *>(event))) {
            return true;
        }
        break;
    default:
        break;
    }
    return SceneWidget::viewportEvent(event);
}

bool TimelineView::pinch(const QGestureEvent &event) {
    const auto *pinch = static_cast<QPinchGesture *>(event.gesture(Qt::PinchGesture));
    if (pinch == nullptr) {
        return false;
    }
    if (pinch->state() == Qt::GestureStarted) {
        m_workspace.navigation()->rememberViewport();
    }
    const QPointF centre = viewport()->mapFromGlobal(pinch->centerPoint());
    m_navigation.zoomAt(scene(), centre, pinch->scaleFactor());
    return true;
}

bool TimelineView::pinch(const QNativeGestureEvent &event) {
    if (event.gestureType() == Qt::BeginNativeGesture) {
        m_workspace.navigation()->rememberViewport();
    }
    if (event.gestureType() != Qt::ZoomNativeGesture) {
        return false;
    }
    m_navigation.zoomAt(scene(), event.position(), 1 + event.value());
    return true;
}

/// The pointer rests, and the view has moved below it: by a key, an edit, on its own.
void TimelineView::lookAgain() {
    if (m_pointed) {
        tellPointer(*m_pointed);
        if (!m_headings.isBusy() && !m_headings.move(*m_pointed)) {
            m_pointer.rest(*m_pointed);
        }
    }
}

void TimelineView::wheelEvent(QWheelEvent *event) {
    hidesTip();
    m_navigation.turnWheel(scene(), *event);
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent *event) {
    hidesTip();
    keys().setSeen(false);
    frameKeys().comeBack();
    if (!m_headings.press(*event)) {
        m_pointer.press(*event);
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent *event) {
    if (m_pointer.isHeld() || !m_headings.move(event->position())) {
        m_pointer.move(*event);
    }
    restOver(m_pointer.isBusy() || m_headings.isBusy() ? std::nullopt : std::optional(event->position()));
    m_workspace.setPointer(event->position().x());
    m_pointed = event->position();
    if (m_scene) { // else when it is painted
        tellPointer(event->position());
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event) {
    if (!m_headings.release(*event)) {
        m_pointer.release(*event);
    }
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event) {
    if (!m_headings.doubleClick(*event)) {
        m_pointer.doubleClick(*event);
    }
}

/// First what is being done.
bool TimelineView::escape() {
    const Navigation &navigation = *m_workspace.navigation();
    const bool isBusy = m_pointer.isBusy() || dragging().drag() != nullptr ||
                        navigation.viewport() != navigation.destination();
    if (m_headings.drop()) {
        return true;
    }
    if (m_headings.focus()) { // back to the events
        m_headings.loseFocus();
        tellFocus();
        return true;
    }
    m_workspace.navigation()->endMovement();
    m_pointer.dropAll();
    const bool hadTip = hidesTip();
    const bool wasApart = keys().comeBack();
    const bool wasAround = frameKeys().comeBack();
    const bool hadEra = !isBusy && !wasAround && m_workspace.era().has_value();
    if (hadEra) {
        m_workspace.selectEra(std::nullopt);
    }
    return isBusy || hadTip || wasApart || wasAround || hadEra;
}

/// From event to event, with Shift without selecting them.
bool TimelineView::pressArrow(const QKeyEvent &event) {
    const bool isSideways = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
    if (!isSideways && event.key() != Qt::Key_Up && event.key() != Qt::Key_Down) {
        return false;
    }
    const int direction = event.key() == Qt::Key_Left || event.key() == Qt::Key_Up ? -1 : 1;
    const std::optional<EventIndex> from = keys().focus();
    const auto next = isSideways ? m_navigation.nextInLane(from, direction)
                                 : m_navigation.nearestInNextLane(from, direction);
    if (next) {
        keys().goTo(*next, event.modifiers() & Qt::ShiftModifier);
    }
    return true;
}

void TimelineView::keyPressEvent(QKeyEvent *event) {
    const bool isControl = event->modifiers() & Qt::ControlModifier;
    if (event->key() == Qt::Key_Escape && !isControl) {
        event->setAccepted(escape());
        return;
    }
    hidesTip();
    if (m_headings.press(*event) || frameKeys().press(*event)) {
        return;
    }
    if ((isControl && pressArrow(*event)) || keys().press(*event)) {
        m_headings.loseFocus();
        keys().setSeen(true);
    } else if (!m_navigation.pressKey(*event)) {
        SceneWidget::keyPressEvent(event);
    }
}

} // namespace timeline
