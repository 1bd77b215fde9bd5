// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/axis_stretches.h"

#include "time/calendar.h"

#include <algorithm>

namespace timeline {

double lastBreak(const ScenePanel &panel, const AxisStretch &stretch) {
    double end = panel.first();
    for (const ScaleMark &mark : panel.scaleMarks) {
        end = mark.length > 0 && mark.at < stretch.from ? mark.at + mark.length : end;
    }
    return end;
}

double columnEnd(const ScenePanel &panel, double along) {
    const auto column =
        std::ranges::find_if(panel.columns, [along](const SceneColumn &one) { return along < one.to; });
    return column == panel.columns.end() ? panel.last() : column->to;
}

YearCount yearsOf(const ScenePanel &panel) {
    constexpr std::int64_t manyYears = 99'999; // either way
    const auto isFar = [&panel](double axis) {
        return std::abs(civilTime(panel.scale.instant(axis)).date.year) > manyYears;
    };
    return isFar(panel.viewport.left()) || isFar(panel.viewport.right()) ? YearCount::Age : YearCount::Eras;
}

std::vector<AxisStretch> stretchesInView(ScenePanel &panel) {
    std::vector<AxisStretch> stretches;
    const TimeScale &scale = panel.scale;
    const Viewport &viewport = panel.viewport;
    if (scale.isLinear()) {
        stretches.push_back({scale.instant(viewport.left()),
                             scale.instant(viewport.right()),
                             panel.first(),
                             panel.last(),
                             viewport.scale(),
                             {},
                             false});
        return stretches;
    }
    const std::vector<TimeScale::Piece> &pieces = scale.pieces();
    const std::vector<TimeScale::Column> &columns = scale.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const TimeScale::Column &column = columns[i];
        const double from = i == 0 ? panel.first() : std::max(panel.first(), panel.at(column.axisBegin));
        const double to =
            i + 1 == columns.size() ? panel.last() : std::min(panel.last(), panel.at(column.axisEnd));
        if (from < to) {
            panel.columns.push_back({from, to, i % 2 == 1, column.isAhead, column.rate, {}, {}, {}});
        }
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const TimeScale::Piece &piece = pieces[i];
        const double axisBegin = i == 0 ? viewport.left() : piece.axisBegin;
        const double axisEnd = i + 1 == pieces.size() ? viewport.right() : piece.axisEnd;
        const double begin = std::max(axisBegin, viewport.left());
        const double end = std::min(axisEnd, viewport.right());
        // What a double cannot tell from a moment has no length, and a date all the same.
        const bool isGap = piece.isBreak || piece.isGutter;
        const bool isMoment = !isGap && begin == end && begin == piece.axisBegin;
        if (begin > end || (begin == end && !isMoment)) {
            continue;
        }
        const double from = panel.at(begin);
        const double to = panel.at(end);
        if (isGap) {
            panel.scaleMarks.push_back({from, to - from, piece.begin, piece.end, {}});
        } else {
            // Exact where it is whole: there and back a double loses the instant that its first tick has.
            const Instant first = begin == piece.axisBegin ? piece.begin : scale.instant(begin);
            const Instant last = isMoment               ? std::max(piece.end, plusMilliseconds(first, 1))
                                 : end == piece.axisEnd ? piece.end
                                                        : scale.instant(end);
            stretches.push_back({first, last, from, to, viewport.scale() / piece.rate, {}, false});
        }
    }
    return stretches;
}

} // namespace timeline
