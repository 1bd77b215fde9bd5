// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/editable_list_model.h"

namespace timeloom {

bool EditableListModel::insertRows(int row, int count, const QModelIndex &parent) {
    if (m_isReadOnly || parent.isValid() || row < 0 || row > rowCount() || count < 1) {
        return false;
    }
    beginInsertRows(parent, row, row + count - 1);
    for (int i = 0; i < count; ++i) {
        insertNew(row + i);
    }
    endInsertRows();
    rowsCameOrWent();
    return true;
}

bool EditableListModel::removeRows(int row, int count, const QModelIndex &parent) {
    if (m_isReadOnly || parent.isValid() || row < 0 || count < 1 || row > rowCount() - count) {
        return false;
    }
    beginRemoveRows(parent, row, row + count - 1);
    erase(row, count);
    endRemoveRows();
    rowsCameOrWent();
    return true;
}

bool EditableListModel::moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to,
                                 int child) {
    if (m_isReadOnly || from.isValid() || to.isValid() || row < 0 || count < 1 || row > rowCount() - count ||
        child < 0 || child > rowCount() || !beginMoveRows(from, row, row + count - 1, to, child)) {
        return false;
    }
    if (child > row) {
        rotate(row, row + count, child);
    } else {
        rotate(child, row, row + count);
    }
    endMoveRows();
    return true;
}

} // namespace timeloom
