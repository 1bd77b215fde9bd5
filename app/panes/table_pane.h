// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace timeline {
class Editor;
class EventModel;
class EventSelection;
class EventsInView;
class Workspace;
} // namespace timeline

namespace timeloom {

class EventTable;
class Trough;

/// The events as a table, all that the filter shows or those of the stretch of time in view, with a strip
/// above it that says how many there are, and why. Cells are edited in place.
class TablePane : public QWidget {
    Q_OBJECT

public:
    TablePane(timeline::Workspace &workspace, timeline::Editor &editor, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    EventTable *makeTable();
    void choose(int choice);
    timeline::EventModel &events() const; ///< of the table
    timeline::EventSelection &selection() const;
    void showFilter();
    void showCount();
    QWidget *makeNothing();
    void showNothing();
    void allowEditing(timeline::Editor &editor);

    timeline::Workspace &m_workspace;
    timeline::EventsInView *m_inView;
    QLabel *m_count;
    QLabel *m_what;   ///< the filter says
    Trough *m_choice; ///< all dates, or what is in view
    EventTable *m_table;
    QLabel *m_nothing; ///< says why no row is there
    QPushButton *m_clear;
    QStackedLayout *m_pages;
};

} // namespace timeloom
