// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/timeline_layout.h"

#include "layout/scale/metrics.h"

#include <algorithm>
#include <cmath>

// Which viewport shows what is asked for, with the labels that it has.

namespace timeline {

namespace {

using namespace metrics;

constexpr double fitMargin = 28;       // left and right of everything, in pixels
constexpr double mostLabelShare = 0.3; // of the width, kept free for labels right of the last event
constexpr EventIndex manyEvents = 200;
constexpr std::ptrdiff_t mostLastLabels = 512; // that are measured to find which reaches farthest

} // namespace

/// Where the label of an event would stand: after its end, or after its begin where the end is open.
double TimelineLayout::labelAt(EventIndex event) const {
    const Span span = document().span(event);
    return span.isOpenAtEnd() ? scale().axis(span.begin) : scale().axisOfEnd(span.end);
}

/// The events whose labels may reach beyond the end of everything. Of many events the last begin last, too;
/// of few a long one may have its label at the end. Of very many lanes those are taken that end last of all.
const std::vector<TimelineLayout::LastLabel> &TimelineLayout::lastLabels() const {
    if (m_lastLabels) {
        return *m_lastLabels;
    }
    const EventIndex perLane = lanes().eventCount > manyEvents ? 32 : manyEvents;
    std::vector<LastLabel> &last = m_lastLabels.emplace();
    double least = -HUGE_VAL; // what stands left of it is none of them
    const auto keepLast = [&] {
        if (std::ssize(last) > mostLastLabels) {
            std::ranges::stable_sort(last, std::ranges::greater(), &LastLabel::at);
            last.resize(mostLastLabels);
            least = last.back().at;
        }
    };
    for (const Lane &lane : lanes().lanes) {
        const LaneIndex &events = lane.events;
        if (events.latestEnd() < least) {
            continue;
        }
        for (EventIndex rank = events.size() - std::min(events.size(), perLane); rank < events.size();
             ++rank) {
            const EventIndex event = events.at(rank);
            if (const double at = labelAt(event); at >= least) {
                last.push_back({at, event, widestLabel(lane)});
            }
        }
        if (std::ssize(last) > 4 * mostLastLabels) {
            keepLast();
        }
    }
    keepLast();
    return last;
}

/// How far, in pixels, labels reach beyond an axis position that is the end of everything.
double TimelineLayout::labelOverhang(double end, double scale) const {
    double overhang = 0;
    for (const auto &[last, event, widest] : lastLabels()) {
        const Span span = document().span(event);
        const double bar = (last - this->scale().axis(span.begin)) / scale;
        const double label = m_widths.of(document(), event, widest).width;
        const double width = label + labelGap + pointSize / 2;
        const bool inside = (span.flags & DateFlag::Interval) && width + labelGap < bar;
        overhang = std::max(overhang, inside ? 0 : (last - end) / scale + width);
    }
    return overhang;
}

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
    double rightMargin = to ? 0 : fitMargin;
    const auto showing = [&] {
        return Viewport::showing(begin, end, size, this->scale().breaks(), leftMargin, rightMargin);
    };
    for (int i = 0; i < 4 && !to; ++i) { // a coarser scale needs more room for labels: it settles at once
        // Among few events each label matters; among many the last ones do not.
        const double share = lanes().eventCount > manyEvents ? mostLabelShare / 3 : mostLabelShare;
        rightMargin =
            fitMargin + std::min(labelOverhang(axisExtent().second, showing().scale()), size.width() * share);
    }
    return showing();
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
