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

constexpr double headingMargin = 14;     // left and right of a lane's title
constexpr double mostHeadingShare = 0.2; // of the scene's width
constexpr double fitMargin = 28;         // left and right of everything, in pixels
constexpr double mostLabelShare = 0.3;   // of the width, kept free for labels right of the last event
constexpr EventIndex manyEvents = 200;
constexpr int mostRows = 24;
constexpr int mostRowsUnfolded = 400;
constexpr int fewestRows = 2;
constexpr double widestPitch = 36;
constexpr double tightPitch = 20;
constexpr double tightPadding = 4;
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
    for (const PackedEra &era : m_eras) {
        m_eraRows = std::max(m_eraRows, era.row + 1);
    }
    if (const std::optional<Span> asOf = m_document->asOf(); asOf && !asOf->isOpenAtEnd()) {
        m_asOfRow = freeEraRow(m_eras, m_scale.axis(asOf->end));
        m_eraRows = std::max(m_eraRows, m_asOfRow + 1);
    }
    m_eraRows = std::min(m_eraRows, mostEraRows);
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
    return 2 * tierHeight + (m_eraRows > 0 ? m_eraRows * eraRowHeight + 6 : 0);
}

QSizeF TimelineLayout::plotSize(QSizeF sceneSize) const {
    return {std::max(1.0, sceneSize.width() - plotLeft(sceneSize.width())),
            std::max(1.0, sceneSize.height() - plotTop())};
}

/// How far, in pixels, labels reach beyond an axis position that is the end of everything.
double TimelineLayout::labelOverhang(double end, double scale) const {
    constexpr std::size_t labelsLookedAt = 2000;
    double overhang = 0;
    for (const Lane &lane : m_lanes.lanes) {
        const std::size_t first = lane.events.size() - std::min(lane.events.size(), labelsLookedAt);
        for (std::size_t e = first; e < lane.events.size(); ++e) {
            const Span span = m_document->span(lane.events[e]);
            const double last = m_scale.axis(span.isOpenAtEnd() ? span.begin : span.end);
            const double bar = (last - m_scale.axis(span.begin)) / scale;
            const double width = m_widths.of(*m_document, lane.events[e]).width + labelGap + pointSize / 2;
            const bool inside = (span.flags & DateFlag::Interval) && width + labelGap < bar;
            overhang = std::max(overhang, inside ? 0 : (last - end) / scale + width);
        }
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
    double begin = from ? m_scale.axis(*from) : m_extent.first;
    double end = to ? m_scale.axis(*to) : std::max(m_extent.second, begin);
    begin = std::min(begin, end);
    // Nothing, or all at one instant: a day is shown. A lone event does not fill the window.
    const double air = end - begin < 1 ? dayMilliseconds / 2 : m_lanes.eventCount == 1 ? end - begin : 0;
    begin -= from ? 0 : air;
    end += to ? 0 : air;
    const double leftMargin = from ? 0 : fitMargin;
    double rightMargin = to ? 0 : fitMargin;
    double scale = (end - begin) / size.width();
    for (int i = 0; i < 4 && !to; ++i) { // a coarser scale needs more room for labels: it settles at once
        scale = (end - begin) / (size.width() - std::min(leftMargin + rightMargin, size.width() * 0.5));
        // Among few events each label matters; among many the last ones do not.
        const double share = m_lanes.eventCount > manyEvents ? mostLabelShare / 3 : mostLabelShare;
        rightMargin = fitMargin + std::min(labelOverhang(m_extent.second, scale), size.width() * share);
    }
    scale = (end - begin) / (size.width() - leftMargin - rightMargin);
    return Viewport::showing(begin - leftMargin * scale, end + rightMargin * scale, size);
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
        const int rowsHere = packLane(*m_document, m_scale, lane, level, most, m_widths).rows;
        // At other zoom levels there may be more: room for a row and a row of clusters.
        rows.push_back(std::max(rowsHere, lane.events.size() > 1 ? fewestRows : 1));
    }
    return rows;
}

const TimelineLayout::Bands &TimelineLayout::bands(QSizeF sceneSize) const {
    if (m_bands.sceneSize == sceneSize) {
        return m_bands;
    }
    m_packed.clear();
    std::vector<int> rows = wantedRows(sceneSize);
    const double height = plotSize(sceneSize).height();
    const auto count = static_cast<double>(rows.size());
    const auto total = [&rows] { return std::accumulate(rows.begin(), rows.end(), 0); };
    // Where the lanes would not fit with their air, they do with less.
    const bool tight = total() * rowHeight + 2 * lanePadding * count > height;
    m_bands = {sceneSize, tight ? tightPitch : rowHeight, tight ? tightPadding : lanePadding, {}};
    const double free = height - 2 * m_bands.padding * count;
    const int budget = static_cast<int>(free / m_bands.pitch);
    while (!m_options.allRows && total() > budget) { // the lane with the most rows gives one up first
        const auto most = std::ranges::max_element(rows);
        if (most == rows.end() || *most <= fewestRows) {
            break;
        }
        --*most;
    }
    if (const int used = total(); used > 0) {
        m_bands.pitch = std::clamp(std::floor(free / used), m_bands.pitch, widestPitch);
    }
    // Room that is left goes to the lanes: when one zooms in and others fill up, none has to move.
    const double spare = std::max(0.0, free - total() * m_bands.pitch);
    const double extra = rows.empty() ? 0 : std::floor(spare / count);
    double top = 0;
    for (const int laneRows : rows) {
        const double laneHeight = laneRows * m_bands.pitch + extra + 2 * m_bands.padding;
        const int fitting = static_cast<int>((laneRows * m_bands.pitch + extra) / m_bands.pitch);
        m_bands.lanes.push_back({top, laneHeight, std::max({laneRows, fitting, 1})});
        top += laneHeight;
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
        lanes.push_back(
            packLane(*m_document, m_scale, m_lanes.lanes[i], level, bands.lanes[i].rows, m_widths));
    }
    return m_packed.emplace(level, std::move(lanes)).first->second;
}

Scene TimelineLayout::scene(const Viewport &viewport, QSizeF sceneSize, double scrollY) const {
    return SceneBuilder(*this, viewport, sceneSize, scrollY).build();
}

} // namespace timeline
