// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/head_list_model.h"

#include "app/text/finding_text.h"
#include "document/bytes/text_check.h"
#include "document/bytes/visible_text.h"
#include "document/format/event_words.h"
#include "document/format/wording.h"
#include "time/edtf.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPalette>
#include <QRegularExpression>
#include <QStyle>
#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr qsizetype mostShown = 60; // characters of a value that is no text

std::vector<HeadListModel::Column> columnsOf(HeadList list) {
    using Kind = HeadListModel::Kind;
    const HeadListModel::Column id{u"id"_s, HeadListModel::tr("Id"), Kind::Id, true};
    const HeadListModel::Column title{u"title"_s, HeadListModel::tr("Title"), Kind::Title};
    const HeadListModel::Column date{u"date"_s, HeadListModel::tr("Date"), Kind::Date};
    const HeadListModel::Column color{u"color"_s, HeadListModel::tr("Colour"), Kind::Color};
    switch (list) {
    case HeadList::Categories:
        return {id, title, color};
    case HeadList::Sources:
        return {id,
                title,
                {u"publisher"_s, HeadListModel::tr("Publisher"), Kind::Text},
                date,
                {u"url"_s, HeadListModel::tr("Address"), Kind::Address}};
    case HeadList::Eras:
        return {{title.key, title.title, title.kind, true}, {date.key, date.title, date.kind, true}, color};
    case HeadList::Series:
        break;
    }
    return {id,
            title,
            {u"unit"_s, HeadListModel::tr("Unit"), Kind::Text},
            {u"points"_s, HeadListModel::tr("Points"), Kind::Points, true}};
}

QString baseOfIds(HeadList list) {
    return list == HeadList::Categories ? u"category"_s
           : list == HeadList::Sources  ? u"source"_s
                                        : u"series"_s;
}

QString shortened(QByteArrayView json) {
    const QString text = QString::fromUtf8(json.first(std::min(json.size(), 4 * mostShown))).simplified();
    return text.size() > mostShown ? text.left(mostShown) + u'…' : text;
}

int elementCount(const JsonText &text, JsonValue array) {
    JsonArrayCursor elements(text, array);
    int count = 0;
    while (elements.next()) {
        ++count;
    }
    return count;
}

} // namespace

HeadListModel::HeadListModel(HeadList list, const QByteArray &array, QObject *parent)
    : EditableListModel(parent), m_list(list), m_columns(columnsOf(list)) {
    const JsonText text(array);
    if (!array.isEmpty()) {
        JsonArrayCursor elements(text, text.valueAt(0));
        while (const auto element = elements.next()) {
            m_rows.push_back(
                readRow(static_cast<int>(m_rows.size()), text.raw(element->range).toByteArray()));
            m_idsInFile += hasIds() ? m_rows.back().cells.front().text : QString();
        }
    }
    countIds();
}

QString HeadListModel::fieldOf(HeadList list) {
    switch (list) {
    case HeadList::Categories:
        return u"categories"_s;
    case HeadList::Sources:
        return u"sources"_s;
    case HeadList::Eras:
        return u"eras"_s;
    case HeadList::Series:
        break;
    }
    return u"series"_s;
}

HeadListModel::Row HeadListModel::readRow(int origin, const QByteArray &text) const {
    const JsonText json(text);
    const JsonValue value = json.valueAt(0);
    Row row{origin, text, value.type == JsonType::Object, std::vector<Cell>(m_columns.size()), {}};
    if (!row.isObject) {
        row.cells.front().other = shortened(text);
        row.before = row.cells;
        return row;
    }
    JsonObjectCursor members(json, value);
    while (const auto member = members.next()) {
        const auto column = std::ranges::find(m_columns, json.string(member->key), &Column::key);
        if (column == m_columns.end()) {
            continue;
        }
        Cell &cell = row.cells[static_cast<std::size_t>(column - m_columns.begin())];
        cell.isTwice = cell.isThere; // the first counts, as for the reader
        if (cell.isTwice) {
            continue;
        }
        cell.isThere = true;
        const JsonType type = member->value.type;
        if (column->kind == Kind::Points && type == JsonType::Array) {
            cell.text = QString::fromUtf8(json.raw(member->value.range)).simplified();
        } else if (column->kind != Kind::Points && type == JsonType::String) {
            cell.text = json.string(member->value.range);
        } else if (column->kind == Kind::Date && type == JsonType::Number) {
            const auto year = yearFromNumber(json.raw(member->value.range).toByteArray().toStdString());
            cell.text = QString::fromStdString(year.value_or(std::string()));
            cell.other = year ? QString() : shortened(json.raw(member->value.range));
        } else {
            cell.other = shortened(json.raw(member->value.range));
        }
    }
    row.before = row.cells;
    return row;
}

