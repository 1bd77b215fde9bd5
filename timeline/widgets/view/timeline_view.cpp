// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/timeline_view.h"

#include "document/bytes/visible_text.h"
#include "time/ticks.h"
#include "widgets/view/scene_tips.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <QGestureEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QToolTip>

namespace timeline {

TimelineView::TimelineView(Workspace &workspace, const Fonts &fonts, QWidget *parent)
    : QAbstractScrollArea(parent), m_workspace(workspace), m_fonts(fonts),
      m_theme(Theme::forPalette(palette())), m_painter(m_theme, m_fonts) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Timeline"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->grabGesture(Qt::PinchGesture);
    connect(&workspace, &Workspace::layoutChanged, this, [this] {
        dropEdit();
        m_gesture.kind = Drag::None; // it began on a scale that is no more
        refreshScrollBar();
        invalidate();
    });
    connect(&workspace, &Workspace::viewportChanged, this, &TimelineView::invalidate);
    connect(&workspace, &Workspace::selectionChanged, this, &TimelineView::refreshLinks);
    connect(&workspace, &Workspace::eventWanted, this, &TimelineView::bringLaneIntoView);
    connect(&workspace, &Workspace::hoverChanged, this, &TimelineView::refreshLinks);
    connect(&workspace, &Workspace::navigationRequested, this,
            [this](const Viewport &target) { m_animator.animate(m_workspace.viewport(), target); });
    connect(&workspace, &Workspace::movementEnded, &m_animator, &ViewportAnimator::stop);
    connect(&m_animator, &ViewportAnimator::moved, &workspace, &Workspace::stepTo);
}

std::vector<EventIndex> TimelineView::linkedEvents() const {
    std::vector<EventIndex> events;
    for (const std::optional<EventIndex> event : {m_workspace.currentEvent(), m_workspace.hovered()}) {
        if (event && (events.empty() || events.front() != *event)) {
            events.push_back(*event);
        }
    }
    return events;
}

void TimelineView::refreshLinks() {
    if (m_scene) {
        m_workspace.layout().relink(*m_scene, linkedEvents());
    }
    viewport()->update();
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
        m_scene = m_workspace.layout().scene(m_workspace.viewport(), viewport()->size(),
                                             verticalScrollBar()->value(), linkedEvents());
        m_frameTimes.endLayout();
    }
    return *m_scene;
}

/// The next scene is made when somebody looks at it: once a frame.
void TimelineView::invalidate() {
    m_scene.reset();
    m_isNewScene = true;
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
        m_theme = Theme::forPalette(palette());
        m_isNewScene = true;
        viewport()->update();
    }
    QAbstractScrollArea::changeEvent(event);
}

void TimelineView::paintEvent(QPaintEvent *) {
    QPainter painter(viewport());
    if (m_isNewScene) { // while one moves about, no picture is needed again
        const Scene &now = scene();
        m_frameTimes.begin();
        m_painter.paint(painter, now);
        m_frameTimes.endPainting(now.items.size());
        m_isNewScene = false;
        m_pictureIsStale = true;
        constexpr EventIndex many = 2'000;
        if (!m_isWarm && m_workspace.document()->eventCount() > many) {
            m_isWarm = true;
            QTimer::singleShot(0, this, [this] { m_painter.warmUp(); });
        }
    } else {
        painter.drawPixmap(0, 0, picture());
    }
    m_painter.paintLinks(painter, scene());
    m_painter.paintHighlights(
        painter, scene(), [this](EventIndex event) { return m_workspace.isSelected(event); },
        m_workspace.hovered());
    paintGesture(painter);
    paintEditing(painter);
    if (m_showsFrameTimes) {
        paintFrameTimes(painter);
    }
}

void TimelineView::setFrameTimesShown(bool shown) {
    m_showsFrameTimes = shown;
    viewport()->update();
}

void TimelineView::paintFrameTimes(QPainter &painter) const {
    const QString text = m_frameTimes.toText();
    const double width = m_fonts.width(text, TextRole::Note);
    const QRectF box(scene().plot.right() - width - 26, scene().plot.bottom() - 32, width + 16, 22);
    painter.fillRect(box, m_theme.accent);
    m_painter.paintText(painter, {text, box.left() + 8, box.center().y(), width, TextRole::Note},
                        Theme::textOn(m_theme.accent));
}

