// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/head_table.h"

#include <QColorDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QMouseEvent>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <algorithm>

namespace timeloom {

namespace {

using Kind = HeadListModel::Kind;

/// How wide a column begins, in characters.
int widthOf(Kind kind) {
    switch (kind) {
    case Kind::Address:
        return 24;
    case Kind::Date: // an interval of days
        return 22;
    default:
        return 17;
    }
}

/// Where colours are, a double click asks for one; they can be written too.
class HeadDelegate : public QStyledItemDelegate {
public:
    HeadDelegate(const HeadListModel &columns, QWidget *window)
        : QStyledItemDelegate(window), m_columns(columns), m_window(window) {}

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override {
        const bool isColor =
            m_columns.columns()[static_cast<std::size_t>(index.column())].kind == Kind::Color;
        const bool isDoubleClick = event->type() == QEvent::MouseButtonDblClick &&
                                   static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
        if (!isColor || !isDoubleClick || !index.flags().testFlag(Qt::ItemIsEditable)) {
            return QStyledItemDelegate::editorEvent(event, model, option, index);
        }
        const QPersistentModelIndex cell(index);
        const QColor before(index.data(Qt::EditRole).toString());
        const QColor color = QColorDialog::getColor(before.isValid() ? before : QColor(Qt::gray), m_window,
                                                    HeadTable::tr("Colour"));
        if (color.isValid() && cell.isValid() && color != before) {
            model->setData(cell, color.name());
        }
        return true;
    }

private:
    const HeadListModel &m_columns;
    QWidget *m_window;
};

} // namespace

HeadTable::HeadTable(HeadListModel &model, const QString &name, QWidget *parent)
    : QWidget(parent), m_model(model), m_view(makeView(name)),
      m_add(button(tr("&Add"), tr("Adds one after the chosen one"), &HeadTable::add)),
      m_remove(button(tr("&Remove"), tr("Removes what is chosen"), &HeadTable::remove)),
      m_up(button(tr("&Up"), tr("Moves the chosen one up"), &HeadTable::moveUp)),
      m_down(button(tr("Do&wn"), tr("Moves the chosen one down"), &HeadTable::moveDown)),
      m_noColor(
          button(tr("&No colour"), tr("Takes the colour of the chosen ones away"), &HeadTable::clearColor)) {
    auto *buttons = new QHBoxLayout;
    for (QPushButton *each : {m_add, m_remove, m_up, m_down}) {
        buttons->addWidget(each);
    }
    buttons->addStretch();
    buttons->addWidget(m_noColor);
    m_noColor->setVisible(colorColumn() >= 0);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_view, 1);
    layout->addLayout(buttons);

    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HeadTable::enable);
    connect(&model, &QAbstractItemModel::dataChanged, this, &HeadTable::enable);
    connect(&model, &QAbstractItemModel::rowsMoved, this, &HeadTable::enable);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &HeadTable::enable);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &HeadTable::enable);
    enable();
}

QPushButton *HeadTable::button(const QString &text, const QString &toolTip, void (HeadTable::*run)()) {
    auto *made = new QPushButton(text, this);
    made->setToolTip(toolTip);
    made->setAutoDefault(false); // Enter in a cell is meant for the cell
    connect(made, &QPushButton::clicked, this, run);
    return made;
}

QTableView *HeadTable::makeView(const QString &name) {
    auto *view = new QTableView(this);
    view->setModel(&m_model);
    view->setItemDelegate(new HeadDelegate(m_model, view));
    view->setAccessibleName(name);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::AnyKeyPressed);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setWordWrap(false);
    view->setShowGrid(false);
    view->setAlternatingRowColors(true);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 8);
    QHeaderView *header = view->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = view->fontMetrics().averageCharWidth();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const Kind kind = m_model.columns()[static_cast<std::size_t>(column)].kind;
        if (kind == Kind::Title) {
            header->setSectionResizeMode(column, QHeaderView::Stretch);
        } else {
            header->resizeSection(column, widthOf(kind) * character);
        }
    }
    return view;
}

void HeadTable::setReadOnly(bool readOnly) {
    m_model.setReadOnly(readOnly);
    enable();
}

void HeadTable::add() {
    const QModelIndex current = m_view->currentIndex();
    const int row = current.isValid() ? current.row() + 1 : m_model.rowCount();
    if (m_model.insertRow(row)) {
        m_view->setFocus();
        m_view->setCurrentIndex(m_model.index(row, 0));
        m_view->edit(m_model.index(row, 0));
    }
}

void HeadTable::remove() {
    std::vector<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        rows.push_back(index.row());
    }
    std::ranges::sort(rows, std::ranges::greater());
    for (const int row : rows) {
        m_model.removeRow(row);
    }
    // What is next is chosen, so that several can be removed one after the other.
    if (!rows.empty() && m_model.rowCount() > 0) {
        const int column = std::max(0, m_view->currentIndex().column());
        m_view->setCurrentIndex(m_model.index(std::min(rows.back(), m_model.rowCount() - 1), column));
    }
}

void HeadTable::move(int by) {
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.size() == 1) {
        const int row = rows.front().row();
        m_model.moveRow({}, row, {}, by < 0 ? row - 1 : row + 2);
        m_view->scrollTo(m_view->currentIndex());
    }
}

int HeadTable::colorColumn() const {
    const auto found = std::ranges::find(m_model.columns(), Kind::Color, &HeadListModel::Column::kind);
    return found == m_model.columns().end() ? -1 : static_cast<int>(found - m_model.columns().begin());
}

void HeadTable::clearColor() {
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows(colorColumn())) {
        m_model.setData(index, QString());
    }
}

void HeadTable::enable() {
    const QModelIndexList rows = m_view->selectionModel()->selectedRows(std::max(0, colorColumn()));
    const int single = rows.size() == 1 ? rows.front().row() : -1;
    const bool hasColor = std::ranges::any_of(rows, [](const QModelIndex &index) {
        return index.flags().testFlag(Qt::ItemIsEditable) && !index.data(Qt::EditRole).toString().isEmpty();
    });
    m_add->setEnabled(!m_model.isReadOnly());
    m_remove->setEnabled(!m_model.isReadOnly() && !rows.isEmpty());
    m_up->setEnabled(!m_model.isReadOnly() && single > 0);
    m_down->setEnabled(!m_model.isReadOnly() && single >= 0 && single < m_model.rowCount() - 1);
    m_noColor->setEnabled(!m_model.isReadOnly() && hasColor);
}

} // namespace timeloom
