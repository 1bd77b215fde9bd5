// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/go_menu.h"

#include "app/shell/focus_parts.h"
#include "app/shell/search_field.h"
#include "app/signs/icons.h"
#include "app/window/surfaces.h"
#include "widgets/view/timeline_view.h"
#include "widgets/workspace/workspace.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

struct GoMenu {
    Q_DECLARE_TR_FUNCTIONS(timeloom::GoMenu)
};

} // namespace

void addGoMenu(QMenuBar &bar, Workspace &workspace, Surfaces &surfaces, SearchField &search,
               FocusParts &parts) {
    QMenu *menu = bar.addMenu(GoMenu::tr("&Go"));
    const auto add = [menu](const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
                            const std::function<void()> &run) {
        QAction *action = menu->addAction(icon(iconName), text);
        action->setShortcuts(keys);
        QObject::connect(action, &QAction::triggered, menu, run);
        return action;
    };
    add(GoMenu::tr("&Find…"), u"search"_s, QKeySequence::keyBindings(QKeySequence::Find) << Qt::Key_Slash,
        [&search] { search.begin(); });
    add(GoMenu::tr("&Next match"), u"down"_s, {Qt::Key_F3}, [&search] { search.goBy(1); });
    add(GoMenu::tr("&Previous match"), u"up"_s, {Qt::SHIFT | Qt::Key_F3}, [&search] { search.goBy(-1); });
    menu->addSeparator();
    Navigation *navigation = workspace.navigation();
    QAction *back =
        add(GoMenu::tr("&Back"), u"back"_s, {Qt::ALT | Qt::Key_Left}, [navigation] { navigation->goBack(); });
    QAction *forward = add(GoMenu::tr("Forwar&d"), u"forward"_s, {Qt::ALT | Qt::Key_Right},
                           [navigation] { navigation->goForward(); });
    const auto enable = [back, forward, navigation, &surfaces] {
        const bool isLanes = &surfaces.shown() == &surfaces.lanes(); // on a page all is seen
        back->setEnabled(isLanes && navigation->canGoBack());
        forward->setEnabled(isLanes && navigation->canGoForward());
    };
    QObject::connect(&surfaces, &QStackedWidget::currentChanged, menu, enable);
    QObject::connect(navigation, &Navigation::historyChanged, menu, enable);
    enable();
    menu->addSeparator();
    add(GoMenu::tr("Next part of the &window"), {}, {Qt::Key_F6}, [&parts] { parts.goBy(1); });
    add(GoMenu::tr("Previous p&art of the window"), {}, {Qt::SHIFT | Qt::Key_F6},
        [&parts] { parts.goBy(-1); });
}

} // namespace timeloom
