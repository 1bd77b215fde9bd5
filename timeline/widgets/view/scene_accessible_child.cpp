// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/bytes/look_alike.h"
#include "layout/scene/scene_frame.h"
#include "time/edtf.h"
#include "widgets/view/frame_keys.h"
#include "widgets/view/lane_headings.h"
#include "widgets/view/scene_accessible.h"
#include "widgets/view/scene_tips.h"

#include <QContextMenuEvent>
#include <algorithm>

// One thing of a scene.

namespace timeline {

namespace {

using Kind = SceneAccessible::Kind;
using Entry = SceneAccessible::Entry;

constexpr int kindBits = 3;
constexpr quint64 clusterKind = 7; // an item, too

} // namespace

quint64 SceneAccessibleChild::keyOf(const SceneItem &item) {
    const quint64 kind = item.shape == ItemShape::Cluster ? clusterKind : static_cast<quint64>(Kind::Item);
    return (quint64{item.lane} << 32 | item.event) << kindBits | kind;
}

quint64 SceneAccessibleChild::keyOf(const SceneEra &era) {
    return quint64{era.era} << kindBits | static_cast<quint64>(Kind::Era);
}

quint64 SceneAccessibleChild::keyOf(const SceneLane &lane) {
    return quint64{qHash(lane.key)} << kindBits | static_cast<quint64>(Kind::Heading);
}

quint64 SceneAccessibleChild::keyOfHiddenLanes() {
    return static_cast<quint64>(Kind::HiddenLanes);
}

quint64 SceneAccessibleChild::keyOf(const FramePart &part) {
    switch (part.kind) {
    case FramePart::Kind::Corner:
        return static_cast<quint64>(Kind::Corner);
    case FramePart::Kind::Era:
        return quint64{part.era} << kindBits | static_cast<quint64>(Kind::Era);
    case FramePart::Kind::Fold:
        break;
    }
    return static_cast<quint64>(part.fold.seconds) << kindBits | static_cast<quint64>(Kind::Fold);
}

std::optional<Entry> SceneAccessibleChild::find() const {
    const Scene &scene = m_view->scene();
    const auto among = [this](const auto &things, Kind kind) -> std::optional<Entry> {
        const auto found =
            std::ranges::find_if(things, [this](const auto &one) { return keyOf(one) == m_key; });
        return found == things.end()
                   ? std::nullopt
                   : std::optional(Entry{kind, static_cast<std::size_t>(found - things.begin()), m_key});
    };
    switch (m_key & ((1U << kindBits) - 1)) {
    case static_cast<quint64>(Kind::Era):
        return among(scene.eras, Kind::Era);
    case static_cast<quint64>(Kind::Heading):
        return among(scene.lanes, Kind::Heading);
    case static_cast<quint64>(Kind::Corner):
        return among(framePartsOf(scene), Kind::Corner);
    case static_cast<quint64>(Kind::Fold):
        return among(framePartsOf(scene), Kind::Fold);
    case static_cast<quint64>(Kind::HiddenLanes):
        return scene.hiddenLanes ? std::optional(Entry{Kind::HiddenLanes, 0, m_key}) : std::nullopt;
    default:
        return among(scene.items, Kind::Item);
    }
}

QWindow *SceneAccessibleChild::window() const {
    return m_view != nullptr ? m_view->window()->windowHandle() : nullptr;
}

QString SceneAccessibleChild::nameOf(const SceneItem &item) const {
    const TimelineLayout &layout = m_view->workspace().layout();
    if (item.shape == ItemShape::Cluster) {
        return tr("%Ln events in %1", "lane", static_cast<int>(item.count))
            .arg(visibleName(layout.lanes().lanes[item.lane].title, TextUse::Title));
    }
    const EventTipText text = SceneTips::of(item.event, m_view->scene(), m_view->workspace());
    return QStringList{text.title, text.date,
                       text.more.section(u'\n', 0, 0).replace(QLatin1String(" · "), QLatin1String(", "))}
        .join(QStringLiteral(", "));
}

QString SceneAccessibleChild::nameOf(const SceneLane &lane) const {
    const QString title =
        visibleName(m_view->workspace().layout().lanes().lanes[lane.lane].title, TextUse::Title);
    const auto count = static_cast<int>(lane.events);
    return lane.isFolded ? tr("%1, lane of %Ln events, folded", nullptr, count).arg(title)
                         : tr("%1, lane of %Ln events", nullptr, count).arg(title);
}

QString SceneAccessibleChild::text(QAccessible::Text kind) const {
    const std::optional<Entry> entry = m_view != nullptr ? find() : std::nullopt;
    if (!entry || (kind != QAccessible::Name && kind != QAccessible::Description)) {
        return {};
    }
    const Scene &scene = m_view->scene();
    const TimelineLayout &layout = m_view->workspace().layout();
    if (kind == QAccessible::Description) { // what a tip says besides
        const bool isEvent =
            entry->kind == Kind::Item && scene.items[entry->place].shape != ItemShape::Cluster;
        return isEvent ? SceneTips::of(scene.items[entry->place].event, scene, m_view->workspace())
                             .more.section(u'\n', 1)
                       : QString();
    }
    switch (entry->kind) {
    case Kind::Era: {
        const SceneEra &era = scene.eras[entry->place];
        const Era &source = layout.era(era.era);
        return era.count > 1 ? tr("%Ln eras", nullptr, static_cast<int>(era.count))
                             : visibleName(source.title, TextUse::Title) + QStringLiteral(", ") +
                                   describeDate(source.date.toStdString());
    }
    case Kind::Heading:
        return nameOf(scene.lanes[entry->place]);
    case Kind::HiddenLanes:
        return scene.hiddenLanes->text.text +
               (scene.hiddenLanes->more ? QStringLiteral(", ") + scene.hiddenLanes->more->text : QString());
    case Kind::Corner:
        return tr("Lanes by %1").arg(groupingName(layout.lanes().grouping));
    case Kind::Fold: {
        const ScaleMark *fold = foldOf(framePartsOf(scene)[entry->place], scene);
        return fold != nullptr ? SceneTips::ofMark(*fold).title : QString();
    }
    case Kind::Item:
        break;
    }
    return nameOf(scene.items[entry->place]);
}

QRect SceneAccessibleChild::rect() const {
    const std::optional<Entry> entry = m_view != nullptr ? find() : std::nullopt;
    if (!entry) {
        return {};
    }
    const QRect place = SceneAccessible::placeOf(*entry, m_view->scene()).toAlignedRect();
    return {m_view->viewport()->mapToGlobal(place.topLeft()), place.size()};
}

QAccessible::State SceneAccessibleChild::state() const {
    QAccessible::State state;
    const std::optional<Entry> entry = m_view != nullptr ? find() : std::nullopt;
    if (!entry) {
        state.invalid = true;
        return state;
    }
    const Scene &scene = m_view->scene();
    state.offscreen = !SceneAccessible::placeOf(*entry, scene).intersects(QRectF(m_view->viewport()->rect()));
    if (const auto heading = SceneAccessible::headingOf(*entry, scene)) {
        const LaneHeadings *headings = m_view->headings();
        state.focusable = headings != nullptr;
        state.focused = headings != nullptr && m_view->hasFocus() && headings->focus() == heading;
        state.expandable = entry->kind == Kind::Heading;
        state.expanded = state.expandable && !scene.lanes[entry->place].isFolded;
        state.collapsed = state.expandable && !state.expanded;
    }
    if (entry->kind == Kind::Item && scene.items[entry->place].shape != ItemShape::Cluster) {
        const EventIndex event = scene.items[entry->place].event;
        state.focusable = true;
        state.selectable = true;
        state.multiSelectable = true;
        state.focused = m_view->hasFocus() && m_view->focusedEvent() == event;
        state.selected = m_view->workspace().selection()->contains(event);
    }
    return state;
}

void *SceneAccessibleChild::interface_cast(QAccessible::InterfaceType type) {
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList SceneAccessibleChild::actionNames() const {
    const std::optional<Entry> entry = m_view != nullptr ? find() : std::nullopt;
    if (!entry) {
        return {};
    }
    const bool hasMenu =
        entry->kind == Kind::Item || SceneAccessible::headingOf(*entry, m_view->scene()).has_value();
    return hasMenu ? QStringList{pressAction(), showMenuAction()} : QStringList{pressAction()};
}

void SceneAccessibleChild::doAction(const QString &name) {
    const std::optional<Entry> entry = m_view != nullptr ? find() : std::nullopt;
    if (!entry || !actionNames().contains(name)) {
        return;
    }
    Workspace &workspace = m_view->workspace();
    const Scene &scene = m_view->scene();
    if (entry->kind == Kind::Corner || entry->kind == Kind::Fold) {
        press(framePartsOf(scene)[entry->place], *m_view);
        return;
    }
    if (entry->kind == Kind::Era) {
        press({FramePart::Kind::Era, scene.eras[entry->place].era}, *m_view);
        return;
    }
    if (const auto heading = SceneAccessible::headingOf(*entry, scene)) {
        if (LaneHeadings *headings = m_view->headings()) {
            name == showMenuAction() ? headings->popUpMenu(*heading) : headings->activate(*heading);
        }
        return;
    }
    const SceneItem &item = scene.items[entry->place];
    if (name == showMenuAction()) {
        const QPoint at = item.rect.center().toPoint();
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, at, m_view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view, &menu);
    } else if (item.shape == ItemShape::Cluster) {
        m_view->openClusterOf(item.event);
    } else {
        workspace.selection()->select(item.event);
    }
}

} // namespace timeline
