// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/timeline_view.h"

#include "widgets/view/event_keys.h"
#include "widgets/view/frame_keys.h"

#include <QGestureEvent>
#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

namespace timeline {

TimelineView::TimelineView(Workspace &workspace, const Fonts &fonts, QWidget *parent)
    : SceneWidget(workspace, parent), m_painter(*this, fonts), m_navigation(workspace),
      m_pointer(*this, {workspace, m_animator, m_navigation, dragging()}) {
    setAccessibleName(tr("Timeline"));
    viewport()->grabGesture(Qt::PinchGesture);
    connect(&workspace, &Workspace::layoutChanged, this, [this] {
        m_pointer.dropAll(); // it began on a scale that is no more
        refreshScrollBar();
        invalidate();
    });
    connect(workspace.navigation(), &Navigation::viewportChanged, this, &TimelineView::invalidate);
    connect(workspace.selection(), &EventSelection::changed, this, [this] {
        m_painter.forgetPicture();
        refreshLinks();
    });
    connect(&workspace, &Workspace::eventWanted, this, &TimelineView::bringLaneIntoView);
    connect(&workspace, &Workspace::hoverChanged, this, &TimelineView::refreshLinks);
    connect(&workspace, &Workspace::eraChanged, this, &TimelineView::retint);
    connect(&workspace, &Workspace::dimmingChanged, this, &TimelineView::refreshLinks);
    connect(workspace.navigation(), &Navigation::navigationRequested, this, [this](const Viewport &target) {
        const int way = m_navigation.isStepping() ? ViewportAnimator::stepMilliseconds
                                                  : ViewportAnimator::wayMilliseconds;
        m_animator.animate(m_workspace.navigation()->viewport(), target,
                           ViewportAnimator::hasMotion(*this) ? way : 0);
    });
    connect(workspace.navigation(), &Navigation::movementEnded, &m_animator, &ViewportAnimator::stop);
    connect(&m_animator, &ViewportAnimator::moved, workspace.navigation(), &Navigation::stepTo);
}

std::vector<EventIndex> TimelineView::linkedEvents() const {
    std::vector<EventIndex> events;
    for (const std::optional<EventIndex> event :
         {m_workspace.selection()->current(), m_workspace.hovered()}) {
        if (event && (events.empty() || events.front() != *event)) {
            events.push_back(*event);
        }
    }
    return events;
}

/// Only for what is selected: whoever moves the pointer about wants no flicker.
std::optional<EventIndex> TimelineView::dimmedBut() const {
    const std::optional<EventIndex> current = m_workspace.selection()->current();
    return m_workspace.dimsUnlinked() && current && m_workspace.selection()->contains(*current)
               ? current
               : std::nullopt;
}

/// Of many that are selected all are looked at.
void TimelineView::undimSelected() const {
    for (SceneItem &item : m_scene->items) {
        item.isDimmed = item.isDimmed && !m_workspace.selection()->contains(item.event);
    }
}

void TimelineView::refreshLinks() {
    if (m_scene) {
        const auto dimmed = [this] {
            std::vector<bool> dims;
            std::ranges::transform(m_scene->items, std::back_inserter(dims), &SceneItem::isDimmed);
            return dims;
        };
        const std::vector<bool> before = dimmed();
        m_workspace.layout().relink(*m_scene, linkedEvents(), dimmedBut().has_value());
        undimSelected();
        if (dimmed() != before) {
            m_painter.forgetPicture();
        }
    }
    viewport()->update();
}

void TimelineView::lookAtEra(std::optional<std::size_t> era) {
    m_hoveredEra = era;
    retint();
}

void TimelineView::focusEra(std::optional<std::size_t> era) {
    m_focusedEra = era;
    retint();
}

std::optional<std::size_t> TimelineView::tintedEra() const {
    return m_hoveredEra ? m_hoveredEra : m_focusedEra ? m_focusedEra : m_workspace.era();
}

void TimelineView::retint() {
    if (m_scene && m_scene->tintedEra != tintedEra()) {
        m_scene->tintedEra = tintedEra();
        m_painter.forgetPicture();
        viewport()->update();
    }
}

/// Around the lanes, then on.
bool TimelineView::focusNextPrevChild(bool isForward) {
    hidesTip();
    if (frameKeys().step(isForward)) {
        keys().setSeen(true);
        return true;
    }
    return SceneWidget::focusNextPrevChild(isForward);
}

void TimelineView::bringLaneIntoView(EventIndex event) {
    if (verticalScrollBar()->maximum() == 0) {
        return;
    }
    const TimelineLayout &layout = m_workspace.layout();
    const QRectF plot = scene().plot;
    std::optional<QRectF> nearest; // of its places in all its lanes
    for (const std::size_t lane : layout.lanes().lanesOf(layout.axis(), event)) {
        const SceneItem *item = scene().itemOf(event, lane);
        const QRectF place = item != nullptr
                                 ? item->rect
                                 : layout.laneRect(lane, viewport()->size(), verticalScrollBar()->value());
        const auto distance = [&plot](const QRectF &rect) {
            return std::abs(rect.top() - plot.center().y());
        };
        if (!nearest || distance(place) < distance(*nearest)) {
            nearest = place;
        }
    }
    if (nearest && (nearest->top() < plot.top() || nearest->bottom() > plot.bottom())) {
        constexpr double air = 40;
        verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                      qRound(nearest->top() - plot.top() - air));
    }
}