/// The scene without highlights, kept for the time that only these change.
const QPixmap &TimelineView::picture() {
    const double ratio = viewport()->devicePixelRatioF();
    const QSize pixels = (QSizeF(viewport()->size()) * ratio).toSize();
    if (m_pictureIsStale || m_picture.size() != pixels) {
        if (m_picture.size() != pixels) {
            m_picture = QPixmap(pixels);
        }
        m_picture.setDevicePixelRatio(ratio);
        QPainter painter(&m_picture);
        m_painter.paint(painter, scene());
        m_pictureIsStale = false;
    }
    return m_picture;
}

void TimelineView::paintGesture(QPainter &painter) const {
    const bool measuring = m_gesture.kind == Drag::Measure || m_measured;
    const bool framing = m_gesture.kind == Drag::Frame && m_gesture.moved;
    if (!measuring && !framing) {
        return;
    }
    const ScenePanel &panel = scene().panelAt(m_gesture.start);
    const auto within = [&](QPointF at) { return std::clamp(panel.along(at), panel.first(), panel.last()); };
    const auto [from, to] = std::minmax<double>({within(m_gesture.start), within(m_gesture.last)});
    const QRectF stretch = panel.stretch(from, to);
    QColor wash = m_theme.accent;
    wash.setAlphaF(0.14F);
    painter.fillRect(stretch, wash);
    painter.setPen(QPen(m_theme.accent, 1));
    painter.drawLine(panel.lineAcross(from));
    painter.drawLine(panel.lineAcross(to));
    const QString text =
        durationName(panel.instantAt(stretch.topLeft()), panel.instantAt(stretch.bottomRight()));
    paintBadge(painter, text, stretch.center().x(), stretch.top() + 10);
}

void TimelineView::paintBadge(QPainter &painter, const QString &text, double middle, double top) const {
    const QRectF plot = scene().plot;
    const double width = m_fonts.width(text, TextRole::Context);
    const double x = std::clamp(middle - width / 2, plot.left() + 10,
                                std::max(plot.left() + 10, plot.right() - width - 10));
    const QRectF box(x - 8, top, width + 16, 26);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.accent);
    painter.drawRoundedRect(box, 6, 6);
    m_painter.paintText(painter, {text, x, box.center().y(), width, TextRole::Context},
                        Theme::textOn(m_theme.accent));
}

bool TimelineView::viewportEvent(QEvent *event) {
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        return showToolTip(help->globalPos(), help->pos());
    }
    case QEvent::Leave:
        m_workspace.setHovered(std::nullopt);
        Q_EMIT pointedAt(QString());
        break;
    case QEvent::Gesture: {
        auto *gesture = static_cast<QGestureEvent *>(event);
        if (const auto *pinch = static_cast<QPinchGesture *>(gesture->gesture(Qt::PinchGesture))) {
            if (pinch->state() == Qt::GestureStarted) {
                m_workspace.rememberViewport();
            }
            const QPointF centre = viewport()->mapFromGlobal(pinch->centerPoint());
            zoomAt(centre, pinch->scaleFactor(), false);
            return true;
        }
        break;
    }
    case QEvent::NativeGesture: { // a touchpad's pinch
        const auto *native = static_cast<QNativeGestureEvent *>(event);
        if (native->gestureType() == Qt::BeginNativeGesture) {
            m_workspace.rememberViewport();
        }
        if (native->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(native->position(), 1 + native->value(), false);
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool TimelineView::showToolTip(const QPoint &globalPos, QPointF at) const {
    const QString text = toolTipAt(at);
    if (text.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(globalPos, plainToolTip(visibleText(text)), viewport());
    }
    return true;
}

QString TimelineView::toolTipAt(QPointF at) const {
    const std::optional<Held> held = heldAt(at);
    return held && held->grip == Grip::Link ? tr("Drag from here to another event to link to it.")
                                            : SceneTips::at(scene(), m_workspace, at);
}

void TimelineView::tellPointer(QPointF at) {
    const ScenePanel &panel = scene().panelAt(at);
    const bool isThere = panel.rect.united(panel.axisRect).contains(at);
    Q_EMIT pointedAt(isThere ? instantName(panel.instantAt(at), panel.millisecondsPerPixel(at)) : QString());
}

} // namespace timeline
