// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/editable_list_table.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <algorithm>

namespace timeloom {

EditableListTable::EditableListTable(const QString &name, QWidget *parent)
    : QWidget(parent), m_view(new QTableView(this)) {
    m_view->setAccessibleName(name);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setWordWrap(false);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() + 8);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->installEventFilter(this);
}

void EditableListTable::setUp(RecordModel &model, const Buttons &buttons) {
    m_model = &model;
    m_view->setModel(m_model);
    m_buttons = buttons;
    m_buttons.add->setToolTip(tr("Adds one after the chosen one"));
    m_buttons.remove->setToolTip(tr("Removes what is chosen"));
    m_buttons.up->setToolTip(tr("Moves the chosen one up"));
    m_buttons.down->setToolTip(tr("Moves the chosen one down"));
    connect(m_buttons.add, &QAbstractButton::clicked, this, &EditableListTable::add);
    connect(m_buttons.remove, &QAbstractButton::clicked, this, &EditableListTable::remove);
    connect(m_buttons.up, &QAbstractButton::clicked, this, [this] { move(-1); });
    connect(m_buttons.down, &QAbstractButton::clicked, this, [this] { move(1); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EditableListTable::enable);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &EditableListTable::enable);
    connect(m_model, &QAbstractItemModel::modelReset, this, &EditableListTable::enable);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &EditableListTable::enable);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &EditableListTable::enable);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &EditableListTable::enable);
    enable();
}

void EditableListTable::setReadOnly(bool readOnly) {
    m_model->setReadOnly(readOnly);
    enable();
}

/// Return is meant for the cell: it opens what Return closes, and presses no button of a dialog.
bool EditableListTable::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter) {
        return QWidget::eventFilter(watched, event);
    }
    const QModelIndex cell = m_view->currentIndex();
    if (m_view->hasFocus() && cell.flags().testFlag(Qt::ItemIsEditable)) { // else an editor passes it on
        m_view->edit(cell);
    }
    return true;
}

void EditableListTable::add() {
    const QModelIndex current = m_view->currentIndex();
    const int row = current.isValid() ? current.row() + 1 : m_model->rowCount();
    if (m_model->insertRow(row)) {
        m_view->setFocus();
        m_view->setCurrentIndex(m_model->index(row, 0));
        m_view->edit(m_model->index(row, 0));
    }
}

void EditableListTable::remove() {
    std::vector<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        rows.push_back(index.row());
    }
    std::ranges::sort(rows, std::ranges::greater());
    const int column = std::max(0, m_view->currentIndex().column());
    for (const int row : rows) {
        m_model->removeRow(row);
    }
    // What is next is chosen, so that several can be removed one after the other.
    if (!rows.empty() && m_model->rowCount() > 0) {
        m_view->setCurrentIndex(m_model->index(std::min(rows.back(), m_model->rowCount() - 1), column));
    }
}

void EditableListTable::move(int by) {
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.size() == 1) {
        const int row = rows.front().row();
        m_model->moveRow({}, row, {}, by < 0 ? row - 1 : row + 2);
        m_view->scrollTo(m_view->currentIndex());
    }
}

void EditableListTable::enable() {
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    const bool isWritable = !m_model->isReadOnly();
    const int single = rows.size() == 1 ? rows.front().row() : -1;
    m_buttons.add->setEnabled(isWritable);
    m_buttons.remove->setEnabled(isWritable && !rows.isEmpty());
    m_buttons.up->setEnabled(isWritable && single > 0);
    m_buttons.down->setEnabled(isWritable && single >= 0 && single < m_model->rowCount() - 1);
}

} // namespace timeloom
