// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/record_model.h"

#include "app/text/finding_text.h"
#include "document/bytes/text_check.h"
#include "document/bytes/visible_text.h"
#include "document/edit/event_edit.h"
#include "document/format/event_reader.h"
#include "widgets/workspace/plain_tool_tip.h"
#include "widgets/workspace/workspace.h"

#include <QApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QPalette>
#include <QStyle>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

std::vector<RecordModel::Column> columnsOf(RecordKind kind) {
    using Kind = RecordModel::Kind;
    const auto column = [](const QString &key, Kind type, int weight, const QString &title,
                           const QString &meaning, bool isRequired = false) {
        return RecordModel::Column{key, title, meaning, type, weight, isRequired};
    };
    switch (kind) {
    case RecordKind::Measures:
        return {column(u"name"_s, Kind::Text, 5, RecordModel::tr("Name"),
                       RecordModel::tr("What is counted or measured"), true),
                column(u"value"_s, Kind::Number, 3, RecordModel::tr("Value"),
                       RecordModel::tr("How much, or the lower end of a range"), true),
                column(u"max"_s, Kind::Number, 3, RecordModel::tr("Up to"),
                       RecordModel::tr("The upper end of a range")),
                column(u"unit"_s, Kind::Text, 3, RecordModel::tr("Unit"),
                       RecordModel::tr("In what it is counted")),
                column(u"approximate"_s, Kind::Check, 1, u"≈"_s, RecordModel::tr("Approximate"))};
    case RecordKind::Links:
        return {column(u"to"_s, Kind::Event, 3, RecordModel::tr("Event"),
                       RecordModel::tr("The event that this one has to do with"), true),
                column(u"kind"_s, Kind::LinkKind, 2, RecordModel::tr("Relation"),
                       RecordModel::tr("What it has to do with it"))};
    case RecordKind::Media:
        break;
    }
    return {column(u"url"_s, Kind::Address, 4, RecordModel::tr("Address"),
                   RecordModel::tr("An address, or a file beside this one"), true),
            column(u"caption"_s, Kind::Text, 3, RecordModel::tr("Caption"),
                   RecordModel::tr("What stands below it")),
            column(u"credit"_s, Kind::Text, 2, RecordModel::tr("Credit"),
                   RecordModel::tr("Whom to name as its author")),
            column(u"alt"_s, Kind::Text, 2, RecordModel::tr("Alt text"),
                   RecordModel::tr("What it shows, for those who do not see it"))};
}

QString numberText(double value, const QLocale &locale = {}) {
    const double size = std::abs(value);
    const bool isLong = size >= 1e15 || (size > 0 && size < 1e-4);
    return locale.toString(value, isLong ? 'g' : 'f', QLocale::FloatingPointShortest);
}

bool isBlank(const QString &text) {
    return isBlankText(text.toStdString());
}

} // namespace

RecordModel::RecordModel(RecordKind kind, const Workspace &workspace, QObject *parent)
    : EditableListModel(parent), m_kind(kind), m_workspace(workspace), m_columns(columnsOf(kind)) {}

const RecordModel::Column &RecordModel::columnOf(const QModelIndex &index) const {
    return m_columns[static_cast<std::size_t>(index.column())];
}

const QJsonObject &RecordModel::recordOf(const QModelIndex &index) const {
    return m_records[static_cast<std::size_t>(index.row())];
}

void RecordModel::setRecords(const QJsonArray &records) {
    beginResetModel();
    m_records.clear();
    for (const auto &record : records) {
        m_records.push_back(record.toObject());
    }
    endResetModel();
}

bool RecordModel::isThere(const Column &column, const QJsonObject &record) {
    const QJsonValue value = record.value(column.key);
    return column.kind == Kind::Number ? value.isDouble() : !isBlank(value.toString());
}

QJsonArray RecordModel::usableRecords() const {
    QJsonArray usable;
    for (const QJsonObject &record : m_records) {
        if (std::ranges::all_of(m_columns, [&record](const Column &column) {
                return !column.isRequired || isThere(column, record);
            })) {
            usable.append(record);
        }
    }
    return usable;
}

