// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/point_series.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace timeloom {

using namespace timeline;

namespace {

constexpr double gapLength = 3; // times the median of the stretches between points
constexpr double beside = 64;   // pixels beyond the panel to which a line leads

/// A line from one point to another, up to a place along the panel.
QPointF cutAt(double x, QPointF from, QPointF to) {
    const double part = (x - from.x()) / (to.x() - from.x());
    return {x, from.y() + (to.y() - from.y()) * part};
}

/// Gathers lines from left to right.
class LineMaker {
public:
    LineMaker(const PointSeries &series, const ScenePanel &panel)
        : m_series(series), m_panel(panel), m_left(panel.first() - beside), m_right(panel.last() + beside) {}

    void add(std::size_t point) {
        const QPointF at(m_panel.at(m_series.at(point)), m_series[point].value);
        join(point, at);
        put(at);
    }
    /// All of a column, to be seen as a line down through it.
    void addColumn(double x, std::size_t first, std::size_t end) {
        const auto [lowest, highest] = m_series.extremes(first, end);
        join(first, {x, m_series[first].value});
        for (const double value : {m_series[first].value, lowest, highest, m_series[end - 1].value}) {
            put({x, value});
        }
    }
    SeriesLines take() { return std::move(m_made); }

private:
    /// With what comes before, where there is no gap between.
    void join(std::size_t point, QPointF at) {
        if (m_made.lines.empty()) {
            m_made.lines.emplace_back();
        } else if (m_series.isGapBefore(point)) {
            m_made.gaps.push_back(
                {std::max(m_last.x(), m_left), std::min(at.x(), m_right), m_last.y() / 2 + at.y() / 2});
            if (!m_made.lines.back().empty()) {
                m_made.lines.emplace_back();
            }
        } else if (m_last.x() < m_left && at.x() > m_left) {
            m_made.lines.back().push_back(cutAt(m_left, m_last, at));
        }
    }
    void put(QPointF at) {
        if (at.x() > m_right && !m_made.lines.back().empty()) {
            m_made.lines.back().push_back(cutAt(m_right, m_last, at));
        } else if (at.x() >= m_left && at.x() <= m_right) {
            m_made.lines.back().push_back(at);
        }
        m_last = at;
    }

    const PointSeries &m_series;
    const ScenePanel &m_panel;
    double m_left, m_right;
    QPointF m_last;
    SeriesLines m_made;
};

} // namespace

std::optional<Instant> middleOf(const Span &span) {
    if (span.isOpenAtStart() || span.isOpenAtEnd()) {
        const std::optional<Span> known = span.covered();
        return known ? std::optional(known->begin) : std::nullopt;
    }
    return span.isNever()
               ? std::nullopt
               : std::optional(plusMilliseconds(span.begin, millisecondsBetween(span.begin, span.end) / 2));
}

PointSeries::PointSeries(std::vector<SeriesPoint> points, std::size_t unread) : m_points(std::move(points)) {
    m_leftOut = unread + std::erase_if(m_points, [](const SeriesPoint &point) {
                    return !middleOf(point.span) || !std::isfinite(point.value);
                });
    const auto isEarlier = [](const SeriesPoint &a, const SeriesPoint &b) {
        return *middleOf(a.span) < *middleOf(b.span);
    };
    if (!std::ranges::is_sorted(m_points, isEarlier)) {
        std::ranges::stable_sort(m_points, isEarlier);
    }
    for (std::size_t first = 0; first < m_points.size(); first += block) {
        double lowest = m_points[first].value;
        double highest = lowest;
        for (std::size_t i = first; i < std::min(first + block, m_points.size()); ++i) {
            lowest = std::min(lowest, m_points[i].value);
            highest = std::max(highest, m_points[i].value);
        }
        m_blocks.emplace_back(lowest, highest);
    }
    if (!m_points.empty()) {
        std::tie(m_lowest, m_highest) = extremes(0, m_points.size());
    }
    std::vector<double> steps;
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        if (const double step = millisecondsBetween(at(i - 1), at(i)); step > 0) {
            steps.push_back(step);
        }
    }
    if (!steps.empty()) {
        const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
        std::ranges::nth_element(steps, middle);
        m_longestStep = gapLength * *middle;
    }
}

bool PointSeries::isGapBefore(std::size_t point) const {
    return point > 0 && millisecondsBetween(at(point - 1), at(point)) > m_longestStep;
}

std::size_t PointSeries::firstAtOrAfter(Instant instant) const {
    return static_cast<std::size_t>(
        std::ranges::lower_bound(m_points, instant, {},
                                 [](const SeriesPoint &point) { return *middleOf(point.span); }) -
        m_points.begin());
}

std::optional<std::size_t> PointSeries::nearest(Instant instant) const {
    if (m_points.empty()) {
        return std::nullopt;
    }
    const std::size_t after = std::min(firstAtOrAfter(instant), m_points.size() - 1);
    const bool isBeforeNearer = after > 0 && millisecondsBetween(at(after - 1), instant) <
                                                 std::abs(millisecondsBetween(instant, at(after)));
    return isBeforeNearer ? after - 1 : after;
}

std::pair<double, double> PointSeries::extremes(std::size_t first, std::size_t end) const {
    std::pair all{m_points[first].value, m_points[first].value};
    const auto take = [&all](double lowest, double highest) {
        all = {std::min(all.first, lowest), std::max(all.second, highest)};
    };
    while (first < end) {
        if (first % block == 0 && first + block <= end) {
            take(m_blocks[first / block].first, m_blocks[first / block].second);
            first += block;
        } else {
            take(m_points[first].value, m_points[first].value);
            ++first;
        }
    }
    return all;
}

SeriesLines linesOf(const PointSeries &series, const ScenePanel &panel) {
    if (series.size() == 0) {
        return {};
    }
    constexpr std::size_t perColumn = 2; // more of them are not told apart
    LineMaker maker(series, panel);
    const auto instantAt = [&panel](double along) { return panel.scale.instant(panel.axisAt(along)); };
    std::size_t first = series.firstAtOrAfter(instantAt(panel.first()));
    std::size_t end = series.firstAtOrAfter(instantAt(panel.last()));
    first -= first > 0 ? 1 : 0; // lines lead to what is not seen
    end += end < series.size() ? 1 : 0;
    const auto columns = static_cast<std::size_t>(std::max(1.0, std::ceil(panel.rect.width())));
    const bool arePointsSeen = end - first <= perColumn * columns;
    if (arePointsSeen) {
        for (std::size_t i = first; i < end; ++i) {
            maker.add(i);
        }
    } else {
        maker.add(first++);
        for (std::size_t column = 0; column < columns && first < end; ++column) {
            const double x = panel.first() + static_cast<double>(column);
            const std::size_t next = std::min(end, series.firstAtOrAfter(instantAt(x + 1)));
            if (next > first) {
                maker.addColumn(x + 0.5, first, next);
                first = next;
            }
        }
        for (; first < end; ++first) {
            maker.add(first);
        }
    }
    SeriesLines made = maker.take();
    std::erase_if(made.lines, [](const std::vector<QPointF> &line) { return line.empty(); });
    made.arePointsSeen = arePointsSeen;
    return made;
}

} // namespace timeloom
