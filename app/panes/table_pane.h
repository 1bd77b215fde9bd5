// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace timeline {
class Editor;
class Workspace;
} // namespace timeline

namespace timeloom {

/// The events as a table, with a strip above it that says how many there are, and why. Cells are edited in
/// place.
class TablePane : public QWidget {
    Q_OBJECT

public:
    TablePane(timeline::Workspace &workspace, timeline::Editor &editor, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTableView *makeTable();
    void showFilter();
    void showCount();
    QWidget *makeNothing();
    void showNothing();
    void allowEditing(timeline::Editor &editor);

    timeline::Workspace &m_workspace;
    QLabel *m_count;
    QLabel *m_what; ///< the filter says
    QTableView *m_table;
    QLabel *m_nothing; ///< says why no row is there
    QPushButton *m_clear;
    QStackedLayout *m_pages;
};

} // namespace timeloom
