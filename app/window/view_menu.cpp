// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/view_menu.h"

#include "app/shell/appearance.h"
#include "app/signs/icons.h"
#include "widgets/headings/grouping_menu.h"
#include "widgets/view/timeline_view.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

class ViewMenu : public QObject {
    Q_DECLARE_TR_FUNCTIONS(timeloom::ViewMenu)

public:
    ViewMenu(QMenuBar &bar, Workspace &workspace, Surfaces &surfaces)
        : QObject(&bar), m_menu(bar.addMenu(tr("&View"))), m_workspace(workspace), m_surfaces(surfaces) {}

    ViewActions make() {
        const auto [lanes, page] = addSurfaces();
        m_menu->addSeparator();
        const auto [zoomIn, zoomOut, everything] = addZooms();
        m_menu->addSeparator();
        QAction *fold = addOption(tr("&Fold empty stretches"), &LayoutOptions::folded);
        fold->setIcon(icon(u"fold"_s));
        fold->setIconText(tr("Empty time folded"));
        fold->setShortcut(Qt::CTRL | Qt::Key_L);
        fold->setToolTip(
            tr("Fold empty stretches of time and give crowded ones more room; off: a plain linear scale"));
        addFoldAgain();
        addOption(tr("&Room for every title"), &LayoutOptions::allRows)
            ->setToolTip(tr("Lanes grow and scroll instead of gathering events in clusters"));
        QMenu *groupings = m_menu->addMenu(tr("Lanes &by"));
        connect(groupings, &QMenu::aboutToShow, this,
                [this, groupings] { fillGroupings(*groupings, m_workspace); });
        m_menu->addSeparator();
        QMenu *panes = m_menu->addMenu(tr("Pa&nes"));
        addAppearanceMenu(m_menu);
        addDimming();
        return {lanes, page, fold, zoomIn, zoomOut, everything, panes};
    }

private:
    QAction *add(const QString &text, const QString &iconName, const QKeySequence &shortcut,
                 const std::function<void()> &run) {
        QAction *action = m_menu->addAction(icon(iconName), text);
        action->setShortcut(shortcut);
        connect(action, &QAction::triggered, this, run);
        return action;
    }

    /// One choice of two; the key goes from one to the other.
    std::pair<QAction *, QAction *> addSurfaces() {
        auto *choice = new QActionGroup(this);
        QAction *lanes = m_menu->addAction(icon(u"lanes"_s), tr("In &lanes"));
        lanes->setIconText(tr("Lanes"));
        lanes->setToolTip(tr("Events in lanes, to be zoomed"));
        QAction *page = m_menu->addAction(icon(u"page"_s), tr("As a &page"));
        page->setIconText(tr("Page"));
        page->setToolTip(tr("All that the filter shows as a page that one would print"));
        for (QAction *one : {lanes, page}) {
            one->setCheckable(true);
            choice->addAction(one);
        }
        lanes->setChecked(true);
        connect(page, &QAction::toggled, this, [this](bool on) { m_surfaces.showPage(on); });
        add(tr("Lanes or pa&ge"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_L,
            [lanes, page] { (page->isChecked() ? lanes : page)->trigger(); });
        return {lanes, page};
    }

    /// In the lanes; on a page all is seen.
    std::array<QAction *, 3> addZooms() {
        TimelineView &lanes = m_surfaces.lanes();
        QAction *everything = add(tr("Show &everything"), u"zoom-fit"_s, Qt::CTRL | Qt::Key_0,
                                  [&lanes] { lanes.showEverything(); });
        QAction *selection = add(tr("Show the &selection"), u"zoom-selection"_s, Qt::CTRL | Qt::Key_1,
                                 [&lanes] { lanes.frameSelection(); });
        const std::array zooms = {
            add(tr("Zoom &in"), u"zoom-in"_s, QKeySequence::ZoomIn, [&lanes] { lanes.zoomBy(1.5); }),
            add(tr("Zoom &out"), u"zoom-out"_s, QKeySequence::ZoomOut, [&lanes] { lanes.zoomBy(1 / 1.5); }),
            everything};
        connect(&m_surfaces, &QStackedWidget::currentChanged, this, [this, zooms, selection] {
            const bool isLanes = &m_surfaces.shown() == &m_surfaces.lanes();
            std::ranges::for_each(zooms, [isLanes](QAction *zoom) { zoom->setEnabled(isLanes); });
            selection->setEnabled(isLanes);
        });
        return zooms;
    }

    /// What was opened by a click.
    void addFoldAgain() {
        QAction *again = m_menu->addAction(tr("Fold again &what was opened"));
        again->setToolTip(tr("Stretches of time that were opened one by one are folded again"));
        connect(again, &QAction::triggered, &m_workspace, [this] { m_workspace.foldAgain(); });
        const auto enable = [this, again] {
            again->setEnabled(m_workspace.layoutOptions().folded &&
                              !m_workspace.layout().scale().opened().empty());
        };
        connect(&m_workspace, &Workspace::layoutChanged, again, enable);
        enable();
    }

    void addDimming() {
        QAction *dim = m_menu->addAction(tr("&Dim what is not linked"));
        dim->setToolTip(tr("Shows what hangs together with the selected event, all else paler"));
        dim->setCheckable(true);
        dim->setChecked(m_workspace.dimsUnlinked());
        connect(dim, &QAction::triggered, &m_workspace, &Workspace::setDimsUnlinked);
    }

    QAction *addOption(const QString &text, bool LayoutOptions::*option) {
        QAction *action = m_menu->addAction(text);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, option](bool on) {
            LayoutOptions options = m_workspace.layoutOptions();
            options.*option = on;
            if (!options.folded) {
                options.openedFolds.clear(); // folded again, they all are
            }
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

ViewActions addViewMenu(QMenuBar &bar, Workspace &workspace, Surfaces &surfaces) {
    return (new ViewMenu(bar, workspace, surfaces))->make();
}

} // namespace timeloom
