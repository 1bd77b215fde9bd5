// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

#include <stop_token>
#include <vector>

namespace timeloom {

/// What the events of a file say by one name and in one unit.
struct MeasureGroup {
    struct Point {
        timeline::EventIndex event = 0;
        timeline::Instant at;
        double value = 0;
        double max = 0; ///< the same where it is no range
        bool isApproximate = false;
        friend bool operator==(const Point &, const Point &) = default;
    };
    QString name, unit;
    std::vector<Point> points; ///< in the order of time
    std::size_t leftOut = 0;   ///< points that are too many

    /// All are above 0, and the largest many times the smallest.
    bool isLogarithmic() const;
    std::pair<double, double> extremes() const;
    friend bool operator==(const MeasureGroup &, const MeasureGroup &) = default;
};

struct MeasureGroups {
    static constexpr std::size_t mostGroups = 50;
    static constexpr std::size_t mostPoints = 5000; ///< of a group

    std::vector<MeasureGroup> groups; ///< of more than one date, those with the most points first
    std::size_t groupsLeftOut = 0;    ///< that are too many
    std::size_t measureCount = 0;     ///< all measures that there are
    friend bool operator==(const MeasureGroups &, const MeasureGroups &) = default;
};

/// Reads all events with measures; may be called from any thread.
MeasureGroups measureGroupsOf(const timeline::Document &document, const std::stop_token &stop = {});

} // namespace timeloom
