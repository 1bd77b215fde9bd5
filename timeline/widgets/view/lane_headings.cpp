// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/lane_headings.h"

#include "layout/scale/metrics.h"
#include "widgets/headings/lane_menu.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>

namespace timeline {

using Handle = HeadingStates::Handle;

namespace {

constexpr double edge = 24; // pixels where what is dragged scrolls
constexpr double slim = 60; // headings that have less have neither grip nor button

} // namespace

LaneHeadings::LaneHeadings(SceneWidget &view, Workspace &workspace)
    : m_view(view), m_workspace(workspace), m_actions(workspace),
      m_rename(m_actions, view, *view.viewport(), [this](const QString &key) {
          const SceneLane *lane = m_view.scene().laneOf(key);
          return lane != nullptr ? lane->place : QRectF();
      }) {
    constexpr int frame = 16; // milliseconds
    m_edgeScroll.setInterval(frame);
    connect(&m_edgeScroll, &QTimer::timeout, this, &LaneHeadings::scrollAtEdge);
}

// Where things are.

std::optional<LaneHeadings::Place> LaneHeadings::placeAt(QPointF at) const {
    const Scene &scene = m_view.scene();
    if (const SceneLane *lane = scene.headingAt(at)) {
        return Place{false, lane->key};
    }
    return scene.isAtHiddenLanes(at) ? std::optional(Place{true, {}}) : std::nullopt;
}

Handle LaneHeadings::handleAt(QPointF at) const {
    const SceneLane *lane = m_view.scene().headingAt(at);
    return lane == nullptr           ? Handle::None
           : lane->more.contains(at) ? Handle::More
           : lane->grip.contains(at) ? Handle::Grip
                                     : Handle::None;
}

QRectF LaneHeadings::rectOf(const Place &place) const {
    const TimelineLayout &layout = m_workspace.layout();
    const QSizeF size = m_view.viewport()->size();
    const double scrolled = m_view.verticalScrollBar()->value();
    if (!place.isHiddenLanes) {
        const std::optional<std::size_t> lane = lanes().placeOf(place.key);
        return lane ? layout.laneRect(*lane, size, scrolled) : QRectF();
    }
    const double bottom = layout.plotTop(size) + layout.contentHeight(size) - scrolled;
    const double height = metrics::hiddenLanesHeight;
    return {0, bottom - height, size.width(), height};
}

void LaneHeadings::bringIntoView(const Place &place) {
    const QRectF rect = rectOf(place);
    const QRectF plot = m_view.scene().plot;
    QScrollBar *bar = m_view.verticalScrollBar();
    if (rect.top() < plot.top()) {
        bar->setValue(bar->value() - qCeil(plot.top() - rect.top()));
    } else if (rect.bottom() > plot.bottom()) {
        bar->setValue(bar->value() + qCeil(std::min(rect.bottom() - plot.bottom(), rect.top() - plot.top())));
    }
}

// The pointer.

void LaneHeadings::setHovered(const std::optional<Place> &place, Handle handle) {
    if (place != m_hovered || handle != m_handle) {
        m_hovered = place;
        m_handle = handle;
        Q_EMIT changed();
    }
}

void LaneHeadings::leave() {
    setHovered(std::nullopt, Handle::None);
}

bool LaneHeadings::press(const QMouseEvent &event) {
    m_hasShown = false;
    const QPointF at = event.position();
    const std::optional<Place> place = event.button() == Qt::LeftButton ? placeAt(at) : std::nullopt;
    if (!place) {
        loseFocus();
        return false;
    }
    m_workspace.navigation()->endMovement();
    if (place->isHiddenLanes) {
        activate(*place);
        m_hasShown = true;
    } else {
        m_held =
            Held{place->key, at, at.y() - rectOf(*place).top(), false, at, event.modifiers(), handleAt(at)};
    }
    return true;
}

bool LaneHeadings::move(QPointF at) {
    if (!m_held) {
        const std::optional<Place> place = placeAt(at);
        const Handle handle = handleAt(at);
        setHovered(place, handle);
        if (place) {
            m_workspace.setHovered(std::nullopt);
            m_view.lookAtEra(std::nullopt);
            m_view.viewport()->setCursor(handle == Handle::Grip ? Qt::OpenHandCursor
                                                                : Qt::PointingHandCursor);
        }
        return place.has_value();
    }
    m_held->last = at;
    const bool canDrag = m_held->handle != Handle::More && lanes().openCount > 1;
    if (!m_held->isDragged && canDrag &&
        (at - m_held->start).manhattanLength() >= QApplication::startDragDistance()) {
        m_held->isDragged = true;
        m_view.viewport()->setCursor(Qt::ClosedHandCursor);
    }
    if (m_held->isDragged) {
        const QRectF plot = m_view.scene().plot;
        const bool isAtEdge = at.y() < plot.top() + edge || at.y() > plot.bottom() - edge;
        isAtEdge ? m_edgeScroll.start() : m_edgeScroll.stop();
        Q_EMIT changed();
    }
    return true;
}

/// Near an edge the lanes go on, the quicker the nearer.
void LaneHeadings::scrollAtEdge() {
    if (!m_held) {
        m_edgeScroll.stop();
        return;
    }
    const QRectF plot = m_view.scene().plot;
    const double above = plot.top() + edge - m_held->last.y();
    const double below = m_held->last.y() - plot.bottom() + edge;
    const double way = above > 0 ? -std::min(above, edge) : std::min(std::max(below, 0.0), edge);
    QScrollBar *bar = m_view.verticalScrollBar();
    bar->setValue(bar->value() + qRound(way));
    Q_EMIT changed();
}

/// Before which lane what is dragged there would come, by its place; openCount: behind all.
std::size_t LaneHeadings::wantedPlace(double y) const {
    const Scene &scene = m_view.scene();
    const auto below =
        std::ranges::find_if(scene.lanes, [y](const SceneLane &lane) { return y < lane.rect.center().y(); });
    return below != scene.lanes.end() ? below->lane : scene.lanes.empty() ? 0 : scene.lanes.back().lane + 1;
}

bool LaneHeadings::release(const QMouseEvent &event) {
    if (!m_held) {
        return m_hasShown;
    }
    const Held held = *std::exchange(m_held, std::nullopt);
    m_edgeScroll.stop();
    if (held.isDragged) {
        m_actions.moveTo(held.key, wantedPlace(held.last.y()));
    } else if (event.button() == Qt::LeftButton) {
        click(held, event.position());
    }
    move(event.position());
    Q_EMIT changed();
    return true;
}

void LaneHeadings::click(const Held &held, QPointF at) {
    const SceneLane *lane = m_view.scene().headingAt(at);
    if (lane == nullptr || lane->key != held.key) {
        return;
    }
    const Place place{false, held.key};
    const bool isSlim = lane->place.width() < slim;
    if (held.modifiers & Qt::ControlModifier) {
        m_actions.showAlone(held.key);
    } else if (isSlim || (held.handle == Handle::More && handleAt(at) == Handle::More)) {
        popUpMenu(place);
    } else if (held.handle == Handle::None) {
        activate(place);
    }
}

bool LaneHeadings::doubleClick(const QMouseEvent &event) {
    if (m_hasShown) {
        return true;
    }
    const QPointF at = event.position();
    const SceneLane *lane = m_view.scene().headingAt(at);
    if (lane != nullptr && event.button() == Qt::LeftButton && handleAt(at) == Handle::None &&
        lane->place.width() >= slim) {
        showTime(lane->lane);
    }
    return lane != nullptr;
}

void LaneHeadings::showTime(std::size_t lane) {
    const LaneIndex &events = lanes().lanes[lane].events;
    if (events.size() > 0) {
        const Document &document = m_workspace.layout().document();
        const Span first = document.span(events.at(0));
        const Span last = document.span(events.atEnd(events.size() - 1));
        m_workspace.frame(Span{first.begin, last.end, first.flags | last.flags});
    }
}

bool LaneHeadings::popUpMenuAt(QPointF at) {
    const std::optional<Place> place = placeAt(at);
    if (place) {
        popUpMenu(*place, at);
    }
    return place.has_value();
}

void LaneHeadings::popUpMenu(const Place &place) {
    bringIntoView(place);
    const SceneLane *lane = place.isHiddenLanes ? nullptr : m_view.scene().laneOf(place.key);
    const QRectF its = lane == nullptr ? rectOf(place) : lane->more.isEmpty() ? lane->place : lane->more;
    popUpMenu(place, its.bottomLeft());
}

void LaneHeadings::popUpMenu(const Place &place, QPointF at) {
    auto *menu = new LaneMenu(
        m_actions, [this](const QString &key) { rename(key); }, &m_view);
    if (place.isHiddenLanes) {
        menu->addHiddenLanes();
    } else {
        menu->addLane(place.key, m_view.scene().plot.left() < slim);
    }
    menu->popup(m_view.viewport()->mapToGlobal(at.toPoint()));
}

void LaneHeadings::rename(const QString &key) {
    bringIntoView({false, key});
    m_rename.begin(key);
}

void LaneHeadings::activate(const Place &place) {
    if (place.isHiddenLanes) {
        m_actions.showAll();
    } else {
        m_actions.selectEvents(place.key);
    }
}

bool LaneHeadings::drop() {
    const bool wasDragged = m_held && m_held->isDragged;
    const bool wasRenamed = m_rename.leave();
    m_held.reset();
    m_edgeScroll.stop();
    if (wasDragged) {
        m_view.viewport()->setCursor(Qt::ArrowCursor);
        Q_EMIT changed();
    }
    return wasDragged || wasRenamed;
}

void LaneHeadings::settle() {
    m_rename.settle();
}

HeadingStates LaneHeadings::states() const {
    HeadingStates states;
    states.hovered = m_hovered;
    states.handle = m_handle;
    states.focused = m_view.hasFocus() ? m_focus : std::nullopt;
    if (m_held && m_held->isDragged) {
        const Scene &scene = m_view.scene();
        const std::size_t to = wantedPlace(m_held->last.y());
        const SceneLane *before = scene.laneOf(to);
        const double line = before != nullptr     ? before->rect.top()
                            : scene.lanes.empty() ? scene.plot.top()
                                                  : scene.lanes.back().rect.bottom();
        states.drag =
            HeadingStates::Drag{m_held->key, m_held->last.y() - std::clamp(m_held->offset, 0.0, 40.0),
                                std::clamp(line, scene.plot.top() + 1, scene.plot.bottom() - 1)};
    }
    return states;
}

} // namespace timeline
