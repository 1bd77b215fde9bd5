// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/link_curve.h"
#include "paint/link_look.h"
#include "time/ticks.h"
#include "widgets/view/event_drag.h"
#include "widgets/view/timeline_view.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace timeline {

void TimelineView::setEditor(Editor *editor) {
    m_editor = editor;
    connect(editor, &Editor::obstacleChanged, this, [this] {
        dropEdit();
        viewport()->update();
    });
}

/// An event that may be dragged: one that is selected, so that nothing is moved by who only wants to pan.
std::optional<TimelineView::Held> TimelineView::heldAt(QPointF at) const {
    if (m_editor == nullptr || !m_editor->canEdit() || !scene().plot.contains(at)) {
        return std::nullopt;
    }
    const auto hold = [&](const SceneItem &item) -> std::optional<Held> {
        const std::optional<Grip> grip = gripAt(scene().panelOf(item), item, at);
        return grip ? std::optional(Held{&item, *grip}) : std::nullopt;
    };
    const std::optional<EventIndex> current = m_workspace.currentEvent();
    if (current && m_workspace.isSelected(*current)) { // its handle lies beside it
        for (const SceneItem &item : scene().items) {
            if (const auto held = item.isOf(*current) ? hold(item) : std::nullopt) {
                return held;
            }
        }
    }
    const SceneItem *item = scene().itemAt(at);
    if (item != nullptr && item->shape != ItemShape::Cluster && m_workspace.isSelected(item->event)) {
        return hold(*item);
    }
    return std::nullopt;
}

std::optional<Qt::CursorShape> TimelineView::gripCursorAt(QPointF at) const {
    const std::optional<Held> held = heldAt(at);
    if (!held) {
        return std::nullopt;
    }
    switch (held->grip) {
    case Grip::Link:
        return Qt::CrossCursor;
    case Grip::Whole:
        return Qt::SizeAllCursor;
    default:
        return Qt::SizeHorCursor;
    }
}

void TimelineView::startLink() {
    const std::optional<EventIndex> current = m_workspace.currentEvent();
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    const SceneItem *item = current ? scene().itemNear(*current, pointer) : nullptr;
    if (item == nullptr || m_editor == nullptr || !m_editor->canEdit()) {
        return;
    }
    m_workspace.endMovement();
    m_gesture = {};
    m_gesture.kind = Drag::Edit;
    m_gesture.moved = true;
    m_drag.emplace(m_workspace, scene(), *item, Grip::Link, item->rect.center());
    m_drag->moveTo(pointer, false, scene());
    viewport()->setCursor(Qt::CrossCursor);
    viewport()->update();
}