const Scene &TimelineView::scene() const {
    if (!m_scene) {
        m_frameTimes.begin();
        m_scene =
            m_workspace.layout().scene(m_workspace.navigation()->viewport(), viewport()->size(),
                                       verticalScrollBar()->value(), linkedEvents(), dimmedBut().has_value());
        undimSelected();
        m_scene->tintedEra = tintedEra();
        m_frameTimes.endLayout();
    }
    return *m_scene;
}

/// The next scene is made when somebody looks at it: once a frame.
void TimelineView::invalidate() {
    m_scene.reset();
    m_isNewScene = true;
    hidesTip(); // what it told about stands elsewhere
    viewport()->update();
}

void TimelineView::refreshScrollBar() {
    const TimelineLayout &layout = m_workspace.layout();
    const double height = layout.plotSize(viewport()->size()).height();
    verticalScrollBar()->setPageStep(qFloor(height));
    verticalScrollBar()->setSingleStep(26);
    verticalScrollBar()->setRange(0, std::max(0, qCeil(layout.contentHeight(viewport()->size()) - height)));
}

void TimelineView::scrollContentsBy(int, int) {
    invalidate();
}

void TimelineView::resizeEvent(QResizeEvent *) {
    m_workspace.setSceneSize(viewport()->size());
    refreshScrollBar();
    invalidate();
}

void TimelineView::changeEvent(QEvent *event) {
    if (event->type() == QEvent::PaletteChange) {
        m_painter.setPalette(palette());
        m_isNewScene = true;
        viewport()->update();
    }
    SceneWidget::changeEvent(event);
}

void TimelineView::paintEvent(QPaintEvent *) {
    QPainter painter(viewport());
    if (m_isNewScene) {
        const std::size_t items = scene().items.size();
        lookAgain();
        m_frameTimes.begin();
        m_painter.paintNew(painter, states());
        m_frameTimes.endPainting(items);
        m_isNewScene = false;
        constexpr EventIndex many = 2'000;
        if (!m_isWarm && m_workspace.document()->eventCount() > many) {
            m_isWarm = true;
            QTimer::singleShot(0, this, [this] { m_painter.warmUp(); });
        }
    } else {
        m_painter.paintKept(painter, states());
    }
    m_painter.paintStates(painter, states());
    if (const auto part = hasFocus() ? focusedPart() : std::nullopt) {
        m_painter.paintFocus(painter, placeOf(*part, scene()));
    }
    if (const auto stretch = m_pointer.stretch()) {
        m_painter.paintStretch(painter, stretch->first, stretch->second);
    }
    const std::optional<EventIndex> current = m_workspace.selection()->current();
    if (dragging().drag() != nullptr && m_pointer.isDragging()) {
        m_painter.paintDrag(painter, *dragging().drag());
    } else if (current && dragging().canEdit()) {
        m_painter.paintLinkHandles(painter, *current);
    }
    if (m_showsFrameTimes) {
        m_painter.paintNote(painter, m_frameTimes.toText());
    }
}

void TimelineView::setFrameTimesShown(bool shown) {
    m_showsFrameTimes = shown;
    viewport()->update();
}

bool TimelineView::viewportEvent(QEvent *event) {
    switch (event->type()) {
    case QEvent::ToolTip: {
        showToolTip(*static_cast<QHelpEvent *>(event));
        return true;
    }
    case QEvent::Leave:
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
        m_pointer.rest(*m_pointed);
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
    m_pointer.press(*event);
}

void TimelineView::mouseMoveEvent(QMouseEvent *event) {
    m_pointer.move(*event);
    restOver(m_pointer.isBusy() ? std::nullopt : std::optional(event->position()));
    m_workspace.setPointer(event->position().x());
    m_pointed = event->position();
    if (m_scene) { // else when it is painted
        tellPointer(event->position());
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event) {
    m_pointer.release(*event);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event) {
    m_pointer.doubleClick(*event);
}

/// First what is being done.
bool TimelineView::escape() {
    const Navigation &navigation = *m_workspace.navigation();
    const bool isBusy = m_pointer.isBusy() || dragging().drag() != nullptr ||
                        navigation.viewport() != navigation.destination();
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
    if (frameKeys().press(*event)) {
        return;
    }
    if ((isControl && pressArrow(*event)) || keys().press(*event)) {
        keys().setSeen(true);
    } else if (!m_navigation.pressKey(*event)) {
        SceneWidget::keyPressEvent(event);
    }
}

void TimelineView::dropDrag() {
    m_pointer.dropDrag();
    viewport()->update();
}

} // namespace timeline
