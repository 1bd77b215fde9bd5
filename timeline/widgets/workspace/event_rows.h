// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/order/bit_ranks.h"
#include "widgets/order/event_order.h"

namespace timeline {

/// Which event stands in which row, and back. All events in the file's order take no memory, a filter a bit
/// and a sixteenth an event; made in milliseconds for ten million events.
class EventRows {
public:
    EventRows() = default;
    /// `shown` has one bit an event, or none at all where every event is shown. Without an order the rows are
    /// in the file's. What the order does not have is not shown.
    EventRows(EventIndex eventCount, const QBitArray &shown, std::shared_ptr<const EventOrder> order);

    std::uint32_t count() const { return m_count; }
    EventIndex eventAt(std::uint32_t row) const {
        const std::uint32_t place = m_shown.isEmpty() ? row : m_shown.select(row);
        return m_order ? m_order->events[place] : place;
    }
    /// From the first to the last of these rows; quicker than to ask for each.
    template <typename F>
    void forEachIn(std::uint32_t firstRow, std::uint32_t lastRow, F f) const {
        const auto placeOf = [this](std::uint32_t row) {
            return m_shown.isEmpty() ? row : m_shown.select(row);
        };
        for (std::uint32_t place = placeOf(firstRow), end = placeOf(lastRow); place <= end; ++place) {
            if (m_shown.isEmpty() || m_shown.test(place)) {
                f(m_order ? m_order->events[place] : place);
            }
        }
    }
    std::optional<std::uint32_t> rowOf(EventIndex event) const; ///< nothing where it is not shown

private:
    std::shared_ptr<const EventOrder> m_order;
    BitRanks m_shown; ///< by place in the order; empty where all of it is shown
    EventIndex m_eventCount = 0;
    std::uint32_t m_count = 0;
};

} // namespace timeline
