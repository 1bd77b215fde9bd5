// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/file_actions.h"
#include "app/shell/width_class.h"
#include "text/fonts.h"
#include "widgets/workspace/workspace.h"

#include <QMainWindow>

class QMenuBar;

namespace timeline {
class OverviewStrip;
}

namespace timeloom {

class FocusParts;
class Foot;
class SearchField;
class Stage;
class Surfaces;
class TopBar;
struct WindowLook;

/// The window: one bar above, the canvas, a side bar with its rail, a foot; and the one file that is open.
/// What is shown is the workspace's business.
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
    Stage &stage() const { return *m_stage; }
    Foot &foot() const { return *m_foot; }
    SearchField &search() const { return *m_search; }

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *addAction(QMenu *menu, const QString &text, const QString &icon, const QKeySequence &shortcut,
                       const std::function<void()> &run);
    void makeCanvas();
    QAction *makeFileMenu(QMenuBar *bar); ///< gives that which makes a picture
    void makeHelpMenu(QMenuBar *bar);
    void makeSide(QMenu *panes);
    void makeFoot(QMenu *panes);
    QAction *addPane(QMenu *panes, const QString &name, const QString &title, int key,
                     const std::function<QWidget *(QAction *)> &make);
    void makeParts();
    void fillPanes();
    void arrangeWindow();

    void showTitle();
    WindowLook look() const;
    void exportPicture();
    void copyPicture();

    timeline::Fonts m_fonts;
    timeline::Workspace m_workspace;
    timeline::Editor m_editor;
    Surfaces *m_surfaces;
    FileActions m_files;
    SearchField *m_search;
    TopBar *m_top = nullptr;
    Stage *m_stage;
    Foot *m_foot;
    timeline::OverviewStrip *m_overview = nullptr;
    FocusParts *m_parts;
    std::vector<QAction *> m_paneActions; ///< of the foot, by their numbers
    bool m_wasShown = false;
};

} // namespace timeloom