QJsonArray RecordModel::asRead(const QJsonArray &records) const {
    const QString field = m_kind == RecordKind::Measures ? u"measures"_s
                          : m_kind == RecordKind::Links  ? u"links"_s
                                                         : u"media"_s;
    const QByteArray json = QJsonDocument(QJsonObject{{field, records}}).toJson(QJsonDocument::Compact);
    return EventEdit::value(readEvent(json).details, field).toArray();
}

std::optional<double> RecordModel::numberOf(const QString &text) {
    bool isNumber = false;
    double number = QLocale().toDouble(text.trimmed(), &isNumber);
    if (!isNumber) {
        number = QLocale::c().toDouble(text.trimmed(), &isNumber);
    }
    // Both read "inf" and "nan", which JSON does not know.
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QString RecordModel::kindTitle(LinkKind kind) {
    switch (kind) {
    case LinkKind::LeadsTo:
        return tr("Leads to");
    case LinkKind::PartOf:
        return tr("Part of");
    case LinkKind::Contradicts:
        return tr("Contradicts");
    case LinkKind::Related:
        break;
    }
    return tr("Related");
}

QString RecordModel::problem(const QModelIndex &index) const {
    const Column &column = columnOf(index);
    const QJsonObject &record = recordOf(index);
    const QJsonValue value = record.value(column.key);
    if (value.isUndefined() || (value.isString() && isBlank(value.toString()))) {
        return column.isRequired ? tr("This is missing; without it the file does not get the row.")
                                 : QString();
    }
    if (column.kind == Kind::Number) {
        const QJsonValue lower = record.value(u"value"_s);
        return !value.isDouble() ? tr("This is no number; expected one.")
               : column.key == "max"_L1 && lower.isDouble() && value.toDouble() < lower.toDouble()
                   ? tr("This is below the value; expected a number that is not.")
                   : QString();
    }
    if (column.kind == Kind::Check) {
        return value.isBool() ? QString() : tr("This is neither yes nor no; expected one of them.");
    }
    if (!value.isString()) {
        return tr("This is no text; expected a text.");
    }
    const QString text = value.toString();
    switch (column.kind) {
    case Kind::Event:
        return m_workspace.document()->findEvent(text)
                   ? QString()
                   : tr("No event has this id; expected the id of an event.");
    case Kind::LinkKind:
        return linkKindFromString(text) ? QString()
                                        : tr("This is no kind of link; expected one of the list.");
    case Kind::Address:
        return refusedScheme(text.toStdString())
                   ? tr("Such an address is never opened; expected http, https or mailto.")
                   : QString();
    default:
        return {};
    }
}

int RecordModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QString RecordModel::shownText(const QModelIndex &index) const {
    const QJsonValue value = valueOf(index);
    const QString text = value.toVariant().toString();
    switch (columnOf(index).kind) {
    case Kind::Number:
        return value.isDouble() ? numberText(value.toDouble()) : visibleText(text);
    case Kind::Check:
        return {};
    case Kind::Event: {
        const auto event = m_workspace.document()->findEvent(text);
        return visibleText(event ? m_workspace.document()->eventTitle(*event) : text);
    }
    case Kind::LinkKind: {
        const auto kind = value.isUndefined() ? LinkKind::Related : linkKindFromString(text);
        return kind ? kindTitle(*kind) : visibleText(text);
    }
    default:
        return visibleText(text);
    }
}

QString RecordModel::editedText(const QModelIndex &index) const {
    const QJsonValue value = valueOf(index);
    if (columnOf(index).kind == Kind::LinkKind && value.isUndefined()) {
        return timeline::toString(LinkKind::Related);
    }
    QLocale locale;
    locale.setNumberOptions(locale.numberOptions() | QLocale::OmitGroupSeparator);
    return value.isDouble() ? numberText(value.toDouble(), locale) : value.toString();
}

/// Cells are narrow: what is cut off stands here.
QString RecordModel::toolTip(const QModelIndex &index) const {
    const QString wrong = problem(index);
    const QString text = shownText(index);
    if (!wrong.isEmpty()) {
        return text.isEmpty() ? wrong : text + u'\n' + wrong;
    }
    return text.isEmpty() || columnOf(index).kind != Kind::Event
               ? text
               : tr("%1 — %2", "id and title of an event").arg(visibleText(valueOf(index).toString()), text);
}

QVariant RecordModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Kind kind = columnOf(index).kind;
    switch (role) {
    case Qt::DisplayRole:
        return shownText(index);
    case Qt::EditRole:
        return kind == Kind::Check ? QVariant(valueOf(index).toBool()) : QVariant(editedText(index));
    case Qt::CheckStateRole:
        return kind == Kind::Check ? QVariant(valueOf(index).toBool() ? Qt::Checked : Qt::Unchecked)
                                   : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter | (kind == Kind::Number ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        return problem(index).isEmpty() ? QVariant() : wrongInk(QApplication::palette());
    case Qt::DecorationRole: // an empty cell has no ink
        return problem(index).isEmpty() ? QVariant()
                                        : QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning);
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(index));
    case Qt::AccessibleTextRole:
        return kind == Kind::Check ? QVariant(columnOf(index).meaning) : QVariant();
    case Qt::AccessibleDescriptionRole:
        return problem(index);
    default:
        return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return EditableListModel::headerData(section, orientation, role);
    }
    const Column &column = m_columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::ToolTipRole:
        return plainToolTip(column.meaning);
    case Qt::AccessibleTextRole:
        return column.kind == Kind::Check ? column.meaning : column.title;
    default:
        return {};
    }
}

