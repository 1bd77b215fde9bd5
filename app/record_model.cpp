// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/record_model.h"

#include "app/head_list_model.h"
#include "document/text_check.h"
#include "document/wording.h"
#include "widgets/plain_tool_tip.h"

#include <QApplication>
#include <QLocale>
#include <cmath>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

std::vector<RecordModel::Column> columnsOf(RecordKind kind) {
    using Cell = RecordModel::Cell;
    switch (kind) {
    case RecordKind::Measures:
        return {{u"name"_s, RecordModel::tr("Figure"), Cell::Text},
                {u"value"_s, RecordModel::tr("Value"), Cell::Number},
                {u"max"_s, RecordModel::tr("Up to"), Cell::Number},
                {u"unit"_s, RecordModel::tr("Unit"), Cell::Text},
                {u"approximate"_s, RecordModel::tr("About"), Cell::Flag}};
    case RecordKind::Links:
        return {{u"kind"_s, RecordModel::tr("How"), Cell::Kind},
                {u"to"_s, RecordModel::tr("Event"), Cell::Event}};
    case RecordKind::Media:
        break;
    }
    return {{u"url"_s, RecordModel::tr("Address"), Cell::Text},
            {u"caption"_s, RecordModel::tr("Caption"), Cell::Text},
            {u"credit"_s, RecordModel::tr("Credit"), Cell::Text},
            {u"alt"_s, RecordModel::tr("For who cannot see it"), Cell::Text}};
}

/// A number as people write it, in their language or in the file's.
std::optional<double> numberIn(const QVariant &value) {
    bool isNumber = false;
    double number = QLocale().toDouble(value.toString().trimmed(), &isNumber);
    if (!isNumber) {
        number = value.toString().trimmed().toDouble(&isNumber);
    }
    return isNumber ? std::optional(number) : std::nullopt;
}

QString numberText(double number) {
    const bool isLong = std::abs(number) >= 1e15 || (number != 0 && std::abs(number) < 1e-4);
    return QLocale().toString(number, isLong ? 'g' : 'f', QLocale::FloatingPointShortest);
}

} // namespace

RecordModel::RecordModel(RecordKind kind, const Workspace &workspace, QObject *parent)
    : QAbstractTableModel(parent), m_kind(kind), m_workspace(workspace), m_columns(columnsOf(kind)) {}

QString RecordModel::kindTitle(LinkKind kind) {
    switch (kind) {
    case LinkKind::LeadsTo:
        return tr("leads to");
    case LinkKind::PartOf:
        return tr("is part of");
    case LinkKind::Contradicts:
        return tr("contradicts");
    case LinkKind::Related:
        break;
    }
    return tr("is related to");
}

bool RecordModel::isUsable(const QJsonObject &record) const {
    switch (m_kind) {
    case RecordKind::Measures:
        return !record.value(u"name"_s).toString().isEmpty() && record.value(u"value"_s).isDouble();
    case RecordKind::Links:
        return !record.value(u"to"_s).toString().isEmpty();
    case RecordKind::Media:
        break;
    }
    return !record.value(u"url"_s).toString().isEmpty();
}

QJsonArray RecordModel::value() const {
    QJsonArray list;
    for (const QJsonObject &row : m_rows) {
        if (isUsable(row)) {
            list.append(row);
        }
    }
    return list;
}

void RecordModel::setValue(const QJsonArray &list) {
    beginResetModel();
    m_rows.clear();
    for (const QJsonValue &each : list) {
        m_rows += each.toObject();
    }
    endResetModel();
}

QJsonValue RecordModel::cellOf(const QModelIndex &index) const {
    return m_rows[index.row()].value(columnOf(index).key);
}

