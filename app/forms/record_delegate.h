// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/record_model.h"

#include <QStyledItemDelegate>

class QComboBox;

namespace timeloom {

/// Editors for the cells of a RecordModel: numbers are checked while they are typed, events are found by id
/// or title, kinds of links and parents are chosen, colours asked for.
class RecordDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// All must outlive this.
    RecordDelegate(const RecordModel &model, const timeline::Workspace &workspace, QWidget *window);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    QComboBox *makeBox(QWidget *parent, const QModelIndex &index) const;

    const RecordModel &m_model;
    const timeline::Workspace &m_workspace;
    QWidget *m_window;
};

} // namespace timeloom
