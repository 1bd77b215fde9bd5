// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/event_row.h"

#include "app/charts/chart_text.h"
#include "time/ticks.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace timeloom {

using namespace timeline;

namespace {

constexpr double binWidth = 9; // pixels; what is seen lies within half an octave of it
constexpr double binGap = 0.1; // of a bin, left free between two bars
constexpr double overscan =
    0.5; // of the width, counted on either side, so that moving about rarely counts anew
constexpr int settlingTime = 120; // ms without zooming, after which the bins get their best width

} // namespace

EventRow::EventRow(ChartGround &ground) : ChartRow(ground, tr("Events over time"), tr("by lane")) {
    setAccessibleDescription(tr("How many events begin when, by lane"));
    connect(&ground.workspace(), &Workspace::documentChanged, this, [this] { m_kept.clear(); });
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingTime);
    connect(&m_settling, &QTimer::timeout, this, [this] {
        m_isStale = true;
        applyTheme();
    });
}

/// Counts only where the bins known so far do not suffice.
void EventRow::follow() {
    const Viewport &view = ground().viewport();
    if (m_isStale || m_layoutNumber != ground().layoutNumber() || !covers(view) || octavesOff(view) > 2) {
        count(view);
    } else if (octavesOff(view) > 0.5) {
        m_settling.start(); // bars of another width only when one has arrived
    }
    m_colors.clear();
    const TimelineLayout &layout = ground().layout();
    for (const Histogram::Series &counted : m_histogram.series) {
        m_colors.push_back(ground().theme().laneColor(layout.document(), layout.lanes().lanes[counted.lane]));
    }
    ValueScale scale = ValueScale::over(0, std::max(1U, m_histogram.highest), mostSteps());
    scale.step = std::max(1.0, scale.step); // there is no half an event
    setScale(scale);
}

/// Whether the bins counted last reach over all that is seen.
bool EventRow::covers(const Viewport &view) const {
    return view.left() >= m_histogram.edges.front() && view.right() <= m_histogram.edges.back();
}

/// How far from the best width the bins counted last are now.
double EventRow::octavesOff(const Viewport &view) const {
    return std::abs(std::log2(m_histogram.binAxis / view.scale() / binWidth));
}

void EventRow::count(const Viewport &view) {
    const double aside = overscan * view.width();
    const QSizeF size(view.width() + 2 * aside, view.size().height());
    const TimelineLayout &layout = ground().layout();
    m_histogram = histogram(layout.axis(), layout.lanes(),
                            Viewport(view.axis(-aside), view.scale(), size, view.breaks()), binWidth, m_kept);
    m_isStale = false;
    m_layoutNumber = ground().layoutNumber();
    m_settling.stop();
    m_kept.clear();
    for (const Histogram::Series &counted : m_histogram.series) {
        if (std::ranges::any_of(counted.counts, [](EventIndex number) { return number > 0; })) {
            m_kept.insert(layout.lanes().lanes[counted.lane].key);
        }
    }
}

void EventRow::paintPlot(QPainter &painter, const ScenePanel &panel) {
    for (std::size_t bin = 0; bin < m_histogram.bins(); ++bin) {
        const double left = panel.at(m_histogram.begin(bin));
        const double binPixels = panel.at(m_histogram.end(bin)) - left;
        if (left + binPixels < panel.rect.left() || left > panel.rect.right()) {
            continue;
        }
        EventIndex below = 0;
        const auto stack = [&](const std::vector<EventIndex> &counts, const QColor &color) {
            const EventIndex count = counts[bin];
            if (count > 0) {
                const double bottom = yOf(below, panel);
                const double top = yOf(below + count, panel);
                painter.fillRect(QRectF(left + binPixels * binGap / 2, top,
                                        std::max(1.0, binPixels * (1 - binGap)), bottom - top),
                                 color);
            }
            below += count;
        };
        for (std::size_t i = 0; i < m_histogram.series.size(); ++i) {
            stack(m_histogram.series[i].counts, m_colors[i]);
        }
        if (!m_histogram.others.empty()) {
            stack(m_histogram.others, ground().theme().othersColor());
        }
    }
}

QString EventRow::toolTipAt(QPointF at, const ScenePanel &panel) const {
    const auto bin = m_histogram.binAt(panel.axisAt(panel.along(at)));
    if (!bin) {
        return {};
    }
    const Instant from = panel.scale.instant(m_histogram.begin(*bin));
    const Instant to = panel.scale.instant(m_histogram.end(*bin));
    const double length = millisecondsBetween(from, to);
    const QString fromName = instantName(from, length);
    const QString toName = instantName(plusMilliseconds(to, -1), length);
    const QStringList lanes = ChartText::lanesInBin(ground().layout(), m_histogram, *bin);
    const QStringList lines = {fromName == toName ? fromName : tr("%1 to %2").arg(fromName, toName)};
    return lanes.isEmpty() ? QString() : plainToolTip((lines + lanes).join(u'\n'));
}

} // namespace timeloom
