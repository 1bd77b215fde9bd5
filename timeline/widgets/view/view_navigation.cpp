// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/view_navigation.h"

#include <QKeyEvent>
#include <QWheelEvent>
#include <cmath>

namespace timeline {

namespace {

constexpr double keyZoom = 1.4;
constexpr double keyPan = 0.18;           // of the width
constexpr double wheelZoomPerStep = 1.25; // a notch of 15 degrees
constexpr double endMargin = 28;          // pixels beside the first or last event
constexpr qint64 newPlaceAfter =
    700; // milliseconds of rest after which wheeling begins a new place to go back to

/// A place in a scene in the pixels of its panel's viewport.
double viewportX(const Scene &scene, QPointF at) {
    const ScenePanel &panel = scene.panelAt(at);
    return std::clamp(panel.along(at) - panel.first(), 0.0, panel.viewport.width());
}

} // namespace

void ViewNavigation::beginRun() {
    if (!m_sinceStep.isValid() || m_sinceStep.elapsed() > newPlaceAfter) {
        m_workspace.navigation()->rememberViewport();
    }
    m_sinceStep.start();
}

void ViewNavigation::zoomAt(const Scene &scene, QPointF at, double factor) {
    m_workspace.navigation()->setViewport(
        m_workspace.navigation()->viewport().zoomedAt(viewportX(scene, at), factor));
}

void ViewNavigation::zoomBy(double factor) {
    beginRun();
    const Viewport now = m_workspace.navigation()->destination();
    stepTo(now.zoomedAt(m_workspace.anchor().in(now), factor));
}

void ViewNavigation::panBy(double pixels) {
    beginRun();
    stepTo(m_workspace.navigation()->destination().pannedBy(pixels));
}

void ViewNavigation::stepTo(const Viewport &viewport) {
    m_isStepping = true;
    m_workspace.navigation()->moveTo(viewport);
    m_isStepping = false;
}

void ViewNavigation::frameSelection() {
    const std::vector<EventIndex> selected = m_workspace.selection()->events();
    if (selected.empty()) {
        m_workspace.fitAll();
        return;
    }
    const Document &document = m_workspace.layout().document();
    Span all = Span::never();
    for (const EventIndex event : selected) {
        const Span span = document.span(event);
        all.begin = std::min(all.begin, span.begin);
        all.end = std::max(all.end, span.end);
        all.flags |= span.flags;
    }
    m_workspace.frame(all);
}

void ViewNavigation::frameStretch(const Scene &scene, QPointF from, QPointF to) {
    const ScenePanel &panel = scene.panelAt(from);
    const double begin = panel.axisAt(panel.along(from));
    const double end = panel.axisAt(panel.along(to));
    m_workspace.navigation()->navigate(panel.viewport.showing(std::min(begin, end), std::max(begin, end)));
}

void ViewNavigation::wentTo(const SceneItem &item) {
    m_laneKey = m_workspace.layout().lanes().lanes[item.lane].key;
}

std::size_t ViewNavigation::laneOf(EventIndex event) const {
    const TimelineLayout &layout = m_workspace.layout();
    const Lanes::OfEvent lanes = layout.lanes().lanesOf(layout.axis(), event);
    const auto lane =
        std::ranges::find_if(lanes, [&](std::size_t i) { return layout.lanes().lanes[i].key == m_laneKey; });
    return lane != lanes.end() ? *lane : lanes.isEmpty() ? 0 : lanes.front();
}

std::optional<EventIndex> ViewNavigation::nextInLane(std::optional<EventIndex> event, int direction) {
    const TimelineLayout &layout = m_workspace.layout();
    std::size_t place = 0;
    while (!event && place < layout.lanes().openCount && !layout.lanes().isTall(place)) {
        ++place;
    }
    if (layout.lanes().lanes.empty() || (!event && place == layout.lanes().openCount)) {
        return std::nullopt;
    }
    const Lane &lane = layout.lanes().lanes[event ? laneOf(*event) : place];
    m_laneKey = lane.key;
    const LaneIndex &events = lane.events;
    const std::optional<EventIndex> rank = event ? events.rankOf(layout.axis(), *event) : std::nullopt;
    const qint64 next = rank ? qint64{*rank} + direction : 0;
    return next >= 0 && next < events.size() ? std::optional(events.at(static_cast<EventIndex>(next)))
                                             : std::nullopt;
}

std::optional<EventIndex> ViewNavigation::nearestInNextLane(std::optional<EventIndex> event, int direction) {
    const TimelineLayout &layout = m_workspace.layout();
    const std::vector<Lane> &lanes = layout.lanes().lanes;
    if (!event || lanes.empty()) {
        return nextInLane(event, direction);
    }
    const double at = layout.axis().begin(*event);
    for (qint64 i = qint64(laneOf(*event)) + direction; i >= 0 && i < qint64(lanes.size()); i += direction) {
        const LaneIndex &events = lanes[static_cast<std::size_t>(i)].events;
        if (events.size() == 0 || !layout.lanes().isTall(static_cast<std::size_t>(i))) {
            continue;
        }
        m_laneKey = lanes[static_cast<std::size_t>(i)].key;
        const EventIndex after = events.beginsBefore(layout.axis(), at);
        if (after == 0) {
            return events.at(0);
        }
        const EventIndex before = events.at(after - 1);
        if (after == events.size()) {
            return before;
        }
        const bool isAfterNearer =
            layout.axis().begin(events.at(after)) - at <= at - layout.axis().begin(before);
        return isAfterNearer ? events.at(after) : before;
    }
    return std::nullopt;
}

void ViewNavigation::turnWheel(const Scene &scene, const QWheelEvent &event) {
    const QPoint angle = event.angleDelta();
    beginRun();
    const bool sideways = std::abs(angle.x()) > std::abs(angle.y());
    if (sideways || (event.modifiers() & Qt::ShiftModifier)) {
        m_workspace.navigation()->setViewport(
            m_workspace.navigation()->viewport().pannedBy(-(sideways ? angle.x() : angle.y())));
        return;
    }
    // Fine steps come from touchpads, which are smooth by themselves.
    const bool isNotch = std::abs(angle.y()) >= 120;
    const double factor = std::pow(wheelZoomPerStep, angle.y() / 120.0);
    if (isNotch) {
        stepTo(m_workspace.navigation()->destination().zoomedAt(viewportX(scene, event.position()), factor));
    } else {
        zoomAt(scene, event.position(), factor);
    }
}

bool ViewNavigation::pressKey(const QKeyEvent &event) {
    const Viewport now = m_workspace.navigation()->destination();
    const double page = now.width() * keyPan;
    const auto [begin, end] = m_workspace.layout().axisExtent();
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) {
        return false; // those of others
    }
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_W:
        zoomBy(keyZoom);
        return true;
    case Qt::Key_Minus:
    case Qt::Key_S:
        zoomBy(1 / keyZoom);
        return true;
    case Qt::Key_Left:
    case Qt::Key_A:
        panBy(-page);
        return true;
    case Qt::Key_Right:
    case Qt::Key_D:
        panBy(page);
        return true;
    case Qt::Key_Home:
        m_workspace.navigation()->navigate(now.pannedBy(now.x(begin) - endMargin));
        return true;
    case Qt::Key_End:
        m_workspace.navigation()->navigate(now.pannedBy(now.x(end) - now.width() + endMargin));
        return true;
    case Qt::Key_0:
        m_workspace.fitAll();
        return true;
    case Qt::Key_F:
        frameSelection();
        return true;
    default:
        return false;
    }
}

} // namespace timeline