/// A new element as it is added: what must not be missing is there, as far as it can be guessed.
HeadListModel::Row HeadListModel::newRow() const {
    Row row;
    row.cells.resize(m_columns.size());
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].kind == Kind::Points) {
            row.cells[i].text = u"[]"_s;
        }
    }
    QString &first = row.cells.front().text;
    first = hasIds() ? baseOfIds(m_list) : tr("New era");
    for (int number = 2; hasIds() && (m_idCounts.contains(first) || m_idsInFile.contains(first)); ++number) {
        first = u"%1-%2"_s.arg(baseOfIds(m_list)).arg(number);
    }
    return row;
}

const HeadListModel::Column &HeadListModel::columnOf(const QModelIndex &index) const {
    return m_columns[static_cast<std::size_t>(index.column())];
}

const HeadListModel::Row &HeadListModel::rowOf(const QModelIndex &index) const {
    return m_rows[static_cast<std::size_t>(index.row())];
}

const HeadListModel::Cell &HeadListModel::cellOf(const QModelIndex &index) const {
    return rowOf(index).cells[static_cast<std::size_t>(index.column())];
}

void HeadListModel::countIds() {
    if (!hasIds()) {
        return;
    }
    m_idCounts.clear();
    for (const Row &row : m_rows) {
        ++m_idCounts[row.cells.front().text];
    }
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0)); // one id the less or more may be alone
    }
}

bool HeadListModel::isChanged() const {
    int place = 0;
    const bool isAsInFile = std::ranges::all_of(
        m_rows, [&](const Row &row) { return row.origin == place++ && row.cells == row.before; });
    return !isAsInFile || m_rows.size() != static_cast<std::size_t>(m_idsInFile.size());
}

EditedText HeadListModel::appliedTo(const QByteArray &head) const {
    const QString field = fieldOf(m_list);
    if (!isChanged()) {
        return {head};
    }
    if (m_idsInFile.isEmpty()) {
        QJsonArray array;
        for (const Row &row : m_rows) {
            array.append(objectOf(row));
        }
        return EventEdit::setInHead(head, field, array);
    }
    EditedText without = EventEdit::setInHead(head, field, QJsonValue::Undefined);
    if (!without.error.isEmpty() || m_rows.empty()) {
        return without;
    }
    const JsonText text(head);
    const auto list = findMember(text, text.root(), field.toStdString());
    EditedText edited{head};
    if (list) {
        const ByteRange range = list->value.range;
        edited.text.replace(range.begin, range.size(), rearranged(text, list->value, elements(), ", "));
    }
    return edited;
}

std::vector<JsonElement> HeadListModel::elements() const {
    const auto firstOld =
        std::ranges::find_if(m_rows, [](const Row &row) { return row.origin >= 0 && row.isObject; });
    QByteArray like = firstOld == m_rows.end() ? QByteArray() : firstOld->text;
    std::vector<JsonElement> elements;
    for (const Row &row : m_rows) {
        const auto origin =
            row.origin < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(row.origin));
        elements.push_back({origin, textOf(row, like)});
        like = row.origin >= 0 && row.isObject ? row.text : like;
    }
    return elements;
}

