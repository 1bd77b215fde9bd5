// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/record_model.h"

#include <QStyledItemDelegate>

class QComboBox;

namespace timeloom {

/// Editors for the cells of a RecordModel: numbers are checked while they are typed, events are found by id
/// or title, kinds of links are chosen.
class RecordDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Both must outlive this.
    RecordDelegate(const RecordModel &model, const timeline::Workspace &workspace, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    QComboBox *makeBox(QWidget *parent) const;

    const RecordModel &m_model;
    const timeline::Workspace &m_workspace;
};

} // namespace timeloom
