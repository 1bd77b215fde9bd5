// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/record_row.h"
#include "document/edit/event_edit.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QJsonArray>

namespace timeline {
class Workspace;
}

namespace timeloom {

/// A list of records as a table that can be edited, be it of the file's head or of an event: a record a row,
/// a field a column. Rows are added, taken away and moved, as far as it is not read only.
class RecordModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// An id that the file's list has and this one no longer.
    struct LostId {
        QString id;
        QString newId; ///< empty: the record was removed
    };

    /// Links lead to events of the workspace's document, which must outlive this.
    RecordModel(timeline::RecordKind kind, const timeline::Workspace &workspace, QObject *parent = nullptr);

    timeline::RecordKind kind() const { return m_kind; }
    const std::vector<timeline::RecordField> &fields() const { return m_fields; }
    const timeline::RecordField &fieldOf(const QModelIndex &index) const;
    std::optional<int> columnOf(timeline::ValueKind kind) const; ///< the first of this kind

    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }
    bool isReadOnly() const { return m_isReadOnly; }

    /// Shows another list: its JSON text, empty where there is none. A reset.
    void setRecords(const QByteArray &array);
    bool isChanged() const;
    /// The records that the format takes: those that have all that is required.
    QJsonArray usableRecords() const;
    /// The head with this list instead of the one that it was made of, which must still stand there. A list
    /// that was emptied is taken out.
    timeline::EditedText appliedTo(const QByteArray &head) const;

    /// What is wrong with a cell, in words; empty where nothing is.
    QString problem(const QModelIndex &cell) const;
    /// The first cell that is wrong and was not so in the file; invalid where there is none.
    QModelIndex firstNewProblem() const;
    std::vector<LostId> lostIds() const;
    /// What can be chosen in a cell: texts of the cell and what people read for them; empty: anything.
    std::vector<std::pair<QString, QString>> choices(const QModelIndex &cell) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// A text that is no number or no kind of link is refused where one is expected.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    bool insertRows(int row, int count, const QModelIndex &parent = {}) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int child) override;

private:
    const RecordRow &rowOf(const QModelIndex &index) const;
    const RecordCell &cellOf(const QModelIndex &index) const;
    const QString &textOf(const RecordRow &row, timeline::ValueKind kind) const;
    QString shownText(const QModelIndex &index) const;
    QString editedText(const QModelIndex &index) const;
    QString toolTip(const QModelIndex &index) const;
    QString problemBeside(const QModelIndex &index, const QString &text) const;
    bool isCircle(const QString &id) const;
    QString titleOfId(const QString &id) const;
    std::vector<timeline::JsonElement> elements() const;
    RecordRow newRow() const;
    bool hasIds() const { return m_fields.front().kind == timeline::ValueKind::Id; }
    void countIds();
    void tellOf(const QModelIndex &index);

    timeline::RecordKind m_kind;
    const timeline::Workspace &m_workspace;
    const std::vector<timeline::RecordField> &m_fields;
    QStringList m_idsInFile;
    std::vector<RecordRow> m_rows;
    QHash<QString, std::vector<std::size_t>> m_rowsOfId;
    bool m_isReadOnly = false;
};

} // namespace timeloom
