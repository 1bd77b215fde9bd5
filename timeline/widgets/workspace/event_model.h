// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/event_rows.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>
#include <QJsonValue>
#include <functional>

namespace timeline {

/// The events that a filter shows, as a table. Filter and order are one map from rows to events, so that a
/// single selection model serves every view; texts are decoded when a cell is asked for. Many events are
/// sorted beside the window's thread: until that is done the rows stay as they are.
class EventModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        DateColumn,
        TitleColumn,
        LaneColumn,
        StatusColumn,
        ImportanceColumn,
        AttributionColumn,
        PlaceColumn
    };
    static constexpr int columns = PlaceColumn + 1;
    enum Role {
        EventRole = Qt::UserRole, ///< the event's index
        ColorRole, ///< the colour that the file gives its category, an Rgb; nothing where it gives none
    };

    explicit EventModel(std::shared_ptr<const Document> document, QObject *parent = nullptr);
    ~EventModel() override;

    /// From now on its rows come in the order of another model of the same events, which must have all of
    /// them, and to sort it is to sort that one.
    void followOrderOf(EventModel *leader);

    /// Shows another document; views and selections start afresh. Like `shown` below.
    void setDocument(std::shared_ptr<const Document> document, const QBitArray &shown);
    /// `shown` has one bit an event, or none at all where every event is shown. The selection of what stays
    /// survives. Takes effect at once; events that have no place in the sorted order yet are sorted later,
    /// and all stand in the file's order till then.
    void setShown(const QBitArray &shown);
    bool hasShown(const QBitArray &shown) const; ///< setShown() would leave the rows as they are
    /// Takes the next version of the document, in which these events were edited: rows come and go, edited
    /// ones stay where they are, and new ones stand at the end until one sorts again. What was edited is
    /// shown even where the filter would hide it.
    void follow(std::shared_ptr<const Document> document, const std::vector<EventIndex> &edited);
    /// The same where no events came or went, and what is shown of them is about to be told: the rows stay.
    void followInPlace(std::shared_ptr<const Document> document);
    bool isBusy() const { return m_isBusy; } ///< whether the rows are still to be sorted

    EventIndex eventAt(int row) const { return m_rows.eventAt(static_cast<std::uint32_t>(row)); }
    std::optional<int> rowOf(EventIndex event) const; ///< nothing where the filter hides it
    EventIndex eventCount() const { return m_document->eventCount(); }
    QBitArray shown() const; ///< the events that have rows, a bit each of all that there are
    /// The events of these rows, in no order that one may count on.
    template <typename F>
    void forEachIn(int firstRow, int lastRow, F f) const {
        m_rows.forEachIn(static_cast<std::uint32_t>(firstRow), static_cast<std::uint32_t>(lastRow), f);
    }

    /// Takes over what is written into a cell, a field's value; false where that is refused. Without it no
    /// cell can be edited.
    using Writer = std::function<bool(EventIndex event, const QString &field, const QJsonValue &value)>;
    void setWriter(Writer writer) { m_writer = std::move(writer); }
    static QString fieldOf(int column); ///< in the file

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Dates by their instants, status by its rank, texts as the user's language sorts them; equal ones, and
    /// all for column -1, in the file's order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void busyChanged(bool isBusy);
    /// Around the signals of Qt that say so: for who would otherwise follow row by row.
    void rowsAboutToBeReplaced();
    void rowsReplaced();

private:
    using Order = std::shared_ptr<EventOrder>;

    void arrange();
    void startSorting();
    void stopSorting();
    void takeOrder();
    QBitArray worthSorting() const;
    void setBusy(bool isBusy);
    EventRows rowsNow() const;
    /// Puts the rows in place and keeps what points to a row on the same event.
    void replaceRows(EventRows rows);
    const EventDetails &details(EventIndex event) const;
    QString text(EventIndex event, int column) const;
    QString toolTip(EventIndex event, int column) const;

    std::shared_ptr<const Document> m_document;
    EventModel *m_leader = nullptr; ///< whose order it has
    Writer m_writer;
    QBitArray m_shown;
    int m_sortColumn = -1; ///< what was asked for; m_order may be behind
    Qt::SortOrder m_sortDirection = Qt::AscendingOrder;
    Order m_order;       ///< null: that of the file
    QBitArray m_ordered; ///< the events that m_order has; empty: all
    EventRows m_rows;

    std::unique_ptr<std::stop_source> m_cancelSorting; ///< of what is being sorted
    QFutureWatcher<Order> m_sorting;
    QBitArray m_beingSorted; ///< as m_ordered
    bool m_isSorting = false;
    bool m_isBusy = false;

    // A row's cells are asked for one after the other; its event is decoded once for all of them.
    mutable std::optional<EventIndex> m_decoded;
    mutable EventDetails m_details;
};

} // namespace timeline
