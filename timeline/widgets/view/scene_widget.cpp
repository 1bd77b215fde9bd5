// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/scene_widget.h"

#include "time/ticks.h"
#include "widgets/view/event_dragging.h"
#include "widgets/view/event_flash.h"
#include "widgets/view/event_keys.h"
#include "widgets/view/event_tip.h"
#include "widgets/view/frame_keys.h"
#include "widgets/view/scene_accessible.h"
#include "widgets/view/undated_drop.h"

#include <QDropEvent>
#include <QHelpEvent>
#include <QJsonObject>
#include <limits>

using namespace Qt::StringLiterals;

namespace timeline {

SceneWidget::SceneWidget(Workspace &workspace, QWidget *parent)
    : QAbstractScrollArea(parent), m_workspace(workspace),
      m_dragging(std::make_unique<EventDragging>(*this, workspace)),
      m_keys(std::make_unique<EventKeys>(*this, workspace, *m_dragging)),
      m_frameKeys(std::make_unique<FrameKeys>(*this)), m_flash(new EventFlash(workspace, *this)),
      m_tip(new EventTip(viewport())) {
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
    states.isFocusSeen = m_keys->isSeen() && hasFocus() && !m_frameKeys->focus();
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

constexpr quint64 handleKey = std::numeric_limits<quint64>::max();

bool SceneWidget::isAtLinkHandle(QPointF at) const {
    const auto held = m_dragging->heldAt(at);
    return held && held->grip == Grip::Link;
}

std::optional<PlaceTip> SceneWidget::tipAt(QPointF at) const {
    if (scene().panels.empty() || m_dragging->drag() != nullptr) {
        return std::nullopt;
    }
    if (isAtLinkHandle(at)) {
        constexpr double handle = 12;
        return PlaceTip{{tr("Drag from here to another event to link to it."), {}, {}},
                        QRectF(at, at).adjusted(-handle, -handle, handle, handle),
                        handleKey};
    }
    return SceneTips::at(scene(), m_workspace, at);
}

void SceneWidget::showToolTip(const QHelpEvent &event) const {
    if (const QPointF at = event.pos(); tipAt(at)) {
        showTip(at);
    } else {
        m_tip->leave();
    }
}

void SceneWidget::showTip(QPointF at) const {
    if (const auto tip = tipAt(at)) {
        m_tip->show(*tip, scene());
    }
}

void SceneWidget::restOver(std::optional<QPointF> at) {
    const bool isQuiet = !at || scene().panels.empty() || m_dragging->drag() != nullptr;
    const auto key = isQuiet               ? std::nullopt
                     : isAtLinkHandle(*at) ? std::optional(handleKey)
                                           : SceneTips::keyAt(scene(), m_workspace, *at);
    if (key) {
        m_tip->waitFor(*key, [this, at](EventTip &) { showTip(*at); });
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

std::optional<FramePart> SceneWidget::focusedPart() const {
    return m_frameKeys->focus();
}

void SceneWidget::tellFocus() {
    if (hasFocus()) {
        SceneAccessible::tellFocus(*this);
    }
}

QVariant SceneWidget::inputMethodQuery(Qt::InputMethodQuery query) const {
    if (query == Qt::ImCursorRectangle && !scene().panels.empty()) {
        if (const auto part = m_frameKeys->focus()) {
            return placeOf(*part, scene()).toRect();
        }
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
