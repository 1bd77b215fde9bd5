// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/signs/row_delegate.h"

namespace timeline {
class Workspace;
} // namespace timeline

namespace timeloom {

/// The cells of the table of events, with swatches, signs and bars. Lets one choose where the format knows
/// the choices; what is chosen is taken over at once.
class CellDelegate : public RowDelegate {
    Q_OBJECT

public:
    static constexpr int rowHeight = 32;
    static constexpr float keyImportance = 0.845F; ///< from here on a title is bold, as in the timeline

    CellDelegate(const timeline::Workspace &workspace, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

protected:
    Parts partsOf(const QModelIndex &index, const QStyleOptionViewItem &option) const override;
    bool isLined() const override { return true; }

private:
    const timeline::Workspace &m_workspace;
};

} // namespace timeloom
