// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record_model.h"

#include <QWidget>

class QTableView;
class QToolButton;

namespace timeloom {

/// A list of objects of an event to look at and to change: a small table, and buttons that add and remove.
class RecordTable : public QWidget {
    Q_OBJECT

public:
    RecordTable(RecordKind kind, const timeline::Workspace &workspace, QWidget *parent = nullptr);

    /// The list as it stands in the event. Nothing happens where it is shown already; of another event
    /// nothing unfinished stays.
    void setValue(const QJsonArray &value, bool isOtherEvent);
    QJsonArray value() const { return m_model.value(); }
    QTableView *view() const { return m_view; }

Q_SIGNALS:
    void edited(const QJsonArray &value); ///< by a person

private:
    void add();
    void remove();
    void fit();
    void tell();

    RecordModel m_model;
    QTableView *m_view;
    QToolButton *m_remove;
    QJsonArray m_told; ///< what the event has
};

} // namespace timeloom