QJsonValue HeadListModel::valueOf(const Column &column, const QString &text) {
    if (text.isEmpty()) {
        return QJsonValue::Undefined;
    }
    return column.kind == Kind::Points ? QJsonValue(QJsonDocument::fromJson(text.toUtf8()).array())
                                       : QJsonValue(text);
}

QJsonObject HeadListModel::objectOf(const Row &row) const {
    QJsonObject object;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (!row.cells[i].text.isEmpty()) {
            object.insert(m_columns[i].key, valueOf(m_columns[i], row.cells[i].text));
        }
    }
    return object;
}

QByteArray HeadListModel::textOf(const Row &row, const QByteArray &like) const {
    if (row.origin < 0) {
        return EventEdit::write(objectOf(row), like);
    }
    QByteArray text = row.text;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (row.cells[i] != row.before[i]) {
            // An element is an object with members, as a head is.
            text =
                EventEdit::setInHead(text, m_columns[i].key, valueOf(m_columns[i], row.cells[i].text)).text;
        }
    }
    return text;
}

QString HeadListModel::pointsProblem(const QString &text) {
    const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
    const QJsonArray points = json.array();
    const auto wrong = std::ranges::find_if(points, [](const QJsonValue &point) {
        const QJsonArray pair = point.toArray();
        const QJsonValue date = pair.at(0);
        const bool isDate =
            date.isDouble()
                ? yearFromNumber(QByteArray::number(date.toDouble(), 'g', 17).toStdString()).has_value()
                : dateProblem(date.toString()).isEmpty();
        return pair.size() != 2 || !pair.at(1).isDouble() || !isDate;
    });
    if (json.isArray() && wrong == points.end()) {
        return {};
    }
    const QString expected =
        tr("expected pairs of a date and a number: %1").arg(u"[[\"2024\", 12], [\"2025-03\", 15.5]]"_s);
    return json.isArray() ? tr("Point %L1 is none; %2").arg(wrong - points.begin() + 1).arg(expected)
                          : tr("This is no list; %1").arg(expected);
}

QString HeadListModel::textProblem(const Column &column, const QString &text) const {
    static const QRegularExpression color(u"^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"_s);
    switch (column.kind) {
    case Kind::Id:
        return m_idCounts.value(text) > 1 ? tr("Another one has this id; expected one that no other has.")
                                          : QString();
    case Kind::Title: {
        const std::string utf8 = text.toStdString();
        return isBlankText(utf8) ? tr("There is nothing to see; expected a title.")
               : findHiddenCharacter(utf8)
                   ? tr("There is a control character in it; expected characters that are seen.")
                   : QString();
    }
    case Kind::Date:
        return dateProblem(text);
    case Kind::Color:
        return color.match(text).hasMatch() ? QString() : tr("This is no colour; expected #rgb or #rrggbb.");
    case Kind::Points:
        return pointsProblem(text);
    case Kind::Address:
        return refusedScheme(text.toStdString())
                   ? tr("Such an address is never opened; expected http, https or mailto.")
                   : QString();
    default:
        return {};
    }
}

QString HeadListModel::problem(const QModelIndex &index) const {
    const Row &row = rowOf(index);
    const Cell &cell = cellOf(index);
    const Column &column = columnOf(index);
    if (!row.isObject) {
        return index.column() == 0 ? tr("This is %1; expected an object.").arg(visibleText(cell.other))
                                   : QString();
    }
    if (cell.isTwice) {
        return tr("The file has this twice; expected it once.");
    }
    if (!cell.other.isEmpty()) {
        const QString expected = column.kind == Kind::Points ? tr("a list of points") : tr("a text");
        return tr("This is %1; expected %2.").arg(visibleText(cell.other), expected);
    }
    if (!cell.text.isEmpty()) {
        return textProblem(column, cell.text);
    }
    return column.isRequired ? tr("This is missing; expected it to be there.") : QString();
}

