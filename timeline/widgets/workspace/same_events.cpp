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
    const QString id = before.details(event, bit(EventField::Id)).id;
    return id.isEmpty() ? std::nullopt : after.findEvent(id);
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
