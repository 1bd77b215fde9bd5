// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QAbstractTableModel>
#include <QBitArray>

namespace timeline {

/// The events that a filter shows, as a table. Filter and order are one permutation of event indices, so that
/// a single selection model serves every view; texts are decoded when a cell is asked for.
class EventModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { DateColumn, TitleColumn, LaneColumn, StatusColumn, ImportanceColumn, AttributionColumn };
    static constexpr int columns = AttributionColumn + 1;
    enum Role {
        EventRole = Qt::UserRole, ///< the event's index
        ColorRole, ///< the colour that the file gives its category, an Rgb; nothing where it gives none
    };

    explicit EventModel(std::shared_ptr<const Document> document, QObject *parent = nullptr);

    /// Shows another document; views and selections start afresh. Like `shown` below.
    void setDocument(std::shared_ptr<const Document> document, const QBitArray &shown);
    /// `shown` has one bit an event, or none at all where every event is shown. The selection of what stays
    /// survives.
    void setShown(const QBitArray &shown);

    EventIndex eventAt(int row) const { return m_events[static_cast<std::size_t>(row)]; }
    std::optional<int> rowOf(EventIndex event) const; ///< nothing where the filter hides it

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Dates by their instants, status by its rank, texts as the user's language sorts them; equal ones, and
    /// all for column -1, in the file's order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    static constexpr std::uint32_t noRow = 0xFFFFFFFF;
    void fill(const QBitArray &shown);
    void arrange();
    void number();
    /// Runs `change` and keeps what points to a row on the same event.
    template <typename Change>
    void rearrange(Change change);
    const EventDetails &details(EventIndex event) const;
    QString text(EventIndex event, int column) const;
    QString toolTip(EventIndex event, int column) const;

    std::shared_ptr<const Document> m_document;
    std::vector<EventIndex> m_events;  ///< by row
    std::vector<std::uint32_t> m_rows; ///< by event; noRow where it is hidden
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    // A row's cells are asked for one after the other; its event is decoded once for all of them.
    mutable std::optional<EventIndex> m_decoded;
    mutable EventDetails m_details;
};

} // namespace timeline
