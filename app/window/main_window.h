// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/file_actions.h"
#include "text/fonts.h"
#include "widgets/workspace/workspace.h"

#include <QMainWindow>

class QLabel;

namespace timeloom {

class Surfaces;
struct WindowLook;

/// The window: menus, docks, and the one file that is open. What is shown is the workspace's business.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow();
    ~MainWindow() override;

    /// Opens a file, a large one beside the window's thread; where it cannot be shown, says why and leaves
    /// the open one as it is. False where that is so at once.
    bool open(const QString &fileName);
    bool isElsewhere() const {
        return m_files.isElsewhere();
    } ///< what was to be opened is, in another window
    timeline::Workspace &workspace() { return m_workspace; }
    timeline::Editor &editor() { return m_editor; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *addAction(QMenu *menu, const QString &text, const QString &icon, const QKeySequence &shortcut,
                       const std::function<void()> &run);
    using PaneMaker = std::function<QWidget *(QDockWidget *)>;
    QDockWidget *addPane(const QString &name, const QString &title, Qt::DockWidgetArea area,
                         const PaneMaker &make);
    void makeFileMenu();
    void makeHelpMenu();
    void makePanes();
    void fillPanes();
    void makeToolBar();
    void arrangePanes();

    void showTitle();
    WindowLook look() const;
    void exportPicture();
    void copyPicture();

    timeline::Fonts m_fonts;
    timeline::Workspace m_workspace;
    timeline::Editor m_editor;
    Surfaces *m_surfaces;
    FileActions m_files;
    QMenu *m_panes = nullptr;
    std::vector<std::pair<QDockWidget *, PaneMaker>> m_unfilled; ///< panes, before the first frame
    std::function<void()> m_find; ///< shows the table and puts the cursor into its filter
    QLabel *m_pointer;
    QLabel *m_count;
    std::vector<QAction *> m_toolBarActions; ///< nullptr: a separator
};

} // namespace timeloom
