// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/scene_accessible.h"

#include "document/bytes/look_alike.h"
#include "layout/scene/scene_frame.h"
#include "time/edtf.h"
#include "widgets/view/frame_keys.h"
#include "widgets/view/scene_tips.h"

#include <QContextMenuEvent>
#include <algorithm>

namespace timeline {

namespace {

using Kind = SceneAccessible::Kind;
using Entry = SceneAccessible::Entry;

constexpr int kindBits = 3;
constexpr quint64 clusterKind = 7; // an item, too

std::vector<Entry> entriesOf(const Scene &scene) {
    std::vector<Entry> entries;
    const std::vector<FramePart> parts = framePartsOf(scene);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].kind != FramePart::Kind::Era) { // eras a page has, too
            entries.push_back({parts[i].kind == FramePart::Kind::Corner ? Kind::Corner : Kind::Fold, i,
                               SceneAccessibleChild::keyOf(parts[i])});
        }
    }
    for (std::size_t i = 0; i < scene.eras.size(); ++i) {
        const quint64 key = SceneAccessibleChild::keyOf(scene.eras[i]);
        const bool isAnotherPart = std::ranges::find(entries, key, &Entry::key) != entries.end();
        if (!scene.eras[i].bar.isEmpty() && !isAnotherPart) { // else it is but a band
            entries.push_back({Kind::Era, i, key});
        }
    }
    std::vector<std::size_t> items(scene.items.size());
    std::ranges::generate(items, [i = std::size_t{0}]() mutable { return i++; });
    std::ranges::stable_sort(items, {}, [&scene](std::size_t i) {
        const SceneItem &item = scene.items[i];
        return std::tuple(scene.lanes.empty() ? 0U : item.lane, item.panel, item.axisBegin);
    });
    auto next = items.begin();
    for (std::size_t i = 0; i < scene.lanes.size(); ++i) {
        const SceneLane &lane = scene.lanes[i];
        entries.push_back({Kind::Heading, i, SceneAccessibleChild::keyOf(lane)});
        for (; next != items.end() && scene.items[*next].lane <= lane.lane; ++next) {
            entries.push_back({Kind::Item, *next, SceneAccessibleChild::keyOf(scene.items[*next])});
        }
    }
    for (; next != items.end(); ++next) {
        entries.push_back({Kind::Item, *next, SceneAccessibleChild::keyOf(scene.items[*next])});
    }
    return entries;
}

QRectF placeOf(const Entry &entry, const Scene &scene) {
    switch (entry.kind) {
    case Kind::Era:
        return scene.eras[entry.place].bar;
    case Kind::Heading: {
        const QRectF lane = scene.lanes[entry.place].rect;
        return {lane.left(), lane.top(), scene.plot.left() - lane.left(), lane.height()};
    }
    case Kind::Corner:
    case Kind::Fold:
        return placeOf(framePartsOf(scene)[entry.place], scene);
    case Kind::Item:
        break;
    }
    return scene.items[entry.place].reach();
}

QAccessibleInterface *make(const QString &, QObject *object) {
    auto *view = qobject_cast<SceneWidget *>(object);
    return view != nullptr ? new SceneAccessible(*view) : nullptr;
}

} // namespace

void SceneAccessible::install() {
    static const bool isInstalled = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(isInstalled);
}

SceneAccessible::~SceneAccessible() {
    for (const QAccessible::Id id : std::as_const(m_children)) {
        QAccessible::deleteAccessibleInterface(id);
    }
}

const std::vector<Entry> &SceneAccessible::entries() const {
    const Scene &scene = m_view.scene();
    const Stamp stamp{scene.items.data(), scene.items.size(), scene.plot,
                      scene.panels.empty() ? Viewport() : scene.panels.front().viewport};
    if (stamp == m_stamp) {
        return m_entries;
    }
    m_stamp = stamp;
    m_entries = entriesOf(scene);
    QHash<quint64, QAccessible::Id> kept; // of those that are still there
    for (const Entry &entry : m_entries) {
        if (const auto known = m_children.constFind(entry.key); known != m_children.cend()) {
            kept.insert(entry.key, *known);
        }
    }
    for (auto known = m_children.cbegin(); known != m_children.cend(); ++known) {
        if (!kept.contains(known.key())) {
            QAccessible::deleteAccessibleInterface(*known);
        }
    }
    m_children = kept;
    return m_entries;
}

