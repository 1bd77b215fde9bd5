// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scale/time_columns.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr double dayLength = 86'400'000;
constexpr double paceApart = 4; // from here on two stretches have scales of their own

/// Begins of equal dates are one, with their number.
struct Moment {
    double at = 0; ///< milliseconds since the first
    std::size_t count = 0;
    std::size_t first = 0; ///< of the dates
};

std::vector<Moment> momentsOf(const std::vector<ColumnDate> &dates, std::size_t first, std::size_t last) {
    std::vector<Moment> moments;
    for (std::size_t i = first; i < last; ++i) {
        const double at = millisecondsBetween(dates[first].begin, dates[i].begin);
        if (moments.empty() || moments.back().at < at) {
            moments.push_back({at, 0, i});
        }
        ++moments.back().count;
    }
    return moments;
}

/// Where blocks of one pace begin, as places in the moments. The first is 0.
std::vector<std::size_t> bayesianBlocks(const std::vector<Moment> &moments, std::size_t total) {
    const std::size_t count = moments.size();
    std::vector<double> edges{moments.front().at};
    for (std::size_t i = 1; i < count; ++i) {
        edges.push_back((moments[i - 1].at + moments[i].at) / 2);
    }
    edges.push_back(moments.back().at);
    // Where events are few a change of pace is easily chance: formula 21, at 5 percent false alarms.
    const double prior = 4 - std::log(73.53 * 0.05 * std::pow(static_cast<double>(total), -0.478));
    std::vector<double> best(count);
    std::vector<std::size_t> begins(count);
    for (std::size_t end = 0; end < count; ++end) {
        best[end] = -HUGE_VAL;
        double within = 0;
        for (std::size_t begin = end + 1; begin-- > 0;) {
            within += static_cast<double>(moments[begin].count);
            const double length = std::max(edges[end + 1] - edges[begin], 1.0);
            const double fitness =
                within * (std::log(within) - std::log(length)) - prior + (begin > 0 ? best[begin - 1] : 0);
            if (fitness > best[end]) {
                best[end] = fitness;
                begins[end] = begin;
            }
        }
    }
    std::vector<std::size_t> blocks;
    for (std::size_t end = count; end > 0; end = begins[end - 1]) {
        blocks.push_back(begins[end - 1]);
    }
    std::ranges::reverse(blocks);
    return blocks;
}

struct Block {
    std::size_t first = 0; ///< of the dates
    std::size_t last = 0;
    double length = 0; ///< in milliseconds, up to where the next begins

    double pace() const { return static_cast<double>(last - first) / std::max(length, 1.0); }
};

std::vector<Block> blocksOf(const std::vector<ColumnDate> &dates, std::size_t first, std::size_t last) {
    const std::vector<Moment> moments = momentsOf(dates, first, last);
    std::vector<Block> blocks;
    for (const std::size_t begin : bayesianBlocks(moments, last - first)) {
        if (!blocks.empty()) {
            blocks.back().last = moments[begin].first;
        }
        blocks.push_back({moments[begin].first, last, 0});
    }
    // From the middle before a block to the one behind it; before the first and behind the last as far again.
    const auto gap = [&](std::size_t right) { return moments[right].at - moments[right - 1].at; };
    const std::size_t count = moments.size();
    for (Block &block : blocks) {
        const auto at = [&](std::size_t date) {
            return static_cast<std::size_t>(std::ranges::find(moments, date, &Moment::first) -
                                            moments.begin());
        };
        const std::size_t begin = at(block.first);
        const std::size_t end = block.last == last ? count : at(block.last);
        block.length = moments[end - 1].at - moments[begin].at;
        if (count > 1) {
            block.length += (gap(begin > 0 ? begin : 1) + gap(end < count ? end : count - 1)) / 2;
        }
    }
    return blocks;
}

