// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/scene_widget.h"

#include "document/bytes/visible_text.h"
#include "time/ticks.h"
#include "widgets/view/event_dragging.h"
#include "widgets/view/event_flash.h"
#include "widgets/view/event_keys.h"
#include "widgets/view/event_tip.h"
#include "widgets/view/scene_accessible.h"
#include "widgets/view/undated_drop.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <QDropEvent>
#include <QHelpEvent>
#include <QJsonObject>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace timeline {

SceneWidget::SceneWidget(Workspace &workspace, QWidget *parent)
    : QAbstractScrollArea(parent), m_workspace(workspace),
      m_dragging(std::make_unique<EventDragging>(*this, workspace)),
      m_keys(std::make_unique<EventKeys>(*this, workspace, *m_dragging)),
      m_flash(new EventFlash(workspace, *this)), m_tip(new EventTip(viewport())) {
    SceneAccessible::install();
    setAcceptDrops(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(m_flash, &EventFlash::changed, viewport(), qOverload<>(&QWidget::update));
    connect(workspace.selection(), &EventSelection::changed, this, &SceneWidget::tellFocus);
}

SceneWidget::~SceneWidget() = default;

void SceneWidget::setEditor(Editor *editor) {
    m_dragging->setEditor(editor);
    m_flash->setEditor(editor);
    connect(editor, &Editor::obstacleChanged, this, &SceneWidget::dropDrag);
}

SceneStates SceneWidget::states() const {
    const EventSelection *selection = m_workspace.selection();
    SceneStates states;
    states.isSelected = [selection](EventIndex event) { return selection->contains(event); };
    states.hovered = m_workspace.hovered();
    states.held = selection->count() == 1 ? selection->current() : std::nullopt;
    states.canMove = m_dragging->canEdit();
    states.isFocusSeen = m_keys->isSeen() && hasFocus();
    states.focused = states.isFocusSeen ? m_keys->focus() : std::nullopt;
    if (m_flash->isOn()) {
        states.flash = [this](EventIndex event) { return m_flash->of(event); };
    }
    return states;
}

void SceneWidget::tellPointer(QPointF at) {
    if (scene().panels.empty()) {
        return;
    }
    const ScenePanel &panel = scene().panelAt(at);
    const bool isThere = panel.rect.united(panel.axisRect).contains(at);
    Q_EMIT pointedAt(isThere ? instantName(panel.instantAt(at), panel.millisecondsPerPixel(at)) : QString());
}

void SceneWidget::showToolTip(const QHelpEvent &event) const {
    if (scene().panels.empty()) {
        return;
    }
    const auto held = m_dragging->heldAt(event.pos());
    const bool isHandle = held && held->grip == Grip::Link;
    const SceneItem *item = scene().itemAt(event.pos());
    if (!isHandle && item != nullptr && item->shape != ItemShape::Cluster) {
        QToolTip::hideText();
        showTip(item->event);
        return;
    }
    const QString text = isHandle ? tr("Drag from here to another event to link to it.")
                                  : SceneTips::at(scene(), m_workspace, event.pos());
    if (text.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(event.globalPos(), plainToolTip(visibleText(text)), viewport());
    }
}

void SceneWidget::showTip(EventIndex event) const {
    const SceneItem *item = scene().itemNear(event, viewport()->mapFromGlobal(QCursor::pos()));
    if (item != nullptr && m_dragging->drag() == nullptr) {
        m_tip->show(SceneTips::of(event, scene(), m_workspace), scene(), *item);
    }
}

void SceneWidget::restOver(std::optional<EventIndex> event) {
    if (event && m_dragging->drag() == nullptr) {
        m_tip->waitFor(*event, [this, event](EventTip &) { showTip(*event); });
    } else {
        m_tip->leave();
    }
}

bool SceneWidget::hidesTip() {
    const bool isSeen = m_tip->isVisible();
    m_tip->leave();
    return isSeen;
}

QString SceneWidget::tipText() const {
    return m_tip->text();
}

std::optional<EventIndex> SceneWidget::focusedEvent() const {
    return m_keys->focus();
}

void SceneWidget::tellFocus() {
    if (hasFocus()) {
        SceneAccessible::tellFocus(*this);
    }
}

QVariant SceneWidget::inputMethodQuery(Qt::InputMethodQuery query) const {
    if (query == Qt::ImCursorRectangle && !scene().panels.empty()) {
        const std::optional<EventIndex> event = m_keys->focus();
        const SceneItem *item = event ? scene().itemOf(*event) : nullptr;
        const QRectF place = item != nullptr ? item->rect.intersected(scene().plot) : QRectF();
        return place.isEmpty() ? QRectF(scene().plot.center(), QSizeF(1, 1)).toRect() : place.toRect();
    }
    return QAbstractScrollArea::inputMethodQuery(query);
}

/// Who comes by keys looks for where they go.
void SceneWidget::focusInEvent(QFocusEvent *event) {
    const Qt::FocusReason reason = event->reason();
    m_keys->setSeen(reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                    reason == Qt::ShortcutFocusReason ||
                    (reason == Qt::OtherFocusReason && m_keys->focus().has_value()));
    QAbstractScrollArea::focusInEvent(event);
    tellFocus();
    viewport()->update();
}

void SceneWidget::focusOutEvent(QFocusEvent *event) {
    QAbstractScrollArea::focusOutEvent(event);
    m_tip->leave();
    viewport()->update();
}

// What is no event without a date is dropped onto the window.

void SceneWidget::dragEnterEvent(QDragEnterEvent *event) {
    event->setAccepted(UndatedDrop::isAbout(*event));
}

void SceneWidget::dragMoveEvent(QDragMoveEvent *event) {
    if (!UndatedDrop(*this, m_workspace).moveTo(*event, m_dragging->editor())) {
        event->ignore();
    }
}

void SceneWidget::dragLeaveEvent(QDragLeaveEvent *) {
    UndatedDrop(*this, m_workspace).leave();
}

void SceneWidget::dropEvent(QDropEvent *event) {
    if (!UndatedDrop(*this, m_workspace).drop(*event, m_dragging->editor())) {
        event->ignore();
    }
}

void SceneWidget::addEvent(QPointF at) {
    Editor *editor = m_dragging->editor();
    if (editor == nullptr || scene().panels.empty()) {
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
    if (const std::optional<EventIndex> event = editor->add(fields)) {
        if (!m_workspace.selection()->contains(*event)) { // the filter hides it
            m_workspace.reveal(*event);
        }
        m_workspace.bringIntoView(*event); // out of a cluster too
        Q_EMIT editRequested(*event);
    }
}

void SceneWidget::addEvent() {
    const std::optional<EventIndex> current = m_workspace.selection()->current();
    const SceneItem *item = current ? scene().itemOf(*current) : nullptr;
    addEvent(item != nullptr ? item->rect.center() : scene().plot.center());
}

void SceneWidget::selectAt(QPointF at) {
    const SceneItem *item = scene().itemAt(at);
    if (item == nullptr || item->shape == ItemShape::Cluster) {
        return;
    }
    wentTo(*item);
    if (!m_workspace.selection()->contains(item->event)) {
        m_workspace.selection()->select(item->event);
    }
}

} // namespace timeline
