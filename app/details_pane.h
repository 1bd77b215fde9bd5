// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QTextBrowser;
class QUrl;

namespace timeline {
class Workspace;
}

namespace timeloom {

/// All that the file says of the selected event; of the file itself where none is selected. Links lead to
/// other events, to the filter and, after asking, to the web. Nothing is loaded from anywhere.
class DetailsPane : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPane(timeline::Workspace &workspace, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void write();
    void follow(const QUrl &url);
    void hover(const QUrl &url);

    timeline::Workspace &m_workspace;
    QTextBrowser *m_browser;
    QTimer m_pending; ///< writes once for the several signals of one change
};

} // namespace timeloom
