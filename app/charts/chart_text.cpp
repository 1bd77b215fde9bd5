// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/chart_text.h"

#include "document/bytes/visible_text.h"
#include "layout/lanes/histogram.h"
#include "layout/scene/timeline_layout.h"

#include <QLocale>
#include <algorithm>

namespace timeloom {

using namespace timeline;

namespace {

struct Line {
    std::size_t lane = 0;
    EventIndex number = 0;
    bool isSeries = false;
};

std::vector<Line> linesOf(const TimelineLayout &layout, const Histogram &histogram, std::size_t bin) {
    std::vector<Line> lines;
    std::vector<bool> isSeries(layout.lanes().lanes.size());
    for (const Histogram::Series &series : histogram.series) {
        isSeries[series.lane] = true;
        if (series.counts[bin] > 0) {
            lines.push_back({series.lane, series.counts[bin], true});
        }
    }
    if (histogram.others.empty() || histogram.others[bin] == 0) {
        return lines;
    }
    for (std::size_t lane = 0; lane < isSeries.size(); ++lane) {
        const LaneIndex &events = layout.lanes().lanes[lane].events;
        const EventIndex number = isSeries[lane]
                                      ? 0
                                      : events.beginsBefore(layout.axis(), histogram.end(bin)) -
                                            events.beginsBefore(layout.axis(), histogram.begin(bin));
        if (number > 0) {
            lines.push_back({lane, number, false});
        }
    }
    return lines;
}

} // namespace

QStringList ChartText::lanesInBin(const TimelineLayout &layout, const Histogram &histogram, std::size_t bin) {
    std::vector<Line> lines = linesOf(layout, histogram, bin);
    std::ranges::stable_sort(lines, std::ranges::greater(),
                             [](const Line &line) { return std::pair(line.isSeries, line.number); });
    const bool hasGrey = !lines.empty() && !lines.back().isSeries;
    // One more than the most is listed too: a line for one other lane would take as much room.
    const bool isMany = lines.size() > Histogram::mostSeries + 1;
    const std::size_t more = isMany ? lines.size() - Histogram::mostSeries : 0;
    EventIndex rest = 0;
    for (std::size_t i = lines.size() - more; i < lines.size(); ++i) {
        rest += lines[i].number;
    }
    lines.resize(lines.size() - more);
    std::ranges::sort(lines, {}, &Line::lane);
    const QLocale locale;
    QStringList texts;
    for (const Line &line : lines) {
        const QString title = layout.lanes().lanes[line.lane].title;
        texts << tr("%1: %2").arg(visibleText(title), locale.toString(line.number));
    }
    if (more > 0) {
        texts << tr("and %1 others: %2", nullptr, static_cast<int>(more))
                     .arg(locale.toString(static_cast<qulonglong>(more)), locale.toString(rest));
    }
    if (hasGrey) {
        texts << tr("Grey: lanes that have no colour of their own here");
    }
    return texts;
}

} // namespace timeloom
