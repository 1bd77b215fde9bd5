// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QJsonObject>

namespace timeloom {

/// The lists of objects that an event may have.
enum class RecordKind : std::uint8_t { Measures, Links, Media };

/// Such a list as a table that can be edited: an object a row, a key of the format a column. What has no
/// column stays as it is.
class RecordModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Cell : std::uint8_t { Text, Number, Flag, Event, Kind };
    struct Column {
        QString key;
        QString title;
        Cell cell = Cell::Text;
    };

    RecordModel(RecordKind kind, const timeline::Workspace &workspace, QObject *parent = nullptr);

    const std::vector<Column> &columns() const { return m_columns; }
    /// The records; those that lack what they must have (the first column's, of measures a value) left out.
    QJsonArray value() const;
    void setValue(const QJsonArray &value);
    QString problem(const QModelIndex &cell) const; ///< what is wrong, in words; empty: nothing
    static QString kindTitle(timeline::LinkKind kind);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    bool insertRows(int row, int count, const QModelIndex &parent = {}) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

private:
    bool isUsable(const QJsonObject &record) const;
    const Column &columnOf(const QModelIndex &index) const {
        return m_columns[static_cast<std::size_t>(index.column())];
    }
    QJsonValue cellOf(const QModelIndex &index) const;
    QString shown(const QModelIndex &index) const;

    RecordKind m_kind;
    const timeline::Workspace &m_workspace;
    std::vector<Column> m_columns;
    QList<QJsonObject> m_rows;
};

} // namespace timeloom