/// The first and the last date of a burst have a silence beside them, and seem to be of the slow pace: they
/// belong to the burst where they are as near to the others of it as these are to each other.
void giveToBursts(std::vector<Block> &blocks, const std::vector<ColumnDate> &dates) {
    const auto gap = [&](std::size_t date) { // before it
        return millisecondsBetween(dates[date - 1].begin, dates[date].begin);
    };
    constexpr double muchSlower = paceApart * paceApart;
    for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
        Block &left = blocks[i];
        Block &right = blocks[i + 1];
        const double rightPace = right.pace();
        while (left.last - left.first > 1 && gap(right.first) * rightPace < paceApart &&
               gap(right.first - 1) * rightPace > muchSlower) {
            --left.last;
            --right.first;
        }
        const double leftPace = left.pace();
        while (right.last - right.first > 1 && gap(right.first) * leftPace < paceApart &&
               gap(right.first + 1) * leftPace > muchSlower) {
            ++left.last;
            ++right.first;
        }
    }
}

void join(std::vector<Block> &blocks, std::size_t left);

/// A column shorter than its dates are long would cut them all off: years begin with January, but do not all
/// happen there.
void joinShort(std::vector<Block> &blocks, const std::vector<ColumnDate> &dates) {
    for (std::size_t i = 0; i + 1 < blocks.size();) {
        const Block &block = blocks[i];
        std::vector<double> lengths;
        for (std::size_t date = block.first; date < block.last; ++date) {
            lengths.push_back(millisecondsBetween(dates[date].begin, dates[date].end));
        }
        const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
        std::ranges::nth_element(lengths, middle);
        if (millisecondsBetween(dates[block.first].begin, dates[blocks[i + 1].first].begin) < *middle) {
            join(blocks, i);
            i = i > 0 ? i - 1 : 0;
        } else {
            ++i;
        }
    }
}

void join(std::vector<Block> &blocks, std::size_t left) {
    blocks[left].last = blocks[left + 1].last;
    blocks[left].length += blocks[left + 1].length;
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(left) + 1);
}

/// Of one moment alone there is no pace: it belongs to the nearer neighbour, where that is about as near as
/// dates there are to each other, or a moment, too, whose nearer neighbour it is.
void joinMoments(std::vector<Block> &blocks, const std::vector<ColumnDate> &dates) {
    const auto isMoment = [&](const Block &block) {
        return dates[block.first].begin == dates[block.last - 1].begin;
    };
    const auto gapBefore = [&](std::size_t block) {
        return block == 0 || block >= blocks.size()
                   ? HUGE_VAL
                   : millisecondsBetween(dates[blocks[block].first - 1].begin,
                                         dates[blocks[block].first].begin);
    };
    for (std::size_t i = 0; i < blocks.size() && blocks.size() > 1;) {
        const bool toTheRight = gapBefore(i + 1) < gapBefore(i);
        const std::size_t left = toTheRight ? i : i - 1; // of the two that may be one
        const std::size_t other = toTheRight ? i + 1 : i - 1;
        const double gap = gapBefore(left + 1);
        const bool isNear = isMoment(blocks[i]) &&
                            (isMoment(blocks[other]) ? gap <= std::min(gapBefore(left), gapBefore(left + 2))
                                                     : gap * blocks[other].pace() < paceApart * paceApart);
        if (isNear) {
            const double length = isMoment(blocks[other]) ? gap : blocks[other].length + gap;
            blocks[left].last = blocks[left + 1].last;
            blocks[left].length = length;
            blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(left) + 1);
            i = 0;
        } else {
            ++i;
        }
    }
}

/// Joins the neighbours whose paces differ least, until all differ enough, and there are not too many.
void joinAlike(std::vector<Block> &blocks, const std::vector<ColumnDate> &dates, std::size_t most) {
    while (blocks.size() > 1) {
        std::size_t closest = 0;
        double least = HUGE_VAL;
        for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
            const double left = blocks[i].pace();
            const double right = blocks[i + 1].pace();
            // A silence between two bursts is a pace of its own.
            const double silence =
                std::max(left, right) *
                millisecondsBetween(dates[blocks[i + 1].first - 1].begin, dates[blocks[i + 1].first].begin);
            const double apart =
                std::max(std::abs(std::log(left / right)), std::log(std::max(1.0, silence / paceApart)));
            if (apart < least) {
                least = apart;
                closest = i;
            }
        }
        if (blocks.size() <= most && least > std::log(paceApart)) {
            return;
        }
        join(blocks, closest);
    }
}

