// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/headings/grouping_menu.h"

#include "layout/scene/scene_frame.h"
#include "widgets/workspace/workspace.h"

#include <QActionGroup>
#include <QMenu>

namespace timeline {

void fillGroupings(QMenu &menu, Workspace &workspace) {
    menu.clear();
    auto *choice = new QActionGroup(&menu);
    for (const LaneGrouping grouping :
         {LaneGrouping::Category, LaneGrouping::Parent, LaneGrouping::Status, LaneGrouping::Tag,
          LaneGrouping::Source, LaneGrouping::Attribution, LaneGrouping::Place, LaneGrouping::None}) {
        QAction *action = menu.addAction(groupingName(grouping));
        choice->addAction(action);
        action->setCheckable(true);
        action->setChecked(grouping == workspace.layoutOptions().grouping);
        QObject::connect(action, &QAction::triggered, &workspace, [&workspace, grouping] {
            LayoutOptions options = workspace.layoutOptions();
            options.grouping = grouping;
            workspace.setLayoutOptions(options);
        });
    }
}

void popUpGroupings(Workspace &workspace, QWidget *parent, QPoint globalPos) {
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillGroupings(*menu, workspace);
    menu->popup(globalPos);
}

} // namespace timeline
