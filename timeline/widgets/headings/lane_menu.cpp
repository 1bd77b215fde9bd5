// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/headings/lane_menu.h"

#include "paint/theme.h"

#include <QColorDialog>
#include <utility>

namespace timeline {

namespace {

/// A title in a menu: not its mnemonics, nor all of a long one.
QString inMenu(const QString &title) {
    constexpr qsizetype most = 40;
    QString text = title.size() > most ? title.left(most) + QChar(0x2026) : title;
    return text.replace(u'&', QLatin1String("&&"));
}

} // namespace

LaneMenu::LaneMenu(const LaneActions &actions, std::function<void(const QString &key)> rename,
                   QWidget *parent)
    : QMenu(parent), m_actions(actions), m_rename(std::move(rename)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setToolTipsVisible(true);
}

/// Keys go to a heading only while it has the focus: so they are told, not bound.
QAction *LaneMenu::add(const QString &text, const QKeySequence &keys, const std::function<void()> &f) {
    QAction *action = addAction(text, this, f);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setShortcutVisibleInContextMenu(true);
    return action;
}

void LaneMenu::addHiddenLanes() {
    constexpr std::size_t most = 20; // listed one by one
    const Lanes &lanes = m_actions.lanes();
    addAction(tr("&Show all lanes"), this, [this] { m_actions.showAll(); });
    addSeparator();
    const std::size_t end = std::min(lanes.lanes.size(), lanes.openCount + most);
    for (std::size_t i = lanes.openCount; i < end; ++i) {
        const Lane &lane = lanes.lanes[i];
        addAction(tr("%1: %Ln events", nullptr, static_cast<int>(lane.events.size())).arg(inMenu(lane.title)),
                  this, [this, key = lane.key] { m_actions.show(key); });
    }
    if (end < lanes.lanes.size()) {
        addAction(tr("and %Ln more", "hidden lanes", static_cast<int>(lanes.lanes.size() - end)))
            ->setEnabled(false);
    }
}

void LaneMenu::addLane(const QString &key, bool isNamed) {
    const Lanes &lanes = m_actions.lanes();
    const std::optional<std::size_t> place = lanes.placeOf(key);
    if (!place) {
        return;
    }
    const Lane &lane = lanes.lanes[*place];
    if (isNamed) {
        addAction(inMenu(lane.title))->setEnabled(false);
        addSeparator();
    }
    const QString obstacle = m_actions.obstacle(key);
    QAction *rename = add(tr("&Rename…"), Qt::Key_F2, [this, key] { m_rename(key); });
    QAction *color = addAction(tr("&Colour…"), this, [this, key] { chooseColor(key); });
    for (QAction *action : {rename, color}) {
        action->setEnabled(obstacle.isEmpty());
        action->setToolTip(obstacle);
    }
    add(tr("&Select its %Ln events", nullptr, static_cast<int>(lane.events.size())), Qt::Key_Return,
        [this, key] { m_actions.selectEvents(key); });
    addSeparator();
    addAction(tr("Show &only this lane"), this, [this, key] {
        m_actions.showAlone(key);
    })->setEnabled(lanes.openCount > 1);
    if (m_actions.hidesSome()) {
        addAction(tr("Show &all lanes"), this, [this] { m_actions.showAll(); });
    }
    if (lane.isFolded) {
        add(tr("Un&fold"), Qt::Key_Right, [this, key] { m_actions.setFolded(key, false); });
    } else {
        add(tr("&Fold to a density line"), Qt::Key_Left, [this, key] { m_actions.setFolded(key, true); });
    }
    add(tr("&Hide"), Qt::Key_Delete, [this, key] { m_actions.hide(key); });
    addSeparator();
    for (const int direction : {-1, 1}) {
        add(direction < 0 ? tr("Move &up") : tr("Move &down"),
            QKeySequence(Qt::ALT | (direction < 0 ? Qt::Key_Up : Qt::Key_Down)),
            [this, key, direction] { m_actions.moveBy(key, direction); })
            ->setEnabled(m_actions.canMoveBy(key, direction));
    }
    if (!lanes.choice().order.isEmpty()) {
        addAction(tr("All in their usual ord&er"), this, [this] { m_actions.orderAsUsual(); });
    }
}

/// Beside the window, which can be looked at meanwhile.
void LaneMenu::chooseColor(const QString &key) {
    const Category *category = m_actions.categoryOf(key);
    if (category == nullptr) {
        return;
    }
    const std::shared_ptr<const Document> there = m_actions.workspace().document();
    const auto role = static_cast<ColorRole>(category - there->categories().data());
    QWidget *view = parentWidget();
    auto *dialog =
        new QColorDialog(Theme::forPalette(view->palette()).categoryFill(role, category->color), view);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Colour of “%1”").arg(LaneActions::titleOf(*category).left(60)));
    QObject::connect(
        dialog, &QColorDialog::colorSelected, view, [&actions = m_actions, there, key](const QColor &color) {
            if (actions.workspace().document()->isVersionOf(*there)) { // no other was read meanwhile
                actions.recolor(key, color.name());
            }
        });
    dialog->show();
}

} // namespace timeline
