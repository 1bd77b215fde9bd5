// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/page_columns.h"

#include <algorithm>

namespace timeline {

namespace {

constexpr double reachOfEras = 0.6; // of a column, by which eras may make it longer
constexpr double openShare = 0.06;  // of a column, for an end that is not known
constexpr double dayLength = 86'400'000;

double lengthOf(const TimeColumn &column) {
    return millisecondsBetween(column.begin, column.end);
}

/// Eras that begin or end a little outside of all events make room for that.
void reachForEras(std::vector<TimeColumn> &columns, const PageContent &content) {
    TimeColumn &first = columns.front();
    TimeColumn &last = columns.back();
    const double before = reachOfEras * lengthOf(first);
    const double after = reachOfEras * lengthOf(last);
    const Instant earliest = plusMilliseconds(first.begin, -before);
    const Instant latest = plusMilliseconds(last.end, after);
    for (const PageEra &era : content.eras) {
        if (!era.span.isOpenAtStart() && era.span.begin >= earliest) {
            first.begin = std::min(first.begin, era.span.begin);
        }
        if (!era.span.isOpenAtEnd() && era.span.end <= latest) {
            last.end = std::max(last.end, era.span.end);
        }
    }
}

/// Without events a page is as long as its eras.
std::optional<TimeColumn> columnOfEras(const PageContent &content) {
    std::optional<TimeColumn> column;
    const auto reach = [&column](Instant instant) {
        if (!column) {
            column = TimeColumn{instant, instant, 0, 0, false, 0, {}};
        }
        column->begin = std::min(column->begin, instant);
        column->end = std::max(column->end, instant);
    };
    for (const PageEra &era : content.eras) {
        era.span.forEachEdge(reach);
    }
    return column;
}

/// An end that is not known has some room to point on into.
void makeRoomForOpenEnds(std::vector<TimeColumn> &columns, const PageContent &content) {
    bool isOpen = false;
    for (const PageEvent &event : content.events) {
        isOpen = isOpen || (event.span.isOpenAtEnd() && !event.isOpenBothWays());
    }
    for (TimeColumn &column : columns) {
        if (column.end <= column.begin) {
            column.end = plusMilliseconds(column.begin,
                                          column.finest > 0 ? std::min(column.finest, dayLength) : dayLength);
        }
    }
    if (isOpen) {
        columns.back().dataEnd = columns.back().end;
        columns.back().end = plusMilliseconds(columns.back().end, openShare * lengthOf(columns.back()));
    }
}

} // namespace

std::vector<TimeColumn> pageColumns(const PageContent &content, const PageOptions &options,
                                    std::size_t most) {
    std::vector<TimeColumn> columns =
        timeColumns(content.dates(), content.asOfEnd, options.linear ? 1 : most);
    for (TimeColumn &column : columns) {
        column.first += content.openCount;
        column.last += content.openCount;
    }
    if (columns.empty()) {
        columns.push_back(columnOfEras(content).value_or(TimeColumn{}));
        columns.front().last = content.openCount;
    } else {
        columns.front().first = 0;
        reachForEras(columns, content);
        makeRoomForOpenEnds(columns, content);
    }
    if (options.from && *options.from < columns.front().end) {
        columns.front().begin = *options.from;
    }
    if (options.to && *options.to > columns.back().begin) {
        columns.back().end = *options.to;
        columns.back().dataEnd.reset();
    }
    return columns;
}

std::vector<TimeColumn> withOneMore(const std::vector<TimeColumn> &columns, const PageContent &content,
                                    std::size_t column) {
    std::vector<TimeColumn> split = columns;
    const auto shift = [&](bool back) {
        for (TimeColumn &one : split) {
            one.first = back ? one.first + content.openCount
                             : std::max(one.first, content.openCount) - content.openCount;
            one.last = back ? one.last + content.openCount
                            : std::max(one.last, content.openCount) - content.openCount;
        }
    };
    shift(false);
    split = splitOnce(split, content.dates(), column);
    shift(true);
    split.front().first = 0;
    return split;
}

} // namespace timeline
