// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/timeline_layout.h"

#include "layout/scale/metrics.h"

#include <algorithm>
#include <cmath>

// Which viewport shows what is asked for.

namespace timeline {

namespace {

using namespace metrics;

constexpr double fitMargin = 28;   // left of everything, in pixels
constexpr double rightMargin = 56; // right of it, where the axis has its last date

} // namespace

Viewport TimelineLayout::fitAll(QSizeF sceneSize) const {
    if (!m_fitAll || m_fitSize != sceneSize) {
        m_fitAll = fitFrom({}, {}, sceneSize);
        m_fitSize = sceneSize;
    }
    return *m_fitAll;
}

Viewport TimelineLayout::fitFrom(std::optional<Instant> from, std::optional<Instant> to,
                                 QSizeF sceneSize) const {
    constexpr double dayMilliseconds = 86400e3;
    const QSizeF size = plotSize(sceneSize);
    double begin = from ? this->scale().axis(*from) : axisExtent().first;
    double end = to ? this->scale().axisOfEnd(*to) : std::max(axisExtent().second, begin);
    begin = std::min(begin, end);
    // Nothing, or all at one instant: a day is shown. A lone event does not fill the window.
    const double air = end - begin < 1 ? dayMilliseconds / 2 : lanes().eventCount == 1 ? end - begin : 0;
    begin = from ? begin : std::min(begin, std::max(begin - air, scale().axis(Instant::distantPast())));
    end = to ? end : std::max(end, std::min(end + air, scale().axis(Instant::distantFuture())));
    const double leftMargin = from ? 0 : fitMargin;
    return Viewport::showing(begin, end, size, scale().breaks(), leftMargin, to ? 0 : rightMargin);
}

std::pair<double, double> TimelineLayout::axisOf(const Span &span) const {
    double begin = span.isOpenAtStart() ? axisExtent().first : scale().axis(span.begin);
    double end = span.isOpenAtEnd() ? axisExtent().second : scale().axisOfEnd(span.end);
    if (end < begin) { // open, and beyond all events
        (span.isOpenAtStart() ? begin : end) = span.isOpenAtStart() ? end : begin;
    }
    return {begin, end};
}

Viewport TimelineLayout::fit(const Span &span, QSizeF sceneSize) const {
    const auto [begin, end] = axisOf(span);
    const double length = std::max(end - begin, 1.0);
    constexpr double air = 0.2; // of the length, on either side
    return Viewport::showing(begin - air * length, begin + (1 + air) * length, plotSize(sceneSize),
                             scale().breaks());
}

} // namespace timeline
