// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/timeline_layout.h"

#include "layout/metrics.h"
#include "layout/scene_builder.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace timeline {

namespace {

using namespace metrics;

constexpr double headingMargin = 14;   // left and right of a lane's title
constexpr double mostHeadingShare = 0.2; // of the scene's width
constexpr double fitMargin = 28;       // left and right of everything, in pixels
constexpr double mostLabelShare = 0.3; // of the width, kept free for labels right of the last event
constexpr int mostRows = 24;
constexpr int mostRowsUnfolded = 400;
constexpr int fewestRows = 2;
constexpr double widestPitch = 36;
constexpr std::size_t mostLevelsKept = 16;

} // namespace

TimelineLayout::TimelineLayout(std::shared_ptr<const Document> document, const QBitArray &shown,
                               LayoutOptions options, const TextMeasure &measure)
    : m_document(std::move(document)), m_options(options), m_measure(measure),
      m_lanes(*m_document, shown, options.grouping), m_widths(measure) {
    if (options.folded) {
        m_scale = TimeScale::folded(*m_document, m_lanes);
    }
    m_eras = packEras(*m_document, m_scale);
    for (const Lane &lane : m_lanes.lanes) {
        m_widestTitle = std::max(m_widestTitle, measure.width(lane.title, TextRole::LaneTitle));
    }
    double begin = HUGE_VAL;
    double end = -HUGE_VAL;
    const auto include = [&](const Span &span) {
        if (!span.isOpenAtStart()) {
            begin = std::min(begin, m_scale.axis(span.begin));
            end = std::max(end, m_scale.axis(span.begin));
        }
        if (!span.isOpenAtEnd()) {
            begin = std::min(begin, m_scale.axis(span.end));
            end = std::max(end, m_scale.axis(span.end));
        }
    };
    for (const Lane &lane : m_lanes.lanes) {
        for (const EventIndex event : lane.events) {
            include(m_document->span(event));
        }
    }
    if (begin > end && m_document->asOf()) {
        include(*m_document->asOf());
    }
    if (begin <= end) {
        m_extent = {begin, end};
    }
}

double TimelineLayout::plotLeft(double sceneWidth) const {
    return std::ceil(std::min(m_widestTitle + 2 * headingMargin, sceneWidth * mostHeadingShare));
}

double TimelineLayout::plotTop() const {
    int eraRows = 0;
    for (const PackedEra &era : m_eras) {
        eraRows = std::max(eraRows, era.row + 1);
    }
    return 2 * tierHeight + (eraRows > 0 ? eraRows * eraRowHeight + 6 : 0);
}

QSizeF TimelineLayout::plotSize(QSizeF sceneSize) const {
    return {std::max(1.0, sceneSize.width() - plotLeft(sceneSize.width())),
            std::max(1.0, sceneSize.height() - plotTop())};
}

Viewport TimelineLayout::fitAll(QSizeF sceneSize) const {
    constexpr std::size_t labelsLookedAt = 2000;
    const QSizeF size = plotSize(sceneSize);
    const auto [begin, end] = m_extent;
    const double length = end > begin ? end - begin : 86400e3;
    const double air = m_lanes.eventCount == 1 ? length : 0; // a lone event does not fill the window
    double labels = 0; // pixels that labels reach beyond the last date
    double scale = 1;
    for (int i = 0; i < 4; ++i) {
        const double margins = std::min(2 * fitMargin + labels, size.width() * 0.5);
        scale = (length + 2 * air) / (size.width() - margins);
        labels = 0;
        for (const Lane &lane : m_lanes.lanes) {
            const std::size_t first = lane.events.size() - std::min(lane.events.size(), labelsLookedAt);
            for (std::size_t e = first; e < lane.events.size(); ++e) {
                const Span span = m_document->span(lane.events[e]);
                const double last = m_scale.axis(span.isOpenAtEnd() ? span.begin : span.end);
                const double bar = (last - m_scale.axis(span.begin)) / scale;
                const double width = m_widths.of(*m_document, lane.events[e]).width + labelGap + pointSize / 2;
                const bool inside = (span.flags & DateFlag::Interval) && width + labelGap < bar;
                labels = std::max(labels, inside ? 0 : (last - end) / scale + width);
            }
        }
        labels = std::min(labels, size.width() * mostLabelShare);
    }
    const double middleOfNothing = m_extent == std::pair(0.0, 1.0) && m_lanes.eventCount == 0 ? length : 0;
    return {begin - air - middleOfNothing / 2 - fitMargin * scale, scale, size};
}

