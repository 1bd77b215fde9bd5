// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/cell_delegate.h"

#include "app/fields/status_box.h"
#include "app/forms/known_words.h"
#include "app/panes/table_pane.h"
#include "app/text/hidden_marks.h"
#include "paint/theme.h"
#include "widgets/workspace/event_model.h"
#include "widgets/workspace/workspace.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <cmath>

namespace timeloom {

using namespace timeline;

CellDelegate::CellDelegate(const Workspace &workspace, QObject *parent)
    : RowDelegate(parent), m_workspace(workspace) {
    setRowHeight(rowHeight);
}

/// The row under the pointer is told by all of its cells.
void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const {
    QStyleOptionViewItem row = option;
    row.state.setFlag(QStyle::State_MouseOver,
                      m_workspace.hovered() == index.data(EventModel::EventRole).toUInt());
    RowDelegate::paint(painter, row, index);
}

RowDelegate::Parts CellDelegate::partsOf(const QModelIndex &index, const QStyleOptionViewItem &option) const {
    Parts parts;
    const Document &document = *m_workspace.document();
    const EventIndex event = index.data(EventModel::EventRole).toUInt();
    parts.text = index.data().toString();
    parts.indent = index.column() == 0 ? 8 : 0;
    switch (index.column()) {
    case EventModel::TitleColumn:
        parts.isStrong = document.importance(event) >= keyImportance;
        break;
    case EventModel::LaneColumn: {
        const CategoryIndex category = document.category(event);
        parts.sign =
            Theme::forPalette(option.palette).categoryColor(category, document.categories()[category].color);
        break;
    }
    case EventModel::StatusColumn:
        parts.sign = document.status(event);
        break;
    case EventModel::ImportanceColumn:
        if (!parts.text.isEmpty()) { // what is not given is not told
            parts.bar = document.importance(event);
        }
        break;
    case EventModel::DateColumn:
        parts.isDim = document.isUndated(event);
        break;
    default:
        break;
    }
    return parts;
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const {
    if (index.column() == EventModel::ImportanceColumn) {
        auto *box = new QDoubleSpinBox(parent);
        box->setRange(0, 1);
        box->setSingleStep(0.1);
        return box;
    }
    if (index.column() != EventModel::LaneColumn && index.column() != EventModel::StatusColumn) {
        return QStyledItemDelegate::createEditor(parent, option, index);
    }
    const auto taken = [self = const_cast<CellDelegate *>(this)](ChoiceBox *box) {
        connect(box, &ChoiceBox::picked, self, [self, box] {
            Q_EMIT self->commitData(box);
            Q_EMIT self->closeEditor(box);
        });
        return box;
    };
    if (index.column() == EventModel::StatusColumn) {
        return taken(new StatusBox([this] { return knownStatuses(*m_workspace.document()); }, parent));
    }
    auto *box = new ChoiceBox(parent);
    box->addItem(TablePane::tr("none"), QString());
    KnownCategories::addTo(*box, m_workspace, index.data(Qt::EditRole).toString());
    return taken(box);
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const {
    if (auto *status = qobject_cast<StatusBox *>(editor)) {
        status->setWord(index.data(Qt::EditRole).toString());
        status->lineEdit()->selectAll();
    } else if (auto *box = qobject_cast<QComboBox *>(editor)) {
        box->setCurrentIndex(box->findData(index.data(Qt::EditRole).toString()));
    } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        showForEditing(*line, index);
    } else {
        QStyledItemDelegate::setEditorData(editor, index);
    }
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const {
    if (const auto *status = qobject_cast<StatusBox *>(editor)) {
        model->setData(index, status->word());
    } else if (const auto *box = qobject_cast<QComboBox *>(editor)) {
        model->setData(index, box->currentData());
    } else if (auto *number = qobject_cast<QDoubleSpinBox *>(editor)) {
        // What was only looked at is not rounded.
        number->interpretText();
        if (std::abs(number->value() - index.data(Qt::EditRole).toDouble()) > 0.006) {
            model->setData(index, number->value());
        }
    } else if (const auto *line = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, editedText(*line, index));
    } else {
        QStyledItemDelegate::setModelData(editor, model, index);
    }
}

} // namespace timeloom