QModelIndex HeadListModel::firstNewProblem() const {
    for (int row = 0; row < rowCount(); ++row) {
        const Row &there = m_rows[static_cast<std::size_t>(row)];
        for (int column = 0; column < columnCount(); ++column) {
            const auto i = static_cast<std::size_t>(column);
            const bool isNew = there.origin < 0 || there.cells[i] != there.before[i];
            if (isNew && !problem(index(row, column)).isEmpty()) {
                return index(row, column);
            }
        }
    }
    return {};
}

std::vector<HeadListModel::LostId> HeadListModel::lostIds() const {
    std::vector<LostId> lost;
    QHash<int, QString> now; // by origin
    for (const Row &row : m_rows) {
        now.insert(row.origin, row.cells.front().text);
    }
    for (int origin = 0; hasIds() && origin < m_idsInFile.size(); ++origin) {
        const QString &id = m_idsInFile[origin];
        if (!id.isEmpty() && !m_idCounts.contains(id)) {
            lost.push_back({id, now.value(origin)});
        }
    }
    return lost;
}

int HeadListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HeadListModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant HeadListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Cell &cell = cellOf(index);
    const Kind kind = columnOf(index).kind;
    switch (role) {
    case Qt::DisplayRole:
        if (kind == Kind::Points && problem(index).isEmpty()) {
            const QByteArray points = cell.text.toUtf8();
            const JsonText json(points);
            return tr("%Ln points", nullptr, elementCount(json, json.valueAt(0)));
        }
        return visibleText(cell.other.isEmpty() ? cell.text : cell.other);
    case Qt::EditRole:
        return cell.text;
    case Qt::ForegroundRole:
        return problem(index).isEmpty() ? QVariant() : wrongInk(QApplication::palette());
    case Qt::DecorationRole:
        if (!problem(index).isEmpty()) {
            return QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning);
        }
        return kind == Kind::Color && !cell.text.isEmpty() ? QVariant(QColor(cell.text)) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        const QString wrong = problem(index);
        const QString told = !wrong.isEmpty() ? wrong
                             : kind == Kind::Date && !cell.text.isEmpty()
                                 ? visibleText(describeDate(cell.text.toStdString()))
                             : kind == Kind::Color && role == Qt::ToolTipRole
                                 ? tr("Double-click to choose a colour, F2 to write it.")
                                 : QString();
        return role == Qt::ToolTipRole ? plainToolTip(told) : told;
    }
    default:
        return {};
    }
}

QVariant HeadListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const bool isColumn = orientation == Qt::Horizontal && section >= 0 && section < columnCount();
    return isColumn && role == Qt::DisplayRole ? m_columns[static_cast<std::size_t>(section)].title
                                               : EditableListModel::headerData(section, orientation, role);
}

Qt::ItemFlags HeadListModel::flags(const QModelIndex &index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const bool isFixed = isReadOnly() || !rowOf(index).isObject || cellOf(index).isTwice;
    const Qt::ItemFlags there = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return isFixed ? there : there | Qt::ItemIsEditable;
}

bool HeadListModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) {
        return false;
    }
    const Kind kind = columnOf(index).kind;
    Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    Cell &cell = row.cells[column];
    QString text = value.toString();
    if (text == cell.text) {
        return true; // an editor that was opened and closed
    }
    text = kind == Kind::Title || kind == Kind::Text ? text : text.trimmed();
    const bool isAsBefore = row.origin >= 0 && text == row.before[column].text;
    cell = isAsBefore ? row.before[column] : Cell{text, {}, true, false};
    if (kind == Kind::Id) {
        countIds();
    } else {
        Q_EMIT dataChanged(index, index);
    }
    return true;
}

void HeadListModel::insertNew(int row) {
    const Row added = newRow();
    ++m_idCounts[added.cells.front().text]; // the next gets another
    m_rows.insert(m_rows.begin() + row, added);
}

void HeadListModel::erase(int row, int count) {
    m_rows.erase(m_rows.begin() + row, m_rows.begin() + row + count);
}

void HeadListModel::rotate(int first, int middle, int last) {
    std::rotate(m_rows.begin() + first, m_rows.begin() + middle, m_rows.begin() + last);
}

} // namespace timeloom
