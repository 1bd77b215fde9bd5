// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"

#include <QBitArray>
#include <QItemSelectionModel>
#include <vector>

namespace timeline {

class EventModel;

/// The events that are selected, the same in all views: a bit an event, which stays whatever order the rows
/// come in. Qt's selection of the rows of an EventModel is made from it for the views that ask for that. It
/// costs per range and per row, so of a large selection in many pieces it has only those rows that are seen.
class EventSelection : public QItemSelectionModel {
    Q_OBJECT

public:
    using QItemSelectionModel::select;

    explicit EventSelection(EventModel *events);

    EventIndex count() const { return m_count; }
    bool isEmpty() const { return m_count == 0; }
    std::vector<EventIndex> events() const { return first(m_count); } ///< in their order
    std::vector<EventIndex> first(EventIndex most) const;             ///< no more than so many of them
    const QBitArray &bits() const { return m_selected; }              ///< one an event, or less
    bool contains(EventIndex event) const { return event < m_selected.size() && m_selected.testBit(event); }
    std::optional<EventIndex> current() const; ///< that keys go to; one of the selected
    void select(EventIndex event, SelectionFlags how = ClearAndSelect); ///< and makes it the current one
    void select(const std::vector<EventIndex> &events); ///< exactly these, as far as they have rows
    void select(const QBitArray &events);               ///< the same, one bit an event
    void selectAll();                                   ///< that have rows
    void select(const QItemSelection &rows, SelectionFlags how) override;

    void look(int firstRow, int lastRow); ///< these rows are seen now; for the view that shows them
    void refresh();                       ///< says that events were left out whose rows vanished

Q_SIGNALS:
    void changed(); ///< the selected or the current one

private:
    void take(const QBitArray &selected);
    bool count(const QBitArray &before);
    void dropRows();
    void takeRows();
    QItemSelection rowsOf(const std::vector<int> &rows) const;
    void showRows();

    EventModel *m_events;
    QBitArray m_selected; ///< by event
    QBitArray m_settled;  ///< without what one is about to select, dragging
    EventIndex m_count = 0;
    bool m_isWhole = true; ///< Qt's selection has all rows
    bool m_isStale = false;
    int m_firstSeen = 0;
    int m_lastSeen = 0;
};

} // namespace timeline