QString RecordModel::problem(const QModelIndex &index) const {
    const QJsonObject &row = m_rows[index.row()];
    const Column &column = columnOf(index);
    const QJsonValue cell = cellOf(index);
    const bool isEmpty = cell.isUndefined() || cell.toVariant().toString().isEmpty();
    if (isEmpty) {
        const bool isNeeded = column.cell == Cell::Event || column.key == "name"_L1 ||
                              column.key == "value"_L1 || column.key == "url"_L1;
        return isNeeded ? tr("This is missing; without it the line is not in the file.") : QString();
    }
    if (column.cell == Cell::Event && !m_workspace.document()->findEvent(cell.toString())) {
        return tr("No event has this id.");
    }
    if (column.key == "url"_L1 && refusedScheme(cell.toString().toStdString())) {
        return tr("Such an address is never opened; expected http, https or mailto.");
    }
    if (column.key == "max"_L1 && cell.toDouble() < row.value(u"value"_s).toDouble()) {
        return tr("This is less than the value; expected the more of the two.");
    }
    return {};
}

QString RecordModel::shown(const QModelIndex &index) const {
    const QJsonValue cell = cellOf(index);
    switch (columnOf(index).cell) {
    case Cell::Number:
        return cell.isDouble() ? numberText(cell.toDouble()) : QString();
    case Cell::Flag:
        return {};
    case Cell::Kind:
        return kindTitle(linkKindFromString(cell.toString()).value_or(LinkKind::Related));
    case Cell::Event: {
        const auto event = m_workspace.document()->findEvent(cell.toString());
        return event ? visibleText(m_workspace.document()->eventTitle(*event)) : visibleText(cell.toString());
    }
    case Cell::Text:
        break;
    }
    return visibleText(cell.toString());
}

int RecordModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RecordModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const bool isFlag = columnOf(index).cell == Cell::Flag;
    switch (role) {
    case Qt::DisplayRole:
        return shown(index);
    case Qt::EditRole:
        return columnOf(index).cell == Cell::Number ? QVariant(shown(index)) : cellOf(index).toVariant();
    case Qt::CheckStateRole:
        return isFlag ? QVariant(cellOf(index).toBool() ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ForegroundRole:
        return problem(index).isEmpty() ? QVariant() : HeadListModel::wrongInk(QApplication::palette());
    case Qt::ToolTipRole: {
        const QString wrong = problem(index);
        return plainToolTip(wrong.isEmpty() ? shown(index) : wrong);
    }
    default:
        return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const bool isColumn = orientation == Qt::Horizontal && section >= 0 && section < columnCount();
    return isColumn && role == Qt::DisplayRole ? m_columns[static_cast<std::size_t>(section)].title
                                               : QAbstractTableModel::headerData(section, orientation, role);
}

Qt::ItemFlags RecordModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags there = QAbstractTableModel::flags(index);
    return !index.isValid()                     ? there
           : columnOf(index).cell == Cell::Flag ? there | Qt::ItemIsUserCheckable
                                                : there | Qt::ItemIsEditable;
}

bool RecordModel::setData(const QModelIndex &index, const QVariant &given, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::EditRole && role != Qt::CheckStateRole)) {
        return false;
    }
    const Column &column = columnOf(index);
    QJsonValue value =
        given.toString().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(given.toString());
    if (column.cell == Cell::Flag) {
        value = given.toInt() == Qt::Checked ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined);
    } else if (column.cell == Cell::Number && !value.isUndefined()) {
        const auto number = numberIn(given);
        if (!number) {
            return false;
        }
        value = *number;
    } else if (column.cell == Cell::Kind && value == toString(LinkKind::Related)) {
        value = QJsonValue::Undefined; // as it is without
    }
    if (value != cellOf(index)) {
        m_rows[index.row()].insert(column.key, value); // undefined takes it out
        Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1));
    }
    return true;
}

bool RecordModel::insertRows(int row, int count, const QModelIndex &parent) {
    if (parent.isValid() || row < 0 || row > rowCount() || count < 1) {
        return false;
    }
    beginInsertRows(parent, row, row + count - 1);
    m_rows.insert(row, count, QJsonObject());
    endInsertRows();
    return true;
}

bool RecordModel::removeRows(int row, int count, const QModelIndex &parent) {
    if (parent.isValid() || row < 0 || count < 1 || row > rowCount() - count) {
        return false;
    }
    beginRemoveRows(parent, row, row + count - 1);
    m_rows.remove(row, count);
    endRemoveRows();
    return true;
}

} // namespace timeloom
