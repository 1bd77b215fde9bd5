// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/event_selection.h"

#include "widgets/workspace/event_model.h"

#include <QSignalBlocker>
#include <algorithm>
#include <bit>
#include <utility>

namespace timeline {

namespace {

constexpr EventIndex mostRanges = 1000; // that Qt's selection has
constexpr int air = 200;                // rows above and below those that are seen

} // namespace

EventSelection::EventSelection(EventModel *events) : QItemSelectionModel(events, events), m_events(events) {
    connect(this, &QItemSelectionModel::currentChanged, this, &EventSelection::changed);
    connect(events, &EventModel::rowsAboutToBeReplaced, this, &EventSelection::dropRows);
    connect(events, &EventModel::rowsReplaced, this, &EventSelection::takeRows);
}

std::vector<EventIndex> EventSelection::first(EventIndex most) const {
    std::vector<EventIndex> events;
    events.reserve(std::min(most, m_count));
    const char *bytes = m_selected.bits();
    constexpr qsizetype byteBits = 8;
    for (qsizetype byte = 0; byte * byteBits < m_selected.size() && events.size() < most; ++byte) {
        for (auto bits = static_cast<unsigned char>(bytes[byte]); bits != 0 && events.size() < most;
             bits &= bits - 1) {
            events.push_back(static_cast<EventIndex>(byte * byteBits + std::countr_zero(bits)));
        }
    }
    return events;
}

std::optional<EventIndex> EventSelection::current() const {
    const QModelIndex current = currentIndex();
    const auto event = current.isValid() ? std::optional(m_events->eventAt(current.row())) : std::nullopt;
    return event && contains(*event) ? event : std::nullopt;
}

void EventSelection::select(EventIndex event, SelectionFlags how) {
    if (const auto row = m_events->rowOf(event)) {
        setCurrentIndex(m_events->index(*row, 0), how | Rows);
    }
}

void EventSelection::select(const std::vector<EventIndex> &events) {
    QBitArray selected(m_events->shown().size());
    for (const EventIndex event : events) {
        if (event < selected.size()) {
            selected.setBit(event);
        }
    }
    select(selected);
}

void EventSelection::select(const QBitArray &events) {
    take(events & m_events->shown());
}

void EventSelection::selectAll() {
    take(m_events->shown());
}

void EventSelection::take(const QBitArray &selected) {
    const QBitArray before = std::exchange(m_selected, selected);
    m_settled = m_selected;
    const bool isOther = count(before);
    showRows();
    if (isOther) {
        Q_EMIT changed();
    }
}

/// Whether other events are selected than before.
bool EventSelection::count(const QBitArray &before) {
    m_count = static_cast<EventIndex>(m_selected.count(true));
    return m_selected != before;
}

/// As Qt's selection does it. All of an event is selected.
void EventSelection::select(const QItemSelection &rows, SelectionFlags how) {
    if (how == NoUpdate) {
        return;
    }
    const auto events = static_cast<qsizetype>(m_events->eventCount());
    m_selected.resize(events);
    const QBitArray before = m_selected;
    if (how & Clear) {
        m_settled = QBitArray(events);
    } else if (!(how & Current)) {
        m_settled = m_selected;
    }
    m_settled.resize(events);
    m_selected = m_settled;
    for (const QItemSelectionRange &range : (how & (Select | Deselect | Toggle)) ? rows : QItemSelection()) {
        if (range.isValid()) {
            m_events->forEachIn(range.top(), range.bottom(), [&](EventIndex event) {
                m_selected.setBit(event, how & Select || (how & Toggle && !m_selected.testBit(event)));
            });
        }
    }
    const bool isOther = count(before);
    const bool isFew = rows.size() <= static_cast<qsizetype>(mostRanges);
    if (isFew && (m_isWhole || how & Clear)) {
        m_isWhole = true;
        QItemSelectionModel::select(rows, how | Rows);
    } else {
        showRows();
    }
    if (isOther) {
        Q_EMIT changed();
    }
}

/// Qt would follow each row by itself.
void EventSelection::dropRows() {
    const QSignalBlocker quiet(this);
    QItemSelectionModel::select(QItemSelection(), Clear);
}

void EventSelection::takeRows() {
    const QBitArray shown = m_events->shown();
    m_selected.resize(shown.size());
    const QBitArray before = m_selected;
    m_selected &= shown;
    m_settled = m_selected;
    m_isStale |= count(before);
    const QSignalBlocker quiet(this);
    showRows();
}

void EventSelection::refresh() {
    if (std::exchange(m_isStale, false)) {
        Q_EMIT changed();
    }
}

void EventSelection::look(int firstRow, int lastRow) {
    const bool isKnown = firstRow >= m_firstSeen - air && lastRow <= m_lastSeen + air;
    if (m_isWhole) {
        m_firstSeen = firstRow;
        m_lastSeen = lastRow;
    } else if (!isKnown) {
        m_firstSeen = firstRow;
        m_lastSeen = lastRow;
        const QSignalBlocker quiet(this); // the events are the same
        showRows();
    }
}

QItemSelection EventSelection::rowsOf(const std::vector<int> &rows) const {
    QItemSelection selection;
    for (auto begin = rows.begin(); begin != rows.end();) {
        auto end = begin + 1;
        while (end != rows.end() && *end <= *(end - 1) + 1) {
            ++end;
        }
        selection.append({m_events->index(*begin, 0), m_events->index(*(end - 1), EventModel::columns - 1)});
        begin = end;
    }
    return selection;
}

/// Makes Qt's selection anew. It is empty only where nothing is selected: some of its functions look.
void EventSelection::showRows() {
    const int all = m_events->rowCount();
    std::vector<int> rows;
    m_isWhole = true;
    QItemSelection selection;
    if (m_count > 0 && m_count == static_cast<EventIndex>(all)) {
        selection.append({m_events->index(0, 0), m_events->index(all - 1, EventModel::columns - 1)});
    } else {
        m_isWhole = m_count <= mostRanges;
        for (const EventIndex event : first(m_isWhole ? mostRanges : 1)) {
            rows.push_back(m_events->rowOf(event).value_or(0));
        }
        for (int row = std::max(0, m_firstSeen - air);
             !m_isWhole && row < std::min(all, m_lastSeen + air + 1); ++row) {
            if (contains(m_events->eventAt(row))) {
                rows.push_back(row);
            }
        }
        std::ranges::sort(rows);
        selection = rowsOf(rows);
    }
    QItemSelectionModel::select(selection, ClearAndSelect);
}

} // namespace timeline
