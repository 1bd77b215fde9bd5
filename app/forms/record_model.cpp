// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/record_model.h"

#include "app/forms/record_values.h"
#include "app/text/finding_text.h"
#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"
#include "document/format/event_words.h"
#include "time/edtf.h"
#include "widgets/workspace/plain_tool_tip.h"
#include "widgets/workspace/workspace.h"

#include <QApplication>
#include <QLocale>
#include <QPalette>
#include <QStyle>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

RecordModel::RecordModel(RecordKind kind, const Workspace &workspace, QObject *parent)
    : QAbstractTableModel(parent), m_kind(kind), m_workspace(workspace), m_fields(recordFields(kind)) {}

const RecordField &RecordModel::fieldOf(const QModelIndex &index) const {
    return m_fields[static_cast<std::size_t>(index.column())];
}

std::optional<int> RecordModel::columnOf(ValueKind kind) const {
    const auto found = std::ranges::find(m_fields, kind, &RecordField::kind);
    return found == m_fields.end() ? std::nullopt : std::optional(static_cast<int>(found - m_fields.begin()));
}

const RecordRow &RecordModel::rowOf(const QModelIndex &index) const {
    return m_rows[static_cast<std::size_t>(index.row())];
}

const RecordCell &RecordModel::cellOf(const QModelIndex &index) const {
    return rowOf(index).cell(static_cast<std::size_t>(index.column()));
}

const QString &RecordModel::textOf(const RecordRow &row, ValueKind kind) const {
    return row.cell(static_cast<std::size_t>(columnOf(kind).value_or(0))).text;
}

void RecordModel::setRecords(const QByteArray &array) {
    beginResetModel();
    m_rows.clear();
    m_idsInFile.clear();
    const JsonText text(array);
    if (!array.isEmpty()) {
        JsonArrayCursor elements(text, text.valueAt(0));
        while (const auto element = elements.next()) {
            m_rows.emplace_back(m_kind, static_cast<int>(m_rows.size()),
                                text.raw(element->range).toByteArray());
            m_idsInFile += m_rows.back().cell(0).text;
        }
    }
    countIds();
    endResetModel();
}

bool RecordModel::isChanged() const {
    int place = 0;
    const bool isAsInFile = std::ranges::all_of(
        m_rows, [&](const RecordRow &row) { return row.origin() == place++ && !row.isChanged(); });
    return !isAsInFile || m_rows.size() != static_cast<std::size_t>(m_idsInFile.size());
}

QJsonArray RecordModel::usableRecords() const {
    QJsonArray usable;
    for (const RecordRow &row : m_rows) {
        const auto isThere = [&row, column = std::size_t{0}](const RecordField &field) mutable {
            const bool isNothing = RecordValues::isNothing(field.kind, row.cell(column++).text);
            return !field.isRequired || !isNothing;
        };
        if (row.isObject() && std::ranges::all_of(m_fields, isThere)) {
            usable.append(row.toObject());
        }
    }
    return usable;
}

EditedText RecordModel::appliedTo(const QByteArray &head) const {
    const QString list = listKey(m_kind);
    if (!isChanged()) {
        return head;
    }
    if (m_idsInFile.isEmpty()) {
        QJsonArray array;
        for (const RecordRow &row : m_rows) {
            array.append(row.toObject());
        }
        return EventEdit::setInHead(head, list, array);
    }
    EditedText without = EventEdit::setInHead(head, list, QJsonValue::Undefined);
    if (!without || m_rows.empty()) {
        return without;
    }
    const JsonText text(head);
    EditedText edited = head;
    if (const auto member = findMember(text, text.root(), infoOf(m_kind).list)) {
        const ByteRange range = member->value.range;
        edited->replace(range.begin, range.size(), rearranged(text, member->value, elements(), ", "));
    }
    return edited;
}

std::vector<JsonElement> RecordModel::elements() const {
    const auto isOld = [](const RecordRow &row) { return row.origin() >= 0 && row.isObject(); };
    const auto firstOld = std::ranges::find_if(m_rows, isOld);
    QByteArray like = firstOld == m_rows.end() ? QByteArray() : firstOld->json();
    std::vector<JsonElement> elements;
    for (const RecordRow &row : m_rows) {
        const auto origin =
            row.origin() < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(row.origin()));
        elements.push_back({origin, row.toJson(like)});
        like = isOld(row) ? row.json() : like;
    }
    return elements;
}

QModelIndex RecordModel::firstNewProblem() const {
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const QModelIndex cell = index(row, column);
            if (rowOf(cell).isChanged(static_cast<std::size_t>(column)) && !problem(cell).isEmpty()) {
                return cell;
            }
        }
    }
    return {};
}

std::vector<RecordModel::LostId> RecordModel::lostIds() const {
    std::vector<LostId> lost;
    QHash<int, QString> now; // by origin
    for (const RecordRow &row : m_rows) {
        now.insert(row.origin(), row.cell(0).text);
    }
    for (int origin = 0; hasIds() && origin < m_idsInFile.size(); ++origin) {
        const QString &id = m_idsInFile[origin];
        if (!id.isEmpty() && !m_rowsOfId.contains(id)) {
            lost.push_back({id, now.value(origin)});
        }
    }
    return lost;
}

int RecordModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

QString RecordModel::shownText(const QModelIndex &index) const {
    const RecordCell &cell = cellOf(index);
    if (!cell.other.isEmpty()) {
        return visibleText(cell.other);
    }
    const QString &text = cell.text;
    switch (fieldOf(index).kind) {
    case ValueKind::Number: {
        const auto number = finiteNumber(text.toStdString());
        return number ? RecordValues::numberText(*number, {}) : visibleText(text);
    }
    case ValueKind::Flag:
        return {};
    case ValueKind::EventId: {
        const auto event = m_workspace.document()->findEvent(text);
        return visibleName(event ? m_workspace.document()->eventTitle(*event) : text, TextUse::Title);
    }
    case ValueKind::Parent:
        return visibleName(titleOfId(text), TextUse::Title);
    case ValueKind::LinkKind: {
        const auto kind = cell.isThere && !text.isEmpty() ? linkKindFromString(text) : LinkKind::Related;
        return kind ? RecordValues::linkKindTitle(*kind) : visibleText(text);
    }
    case ValueKind::Points:
        return problem(index).isEmpty()
                   ? tr("%Ln points", nullptr,
                        static_cast<int>(valueOf(ValueKind::Points, text).toArray().size()))
                   : visibleText(text);
    case ValueKind::Title:
        return visibleName(text, TextUse::Title);
    case ValueKind::Id:
        return visibleName(text);
    default:
        return visibleText(text);
    }
}

QString RecordModel::editedText(const QModelIndex &index) const {
    const QString &text = cellOf(index).text;
    const ValueKind kind = fieldOf(index).kind;
    if (kind == ValueKind::LinkKind && text.isEmpty()) {
        return timeline::toString(LinkKind::Related);
    }
    const auto number = kind == ValueKind::Number ? finiteNumber(text.toStdString()) : std::nullopt;
    QLocale locale;
    locale.setNumberOptions(locale.numberOptions() | QLocale::OmitGroupSeparator);
    return number ? RecordValues::numberText(*number, locale) : text;
}

/// The title of the record with this id; else the id.
QString RecordModel::titleOfId(const QString &id) const {
    const auto found = m_rowsOfId.constFind(id);
    const QString title =
        found == m_rowsOfId.cend() ? QString() : textOf(m_rows[found->front()], ValueKind::Title);
    return title.isEmpty() ? id : title;
}

/// Cells are narrow: what is cut off stands here, and what it means.
QString RecordModel::toolTip(const QModelIndex &index) const {
    const QString wrong = problem(index);
    QString text = shownText(index);
    if (!wrong.isEmpty()) {
        return text.isEmpty() ? wrong : text + u'\n' + wrong;
    }
    const QString id = cellOf(index).text;
    switch (fieldOf(index).kind) {
    case ValueKind::EventId:
    case ValueKind::Parent:
        return text.isEmpty() || id == text
                   ? text
                   : tr("%1 — %2", "id and title of an event or category").arg(visibleText(id), text);
    case ValueKind::Date:
        return id.isEmpty() ? id : visibleText(describeDate(id.toStdString()));
    case ValueKind::Color:
        return tr("Double-click to choose a colour, F2 to write it.");
    default:
        return text;
    }
}

QVariant RecordModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const QString &text = cellOf(index).text;
    const ValueKind kind = fieldOf(index).kind;
    const bool isFlag = kind == ValueKind::Flag;
    const bool isOn = text == "true"_L1;
    switch (role) {
    case Qt::DisplayRole:
        return shownText(index);
    case Qt::EditRole:
        return isFlag ? QVariant(isOn) : QVariant(editedText(index));
    case Qt::CheckStateRole:
        return isFlag ? QVariant(isOn ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter |
                                (kind == ValueKind::Number ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        return problem(index).isEmpty() ? QVariant() : wrongInk(QApplication::palette());
    case Qt::DecorationRole: // an empty cell has no ink
        if (!problem(index).isEmpty()) {
            return QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning);
        }
        return kind == ValueKind::Color && !text.isEmpty() ? QVariant(QColor(text)) : QVariant();
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(index));
    case Qt::AccessibleTextRole:
        return isFlag ? QVariant(meaningOf(fieldOf(index))) : QVariant();
    case Qt::AccessibleDescriptionRole: {
        const QString wrong = problem(index);
        return wrong.isEmpty() && kind == ValueKind::Date ? toolTip(index) : wrong;
    }
    default:
        return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    const RecordField &field = m_fields[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return labelOf(field);
    case Qt::ToolTipRole:
        return plainToolTip(meaningOf(field));
    case Qt::AccessibleTextRole:
        return field.kind == ValueKind::Flag ? meaningOf(field) : labelOf(field);
    default:
        return {};
    }
}

Qt::ItemFlags RecordModel::flags(const QModelIndex &index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const bool isFixed = isReadOnly() || !rowOf(index).isObject() || cellOf(index).isTwice;
    const Qt::ItemFlags there = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const Qt::ItemFlag change =
        fieldOf(index).kind == ValueKind::Flag ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable;
    return isFixed ? there : there | change;
}

} // namespace timeloom
