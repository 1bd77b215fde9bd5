// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/overview_strip.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace timeline {

namespace {

constexpr double edgeReach = 12; // pixels on either side of an edge where it can be gripped
constexpr double keyPan = 0.18;  // of the width, as in the timeline
constexpr double keyZoom = 1.4;
constexpr double endMargin = 28; // pixels beside the first or last event

} // namespace

OverviewStrip::Grip OverviewStrip::gripAt(QPointF at) const {
    const QRectF seen = window();
    // Of a narrow frame the middle still moves it.
    const double reach = std::min(edgeReach, seen.width() / 4);
    if (std::abs(at.x() - seen.left()) <= edgeReach && at.x() < seen.left() + reach) {
        return Grip::LeftEdge;
    }
    if (std::abs(at.x() - seen.right()) <= edgeReach && at.x() > seen.right() - reach) {
        return Grip::RightEdge;
    }
    return seen.contains({at.x(), seen.center().y()}) ? Grip::Window : Grip::None;
}

void OverviewStrip::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton ||
        (event->position().x() < whole().first() && gripAt(event->position()) == Grip::None)) {
        return;
    }
    m_workspace.navigation()->rememberViewport();
    m_grip = gripAt(event->position());
    const QRectF seen = window();
    if (m_grip == Grip::None) {
        m_grip = Grip::Window;
        m_grabbedAt = 0.5;
        mouseMoveEvent(event);
        return;
    }
    const double x = event->position().x();
    m_grabbedAt = m_grip == Grip::Window      ? (x - seen.left()) / seen.width()
                  : m_grip == Grip::RightEdge ? x - seen.right()
                                              : x - seen.left();
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event) {
    if (m_grip == Grip::None) {
        const Grip grip = gripAt(event->position());
        setCursor(grip == Grip::None     ? Qt::ArrowCursor
                  : grip == Grip::Window ? Qt::OpenHandCursor
                                         : Qt::SizeHorCursor);
        return;
    }
    const Viewport &view = m_workspace.navigation()->viewport();
    if (m_grip == Grip::Window) {
        const Viewport fromHere(whole().axisAt(event->position().x()), view.scale(), view.size(),
                                view.breaks());
        m_workspace.navigation()->setViewport(fromHere.pannedBy(-m_grabbedAt * view.width()));
        return;
    }
    const double axis = whole().axisAt(event->position().x() - m_grabbedAt);
    const double begin = m_grip == Grip::LeftEdge ? axis : view.left();
    const double end = m_grip == Grip::RightEdge ? axis : view.right();
    if (begin < end) {
        m_workspace.navigation()->setViewport(view.showing(begin, end));
    }
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent *event) {
    m_grip = Grip::None;
    mouseMoveEvent(event);
}

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent *) {
    m_grip = Grip::None;
    m_workspace.fitAll();
}

void OverviewStrip::keyPressEvent(QKeyEvent *event) {
    Navigation &navigation = *m_workspace.navigation();
    const Viewport now = navigation.destination();
    const auto [begin, end] = m_workspace.layout().axisExtent();
    const auto go = [&](const Viewport &viewport) {
        if (!event->isAutoRepeat()) {
            navigation.rememberViewport();
        }
        navigation.moveTo(viewport);
    };
    switch (event->key()) {
    case Qt::Key_Left:
        go(now.pannedBy(-keyPan * now.width()));
        return;
    case Qt::Key_Right:
        go(now.pannedBy(keyPan * now.width()));
        return;
    case Qt::Key_Up:
        go(now.zoomedAt(now.width() / 2, keyZoom));
        return;
    case Qt::Key_Down:
        go(now.zoomedAt(now.width() / 2, 1 / keyZoom));
        return;
    case Qt::Key_Home:
        go(now.pannedBy(now.x(begin) - endMargin));
        return;
    case Qt::Key_End:
        go(now.pannedBy(now.x(end) - now.width() + endMargin));
        return;
    case Qt::Key_0:
        m_workspace.fitAll();
        return;
    default:
        event->ignore();
    }
}

void OverviewStrip::focusInEvent(QFocusEvent *) {
    update();
}

void OverviewStrip::focusOutEvent(QFocusEvent *) {
    update();
}

} // namespace timeline
