// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/lane_index.h"

#include <QHash>

namespace timeline {

/// How many events of a lane begin before places that are asked for again and again, as those of a grid are.
class BeginRanks {
public:
    BeginRanks(const EventAxis &axis, const LaneIndex &events) : m_axis(axis), m_events(events) {}
    EventIndex before(double place) {
        constexpr qsizetype mostKept = 20'000;
        if (m_kept.size() > mostKept) {
            m_kept.clear();
        }
        const auto kept = m_kept.constFind(place);
        return kept != m_kept.cend() ? *kept : *m_kept.insert(place, m_events.beginsBefore(m_axis, place));
    }

private:
    EventAxis m_axis;
    const LaneIndex &m_events;
    QHash<double, EventIndex> m_kept;
};

} // namespace timeline