/// Near an edge the view goes on, so that an event can be taken further than one sees.
void TimelineView::timerEvent(QTimerEvent *event) {
    if (event->timerId() != m_edgePan.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const double beyond = m_drag ? edgeDistance(m_drag->pointer()) : 0;
    if (beyond == 0) {
        m_edgePan.stop();
        return;
    }
    m_workspace.setViewport(m_workspace.viewport().pannedBy(beyond / 3));
    m_drag->moveTo(m_drag->pointer(), m_isExact, scene());
}

/// How far a place is within the strip at an edge of the plot, in pixels: negative on the left.
double TimelineView::edgeDistance(QPointF at) const {
    constexpr double strip = 30;
    const ScenePanel &panel = scene().panelAt(at);
    const double along = panel.along(at);
    return std::min(along - panel.first() - strip, 0.0) + std::max(along - panel.last() + strip, 0.0);
}

void TimelineView::dragTo(QPointF at, bool isExact) {
    constexpr int panEvery = 16; // milliseconds
    m_isExact = isExact;
    m_drag->moveTo(at, isExact, scene());
    if (edgeDistance(at) == 0) {
        m_edgePan.stop();
    } else if (!m_edgePan.isActive()) {
        m_edgePan.start(panEvery, this);
    }
}

void TimelineView::dropEdit() {
    m_edgePan.stop();
    m_drag.reset();
    if (m_gesture.kind == Drag::Edit) {
        m_gesture.kind = Drag::None;
        viewport()->setCursor(Qt::ArrowCursor);
    }
}

void TimelineView::finishEdit() {
    m_edgePan.stop();
    const EventDrag drag = *std::exchange(m_drag, std::nullopt);
    m_gesture.kind = Drag::None;
    if (drag.grip() != Grip::Link) {
        drag.commit(*m_editor);
        return;
    }
    if (!drag.target()) {
        return;
    }
    QMenu menu(this);
    const auto add = [&](const QString &text, LinkKind kind) {
        menu.addAction(text)->setData(static_cast<int>(kind));
    };
    add(tr("leads &to it"), LinkKind::LeadsTo);
    add(tr("is &part of it"), LinkKind::PartOf);
    add(tr("&contradicts it"), LinkKind::Contradicts);
    add(tr("is &related to it"), LinkKind::Related);
    const std::shared_ptr<const Document> document = m_workspace.document();
    const QAction *chosen = menu.exec(viewport()->mapToGlobal(drag.pointer().toPoint()));
    if (chosen != nullptr && m_workspace.document()->isVersionOf(*document)) { // none was read meanwhile
        m_editor->link(drag.event(), *drag.target(), static_cast<LinkKind>(chosen->data().toInt()));
    }
}

void TimelineView::addEvent(QPointF at) {
    if (m_editor == nullptr) {
        return;
    }
    const ScenePanel &panel = scene().panelAt(at);
    const TickUnit unit = pointedUnit(panel, at);
    const Instant begin = tickAtOrBefore(panel.instantAt(at), {unit, 1});
    QJsonObject fields{{u"title"_s, tr("New event")},
                       {u"date"_s, QString::fromStdString(dateNearest(begin, unit))}};
    const Lanes &lanes = m_workspace.layout().lanes();
    if (const SceneLane *lane = scene().laneAt(at)) {
        const Lane &source = lanes.lanes[lane->lane];
        for (const auto &[field, value] :
             fieldsForLane(*m_workspace.document(), std::nullopt, lanes.grouping, {}, source.key)) {
            fields.insert(field, value);
        }
    }
    if (const std::optional<EventIndex> event = m_editor->add(fields)) {
        if (!m_workspace.isSelected(*event)) { // the filter hides it
            m_workspace.reveal(*event);
        }
        m_workspace.bringIntoView(*event); // out of a cluster too
        Q_EMIT editRequested(*event);
    }
}

void TimelineView::addEvent() {
    const std::optional<EventIndex> current = m_workspace.currentEvent();
    const SceneItem *item = current ? scene().itemOf(*current) : nullptr;
    addEvent(item != nullptr ? item->rect.center() : scene().plot.center());
}

void TimelineView::selectAt(QPointF at) {
    const SceneItem *item = scene().itemAt(at);
    if (item != nullptr && item->shape != ItemShape::Cluster) {
        m_travelLane = laneKey(*item);
        if (!m_workspace.isSelected(item->event)) {
            m_workspace.select(item->event);
        }
    }
}

void TimelineView::paintEditing(QPainter &painter) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_drag && m_gesture.moved) {
        paintDrag(painter, *m_drag);
    } else if (m_editor != nullptr && m_editor->canEdit()) {
        // What an arrow can be drawn from.
        const std::optional<EventIndex> current = m_workspace.currentEvent();
        painter.setPen(QPen(m_theme.accent, 1.5));
        painter.setBrush(m_theme.background);
        for (const SceneItem &item : scene().items) {
            if (!current || !item.isOf(*current) || !scene().plot.contains(linkHandle(item))) {
                continue;
            }
            const QRectF dot = linkHandle(item).marginsRemoved({2, 2, 2, 2});
            painter.drawEllipse(dot);
            painter.drawLine(dot.center() - QPointF(2, 0), dot.center() + QPointF(2, 0));
            painter.drawLine(dot.center() - QPointF(0, 2), dot.center() + QPointF(0, 2));
        }
    }
    painter.restore();
}

void TimelineView::paintDrag(QPainter &painter, const EventDrag &drag) const {
    const ScenePanel &panel = scene().panelOf(drag.item());
    const QRectF plot = scene().plot;
    painter.setPen(QPen(m_theme.accent, 2));
    QColor wash = m_theme.accent;
    wash.setAlphaF(0.10F);
    if (drag.grip() == Grip::Link) {
        const SceneItem *target = drag.target() ? scene().itemNear(*drag.target(), drag.pointer()) : nullptr;
        LinkPlace to;
        to.rect = QRectF(drag.pointer(), QSizeF(0, 0));
        if (target != nullptr) {
            to = linkPlace(*target, plot);
        }
        paintLink(painter, freeLink(linkPlace(drag.item(), plot), to, LinkKind::LeadsTo), m_theme.accent);
        painter.setPen(QPen(m_theme.accent, 2));
        if (target != nullptr) {
            painter.setBrush(wash);
            painter.drawRoundedRect(target->reach().marginsAdded({3, 1, 3, 1}), 4, 4);
        }
    } else {
        if (const SceneLane *lane = drag.lane() ? scene().laneOf(*drag.lane()) : nullptr) {
            painter.fillRect(lane->rect.intersected(plot), wash);
        }
        wash.setAlphaF(0.35F);
        painter.setBrush(wash);
        const QRectF ghost = drag.ghost(scene());
        painter.setClipRect(plot);
        painter.drawRoundedRect(ghost, 4, 4);
        painter.setPen(QPen(m_theme.accent, 1, Qt::DashLine));
        const QPointF edge = drag.grip() == Grip::End ? ghost.bottomRight()
                             : drag.item().shape == ItemShape::Point && drag.grip() == Grip::Whole
                                 ? ghost.center()
                                 : ghost.topLeft();
        painter.drawLine(panel.lineAcross(panel.along(edge)));
        painter.setClipping(false);
    }
    // Above the pointer, that the hand does not hide it.
    paintBadge(painter, drag.toText(scene()), drag.pointer().x(),
               std::max(plot.top() + 4, drag.pointer().y() - 44));
}

} // namespace timeline