Instant latestEnd(const std::vector<ColumnDate> &dates, std::size_t first, std::size_t last) {
    Instant end = dates[first].begin;
    for (std::size_t i = first; i < last; ++i) {
        end = std::max({end, dates[i].begin, dates[i].end});
    }
    return end;
}

} // namespace

bool isAhead(const ColumnDate &date, std::optional<Instant> asOfEnd) {
    return asOfEnd && date.isPlanned && date.begin >= plusMilliseconds(*asOfEnd, -dayLength);
}

Instant roundestIn(Instant after, Instant upTo) {
    TickStep step = coarsestStep();
    for (;;) {
        if (const Instant tick = tickAfter(after, step); tick <= upTo && tick > after) {
            return tick;
        }
        const std::optional<TickStep> finer = finerStep(step);
        if (!finer) {
            return upTo;
        }
        step = *finer;
    }
}

std::vector<TimeColumn> timeColumns(const std::vector<ColumnDate> &dates, std::optional<Instant> asOfEnd,
                                    std::size_t most) {
    std::vector<TimeColumn> columns;
    const auto ahead = static_cast<std::size_t>(
        std::ranges::find_if(dates, [&](const ColumnDate &date) { return isAhead(date, asOfEnd); }) -
        dates.begin());
    if (ahead > 0) {
        std::vector<Block> blocks = blocksOf(dates, 0, ahead);
        joinMoments(blocks, dates);
        giveToBursts(blocks, dates);
        joinMoments(blocks, dates);
        joinShort(blocks, dates);
        joinAlike(blocks, dates, std::max<std::size_t>(1, most - (ahead < dates.size() ? 1 : 0)));
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const Block &block = blocks[i];
            const Instant begin = dates[block.first].begin;
            const Instant dataEnd = latestEnd(dates, block.first, block.last);
            Instant end = dataEnd;
            if (i + 1 < blocks.size()) {
                const Instant edge =
                    roundestIn(dates[block.last - 1].begin, dates[blocks[i + 1].first].begin);
                // A round edge that is not far off ends the column; beyond it dates run on.
                const double length = millisecondsBetween(begin, edge);
                const bool isNear = millisecondsBetween(dataEnd, edge) < 0.2 * length;
                end = isNear ? edge : dataEnd;
            } else if (ahead < dates.size() && asOfEnd && *asOfEnd > dates[block.last - 1].begin) {
                const double length = millisecondsBetween(begin, *asOfEnd);
                const bool isNear = millisecondsBetween(dataEnd, *asOfEnd) < 0.2 * length;
                end = isNear ? *asOfEnd : dataEnd;
            }
            columns.push_back({begin, end, block.first, block.last, false, 0, {}});
        }
    }
    if (ahead < dates.size()) {
        columns.push_back(
            {dates[ahead].begin, latestEnd(dates, ahead, dates.size()), ahead, dates.size(), true, 0, {}});
    }
    for (TimeColumn &column : columns) {
        column.finest = HUGE_VAL;
        for (std::size_t i = column.first; i < column.last; ++i) {
            column.finest = std::min(column.finest, dates[i].finest);
        }
    }
    return columns;
}

std::vector<TimeColumn> splitOnce(const std::vector<TimeColumn> &columns,
                                  const std::vector<ColumnDate> &dates, std::size_t column) {
    std::vector<TimeColumn> split = columns;
    TimeColumn &left = split[column];
    // The middle one of the dates, and the neighbours that are not one with it.
    const std::size_t count = left.last - left.first;
    for (std::size_t away = 0; away < count / 2; ++away) {
        for (const std::size_t at : {left.first + count / 2 + away, left.first + count / 2 - away}) {
            if (at > left.first && at < left.last && dates[at - 1].begin < dates[at].begin) {
                TimeColumn right = left;
                const Instant edge = roundestIn(dates[at - 1].begin, dates[at].begin);
                right.begin = edge;
                right.first = at;
                left.last = at;
                left.end = edge;
                split.insert(split.begin() + static_cast<std::ptrdiff_t>(column) + 1, right);
                return split;
            }
        }
    }
    return split;
}

} // namespace timeline