int SceneAccessible::childCount() const {
    return static_cast<int>(entries().size());
}

QAccessibleInterface *SceneAccessible::child(int index) const {
    const std::vector<Entry> &all = entries();
    if (index < 0 || index >= static_cast<int>(all.size())) {
        return nullptr;
    }
    const quint64 key = all[static_cast<std::size_t>(index)].key;
    auto known = m_children.constFind(key);
    if (known == m_children.cend()) {
        known = m_children.insert(
            key, QAccessible::registerAccessibleInterface(new SceneAccessibleChild(m_view, key)));
    }
    return QAccessible::accessibleInterface(*known);
}

QAccessibleInterface *SceneAccessible::childAt(int x, int y) const {
    const QPointF at = m_view.viewport()->mapFromGlobal(QPoint(x, y));
    const std::vector<Entry> &all = entries();
    for (std::size_t i = all.size(); i-- > 0;) { // what is painted later lies above
        if (placeOf(all[i], m_view.scene()).contains(at)) {
            return child(static_cast<int>(i));
        }
    }
    return nullptr;
}

int SceneAccessible::indexOfChild(const QAccessibleInterface *child) const {
    const auto *one = dynamic_cast<const SceneAccessibleChild *>(child);
    const std::vector<Entry> &all = entries();
    const auto found = one != nullptr ? std::ranges::find(all, one->key(), &Entry::key) : all.end();
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

int SceneAccessible::indexOfFocus() const {
    const std::vector<Entry> &all = entries();
    const std::optional<FramePart> part = m_view.focusedPart();
    const std::optional<EventIndex> event = m_view.focusedEvent();
    const auto found = std::ranges::find_if(all, [&](const Entry &entry) {
        return part ? entry.key == SceneAccessibleChild::keyOf(*part)
                    : event && entry.kind == Kind::Item && m_view.scene().items[entry.place].isOf(*event);
    });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

QAccessibleInterface *SceneAccessible::focusChild() const {
    return m_view.hasFocus() ? child(indexOfFocus()) : nullptr;
}

void SceneAccessible::tellFocus(SceneWidget &view) {
    if (!QAccessible::isActive()) {
        return;
    }
    const auto *list = dynamic_cast<SceneAccessible *>(QAccessible::queryAccessibleInterface(&view));
    const int index = list != nullptr ? list->indexOfFocus() : -1;
    if (index >= 0) {
        QAccessibleEvent event(&view, QAccessible::Focus);
        event.setChild(index);
        QAccessible::updateAccessibility(&event);
    }
}

// One thing of it.

quint64 SceneAccessibleChild::keyOf(const SceneItem &item) {
    const quint64 kind = item.shape == ItemShape::Cluster ? clusterKind : static_cast<quint64>(Kind::Item);
    return (quint64{item.lane} << 32 | item.event) << kindBits | kind;
}

quint64 SceneAccessibleChild::keyOf(const SceneEra &era) {
    return quint64{era.era} << kindBits | static_cast<quint64>(Kind::Era);
}

quint64 SceneAccessibleChild::keyOf(const SceneLane &lane) {
    return quint64{lane.lane} << kindBits | static_cast<quint64>(Kind::Heading);
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
    case Kind::Heading: {
        const SceneLane &lane = scene.lanes[entry->place];
        return tr("%1, lane of %Ln events", nullptr, static_cast<int>(lane.events))
            .arg(visibleName(layout.lanes().lanes[lane.lane].title, TextUse::Title));
    }
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
    const QRect place = placeOf(*entry, m_view->scene()).toAlignedRect();
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
    state.offscreen = !placeOf(*entry, scene).intersects(QRectF(m_view->viewport()->rect()));
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
    if (!entry || entry->kind == Kind::Heading) {
        return {};
    }
    return entry->kind == Kind::Item ? QStringList{pressAction(), showMenuAction()}
                                     : QStringList{pressAction()};
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
