// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/timeline_view.h"

#include "widgets/view/event_keys.h"
#include "widgets/view/frame_keys.h"

#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <numeric>

namespace timeline {

TimelineView::TimelineView(Workspace &workspace, const Fonts &fonts, QWidget *parent)
    : SceneWidget(workspace, parent), m_painter(*this, fonts), m_navigation(workspace),
      m_pointer(*this, {workspace, m_animator, m_navigation, dragging()}), m_headings(*this, workspace) {
    setAccessibleName(tr("Timeline"));
    viewport()->grabGesture(Qt::PinchGesture);
    connect(&workspace, &Workspace::layoutChanged, this, [this] {
        m_pointer.dropAll(); // it began on a scale that is no more
        refreshScrollBar();
        invalidate();
        m_headings.follow();
    });
    connect(workspace.navigation(), &Navigation::viewportChanged, this, &TimelineView::invalidate);
    connect(&m_headings, &LaneHeadings::changed, viewport(), qOverload<>(&QWidget::update));
    m_counting.setSingleShot(true);
    m_counting.setInterval(150);
    connect(&m_counting, &QTimer::timeout, this, [this] {
        const std::vector<SceneItem> &items = scene().items;
        const auto titled = std::ranges::count_if(
            items, [](const SceneItem &item) { return item.label && item.shape != ItemShape::Cluster; });
        Q_EMIT titlesCounted(
            titled, std::accumulate(items.begin(), items.end(), qint64{0},
                                    [](qint64 all, const SceneItem &item) { return all + item.count; }));
    });
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

void TimelineView::setEditor(Editor *editor) {
    m_headings.actions().setEditor(editor);
    SceneWidget::setEditor(editor);
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
    m_counting.start();
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

void TimelineView::showEvent(QShowEvent *) {
    m_counting.start();
}

void TimelineView::hideEvent(QHideEvent *) {
    m_counting.stop();
    Q_EMIT titlesCounted(0, 0);
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
        m_headings.settle();
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
    m_painter.paintStates(painter, statesOfEvents());
    m_painter.paintHeadings(painter, m_headings.states());
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

SceneStates TimelineView::statesOfEvents() const {
    SceneStates states = this->states();
    if (m_headings.focus()) {
        states.isFocusSeen = false;
        states.focused.reset();
    }
    return states;
}

void TimelineView::setFrameTimesShown(bool shown) {
    m_showsFrameTimes = shown;
    viewport()->update();
}

void TimelineView::dropDrag() {
    m_pointer.dropDrag();
    viewport()->update();
}

} // namespace timeline
