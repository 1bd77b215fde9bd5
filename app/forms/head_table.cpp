// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/head_table.h"

#include "app/text/hidden_marks.h"
#include <QColorDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
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

    void setEditorData(QWidget *editor, const QModelIndex &index) const override {
        if (auto *line = qobject_cast<QLineEdit *>(editor)) {
            showForEditing(*line, index);
        } else {
            QStyledItemDelegate::setEditorData(editor, index);
        }
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override {
        if (const auto *line = qobject_cast<QLineEdit *>(editor)) {
            model->setData(index, editedText(*line, index));
        } else {
            QStyledItemDelegate::setModelData(editor, model, index);
        }
    }

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
    : EditableListTable(name, parent), m_model(model), m_noColor(button(tr("&No colour"))) {
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
    m_noColor->setVisible(colorColumn() >= 0);
    connect(m_noColor, &QPushButton::clicked, this, &HeadTable::clearColor);
    setUp(m_model, usual);

    view()->setItemDelegate(new HeadDelegate(m_model, view()));
    view()->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    view()->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *header = view()->horizontalHeader();
    const int character = view()->fontMetrics().averageCharWidth();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const Kind kind = m_model.columns()[static_cast<std::size_t>(column)].kind;
        if (kind == Kind::Title) {
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

int HeadTable::colorColumn() const {
    const auto found = std::ranges::find(m_model.columns(), Kind::Color, &HeadListModel::Column::kind);
    return found == m_model.columns().end() ? -1 : static_cast<int>(found - m_model.columns().begin());
}

void HeadTable::clearColor() {
    for (const QModelIndex &index : view()->selectionModel()->selectedRows(colorColumn())) {
        m_model.setData(index, QString());
    }
}

void HeadTable::enable() {
    EditableListTable::enable();
    const QModelIndexList cells = view()->selectionModel()->selectedRows(std::max(0, colorColumn()));
    m_noColor->setEnabled(!m_model.isReadOnly() && std::ranges::any_of(cells, [](const QModelIndex &index) {
        return index.flags().testFlag(Qt::ItemIsEditable) && !index.data(Qt::EditRole).toString().isEmpty();
    }));
}

} // namespace timeloom
