// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/head_list_model.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace timeloom {

/// A list of the file's head to look at and to change: a table whose cells are edited in place, and buttons
/// that add, remove and move its rows.
class HeadTable : public QWidget {
    Q_OBJECT

public:
    /// `name` is how people call the list; the model must outlive this.
    HeadTable(HeadListModel &model, const QString &name, QWidget *parent = nullptr);

    void setReadOnly(bool readOnly);
    QTableView *view() const { return m_view; }

private:
    QPushButton *button(const QString &text, const QString &toolTip, void (HeadTable::*run)());
    QTableView *makeView(const QString &name);
    void add();
    void remove();
    void moveUp() { move(-1); }
    void moveDown() { move(1); }
    void move(int by);
    void clearColor();
    int colorColumn() const; ///< -1: there is none
    void enable();

    HeadListModel &m_model;
    QTableView *m_view;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_noColor;
};

} // namespace timeloom
