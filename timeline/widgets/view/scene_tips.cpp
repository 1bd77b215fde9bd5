// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/scene_tips.h"

#include "document/bytes/look_alike.h"
#include "document/format/wording.h"
#include "time/edtf.h"
#include "widgets/workspace/event_model.h"

#include <QHashFunctions>
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

enum class Thing : std::uint8_t { Event, Cluster, Link, Era, Mark, Lane, HiddenLanes };

template <typename... Numbers>
quint64 keyOf(Thing thing, const Numbers &...numbers) {
    return qHashMulti(0, static_cast<int>(thing), numbers...);
}

quint64 keyOfItem(const SceneItem &item) {
    return keyOf(item.shape == ItemShape::Cluster ? Thing::Cluster : Thing::Event, item.lane, item.event);
}

QString shownTitle(const Document &document, EventIndex event) {
    return visibleName(document.eventTitle(event), TextUse::Title);
}

/// Of what is long or high, the part at a point.
QRectF around(const QRectF &place, QPointF point) {
    constexpr double near = 20;
    const QRectF part = place.intersected(QRectF(point, point).adjusted(-near, -near, near, near));
    return part.isEmpty() ? place : part;
}

} // namespace

std::optional<PlaceTip> SceneTips::at(const Scene &scene, const Workspace &workspace, QPointF point) {
    if (scene.panels.empty()) {
        return std::nullopt;
    }
    const TimelineLayout &layout = workspace.layout();
    if (const SceneItem *item = scene.itemAt(point)) {
        return ofItem(*item, scene, workspace);
    }
    if (scene.isAtHiddenLanes(point)) {
        return PlaceTip{ofHiddenLanes(layout.lanes()), around(scene.hiddenLanes->rect, point),
                        keyOf(Thing::HiddenLanes)};
    }
    if (const SceneLink *link = scene.linkAt(point)) {
        constexpr double near = 4;
        return PlaceTip{ofLink(*link, layout.document()),
                        QRectF(point, point).adjusted(-near, -near, near, near),
                        keyOf(Thing::Link, link->from, link->to, static_cast<int>(link->kind))};
    }
    if (const SceneEra *era = scene.eraAt(point)) {
        PlaceTip tip = ofEra(*era, workspace);
        tip.place = around(tip.place, point);
        return tip;
    }
    const ScenePanel &panel = scene.panelAt(point);
    if (const ScaleMark *fold = scene.foldAt(point)) {
        return PlaceTip{ofMark(*fold), around(scene.placeOf(*fold, panel), point),
                        keyOf(Thing::Mark, fold->begin.seconds)};
    }
    for (const ScaleMark &mark : panel.scaleMarks) {
        constexpr double reach = 3;
        const double along = panel.along(point);
        if (along >= mark.at - reach && along <= mark.at + mark.length + reach && along >= panel.first()) {
            return PlaceTip{ofMark(mark), around(scene.placeOf(mark, panel), point),
                            keyOf(Thing::Mark, mark.begin.seconds)};
        }
    }
    if (const SceneLane *lane = scene.laneAt(point);
        lane != nullptr && (lane->isFolded || point.x() < scene.plot.left())) {
        QRectF heading = lane->rect;
        if (point.x() < scene.plot.left()) {
            heading.setRight(scene.plot.left());
        }
        return PlaceTip{{layout.lanes().lanes[lane->lane].title,
                         {},
                         tr("Events: %1").arg(QLocale().toString(lane->events)) +
                             (lane->isFolded && point.x() >= scene.plot.left()
                                  ? u'\n' + tr("Bars tell how many are where. Click to unfold.")
                                  : QString())},
                        around(heading, point),
                        keyOf(Thing::Lane, lane->lane)};
    }
    return std::nullopt;
}

std::optional<quint64> SceneTips::keyAt(const Scene &scene, const Workspace &workspace, QPointF point) {
    if (const SceneItem *item = scene.itemAt(point)) {
        return keyOfItem(*item);
    }
    const std::optional<PlaceTip> tip = at(scene, workspace, point);
    return tip ? std::optional(tip->key) : std::nullopt;
}

PlaceTip SceneTips::ofItem(const SceneItem &item, const Scene &scene, const Workspace &workspace) {
    QRectF reach;
    for (const QRectF &place : item.places()) {
        reach |= place;
    }
    if (item.shape == ItemShape::Cluster) {
        return {{tr("%Ln events that have no room here", nullptr, static_cast<int>(item.count)),
                 {},
                 tr("Click to open them.")},
                reach,
                keyOfItem(item)};
    }
    return {of(item.event, scene, workspace), reach, keyOfItem(item)};
}

PlaceTip SceneTips::ofEra(const SceneEra &era, const Workspace &workspace) {
    const quint64 key = keyOf(Thing::Era, era.era);
    if (era.count > 1) {
        return {{tr("%Ln eras that have no room here", nullptr, static_cast<int>(era.count)),
                 {},
                 tr("Click to come closer.")},
                era.bar,
                key};
    }
    const Era &source = workspace.layout().era(era.era);
    return {{visibleName(source.title, TextUse::Title), describeDate(source.date.toStdString()), {}},
            era.bar,
            key};
}

EventTipText SceneTips::ofHiddenLanes(const Lanes &lanes) {
    constexpr std::size_t most = 12;
    QStringList names;
    for (std::size_t i = lanes.openCount; i < std::min(lanes.lanes.size(), lanes.openCount + most); ++i) {
        names << lanes.lanes[i].title + QStringLiteral(" · ") +
                     QLocale().toString(lanes.lanes[i].events.size());
    }
    if (lanes.lanes.size() > lanes.openCount + most) {
        names << QString(QChar(0x2026));
    }
    return {tr("Hidden lanes"), names.join(u'\n'),
            tr("Their events are still counted and found. Click to show them.")};
}

EventTipText SceneTips::ofMark(const ScaleMark &mark) {
    if (!mark.isBreak()) {
        return {tr("The scale changes here"), {}, tr("Crowded times get more room.")};
    }
    return {tr("%1 folded, nothing happens", "a length of time").arg(roundDurationName(mark.begin, mark.end)),
            {},
            tr("Click to open.")};
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

EventTipText SceneTips::ofLink(const SceneLink &link, const Document &document) {
    const QString sentence = link.kind == LinkKind::LeadsTo       ? tr("“%1” leads to “%2”")
                             : link.kind == LinkKind::PartOf      ? tr("“%1” is part of “%2”")
                             : link.kind == LinkKind::Contradicts ? tr("“%1” contradicts “%2”")
                                                                  : tr("“%1” is related to “%2”");
    const QString text = sentence.arg(shownTitle(document, link.from), shownTitle(document, link.to));
    const int others = static_cast<int>(link.count) - 1;
    return {text, {}, others == 0 ? QString() : tr("and %Ln more links of this kind", nullptr, others)};
}

} // namespace timeline
