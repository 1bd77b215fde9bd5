// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace timeloom {

/// A table whose rows people add, take away and move, as far as it is not read only. Who derives keeps the
/// rows.
class EditableListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }
    bool isReadOnly() const { return m_isReadOnly; }

    bool insertRows(int row, int count, const QModelIndex &parent = {}) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int child) override;

protected:
    virtual void insertNew(int row) = 0;
    virtual void erase(int row, int count) = 0;
    virtual void rotate(int first, int middle, int last) = 0; ///< as std::rotate() does
    virtual void rowsCameOrWent() {}

private:
    bool m_isReadOnly = false;
};

} // namespace timeloom
