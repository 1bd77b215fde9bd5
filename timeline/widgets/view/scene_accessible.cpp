// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/scene_accessible.h"

#include "widgets/view/frame_keys.h"
#include "widgets/view/lane_headings.h"

#include <algorithm>

namespace timeline {

namespace {

using Kind = SceneAccessible::Kind;
using Entry = SceneAccessible::Entry;

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
    if (scene.hiddenLanes) {
        entries.push_back({Kind::HiddenLanes, 0, SceneAccessibleChild::keyOfHiddenLanes()});
    }
    for (; next != items.end(); ++next) {
        entries.push_back({Kind::Item, *next, SceneAccessibleChild::keyOf(scene.items[*next])});
    }
    return entries;
}

std::size_t stampOf(const std::vector<SceneLane> &lanes) {
    std::size_t stamp = lanes.size();
    for (const SceneLane &lane : lanes) {
        stamp = qHashMulti(stamp, lane.key, lane.rect.top(), lane.isFolded);
    }
    return stamp;
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
                      scene.panels.empty() ? Viewport() : scene.panels.front().viewport,
                      stampOf(scene.lanes) + (scene.hiddenLanes ? scene.hiddenLanes->lanes : 0)};
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

QRectF SceneAccessible::placeOf(const Entry &entry, const Scene &scene) {
    switch (entry.kind) {
    case Kind::Era:
        return scene.eras[entry.place].bar;
    case Kind::Heading: {
        const QRectF lane = scene.lanes[entry.place].rect;
        return {lane.left(), lane.top(), scene.plot.left() - lane.left(), lane.height()};
    }
    case Kind::Corner:
    case Kind::Fold:
        return timeline::placeOf(framePartsOf(scene)[entry.place], scene);
    case Kind::HiddenLanes:
        return scene.hiddenLanes->rect;
    case Kind::Item:
        break;
    }
    return scene.items[entry.place].reach();
}

std::optional<HeadingStates::Place> SceneAccessible::headingOf(const Entry &entry, const Scene &scene) {
    return entry.kind == Kind::HiddenLanes ? std::optional(HeadingStates::Place{true, {}})
           : entry.kind == Kind::Heading
               ? std::optional(HeadingStates::Place{false, scene.lanes[entry.place].key})
               : std::nullopt;
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
    const LaneHeadings *headings = m_view.headings();
    const auto found = std::ranges::find_if(all, [&](const Entry &entry) {
        if (headings != nullptr && headings->focus()) {
            return headingOf(entry, m_view.scene()) == headings->focus();
        }
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

} // namespace timeline
