// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/undated_drop.h"

#include "time/edtf.h"
#include "widgets/lists/undated_model.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <QDropEvent>
#include <QToolTip>
#include <algorithm>

namespace timeline {

QString UndatedDrop::dateAt(QPointF at) const {
    const Scene &scene = m_view.scene();
    if (!scene.plot.contains(at)) {
        return {};
    }
    const ScenePanel &panel = scene.panelAt(at);
    const TickUnit unit = pointedUnit(panel, at);
    return QString::fromStdString(dateNearest(tickAtOrBefore(panel.instantAt(at), {unit, 1}), unit));
}

bool UndatedDrop::isAbout(const QDropEvent &event) {
    return !UndatedModel::dragged(event.mimeData()).empty();
}

bool UndatedDrop::moveTo(QDropEvent &event, const Editor *editor) const {
    if (!isAbout(event)) {
        return false;
    }
    const QString date = dateAt(event.position());
    event.setAccepted(!date.isEmpty() && editor != nullptr && editor->canEdit());
    if (event.isAccepted()) {
        const QPoint beside(16, 8);
        QToolTip::showText(m_view.viewport()->mapToGlobal(event.position().toPoint()) + beside,
                           plainToolTip(describeDate(date.toStdString())), m_view.viewport());
    } else {
        leave();
    }
    return true;
}

void UndatedDrop::leave() const {
    QToolTip::hideText();
}

bool UndatedDrop::drop(QDropEvent &event, Editor *editor) const {
    if (!moveTo(event, editor) || !event.isAccepted()) {
        return false;
    }
    leave();
    const Document document = *m_workspace.document();
    const Lanes &lanes = m_workspace.layout().lanes();
    const SceneLane *lane = m_view.scene().laneAt(event.position());
    const QString date = dateAt(event.position());
    std::vector<FieldEdit> edits;
    std::vector<EventIndex> events;
    for (const EventIndex dragged : UndatedModel::dragged(event.mimeData())) {
        if (dragged >= document.eventCount() || !document.isUndated(dragged)) {
            continue; // it has changed meanwhile
        }
        JsonMembers fields{{QStringLiteral("date"), date}};
        if (lane != nullptr && lanes.grouping == LaneGrouping::Category &&
            document.details(dragged).category.isEmpty()) {
            std::ranges::copy(
                fieldsForLane(document, dragged, lanes.grouping, {}, lanes.lanes[lane->lane].key),
                std::back_inserter(fields));
        }
        edits.push_back({dragged, fields});
        events.push_back(dragged);
    }
    editor->setFields(edits, UndatedModel::stepName(document, events));
    return true;
}

} // namespace timeline
