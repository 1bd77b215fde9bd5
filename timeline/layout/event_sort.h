// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/event_axis.h"

#include <stop_token>
#include <vector>

namespace timeline {

/// Sorts events by where they begin or end on the axis, equal ones by their index. Takes 6 bytes an event on
/// the way, and none where they are sorted already, as most files are. Ends
/// early, with nothing lost but the order, where it is asked to stop.
void sortByEdge(const EventAxis &axis, Edge edge, std::vector<EventIndex> &events,
                const std::stop_token &stop = {});

} // namespace timeline
