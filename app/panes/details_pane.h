// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QStackedLayout;
class QTabBar;
class QTextBrowser;
class QUrl;

namespace timeline {
class Editor;
class Workspace;
} // namespace timeline

namespace timeloom {

class EventForm;

/// All that the file says of the selected event; of the file itself where none is selected. Links lead to
/// other events, to the filter and, after asking, to the web. Nothing is loaded from anywhere. On a second
/// page all of it can be edited.
class DetailsPane : public QWidget {
    Q_OBJECT

public:
    DetailsPane(timeline::Workspace &workspace, timeline::Editor &editor, QWidget *parent = nullptr);

    void editEvent(); ///< turns to the second page, where the title waits to be typed over

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void write();
    void follow(const QUrl &url);
    void hover(const QUrl &url);

    timeline::Workspace &m_workspace;
    QTabBar *m_tabs;
    QStackedLayout *m_pages;
    QTextBrowser *m_browser;
    EventForm *m_form;
    QTimer m_pending; ///< writes once for the several signals of one change
};

} // namespace timeloom
