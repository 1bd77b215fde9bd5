// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/time_place.h"

#include <tuple>

namespace timeloom {

using namespace timeline;

TimePlace placeInTime(const Document &document, const QBitArray &shown, EventIndex event,
                      const std::stop_token &stop) {
    TimePlace place;
    const auto isAmong = [&](EventIndex each) {
        return document.isPlaced(each) && (shown.isEmpty() || (each < shown.size() && shown.testBit(each)));
    };
    const auto orderOf = [&](EventIndex each) {
        return std::tuple(document.begin(each), document.end(each), each);
    };
    const bool isThere = event < document.eventCount() && isAmong(event);
    const auto own = isThere ? orderOf(event) : std::tuple(Instant(), Instant(), event);
    for (EventIndex each = 0; each < document.eventCount() && !stop.stop_requested(); ++each) {
        if (!isAmong(each)) {
            continue;
        }
        ++place.count;
        if (!isThere || each == event) {
            continue;
        }
        const auto other = orderOf(each);
        if (other < own) {
            ++place.number;
            if (!place.before || orderOf(*place.before) < other) {
                place.before = each;
            }
        } else if (!place.after || other < orderOf(*place.after)) {
            place.after = each;
        }
    }
    place.number += isThere ? 1 : 0;
    return place;
}

} // namespace timeloom