std::pair<double, double> TimelineLayout::axisOf(const Span &span) const {
    double begin = span.isOpenAtStart() ? m_extent.first : m_scale.axis(span.begin);
    double end = span.isOpenAtEnd() ? m_extent.second : m_scale.axis(span.end);
    if (end < begin) { // open, and beyond all events
        (span.isOpenAtStart() ? begin : end) = span.isOpenAtStart() ? end : begin;
    }
    return {begin, end};
}

Viewport TimelineLayout::fit(const Span &span, QSizeF sceneSize) const {
    const auto [begin, end] = axisOf(span);
    const double length = std::max(end - begin, 1.0);
    constexpr double air = 0.2; // of the length, on either side
    return Viewport::showing(begin - air * length, begin + (1 + air) * length, plotSize(sceneSize));
}

std::vector<int> TimelineLayout::wantedRows(QSizeF sceneSize) const {
    const int level = fitAll(sceneSize).level();
    std::vector<int> rows;
    for (const Lane &lane : m_lanes.lanes) {
        const int most = m_options.allRows ? mostRowsUnfolded : mostRows;
        rows.push_back(packLane(*m_document, m_scale, lane, level, most, m_widths).rows);
    }
    return rows;
}

const TimelineLayout::Bands &TimelineLayout::bands(QSizeF sceneSize) const {
    if (m_bands.sceneSize == sceneSize) {
        return m_bands;
    }
    m_packed.clear();
    m_bands = {sceneSize, rowHeight, {}};
    std::vector<int> rows = wantedRows(sceneSize);
    const double free = plotSize(sceneSize).height() - 2 * lanePadding * static_cast<double>(rows.size());
    const auto total = [&rows] { return std::accumulate(rows.begin(), rows.end(), 0); };
    if (!m_options.allRows) {
        const int budget = static_cast<int>(free / rowHeight);
        while (total() > budget) { // the lane with the most rows gives one up first
            const auto most = std::ranges::max_element(rows);
            if (most == rows.end() || *most <= fewestRows) {
                break;
            }
            --*most;
        }
    }
    if (const int used = total(); used > 0) {
        m_bands.pitch = std::clamp(std::floor(free / used), rowHeight, widestPitch);
    }
    // Room that is left goes to the lanes: when one zooms in and others fill up, none has to move.
    const double spare = std::max(0.0, free - total() * m_bands.pitch);
    const double extra = rows.empty() ? 0 : std::floor(spare / static_cast<double>(rows.size()));
    double top = 0;
    for (const int laneRows : rows) {
        const int fitting = static_cast<int>((laneRows * m_bands.pitch + extra) / m_bands.pitch);
        const double height = laneRows * m_bands.pitch + extra + 2 * lanePadding;
        m_bands.lanes.push_back({top, height, std::max(laneRows, fitting)});
        top += height;
    }
    return m_bands;
}

const std::vector<PackedLane> &TimelineLayout::packed(int level, const Bands &bands) const {
    const auto known = m_packed.find(level);
    if (known != m_packed.end()) {
        return known->second;
    }
    if (m_packed.size() >= mostLevelsKept) {
        m_packed.clear();
    }
    std::vector<PackedLane> lanes;
    for (std::size_t i = 0; i < m_lanes.lanes.size(); ++i) {
        lanes.push_back(packLane(*m_document, m_scale, m_lanes.lanes[i], level, bands.lanes[i].rows, m_widths));
    }
    return m_packed.emplace(level, std::move(lanes)).first->second;
}

Scene TimelineLayout::scene(const Viewport &viewport, QSizeF sceneSize, double scrollY) const {
    return SceneBuilder(*this, viewport, sceneSize, scrollY).build();
}

} // namespace timeline
