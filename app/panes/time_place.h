// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

#include <QBitArray>
#include <stop_token>

namespace timeloom {

/// Where an event stands among others in the order of time, and which are beside it there.
struct TimePlace {
    timeline::EventIndex number = 0; ///< from 1; 0 where it has no date, or is none of them
    timeline::EventIndex count = 0;  ///< of all that have a date
    std::optional<timeline::EventIndex> before, after;

    static constexpr timeline::EventIndex few = 100'000; ///< that are looked at while one waits
};

/// Among the events of `shown`, a bit each; among all where it is empty. Looks once at each.
TimePlace placeInTime(const timeline::Document &document, const QBitArray &shown, timeline::EventIndex event,
                      const std::stop_token &stop = {});

} // namespace timeloom
