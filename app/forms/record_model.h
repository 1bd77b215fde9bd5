// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/editable_list_model.h"
#include "document/format/event.h"

#include <QJsonArray>
#include <QJsonObject>
#include <optional>
#include <vector>

namespace timeline {
class Workspace;
} // namespace timeline

namespace timeloom {

/// The lists of objects that an event may have.
enum class RecordKind : std::uint8_t { Measures, Links, Media };

/// One of these lists as a table that can be edited: an object a row, a key of the format a column. Members
/// that have no column stay as they are.
class RecordModel : public EditableListModel {
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { Text, Number, Check, Event, LinkKind, Address };
    struct Column {
        QString key; ///< in the file
        QString title;
        QString meaning;
        Kind kind;
        int weight; ///< of its width
        bool isRequired = false;
    };

    /// Links lead to events of the workspace's document, which must outlive this.
    RecordModel(RecordKind kind, const timeline::Workspace &workspace, QObject *parent = nullptr);

    const std::vector<Column> &columns() const { return m_columns; }
    const Column &columnOf(const QModelIndex &index) const;

    void setRecords(const QJsonArray &records); ///< a reset
    /// The records that the format takes: those that have all that is required.
    QJsonArray usableRecords() const;
    /// What is left of records when a file that has them is read: what is wrong in them is gone.
    QJsonArray asRead(const QJsonArray &records) const;

    /// What is wrong with a cell, in words; empty where nothing is.
    QString problem(const QModelIndex &cell) const;

    /// A number as the locale or as JSON writes it.
    static std::optional<double> numberOf(const QString &text);
    static QString kindTitle(timeline::LinkKind kind); ///< as people read it

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// A text that is no number or no kind of link is refused where one is expected.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

protected:
    void insertNew(int row) override;
    void erase(int row, int count) override;
    void rotate(int first, int middle, int last) override;

private:
    const QJsonObject &recordOf(const QModelIndex &index) const;
    QJsonValue valueOf(const QModelIndex &index) const { return recordOf(index).value(columnOf(index).key); }
    static bool isThere(const Column &column, const QJsonObject &record);
    QString shownText(const QModelIndex &index) const;
    QString editedText(const QModelIndex &index) const;
    QString toolTip(const QModelIndex &index) const;
    /// The member that a text stands for, undefined for none; nothing where it stands for none of this kind.
    static std::optional<QJsonValue> parsed(Kind kind, const QString &text);

    RecordKind m_kind;
    const timeline::Workspace &m_workspace;
    std::vector<Column> m_columns;
    std::vector<QJsonObject> m_records;
};

} // namespace timeloom
