// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/scene_widget.h"

#include "time/ticks.h"
#include "widgets/view/event_drag.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace timeline {

SceneWidget::SceneWidget(Workspace &workspace, QWidget *parent)
    : QAbstractScrollArea(parent), m_workspace(workspace) {
    setAcceptDrops(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
}

void SceneWidget::tellPointer(QPointF at) {
    if (scene().panels.empty()) {
        return;
    }
    const ScenePanel &panel = scene().panelAt(at);
    const bool isThere = panel.rect.united(panel.axisRect).contains(at);
    Q_EMIT pointedAt(isThere ? instantName(panel.instantAt(at), panel.millisecondsPerPixel(at)) : QString());
}

void SceneWidget::addEvent(QPointF at) {
    if (editor() == nullptr || scene().panels.empty()) {
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
    if (const std::optional<EventIndex> event = editor()->add(fields)) {
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
