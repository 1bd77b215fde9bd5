// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/event_places.h"

#include <algorithm>

namespace timeline {

std::vector<std::optional<EventIndex>> placesByDate(const Document &document,
                                                    const std::vector<Instant> &begins) {
    std::vector<std::pair<Instant, std::size_t>> sorted;
    sorted.reserve(begins.size());
    for (const Instant begin : begins) {
        sorted.emplace_back(begin, sorted.size());
    }
    std::ranges::sort(sorted);
    std::vector<std::optional<EventIndex>> places(begins.size());
    if (begins.empty()) {
        return places;
    }
    std::optional<EventIndex> last;
    auto next = sorted.cbegin();
    bool isSorted = true;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (!document.isPlaced(event) || document.isNew(event)) {
            continue;
        }
        isSorted = isSorted && (!last || document.begin(*last) <= document.begin(event));
        for (; next != sorted.cend() && next->first < document.begin(event); ++next) {
            places[next->second] = last;
        }
        last = event;
    }
    for (; next != sorted.cend(); ++next) {
        places[next->second] = last;
    }
    return isSorted ? places : std::vector(begins.size(), last);
}

} // namespace timeline
