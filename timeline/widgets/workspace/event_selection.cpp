// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/event_selection.h"

#include "widgets/workspace/event_model.h"

#include <algorithm>

namespace timeline {

EventSelection::EventSelection(EventModel *events) : QItemSelectionModel(events, events), m_events(events) {
    connect(this, &QItemSelectionModel::selectionChanged, this, &EventSelection::changed);
    connect(this, &QItemSelectionModel::currentChanged, this, &EventSelection::changed);
}

std::vector<EventIndex> EventSelection::events() const {
    std::vector<EventIndex> events;
    const QItemSelection selected = selection();
    for (const QItemSelectionRange &range : selected) {
        for (int row = range.top(); range.isValid() && row <= range.bottom(); ++row) {
            events.push_back(m_events->eventAt(row));
        }
    }
    if (!std::ranges::is_sorted(events)) {
        std::ranges::sort(events);
    }
    events.erase(std::unique(events.begin(), events.end()), events.end());
    return events;
}

bool EventSelection::contains(EventIndex event) const {
    const std::optional<int> row = m_events->rowOf(event);
    return row && selection().contains(m_events->index(*row, 0));
}

std::optional<EventIndex> EventSelection::current() const {
    const QModelIndex current = currentIndex();
    return current.isValid() && isSelected(current) ? std::optional(m_events->eventAt(current.row()))
                                                    : std::nullopt;
}

void EventSelection::select(EventIndex event, SelectionFlags how) {
    if (const auto row = m_events->rowOf(event)) {
        setCurrentIndex(m_events->index(*row, 0), how | Rows);
    }
}

void EventSelection::select(const std::vector<EventIndex> &events) {
    std::vector<int> rows;
    for (const EventIndex event : events) {
        if (const auto row = m_events->rowOf(event)) {
            rows.push_back(*row);
        }
    }
    std::ranges::sort(rows);
    QItemSelection selection;
    for (auto begin = rows.begin(); begin != rows.end();) {
        auto end = begin + 1;
        while (end != rows.end() && *end <= *(end - 1) + 1) {
            ++end;
        }
        selection.append({m_events->index(*begin, 0), m_events->index(*(end - 1), EventModel::columns - 1)});
        begin = end;
    }
    select(selection, ClearAndSelect);
}

void EventSelection::refresh(const std::vector<EventIndex> &before) {
    std::vector<EventIndex> staying = before;
    std::erase_if(staying, [this](EventIndex event) { return !m_events->rowOf(event); });
    if (events() != staying) {
        select(staying);
    } else if (staying != before) {
        Q_EMIT changed();
    }
}

} // namespace timeline
