// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/document_rows.h"

#include "document/store/events_extent.h"

namespace timeline {

std::optional<Span> DocumentRows::extent(const QBitArray &shown) const {
    return extentOf(m_events, shown);
}

EventIndex DocumentRows::undatedCount(const QBitArray &shown) const {
    EventIndex count = shown.isEmpty() ? m_undatedCount : 0;
    for (EventIndex event = 0; m_undatedCount > 0 && event < static_cast<EventIndex>(shown.size()); ++event) {
        count += shown.testBit(event) && isUndated(event) ? 1 : 0;
    }
    return count;
}

QBitArray DocumentRows::placed(const QBitArray &shown) const {
    if (m_undatedCount == 0) {
        return shown;
    }
    QBitArray placed = shown.isEmpty() ? QBitArray(static_cast<qsizetype>(eventCount()), true) : shown;
    for (EventIndex event = 0; event < eventCount(); ++event) {
        if (!isPlaced(event)) {
            placed.clearBit(static_cast<qsizetype>(event));
        }
    }
    return placed;
}

} // namespace timeline
