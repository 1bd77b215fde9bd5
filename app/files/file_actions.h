// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/file_questions.h"
#include "app/files/file_session.h"
#include "app/files/opening.h"
#include "app/files/view_keeper.h"
#include "app/files/window_per_file.h"

#include <functional>

class QMenu;
class QWidget;

namespace timeloom {

/// Opening, saving and closing as people see it: the questions that have to be asked and what has to be told.
class FileActions : public QObject {
    Q_OBJECT

public:
    FileActions(timeline::Workspace &workspace, timeline::Editor &editor, QWidget *window);

    Opening &opening() { return m_opening; }
    ViewKeeper &views() { return m_views; } ///< who shows lanes or a page tells it which
    QString fileName() const { return m_session.fileName(); }
    void look() { m_session.watcher().look(); } ///< whether the file was changed on disk

    bool open(const QString &fileName); ///< false where it failed at once, or is not wanted
    void openDropped(const QStringList &files);
    /// What was to be opened last is open in another window.
    bool isElsewhere() const { return m_isElsewhere; }
    void chooseFile();
    void reload();
    bool save(); ///< false where it failed or was given up
    bool saveAs();
    /// Asks what to do with unsaved edits; false where they keep the window from closing.
    bool mayClose();
    void fillRecentFiles(QMenu *menu);
    void complain(const QString &text);

Q_SIGNALS:
    void told(const QString &message, int milliseconds); ///< for a status bar; 0: until the next
    void titleChanged();

private:
    void showOpened(const QString &fileName, const QString &title);
    bool read(const QString &fileName, bool isReload);
    void takeChangeOnDisk();
    void offerLeftBehind();
    bool mayLeave(); ///< as mayClose(), before another file is opened
    void commitFocus() const;
    bool isEditingOrSaving();
    void settleLeftBehind();
    void keepView() const;
    int ask(const std::function<int()> &exec);
    bool isOtherFile(const QString &name) const; ///< than the one that is open here
    bool mayLeaveWith(const QString &text);
    bool saveTo(const QString &fileName);

    timeline::Workspace &m_workspace;
    timeline::Editor &m_editor;
    QWidget *m_window;
    Opening m_opening;
    FileSession m_session;
    ViewKeeper m_views;
    FileQuestions m_questions;
    WindowPerFile m_windowPerFile;
    bool m_isAsking = false;
    bool m_discards = false; ///< the edits go when another file is there
    bool m_isReloading = false;
    bool m_isElsewhere = false;
};

} // namespace timeloom
