// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event.h"
#include "layout/scene/scene_panel.h"

#include <QPointF>
#include <optional>
#include <vector>

namespace timeloom {

/// Where a point with this date is drawn: in the middle of what the date covers, at the known end where the
/// other one is open. Nothing where both are.
std::optional<timeline::Instant> middleOf(const timeline::Span &span);

/// The points of a series in the order of time, ready to be drawn at any zoom.
class PointSeries {
public:
    PointSeries() = default;
    /// `unread`: how many more the file has, of which nobody knows the date or the number.
    explicit PointSeries(std::vector<timeline::SeriesPoint> points, std::size_t unread = 0);

    std::size_t size() const { return m_points.size(); }
    const timeline::SeriesPoint &operator[](std::size_t point) const { return m_points[point]; }
    timeline::Instant at(std::size_t point) const { return *middleOf(m_points[point].span); }
    std::size_t leftOut() const { return m_leftOut; } ///< unread, or without a place in time
    double lowest() const { return m_lowest; }        ///< 0 where there is no point
    double highest() const { return m_highest; }
    /// No number is known for a stretch more than three times as long as the median of those between points.
    bool isGapBefore(std::size_t point) const;
    std::size_t firstAtOrAfter(timeline::Instant instant) const;
    std::optional<std::size_t> nearest(timeline::Instant instant) const;
    std::pair<double, double> extremes(std::size_t first, std::size_t end) const; ///< of a part with points

private:
    static constexpr std::size_t block = 64;

    std::vector<timeline::SeriesPoint> m_points;
    std::vector<std::pair<double, double>> m_blocks; ///< lowest and highest of each block of points
    std::size_t m_leftOut = 0;
    double m_lowest = 0;
    double m_highest = 0;
    double m_longestStep = 0; ///< in milliseconds
};

/// What is seen of a series: x along the panel, y the number itself. Where more points lie in a column of
/// pixels than one could tell apart, its first, lowest, highest and last stand for them.
struct SeriesLines {
    struct Gap {
        double from = 0; ///< along the panel
        double to = 0;
        double value = 0; ///< in the middle of those before and after it
    };
    std::vector<std::vector<QPointF>> lines; ///< none of them empty; a gap between each two
    std::vector<Gap> gaps;
    bool arePointsSeen = true; ///< each is there
};
SeriesLines linesOf(const PointSeries &series, const timeline::ScenePanel &panel);

} // namespace timeloom
