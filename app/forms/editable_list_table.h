// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/record_model.h"

#include <QWidget>

class QAbstractButton;
class QTableView;

namespace timeloom {

/// A list to look at and to change: a table whose cells are edited in place, and buttons that add, remove and
/// move its rows. Who derives lays them out and says how they look.
class EditableListTable : public QWidget {
    Q_OBJECT

public:
    void setReadOnly(bool readOnly);
    QTableView *view() const { return m_view; }

protected:
    /// `name` is how people call the list.
    EditableListTable(const QString &name, QWidget *parent);
    struct Buttons {
        QAbstractButton *add = nullptr;
        QAbstractButton *remove = nullptr;
        QAbstractButton *up = nullptr;
        QAbstractButton *down = nullptr;
    };
    /// To be called once, when the model is there. It must outlive this, or be a member of it.
    void setUp(RecordModel &model, const Buttons &buttons);
    void remove(); ///< what is chosen
    virtual void enable();
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add();
    void move(int by);

    RecordModel *m_model = nullptr;
    QTableView *m_view;
    Buttons m_buttons;
};

} // namespace timeloom
