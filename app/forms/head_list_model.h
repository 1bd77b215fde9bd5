// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/editable_list_model.h"
#include "document/edit/event_edit.h"

#include <QHash>
#include <QJsonObject>
#include <optional>
#include <vector>

namespace timeloom {

/// The lists that stand around the events of a file.
enum class HeadList : std::uint8_t { Categories, Sources, Eras, Series };

/// One of these lists as a table that can be edited: an element a row, a key of the format a column. It keeps
/// the text of each element, so that what it does not show (unknown keys, points, how a number is written)
/// stays byte for byte, even where an element is moved.
class HeadListModel : public EditableListModel {
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { Id, Title, Text, Date, Color, Address, Points };
    struct Column {
        QString key; ///< in the file
        QString title;
        Kind kind;
        bool isRequired = false;
    };
    /// An id that the file's list has and this one no longer.
    struct LostId {
        QString id;
        QString newId; ///< empty: the element was removed
    };

    /// `array` is the JSON text of the list; empty where the file has none.
    HeadListModel(HeadList list, const QByteArray &array, QObject *parent = nullptr);

    HeadList list() const { return m_list; }
    static QString fieldOf(HeadList list); ///< its key in the file
    const std::vector<Column> &columns() const { return m_columns; }

    bool isChanged() const;
    /// The head with this list instead of the one that it was made of, which must still stand there. A list
    /// that was emptied is taken out.
    timeline::EditedText appliedTo(const QByteArray &head) const;

    /// What is wrong with a cell, in words; empty where nothing is.
    QString problem(const QModelIndex &cell) const;
    /// The first cell that is wrong and was not so in the file; invalid where there is none.
    QModelIndex firstNewProblem() const;
    std::vector<LostId> lostIds() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

protected:
    void insertNew(int row) override;
    void erase(int row, int count) override;
    void rotate(int first, int middle, int last) override;
    void rowsCameOrWent() override { countIds(); }

private:
    struct Cell {
        QString text;
        QString other; ///< the JSON text of a value of another type
        bool isThere = false;
        bool isTwice = false;
        bool operator==(const Cell &cell) const { return text == cell.text && other == cell.other; }
    };
    struct Row {
        int origin = -1; ///< its place in the file's list; none where it is new
        QByteArray text; ///< as it is in the file
        bool isObject = true;
        std::vector<Cell> cells;
        std::vector<Cell> before; ///< as they are in the file
    };

    Row readRow(int origin, const QByteArray &text) const;
    Row newRow() const;
    const Column &columnOf(const QModelIndex &index) const;
    const Row &rowOf(const QModelIndex &index) const;
    const Cell &cellOf(const QModelIndex &index) const;
    static QString pointsProblem(const QString &text);
    static QJsonValue valueOf(const Column &column, const QString &text);
    QString textProblem(const Column &column, const QString &text) const;
    QJsonObject objectOf(const Row &row) const; ///< of a new one
    QByteArray textOf(const Row &row, const QByteArray &like) const;
    std::vector<timeline::JsonElement> elements() const;
    bool hasIds() const { return m_columns.front().kind == Kind::Id; }
    void countIds();

    HeadList m_list;
    std::vector<Column> m_columns;
    QStringList m_idsInFile;
    std::vector<Row> m_rows;
    QHash<QString, int> m_idCounts;
};

} // namespace timeloom
