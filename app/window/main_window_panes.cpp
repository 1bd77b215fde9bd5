// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/main_window.h"

#include "app/charts/chart_pane.h"
#include "app/forms/file_properties.h"
#include "app/panes/details_pane.h"
#include "app/panes/filter_pane.h"
#include "app/panes/history_pane.h"
#include "app/panes/problems_pane.h"
#include "app/panes/table_pane.h"
#include "app/panes/undated_pane.h"
#include "app/shell/drawer_room.h"
#include "app/shell/focus_parts.h"
#include "app/shell/foot.h"
#include "app/shell/lazy_pages.h"
#include "app/shell/rail.h"
#include "app/shell/search_field.h"
#include "app/shell/side_bar.h"
#include "app/shell/stage.h"
#include "app/shell/top_bar.h"
#include "app/signs/icons.h"
#include "app/window/surfaces.h"
#include "widgets/view/overview_strip.h"
#include "widgets/view/timeline_view.h"
#include "widgets/workspace/event_model.h"

#include <QAction>
#include <QLocale>
#include <QMenu>
#include <QShortcut>

// What stands around the canvas: pages of the side bar, panes of the foot.

using namespace timeline;
using namespace Qt::StringLiterals;

namespace timeloom {

void MainWindow::makeSide(QMenu *panes) {
    LazyPages &pages = m_stage->side().pages();
    const auto add = [&](const QString &name, const QString &title, int key, const LazyPages::Maker &make) {
        const int page = pages.addPage(name, make);
        QAction *action = panes->addAction(icon(name), title);
        action->setShortcut(Qt::ALT | static_cast<Qt::Key>(key));
        action->setCheckable(true);
        m_stage->rail().add(action);
        const auto check = [this, &pages, action, page] {
            action->setChecked(m_stage->isSideOpen() && pages.currentIndex() == page);
        };
        connect(m_stage, &Stage::sideChanged, action, check);
        connect(action, &QAction::triggered, this,
                [this, &pages, page, check] { // the open one: folds the bar
                    if (m_stage->isSideOpen() && pages.currentIndex() == page) {
                        m_stage->closeSide();
                    } else {
                        m_stage->openSide(page);
                    }
                    check();
                });
        return page;
    };
    const int details = add(u"details"_s, tr("&Details"), Qt::Key_1,
                            [this] { return new DetailsPane(m_workspace, m_editor); });
    connect(m_surfaces, &Surfaces::editRequested, this, [this, &pages, details] {
        m_stage->openSide(details);
        static_cast<DetailsPane *>(pages.content(details))->editEvent();
    });
    connect(m_surfaces, &Surfaces::detailsRequested, this, [this, details] { m_stage->openSide(details); });
    add(u"legend"_s, tr("&Filter"), Qt::Key_2, [this] { return new FilterPane(m_workspace); });
    add(u"history"_s, tr("&History"), Qt::Key_3, [this] {
        auto *steps = new HistoryPane(m_editor);
        steps->setCleanIcon(icon(u"save"_s));
        return steps;
    });
    QAction *side = panes->addAction(icon(u"side"_s), tr("Side &bar"));
    side->setShortcut(Qt::Key_F9);
    connect(side, &QAction::triggered, this, [this, &pages] {
        m_stage->isSideOpen() ? m_stage->closeSide() : m_stage->openSide(pages.currentIndex());
    });
    QAction *dock = panes->addAction(icon(u"pin"_s), tr("Side bar beside the &canvas"));
    dock->setCheckable(true);
    m_stage->rail().addAtEnd(dock);
    connect(dock, &QAction::triggered, m_stage, &Stage::setDocked);
    connect(m_stage, &Stage::sideChanged, dock, [this, dock] {
        dock->setChecked(m_stage->isDocked());
        dock->setEnabled(widthClassOf(size()) != WidthClass::Small);
    });
    panes->addSeparator();
    auto *room = new DrawerRoom(
        m_workspace, m_surfaces->lanes(), [this] { return m_stage->canvasInset(); }, this);
    connect(m_stage, &Stage::sideChanged, room, &DrawerRoom::look);
}

QAction *MainWindow::addPane(QMenu *panes, const QString &name, const QString &title, int key,
                             const std::function<QWidget *(QAction *)> &make) {
    QAction *action = panes->addAction(icon(name), title);
    action->setCheckable(true);
    action->setShortcut(Qt::ALT | static_cast<Qt::Key>(key));
    m_foot->addPane(action);
    const int pane = m_stage->foot().addPage(name, [make, action] { return make(action); });
    connect(m_stage, &Stage::paneChanged, action,
            [this, action, pane] { action->setChecked(m_stage->openedPane() == pane); });
    connect(action, &QAction::triggered, this,
            [this, pane](bool on) { on ? m_stage->openPane(pane) : m_stage->closePane(); });
    return action;
}

void MainWindow::makeFoot(QMenu *panes) {
    // How many are in it, beside its name.
    const auto counted = [this](auto *pane, QAction *action) {
        using Pane = std::remove_pointer_t<decltype(pane)>;
        const auto show = [this, action](int count) { m_foot->setCount(action, QLocale().toString(count)); };
        connect(pane, &Pane::countChanged, this, show);
        show(pane->count());
        return pane;
    };
    QAction *table = addPane(panes, u"table"_s, tr("&Table"), Qt::Key_4,
                             [this](QAction *) { return new TablePane(m_workspace, m_editor); });
    const auto showRows = [this, table] {
        const QLocale locale;
        const int shown = m_workspace.events()->rowCount();
        const auto all = static_cast<int>(m_workspace.document()->presentCount());
        m_foot->setCount(table, shown == all
                                    ? locale.toString(all)
                                    : tr("%1 of %2").arg(locale.toString(shown), locale.toString(all)));
    };
    connect(&m_workspace, &Workspace::layoutChanged, this, showRows);
    showRows();
    addPane(panes, u"chart"_s, tr("&Charts"), Qt::Key_5, [this](QAction *) {
        auto *pane = new ChartPane(m_workspace);
        connect(pane, &ChartPane::addSeriesRequested, this,
                [this] { FileProperties(m_workspace, m_editor, this).exec(); });
        return pane;
    });
    addPane(panes, u"problems"_s, tr("&Problems"), Qt::Key_6, [this, counted](QAction *action) {
        return counted(new ProblemsPane(m_workspace, m_editor), action);
    });
    addPane(panes, u"undated"_s, tr("&Undated"), Qt::Key_7, [this, counted](QAction *action) {
        auto *pane = new UndatedPane(m_workspace, m_editor);
        connect(pane, &UndatedPane::editRequested, m_surfaces, &Surfaces::editRequested);
        return counted(pane, action);
    });
}

/// What waits for the first frame of the timeline.
void MainWindow::fillPanes() {
    m_stage->side().pages().fill();
    m_stage->foot().fill();
}

void MainWindow::makeParts() {
    for (QWidget *part : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_surfaces),
                          static_cast<QWidget *>(m_overview), static_cast<QWidget *>(&m_stage->foot()),
                          static_cast<QWidget *>(m_foot), static_cast<QWidget *>(&m_stage->side()),
                          static_cast<QWidget *>(&m_stage->rail()), static_cast<QWidget *>(m_top)}) {
        m_parts->add(part);
    }
}

} // namespace timeloom
