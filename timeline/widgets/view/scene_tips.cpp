// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/scene_tips.h"

#include "document/bytes/look_alike.h"
#include "document/format/wording.h"
#include "time/edtf.h"
#include "widgets/workspace/event_model.h"

#include <QLocale>
#include <algorithm>

namespace timeline {

namespace {

/// Whether an event has a place in a scene, be it in a cluster.
bool isInView(EventIndex event, const Scene &scene, const TimelineLayout &layout) {
    const AxisSpan span = layout.axis().span(event);
    const Viewport &view = scene.panels.front().viewport;
    return span.begin <= view.right() && span.end >= view.left() &&
           std::ranges::any_of(layout.lanes().lanesOf(layout.axis(), event),
                               [&](std::size_t lane) { return scene.laneOf(lane) != nullptr; });
}

QString shownTitle(const Document &document, EventIndex event) {
    return visibleName(document.eventTitle(event), TextUse::Title);
}

} // namespace

QString SceneTips::at(const Scene &scene, const Workspace &workspace, QPointF point) {
    const TimelineLayout &layout = workspace.layout();
    if (const SceneItem *item = scene.itemAt(point)) {
        return item->shape == ItemShape::Cluster ? ofCluster(*item) : QString();
    }
    if (const SceneLink *link = scene.linkAt(point)) {
        return ofLink(*link, layout.document());
    }
    if (const SceneEra *era = scene.eraAt(point)) {
        if (era->count > 1) {
            return tr("%Ln eras that have no room here.\nDouble-click to come closer.", nullptr,
                      static_cast<int>(era->count));
        }
        const Era &source = layout.era(era->era);
        return visibleName(source.title, TextUse::Title) + u'\n' + describeDate(source.date.toStdString());
    }
    const ScenePanel &panel = scene.panelAt(point);
    for (const ScaleMark &mark : panel.scaleMarks) {
        constexpr double reach = 3;
        const double along = panel.along(point);
        if (along >= mark.at - reach && along <= mark.at + mark.length + reach && along >= panel.first()) {
            return mark.isBreak() ? tr("%1 are left out here: nothing happens.")
                                        .arg(roundDurationName(mark.begin, mark.end))
                                  : tr("The scale changes here: crowded times get more room.");
        }
    }
    if (const SceneLane *lane = scene.laneAt(point); lane != nullptr && point.x() < scene.plot.left()) {
        return tr("%1\nEvents: %2")
            .arg(layout.lanes().lanes[lane->lane].title, QLocale().toString(lane->events));
    }
    return {};
}

QString SceneTips::ofCluster(const SceneItem &cluster) {
    return tr("%Ln events that have no room here.\nClick to open them.", nullptr,
              static_cast<int>(cluster.count));
}

EventTipText SceneTips::of(EventIndex event, const Scene &scene, const Workspace &workspace) {
    const Document &document = workspace.layout().document();
    const EventDetails details =
        document.details(event, bit(EventField::Status) | bit(EventField::Attribution));
    QStringList claim = {statusTitle(details.status, details.ownStatus)};
    if (!details.attribution.isEmpty()) {
        claim << visibleName(details.attribution);
    }
    if (const QString follows = followsFrom(event, document); !follows.isEmpty()) {
        claim << follows;
    }
    QStringList more = {claim.join(QStringLiteral(" · "))};
    if (!scene.page) { // there is no line at all
        more << linksElsewhere(event, scene, workspace);
    }
    return {shownTitle(document, event), describeDate(details.date.toStdString()), more.join(u'\n')};
}

QString SceneTips::followsFrom(EventIndex event, const Document &document) {
    std::vector<EventIndex> causes;
    for (const Relation &relation : document.relations().of(event)) {
        if (relation.to == event && relation.kind == LinkKind::LeadsTo) {
            causes.push_back(relation.from);
        }
    }
    if (causes.empty()) {
        return {};
    }
    const QString first = tr("follows from %1").arg(shownTitle(document, causes.front()));
    return causes.size() == 1
               ? first
               : tr("%1 and %Ln more", "what it follows from", static_cast<int>(causes.size()) - 1)
                     .arg(first);
}

/// What no line in the plot leads to is told here.
QStringList SceneTips::linksElsewhere(EventIndex event, const Scene &scene, const Workspace &workspace) {
    const TimelineLayout &layout = workspace.layout();
    int outOfView = 0;
    int hidden = 0;
    for (const Relation &relation : layout.document().relations().of(event)) {
        const EventIndex other = relation.from == event ? relation.to : relation.from;
        const bool isHidden = !workspace.events()->rowOf(other).has_value();
        hidden += isHidden ? 1 : 0;
        outOfView += !isHidden && !isInView(other, scene, layout) ? 1 : 0;
    }
    QStringList lines;
    if (outOfView > 0) {
        lines << tr("Links that lead out of view: %1").arg(QLocale().toString(outOfView));
    }
    if (hidden > 0) {
        lines << tr("Links to what the filter hides: %1").arg(QLocale().toString(hidden));
    }
    return lines;
}

QString SceneTips::ofLink(const SceneLink &link, const Document &document) {
    const QString sentence = link.kind == LinkKind::LeadsTo       ? tr("“%1” leads to “%2”")
                             : link.kind == LinkKind::PartOf      ? tr("“%1” is part of “%2”")
                             : link.kind == LinkKind::Contradicts ? tr("“%1” contradicts “%2”")
                                                                  : tr("“%1” is related to “%2”");
    const QString text = sentence.arg(shownTitle(document, link.from), shownTitle(document, link.to));
    const int others = static_cast<int>(link.count) - 1;
    return others == 0 ? text : text + u'\n' + tr("and %Ln more links of this kind", nullptr, others);
}

} // namespace timeline
