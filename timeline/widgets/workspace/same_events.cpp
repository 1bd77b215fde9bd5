// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/same_events.h"

#include "document/bytes/parallel.h"

#include <algorithm>

namespace timeline {

std::optional<EventIndex> sameEvent(const Document &before, EventIndex event, const Document &after) {
    if (event < after.eventCount() && after.eventText(event) == before.eventText(event)) {
        return event;
    }
    if (const QString id = before.details(event, bit(EventField::Id)).id; !id.isEmpty()) {
        return after.findEvent(id);
    }
    // Where some came or went before it, it stands as far from the end as it did.
    const qint64 moved = qint64{event} + after.eventCount() - before.eventCount();
    const bool isThere = moved >= 0 && moved < after.eventCount() &&
                         after.eventText(static_cast<EventIndex>(moved)) == before.eventText(event);
    return isThere ? std::optional(static_cast<EventIndex>(moved)) : std::nullopt;
}

QBitArray sameEvents(const Document &before, const QBitArray &events, const Document &after) {
    constexpr qsizetype stretch = 1024;
    const auto count = static_cast<std::size_t>((events.size() + stretch - 1) / stretch);
    std::vector<std::vector<EventIndex>> found(count);
    forEachParallel(count, [&](std::size_t i) {
        const qsizetype first = static_cast<qsizetype>(i) * stretch;
        for (qsizetype event = first; event < std::min(events.size(), first + stretch); ++event) {
            if (events.testBit(event)) {
                if (const auto same = sameEvent(before, static_cast<EventIndex>(event), after)) {
                    found[i].push_back(*same);
                }
            }
        }
    });
    QBitArray same(static_cast<qsizetype>(after.eventCount()));
    for (const std::vector<EventIndex> &part : found) {
        std::ranges::for_each(part, [&same](EventIndex event) { same.setBit(event); });
    }
    return same;
}

} // namespace timeline
