// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How many rows each lane has.

#include "layout/packing/row_budget.h"
#include "layout/scale/metrics.h"
#include "layout/scene/timeline_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace timeline {

namespace {

using namespace metrics;

constexpr int mostRows = 48;
constexpr int mostRowsUnfolded = 800;
constexpr int fewestRows = 4;              // room for a date, its title and clusters
constexpr int rowsOfOne = 3;               // room for a date and its title
constexpr double typicalWidth = 150;       // pixels, of a mark with its label
constexpr std::size_t mostWeighedUp = 300; // events, of which lanes get the rows that tell most of them

int sum(const std::vector<int> &rows) {
    return std::accumulate(rows.begin(), rows.end(), 0);
}

} // namespace

double TimelineLayout::fitPhase(QSizeF sceneSize) const {
    constexpr double hair = 1e-6; // of a level, so that it is not the next one
    const double level = Viewport::levelsPerOctave * std::log2(fitAll(sceneSize).scale()) + hair;
    return std::ceil(level) - level;
}

/// Of lanes that show their events one by one.
std::vector<int> TimelineLayout::wantedRows(QSizeF sceneSize, DatePlace dates, int leastTitled) const {
    const double phase = fitPhase(sceneSize);
    const int level = fitAll(sceneSize).level(phase);
    const int most = m_options.allRows ? mostRowsUnfolded : mostRows;
    std::vector<int> rows;
    for (std::size_t i = 0; i < lanes().lanes.size(); ++i) {
        const Lane &lane = lanes().lanes[i];
        if (!lanes().isTall(i)) {
            continue;
        }
        int wanted = most;
        if (lane.events.size() == 1) {
            wanted = rowsOfOne;
        } else if (isPackedAsWhole(lane)) {
            wanted = LanePacking(axis(), lane.events, m_widths, most, true, m_walls, phase)
                         .wholeRows(level, dates, leastTitled);
        } else { // as many as there would be if its events were spread evenly
            const double width = lane.events.size() * typicalWidth / plotSize(sceneSize).width();
            wanted = static_cast<int>(std::min<double>(most, fewestRows + 2 * width));
        }
        // At other zoom levels there may be more: room for a label and clusters.
        rows.push_back(std::max(wanted, lane.events.size() > 1 ? fewestRows : rowsOfOne));
    }
    return rows;
}

/// What each lane tells with so many rows, from `fewest` to `most` of them.
std::vector<RowWorth> TimelineLayout::worths(QSizeF sceneSize, const std::vector<int> &fewest,
                                             const std::vector<int> &most) const {
    const double phase = fitPhase(sceneSize);
    const int level = fitAll(sceneSize).level(phase);
    std::vector<RowWorth> all;
    for (std::size_t lane = 0; lane < lanes().lanes.size(); ++lane) {
        if (!lanes().isTall(lane)) {
            continue;
        }
        const std::size_t i = all.size();
        RowWorth &its = all.emplace_back(RowWorth{fewest[i], {}});
        for (int rows = fewest[i]; rows <= std::max(fewest[i], most[i]); ++rows) {
            its.worth.push_back(
                LanePacking(axis(), lanes().lanes[lane].events, m_widths, rows, true, m_walls, phase)
                    .worth(level));
        }
    }
    return all;
}

/// Where not every date may stand above its title, the rows go where most is told with them; all marks come
/// first. Of many events dates come into the line, and then rows are taken from the largest lanes.
void TimelineLayout::giveRows(std::vector<int> &rows, QSizeF sceneSize, double padding) const {
    const double free =
        plotSize(sceneSize).height() - slimHeight() - 2 * padding * static_cast<double>(rows.size());
    const int budget = static_cast<int>(free / rowUnit);
    if (sum(rows) <= budget || rows.empty()) {
        return;
    }
    if (!m_options.allRows && lanes().placementCount <= mostWeighedUp) {
        constexpr int none = 256; // no importance is as much
        const std::vector<int> marks = wantedRows(sceneSize, DatePlace::InLine, none);
        if (sum(marks) <= budget) {
            rows = bestRows(worths(sceneSize, marks, rows), budget);
            return;
        }
    }
    const std::vector<int> above = std::exchange(rows, wantedRows(sceneSize, DatePlace::InLine));
    int total = sum(rows);
    if (total > budget && !m_options.allRows) {
        giveUpRows(rows, total - budget, fewestRows);
        return;
    }
    for (const std::vector<int> &some : {wantedRows(sceneSize, DatePlace::AboveKey), above}) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (const int more = some[i] - rows[i]; more > 0 && total + more <= budget) {
                rows[i] = some[i];
                total += more;
            }
        }
    }
}

} // namespace timeline
