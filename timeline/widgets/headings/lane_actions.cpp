// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/headings/lane_actions.h"

#include "document/edit/declare.h"

#include <QBitArray>
#include <algorithm>

namespace timeline {

void LaneActions::selectEvents(const QString &key) const {
    if (const std::optional<std::size_t> lane = lanes().placeOf(key)) {
        QBitArray events(static_cast<qsizetype>(m_workspace.document()->eventCount()));
        lanes().lanes[*lane].events.forEach([&events](EventIndex event) { events.setBit(event); });
        m_workspace.selection()->select(events);
    }
}

void LaneActions::hide(const QString &key) const {
    m_workspace.setLaneChoice(withLaneHidden(lanes(), key, true));
}

void LaneActions::show(const QString &key) const {
    m_workspace.setLaneChoice(withLaneHidden(lanes(), key, false));
}

void LaneActions::showAlone(const QString &key) const {
    const bool isAlone = lanes().openCount == 1 && hidesSome() && lanes().lanes[0].key == key;
    m_workspace.setLaneChoice(isAlone ? withAllLanes(lanes()) : withLaneAlone(lanes(), key));
}

void LaneActions::showAll() const {
    m_workspace.setLaneChoice(withAllLanes(lanes()));
}

void LaneActions::setFolded(const QString &key, bool isFolded) const {
    m_workspace.setLaneChoice(withLaneFolded(lanes(), key, isFolded));
}

bool LaneActions::canMoveBy(const QString &key, int direction) const {
    const std::optional<std::size_t> at = lanes().placeOf(key);
    return at && *at < lanes().openCount && (direction < 0 ? *at > 0 : *at + 1 < lanes().openCount);
}

void LaneActions::moveBy(const QString &key, int direction) const {
    if (canMoveBy(key, direction)) {
        const std::size_t at = *lanes().placeOf(key);
        moveTo(key, direction < 0 ? at - 1 : at + 2);
    }
}

void LaneActions::moveTo(const QString &key, std::size_t place) const {
    const std::optional<std::size_t> from = lanes().placeOf(key);
    if (!from || place == *from || place == *from + 1) {
        return;
    }
    m_workspace.setLaneChoice(place < lanes().openCount ? movedLane(lanes(), key, lanes().lanes[place].key)
                                                        : movedLaneToEnd(lanes(), key));
}

void LaneActions::orderAsUsual() const {
    LaneChoice choice = m_workspace.laneChoice();
    choice.order.clear();
    m_workspace.setLaneChoice(choice);
}

const Category *LaneActions::categoryOf(const QString &key) const {
    const std::vector<Category> &all = m_workspace.document()->categories();
    const auto found = std::ranges::find(all, key, &Category::id);
    return found != all.end() && !key.isEmpty() ? &*found : nullptr;
}

QString LaneActions::titleOf(const Category &category) {
    return category.title.isEmpty() ? category.id : category.title;
}

QString LaneActions::obstacle(const QString &key) const {
    const LaneGrouping grouping = lanes().grouping;
    if (grouping != LaneGrouping::Category && grouping != LaneGrouping::Parent) {
        return tr("Only lanes that are categories have a name and a colour of their own.");
    }
    if (categoryOf(key) == nullptr) {
        return tr("These events have no category that could be called otherwise.");
    }
    return m_editor != nullptr ? m_editor->obstacle() : tr("This may not be edited here.");
}

void LaneActions::refuse(const QString &why) const {
    if (m_editor != nullptr) {
        Q_EMIT m_editor->refused(why);
    }
}

void LaneActions::rename(const QString &key, const QString &title) const {
    set(key, QStringLiteral("title"), title, tr("Rename to “%1”").arg(title.left(40)));
}

void LaneActions::recolor(const QString &key, const QString &color) const {
    if (const Category *category = categoryOf(key)) {
        set(key, QStringLiteral("color"), color, tr("Colour of “%1”").arg(titleOf(*category).left(40)));
    }
}

void LaneActions::set(const QString &key, const QString &field, const QString &value,
                      const QString &stepName) const {
    if (m_editor == nullptr || m_editor->isRefused()) {
        return;
    }
    const QByteArray before = m_workspace.document()->head();
    const EditedText after = withCategoryField(before, key, field, value);
    if (!after) {
        refuse(after.error());
    } else if (*after != before) {
        m_editor->apply({{}, *after}, stepName);
    }
}

} // namespace timeline
