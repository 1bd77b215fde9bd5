// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/head_table.h"

#include "app/forms/record_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QTableView>
#include <algorithm>

namespace timeloom {

using namespace timeline;

namespace {

/// How wide a column begins, in characters.
int widthOf(ValueKind kind) {
    switch (kind) {
    case ValueKind::Address:
        return 24;
    case ValueKind::Date: // an interval of days
        return 22;
    default:
        return 17;
    }
}

} // namespace

HeadTable::HeadTable(RecordModel &model, const Workspace &workspace, QWidget *parent)
    : EditableListTable(recordListTitle(model.kind()), parent), m_model(model),
      m_noColor(button(tr("&No colour"))) {
    const Buttons usual{button(tr("&Add")), button(tr("&Remove")), button(tr("&Up")), button(tr("Do&wn"))};
    auto *buttons = new QHBoxLayout;
    for (QAbstractButton *each : {usual.add, usual.remove, usual.up, usual.down}) {
        buttons->addWidget(each);
    }
    buttons->addStretch();
    buttons->addWidget(m_noColor);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(view(), 1);
    layout->addLayout(buttons);
    m_noColor->setToolTip(tr("Takes the colour of the chosen ones away"));
    m_noColor->setVisible(m_model.columnOf(ValueKind::Color).has_value());
    connect(m_noColor, &QPushButton::clicked, this, &HeadTable::clearColor);
    setUp(m_model, usual);

    view()->setItemDelegate(new RecordDelegate(m_model, workspace, view()));
    view()->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    view()->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *header = view()->horizontalHeader();
    const int character = view()->fontMetrics().averageCharWidth();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const ValueKind kind = m_model.fields()[static_cast<std::size_t>(column)].kind;
        if (kind == ValueKind::Title) {
            header->setSectionResizeMode(column, QHeaderView::Stretch);
        } else {
            header->resizeSection(column, widthOf(kind) * character);
        }
    }
}

QPushButton *HeadTable::button(const QString &text) {
    auto *made = new QPushButton(text, this);
    made->setAutoDefault(false); // Enter in a cell is meant for the cell
    return made;
}

void HeadTable::clearColor() {
    for (const QModelIndex &index :
         view()->selectionModel()->selectedRows(m_model.columnOf(ValueKind::Color).value_or(0))) {
        m_model.setData(index, QString());
    }
}

void HeadTable::enable() {
    EditableListTable::enable();
    const QModelIndexList cells =
        view()->selectionModel()->selectedRows(m_model.columnOf(ValueKind::Color).value_or(0));
    m_noColor->setEnabled(!m_model.isReadOnly() && std::ranges::any_of(cells, [](const QModelIndex &index) {
        return index.flags().testFlag(Qt::ItemIsEditable) && !index.data(Qt::EditRole).toString().isEmpty();
    }));
}

} // namespace timeloom
