// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/event_dragging.h"

#include <QMenu>

namespace timeline {

EventDragging::EventDragging(SceneWidget &view, Workspace &workspace) : m_view(view), m_workspace(workspace) {
    constexpr int panEvery = 16; // milliseconds
    m_edgePan.setInterval(panEvery);
    m_edgePan.callOnTimeout([this] { panAtEdge(); });
}

std::optional<EventDragging::Held> EventDragging::heldAt(QPointF at) const {
    const Scene &scene = m_view.scene();
    if (!canEdit() || !scene.plot.contains(at)) {
        return std::nullopt;
    }
    const auto hold = [&](const SceneItem &item) -> std::optional<Held> {
        const std::optional<Grip> grip = gripAt(scene.panelOf(item), item, at);
        return grip ? std::optional(Held{&item, *grip}) : std::nullopt;
    };
    const std::optional<EventIndex> current = m_workspace.selection()->current();
    if (current && m_workspace.selection()->contains(*current)) { // its handle lies beside it
        for (const SceneItem &item : scene.items) {
            if (const auto held = item.isOf(*current) ? hold(item) : std::nullopt) {
                return held;
            }
        }
    }
    const SceneItem *item = scene.itemAt(at);
    if (item != nullptr && item->shape != ItemShape::Cluster &&
        m_workspace.selection()->contains(item->event)) {
        return hold(*item);
    }
    return std::nullopt;
}

std::optional<Qt::CursorShape> EventDragging::cursorAt(QPointF at) const {
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

void EventDragging::begin(const Held &held, QPointF at) {
    m_drag.emplace(m_workspace, m_view.scene(), *held.item, held.grip, at);
}

bool EventDragging::beginLink() {
    const std::optional<EventIndex> current = m_workspace.selection()->current();
    const QPoint pointer = m_view.viewport()->mapFromGlobal(QCursor::pos());
    const SceneItem *item = current && canEdit() ? m_view.scene().itemNear(*current, pointer) : nullptr;
    if (item == nullptr) {
        return false;
    }
    m_workspace.navigation()->endMovement();
    begin({item, Grip::Link}, item->rect.center());
    m_drag->moveTo(pointer, false, m_view.scene());
    return true;
}

void EventDragging::panAtEdge() {
    const double beyond = m_drag && m_view.goesOn() ? edgeDistance(m_drag->pointer()) : 0;
    if (beyond == 0) {
        m_edgePan.stop();
        return;
    }
    m_workspace.navigation()->setViewport(m_workspace.navigation()->viewport().pannedBy(beyond / 3));
    m_drag->moveTo(m_drag->pointer(), m_isExact, m_view.scene());
}

/// How far a place is within the strip at an end of its panel, in pixels: negative at the first.
double EventDragging::edgeDistance(QPointF at) const {
    constexpr double strip = 30;
    const ScenePanel &panel = m_view.scene().panelAt(at);
    const double along = panel.along(at);
    return std::min(along - panel.first() - strip, 0.0) + std::max(along - panel.last() + strip, 0.0);
}

void EventDragging::moveTo(QPointF at, bool isExact) {
    m_isExact = isExact;
    m_drag->moveTo(at, isExact, m_view.scene());
    if (edgeDistance(at) == 0) {
        m_edgePan.stop();
    } else if (!m_edgePan.isActive()) {
        m_edgePan.start();
    }
}

void EventDragging::drop() {
    m_edgePan.stop();
    m_drag.reset();
}

void EventDragging::finish() {
    m_edgePan.stop();
    const EventDrag drag = *std::exchange(m_drag, std::nullopt);
    if (drag.grip() != Grip::Link) {
        drag.commit(*m_editor);
        return;
    }
    if (!drag.target()) {
        return;
    }
    QMenu menu(&m_view);
    const auto add = [&](const QString &text, LinkKind kind) {
        menu.addAction(text)->setData(static_cast<int>(kind));
    };
    add(tr("leads &to it"), LinkKind::LeadsTo);
    add(tr("is &part of it"), LinkKind::PartOf);
    add(tr("&contradicts it"), LinkKind::Contradicts);
    add(tr("is &related to it"), LinkKind::Related);
    const std::shared_ptr<const Document> document = m_workspace.document();
    const QAction *chosen = menu.exec(m_view.viewport()->mapToGlobal(drag.pointer().toPoint()));
    if (chosen != nullptr && m_workspace.document()->isVersionOf(*document)) { // none was read meanwhile
        m_editor->link(drag.event(), *drag.target(), static_cast<LinkKind>(chosen->data().toInt()));
    }
}

} // namespace timeline
