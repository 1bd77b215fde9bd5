// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/view_menu.h"

#include "app/window/appearance.h"
#include "app/window/icons.h"
#include "widgets/view/timeline_view.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

class ViewMenu : public QObject {
    Q_DECLARE_TR_FUNCTIONS(timeloom::ViewMenu)

public:
    ViewMenu(QMenuBar &bar, Workspace &workspace, Surfaces &surfaces)
        : QObject(&bar), m_menu(bar.addMenu(tr("&View"))), m_workspace(workspace), m_surfaces(surfaces) {}

    QMenu *make(const std::function<void()> &find, std::vector<QAction *> &toolBar) {
        QAction *page = addPage();
        m_menu->addSeparator();
        const std::array moves = addMoves();
        m_menu->addSeparator();
        QAction *fold = addOption(tr("&Fold empty stretches"), &LayoutOptions::folded);
        fold->setIcon(icon(u"fold"_s));
        fold->setShortcut(Qt::CTRL | Qt::Key_L);
        fold->setToolTip(
            tr("Fold empty stretches of time and give crowded ones more room; off: a plain linear scale"));
        addOption(tr("As many &rows as needed"), &LayoutOptions::allRows)
            ->setToolTip(tr("Lanes grow and scroll instead of gathering events in clusters"));
        m_menu->addSeparator();
        add(tr("Filter and &find…"), {}, QKeySequence::Find, find);
        QMenu *panes = m_menu->addMenu(tr("&Panes"));
        addAppearanceMenu(m_menu);
        const auto [back, forward, zoomIn, zoomOut, all, selection] = moves;
        for (QAction *action :
             {page, static_cast<QAction *>(nullptr), back, forward, static_cast<QAction *>(nullptr), zoomIn,
              zoomOut, all, selection, static_cast<QAction *>(nullptr), fold}) {
            toolBar.push_back(action);
        }
        return panes;
    }

private:
    QAction *add(const QString &text, const QString &iconName, const QKeySequence &shortcut,
                 const std::function<void()> &run) {
        QAction *action = m_menu->addAction(icon(iconName), text);
        action->setShortcut(shortcut);
        connect(action, &QAction::triggered, this, run);
        return action;
    }

    QAction *addPage() {
        QAction *page = m_menu->addAction(icon(u"page"_s), tr("As a &page"));
        page->setToolTip(tr("All that the filter shows as a page that one would print"));
        page->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_L);
        page->setCheckable(true);
        connect(page, &QAction::toggled, this, [this](bool on) { m_surfaces.showPage(on); });
        return page;
    }

    /// How one moves about in the lanes; on a page all is seen.
    std::array<QAction *, 6> addMoves() {
        Navigation *navigation = m_workspace.navigation();
        TimelineView &lanes = m_surfaces.lanes();
        QAction *back =
            add(tr("&Back"), u"back"_s, Qt::ALT | Qt::Key_Left, [navigation] { navigation->goBack(); });
        QAction *forward = add(tr("&Forward"), u"forward"_s, Qt::ALT | Qt::Key_Right,
                               [navigation] { navigation->goForward(); });
        m_menu->addSeparator();
        const std::array zooms = {
            add(tr("Zoom &in"), u"zoom-in"_s, QKeySequence::ZoomIn, [&lanes] { lanes.zoomBy(1.5); }),
            add(tr("Zoom &out"), u"zoom-out"_s, QKeySequence::ZoomOut, [&lanes] { lanes.zoomBy(1 / 1.5); }),
            add(tr("Show &everything"), u"zoom-fit"_s, Qt::CTRL | Qt::Key_0,
                [&lanes] { lanes.showEverything(); }),
            add(tr("Show the &selection"), u"zoom-selection"_s, Qt::CTRL | Qt::Key_1,
                [&lanes] { lanes.frameSelection(); })};
        const auto enable = [this, back, forward, zooms, navigation] {
            const bool isLanes = &m_surfaces.shown() == &m_surfaces.lanes();
            back->setEnabled(isLanes && navigation->canGoBack());
            forward->setEnabled(isLanes && navigation->canGoForward());
            for (QAction *zoom : zooms) {
                zoom->setEnabled(isLanes);
            }
        };
        connect(navigation, &Navigation::historyChanged, this, enable);
        connect(&m_surfaces, &QStackedWidget::currentChanged, this, enable);
        enable();
        return {back, forward, zooms[0], zooms[1], zooms[2], zooms[3]};
    }

    QAction *addOption(const QString &text, bool LayoutOptions::*option) {
        QAction *action = m_menu->addAction(text);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, option](bool on) {
            LayoutOptions options = m_workspace.layoutOptions();
            options.*option = on;
            m_workspace.setLayoutOptions(options);
        });
        const auto check = [this, action, option] {
            action->setChecked(m_workspace.layoutOptions().*option);
        };
        connect(&m_workspace, &Workspace::layoutChanged, this, check);
        check();
        return action;
    }

    QMenu *m_menu;
    Workspace &m_workspace;
    Surfaces &m_surfaces;
};

} // namespace

QMenu *addViewMenu(QMenuBar &bar, Workspace &workspace, Surfaces &surfaces, const std::function<void()> &find,
                   std::vector<QAction *> &toolBar) {
    return (new ViewMenu(bar, workspace, surfaces))->make(find, toolBar);
}

} // namespace timeloom
