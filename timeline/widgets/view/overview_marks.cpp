// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/overview_marks.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace timeline {

namespace {

constexpr double binWidth = 4;
constexpr double bottomRoom = 4; // below the marks, in pixels
constexpr double topRoom = 5;    // above the highest bar

} // namespace

OverviewMarks::OverviewMarks(const TimelineLayout &layout, const ScenePanel &whole, double room,
                             const QBitArray &shown) {
    for (const double pitch : {8.0, 6.0}) {
        m_pitch = pitch;
        if (placeSquares(layout, whole, static_cast<int>(room / pitch), shown)) {
            return;
        }
        m_squares.clear();
    }
    m_pitch = 0;
    m_bins = histogram(layout.axis(), layout.lanes(), whole.viewport, binWidth);
}

double OverviewMarks::squareAt(double along, const ScenePanel &whole) const {
    return std::round(whole.first() + std::floor((along - whole.first()) / m_pitch) * m_pitch) +
           (m_pitch - 1) / 2;
}

bool OverviewMarks::placeSquares(const TimelineLayout &layout, const ScenePanel &whole, int mostHigh,
                                 const QBitArray &shown) {
    const Lanes &lanes = layout.lanes();
    const Document &document = layout.document();
    const double most = whole.rect.width() / m_pitch * mostHigh;
    if (static_cast<double>(lanes.placementCount) > most || document.placedCount() > most) {
        return false;
    }
    std::unordered_map<int, int> heights; // by cell
    const auto place = [&](EventIndex event, std::optional<std::size_t> lane) {
        const double at = whole.at(layout.axis().begin(event));
        if (at < whole.first() || at > whole.last()) {
            return true; // it begins openly, or lies beyond what is shown
        }
        const int cell = static_cast<int>((at - whole.first()) / m_pitch);
        const int level = heights[cell]++;
        m_squares.push_back({whole.first() + cell * m_pitch, level, lane});
        return level < mostHigh;
    };
    for (std::size_t lane = 0; lane < lanes.lanes.size(); ++lane) {
        const LaneIndex &events = lanes.lanes[lane].events;
        for (EventIndex rank = 0; rank < events.size(); ++rank) {
            if (!place(events.at(rank), lane)) {
                return false;
            }
        }
    }
    if (lanes.eventCount < document.placedCount()) {
        for (EventIndex event = 0; event < document.eventCount(); ++event) {
            const bool isShown = event >= shown.size() || shown.testBit(event);
            if (!isShown && document.isPlaced(event) && !place(event, std::nullopt)) {
                return false;
            }
        }
    }
    return true;
}

std::vector<EventIndex> OverviewMarks::hiddenIn(const Document &document, const TimeScale &scale,
                                                const QBitArray &shown, const Histogram &bins,
                                                const std::stop_token &stop) {
    constexpr EventIndex oftenEnough = 4096;
    std::vector<EventIndex> hidden(bins.bins());
    const EventAxis axis{document, scale};
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (event % oftenEnough == 0 && stop.stop_requested()) {
            return {};
        }
        const bool isShown = event >= shown.size() || shown.testBit(event);
        if (!isShown && document.isPlaced(event)) {
            if (const auto bin = bins.binAt(axis.begin(event))) {
                ++hidden[*bin];
            }
        }
    }
    return hidden;
}

void OverviewMarks::draw(QPainter &painter, const ScenePanel &whole, const TimelineLayout &layout,
                         const Theme &theme, const Tokens &tokens) const {
    if (!areSquares()) {
        drawBars(painter, whole, layout, theme, tokens);
        return;
    }
    for (const Square &square : m_squares) {
        const QRectF rect(std::round(square.left),
                          whole.rect.bottom() - bottomRoom - m_pitch * (square.level + 1), m_pitch - 1,
                          m_pitch - 1);
        if (square.lane) {
            painter.fillRect(rect, theme.laneColor(layout.document(), layout.lanes().lanes[*square.lane]));
        } else {
            painter.setPen(tokens.control);
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }
}

void OverviewMarks::drawBars(QPainter &painter, const ScenePanel &whole, const TimelineLayout &layout,
                             const Theme &theme, const Tokens &tokens) const {
    std::vector<QColor> colors;
    for (const Histogram::Series &series : m_bins.series) {
        colors.push_back(theme.laneColor(layout.document(), layout.lanes().lanes[series.lane]));
    }
    const auto countIn = [&](std::size_t bin) {
        std::uint64_t count = m_hidden.empty() ? 0 : m_hidden[bin];
        for (const Histogram::Series &series : m_bins.series) {
            count += series.counts[bin];
        }
        return count + (m_bins.others.empty() ? 0 : m_bins.others[bin]);
    };
    std::uint64_t highest = 0;
    for (std::size_t bin = 0; bin < m_bins.bins(); ++bin) {
        highest = std::max(highest, countIn(bin));
    }
    if (highest == 0) {
        return;
    }
    // The root keeps single events visible beside thousands.
    const double unit =
        (whole.rect.height() - bottomRoom - topRoom) / std::sqrt(static_cast<double>(highest));
    for (std::size_t bin = 0; bin < m_bins.bins(); ++bin) {
        const double left = whole.at(m_bins.begin(bin));
        const double width = std::max(1.0, whole.at(m_bins.end(bin)) - left - 0.5);
        std::uint64_t below = 0;
        const auto next = [&](EventIndex count) {
            const double bottom = unit * std::sqrt(static_cast<double>(below));
            below += count;
            const double top = unit * std::sqrt(static_cast<double>(below));
            return QRectF(left, whole.rect.bottom() - bottomRoom - top, width, top - bottom);
        };
        const auto stack = [&](const std::vector<EventIndex> &counts, const QColor &color) {
            if (counts[bin] > 0) {
                painter.fillRect(next(counts[bin]), color);
            }
        };
        for (std::size_t i = 0; i < m_bins.series.size(); ++i) {
            stack(m_bins.series[i].counts, colors[i]);
        }
        if (!m_bins.others.empty()) {
            stack(m_bins.others, theme.othersColor());
        }
        if (!m_hidden.empty() && m_hidden[bin] > 0) {
            painter.setPen(tokens.control);
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(next(m_hidden[bin]).adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }
}

} // namespace timeline
