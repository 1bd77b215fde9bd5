// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Changes of the rows and cells of a RecordModel, and what is wrong with them.

#include "app/forms/record_model.h"
#include "app/forms/record_values.h"
#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"
#include "widgets/workspace/workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

bool areWithin(int row, int count, int rows) {
    return row >= 0 && count >= 1 && row <= rows - count;
}

} // namespace

bool RecordModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    const bool isCheck = flags(index).testFlag(Qt::ItemIsUserCheckable) && role == Qt::CheckStateRole;
    const bool isText = flags(index).testFlag(Qt::ItemIsEditable) && role == Qt::EditRole;
    if (!isCheck && !isText) {
        return false;
    }
    if (isText && value.toString() == editedText(index)) {
        return true; // an editor that was opened and closed
    }
    const auto text = isText ? RecordValues::taken(fieldOf(index).kind, value.toString())
                             : std::optional(value.toInt() == Qt::Checked ? u"true"_s : QString());
    if (!text) {
        return false;
    }
    m_rows[static_cast<std::size_t>(index.row())].setText(static_cast<std::size_t>(index.column()), *text);
    tellOf(index);
    return true;
}

/// What is wrong with one cell may hang on another of the row, or on the ids and parents of all.
void RecordModel::tellOf(const QModelIndex &index) {
    const int last = columnCount() - 1;
    if (hasIds()) {
        countIds();
        Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, last));
    } else {
        Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(last));
    }
}

void RecordModel::countIds() {
    m_rowsOfId.clear();
    for (std::size_t i = 0; hasIds() && i < m_rows.size(); ++i) {
        m_rowsOfId[m_rows[i].cell(0).text].push_back(i);
    }
}

RecordRow RecordModel::newRow() const {
    RecordRow row(m_kind);
    if (hasIds()) {
        const std::string_view name = infoOf(m_kind).name;
        const QString base = QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
        QString id = base;
        for (int number = 2; m_rowsOfId.contains(id) || m_idsInFile.contains(id); ++number) {
            id = u"%1-%2"_s.arg(base).arg(number);
        }
        row.setText(0, id);
    } else if (m_kind == RecordKind::Era) {
        row.setText(0, tr("New era"));
    }
    return row;
}

bool RecordModel::insertRows(int row, int count, const QModelIndex &parent) {
    if (m_isReadOnly || parent.isValid() || row < 0 || row > rowCount() || count < 1) {
        return false;
    }
    beginInsertRows(parent, row, row + count - 1);
    for (int i = 0; i < count; ++i) {
        m_rows.insert(m_rows.begin() + row + i, newRow());
        countIds(); // the next gets another
    }
    endInsertRows();
    if (hasIds()) {
        tellOf(index(row, 0));
    }
    return true;
}

bool RecordModel::removeRows(int row, int count, const QModelIndex &parent) {
    if (m_isReadOnly || parent.isValid() || !areWithin(row, count, rowCount())) {
        return false;
    }
    beginRemoveRows(parent, row, row + count - 1);
    m_rows.erase(m_rows.begin() + row, m_rows.begin() + row + count);
    countIds();
    endRemoveRows();
    if (hasIds() && !m_rows.empty()) {
        tellOf(index(0, 0)); // one id the less may be alone
    }
    return true;
}

bool RecordModel::moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int child) {
    if (m_isReadOnly || from.isValid() || to.isValid() || !areWithin(row, count, rowCount()) || child < 0 ||
        child > rowCount() || !beginMoveRows(from, row, row + count - 1, to, child)) {
        return false;
    }
    const auto at = [this](int place) { return m_rows.begin() + place; };
    std::rotate(at(std::min(row, child)), at(child > row ? row + count : row),
                at(std::max(row + count, child)));
    countIds();
    endMoveRows();
    return true;
}

QString RecordModel::problem(const QModelIndex &index) const {
    const RecordCell &cell = cellOf(index);
    const RecordField &field = fieldOf(index);
    if (!rowOf(index).isObject()) {
        return index.column() == 0 ? tr("This is %1; expected an object.").arg(visibleText(cell.other))
                                   : QString();
    }
    if (cell.isTwice) {
        return tr("The file has this twice; expected it once.");
    }
    if (!cell.other.isEmpty()) {
        return RecordValues::otherTypeProblem(field.kind, visibleText(cell.other));
    }
    if (RecordValues::isNothing(field.kind, cell.text)) {
        return !field.isRequired  ? QString()
               : isOfHead(m_kind) ? tr("This is missing; expected it to be there.")
                                  : tr("This is missing; without it the file does not get the row.");
    }
    const QString wrong = RecordValues::problem(field.kind, cell.text);
    return wrong.isEmpty() ? problemBeside(index, cell.text) : wrong;
}

/// What is wrong with a text that is fine by itself.
QString RecordModel::problemBeside(const QModelIndex &index, const QString &text) const {
    switch (fieldOf(index).kind) {
    case ValueKind::Id:
        return m_rowsOfId.value(text).size() > 1
                   ? tr("Another one has this id; expected one that no other has.")
                   : QString();
    case ValueKind::Parent:
        return text == rowOf(index).cell(0).text ? tr("This is its own id; expected that of another one.")
               : !m_rowsOfId.contains(text)      ? tr("None has this id; expected the id of another one.")
               : isCircle(rowOf(index).cell(0).text)
                   ? tr("That one belongs to this one in turn; expected an end to it.")
                   : QString();
    case ValueKind::EventId:
        return m_workspace.document()->findEvent(text)
                   ? QString()
                   : tr("No event has this id; expected the id of an event.");
    case ValueKind::Number: {
        const auto isLower = [](const RecordField &field) { return field.key == "value"; };
        const auto lower = std::ranges::find_if(m_fields, isLower) - m_fields.begin();
        const auto least =
            finiteNumber(rowOf(index).cell(static_cast<std::size_t>(lower)).text.toStdString());
        return fieldOf(index).key == "max" && least && finiteNumber(text.toStdString()) < least
                   ? tr("This is below the value; expected a number that is not.")
                   : QString();
    }
    default:
        return {};
    }
}

/// Whether one comes back to the record with this id from parent to parent.
bool RecordModel::isCircle(const QString &id) const {
    constexpr int longest = 1000; // of chains: whoever reads the file finds longer circles, too
    QString at = id;
    for (int steps = 0; steps < longest; ++steps) {
        const auto found = m_rowsOfId.constFind(at);
        if (found == m_rowsOfId.cend() || at.isEmpty()) {
            return false;
        }
        at = textOf(m_rows[found->front()], ValueKind::Parent);
        if (at == id) {
            return true;
        }
    }
    return false;
}

std::vector<std::pair<QString, QString>> RecordModel::choices(const QModelIndex &cell) const {
    std::vector<std::pair<QString, QString>> choices;
    if (fieldOf(cell).kind == ValueKind::LinkKind) {
        for (const LinkKind kind :
             {LinkKind::LeadsTo, LinkKind::PartOf, LinkKind::Contradicts, LinkKind::Related}) {
            choices.emplace_back(timeline::toString(kind), RecordValues::linkKindTitle(kind));
        }
    } else if (fieldOf(cell).kind == ValueKind::Parent) {
        choices.emplace_back(QString(), tr("none"));
        for (const RecordRow &row : m_rows) {
            const QString &id = row.cell(0).text;
            if (!id.isEmpty() && id != rowOf(cell).cell(0).text) {
                choices.emplace_back(id, visibleName(titleOfId(id), TextUse::Title));
            }
        }
    }
    return choices;
}

} // namespace timeloom