Qt::ItemFlags RecordModel::flags(const QModelIndex &index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags there = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const Qt::ItemFlag change =
        columnOf(index).kind == Kind::Check ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable;
    return isReadOnly() ? there : there | change;
}

std::optional<QJsonValue> RecordModel::parsed(Kind kind, const QString &text) {
    const QJsonValue none(QJsonValue::Undefined);
    if (kind == Kind::LinkKind) {
        const auto link = linkKindFromString(text);
        if (!link) {
            return std::nullopt;
        }
        return *link == LinkKind::Related ? none : QJsonValue(text); // what a link is that does not say
    }
    if (isBlank(text)) {
        return none;
    }
    if (kind == Kind::Number) {
        const auto number = numberOf(text);
        return number ? std::optional<QJsonValue>(*number) : std::nullopt;
    }
    return QJsonValue(kind == Kind::Text ? text : text.trimmed());
}

bool RecordModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    const bool isCheck = flags(index).testFlag(Qt::ItemIsUserCheckable) && role == Qt::CheckStateRole;
    const bool isText = flags(index).testFlag(Qt::ItemIsEditable) && role == Qt::EditRole;
    if (!isCheck && !isText) {
        return false;
    }
    if (isText && value.toString() == editedText(index)) {
        return true; // an editor that was opened and closed
    }
    const auto member = isText ? parsed(columnOf(index).kind, value.toString())
                               : QJsonValue(value.toInt() == Qt::Checked ? QJsonValue(true)
                                                                         : QJsonValue(QJsonValue::Undefined));
    if (!member) {
        return false;
    }
    QJsonObject &record = m_records[static_cast<std::size_t>(index.row())];
    record.insert(columnOf(index).key, *member); // undefined takes it out
    // All of the row: what is wrong with one cell may hang on another.
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(columnCount() - 1));
    return true;
}

void RecordModel::insertNew(int row) {
    m_records.insert(m_records.begin() + row, QJsonObject());
}

void RecordModel::erase(int row, int count) {
    m_records.erase(m_records.begin() + row, m_records.begin() + row + count);
}

void RecordModel::rotate(int first, int middle, int last) {
    std::rotate(m_records.begin() + first, m_records.begin() + middle, m_records.begin() + last);
}

} // namespace timeloom
