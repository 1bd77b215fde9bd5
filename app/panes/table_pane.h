// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace timeline {
class Editor;
class Workspace;
} // namespace timeline

namespace timeloom {

/// The events as a table, with the line above it in which one filters them. Cells are edited in place.
class TablePane : public QWidget {
    Q_OBJECT

public:
    TablePane(timeline::Workspace &workspace, timeline::Editor &editor, QWidget *parent = nullptr);

    /// Whether it has a field for the filter of its own; else a strip says what the filter is.
    void setFilterShown(bool isShown);
    void focusFilter(); ///< for a shortcut: the next key goes into the filter

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *makeFilter();
    QTableView *makeTable();
    void applyTyped();
    void showFilter();
    void showCount();
    QWidget *makeNothing();
    void showNothing();
    void allowEditing(timeline::Editor &editor);

    timeline::Workspace &m_workspace;
    QTimer
        m_typing; ///< ends a moment after the last key, before much is searched; made before what starts it
    QLineEdit *m_filter;
    QLabel *m_count;
    QLabel *m_what;  ///< the filter says
    QLabel *m_wrong; ///< with the filter; hidden where nothing is
    QTableView *m_table;
    QLabel *m_nothing; ///< says why no row is there
    QPushButton *m_clear;
    QStackedLayout *m_pages;
    bool m_hasFilter = true;
};

} // namespace timeloom
