// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scale/scale_columns.h"

#include "layout/scale/scale.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr double breakFactor = 4; // an empty stretch this many times longer than others becomes a break
constexpr double breakWorthwhile = 0.12; // of the whole axis; shorter ones stay as they are
constexpr double mostOfColumn = 0.6;     // is worth it earlier
constexpr double nearlyAll = 0.3;        // of a column, what is left of it
constexpr double leastShare = 0.11;      // of the axis, for a column's head
constexpr double alike = 1.6;            // speeds that differ less are one
constexpr double nearEdge = 0.05;        // of a column: so much may lie between its dates and a rounder edge
constexpr double samePace = 4;           // what lies ahead at about the pace of before goes on at its speed

class ColumnFinder {
public:
    ColumnFinder(const std::vector<ColumnDate> &dates, std::optional<Instant> asOfEnd, const Span &whole,
                 const std::vector<Gap> &gaps, const std::vector<Span> &beside)
        : m_dates(dates), m_asOfEnd(asOfEnd), m_whole(whole), m_gaps(gaps), m_beside(beside) {}

    std::vector<ScaleColumn> find() {
        for (const TimeColumn &column : timeColumns(m_dates, m_asOfEnd, TimeScale::mostColumns)) {
            m_columns.push_back({column.first, column.last, column.isAhead});
        }
        if (m_columns.empty()) {
            m_columns.push_back({});
        }
        do {
            setEdges();
            setWeights();
            std::ranges::for_each(m_columns, [this](ScaleColumn &column) { fold(column); });
            goOnAhead();
        } while (joinAlike());
        return std::move(m_columns);
    }

private:
    Instant latestEnd(const ScaleColumn &column) const {
        Instant end = m_dates[column.first].begin;
        for (std::size_t i = column.first; i < column.last; ++i) {
            end = std::max(end, m_dates[i].end);
        }
        return end;
    }

    void setEdges() {
        m_columns.front().begin = m_columns.front().headBegin = m_whole.begin;
        m_columns.back().end = m_columns.back().headEnd = m_whole.end;
        for (std::size_t i = 0; i + 1 < m_columns.size(); ++i) {
            setEdge(i);
        }
        for (ScaleColumn &column : m_columns) {
            if (!column.isAhead) {
                tellWholeYears(column);
            }
        }
    }

    /// What lacks a few days of whole years is told as these.
    static void tellWholeYears(ScaleColumn &column) {
        const TickStep year{TickUnit::Year, 1, YearCount::Eras};
        const double some = nearEdge * millisecondsBetween(column.headBegin, column.headEnd);
        const Instant begin = tickAtOrBefore(column.headBegin, year);
        const Instant end = tickAfter(plusMilliseconds(column.headEnd, -1), year);
        if (millisecondsBetween(begin, column.headBegin) < some &&
            millisecondsBetween(column.headEnd, end) < some) {
            column.headBegin = begin;
            column.headEnd = end;
        }
    }

    /// What is silent between two columns belongs to the slower one, in which it takes the least room.
    void setEdge(std::size_t i) {
        ScaleColumn &left = m_columns[i];
        ScaleColumn &right = m_columns[i + 1];
        Instant edge;
        Instant round;
        if (right.isAhead) {
            edge = round = *m_asOfEnd;
        } else {
            const Instant last = m_dates[left.last - 1].begin;
            const Instant next = m_dates[right.first].begin;
            round = roundestIn(last, next);
            const Instant silent = std::clamp(latestEnd(left), last, next);
            const double leftLength = millisecondsBetween(m_dates[left.first].begin, silent);
            const double rightLength = millisecondsBetween(next, std::max(next, latestEnd(right)));
            const double count =
                static_cast<double>(right.last - right.first) / static_cast<double>(left.last - left.first);
            const bool isLeftSlower = leftLength * count > rightLength;
            if (isLeftSlower) {
                const Instant from = plusMilliseconds(next, -nearEdge * rightLength);
                edge = round >= from ? round : roundestIn(std::max(from, last), next);
            } else {
                const Instant to = std::min(plusMilliseconds(silent, nearEdge * leftLength + 1), next);
                edge = round <= to ? std::max(round, silent)
                                   : roundestIn(std::max(plusMilliseconds(silent, -1), last), to);
            }
        }
        left.end = left.headEnd = right.begin = right.headBegin = edge;
        if (round < edge && round >= latestEnd(left) &&
            millisecondsBetween(round, edge) < nearEdge * millisecondsBetween(left.begin, edge)) {
            left.headEnd = round;
        }
        if (const Instant first = m_dates[right.first].begin;
            !right.isAhead && round <= edge && edge < first &&
            millisecondsBetween(edge, first) <= nearEdge * millisecondsBetween(first, latestEnd(right))) {
            right.headBegin = first;
        }
        if (round > edge && millisecondsBetween(edge, round) <
                                nearEdge * millisecondsBetween(edge, std::max(edge, latestEnd(right)))) {
            right.headBegin = round;
        }
    }

    /// Columns with more events are wider, but less than in proportion.
    void setWeights() {
        double all = 0;
        for (ScaleColumn &column : m_columns) {
            column.weight = 1 + std::sqrt(static_cast<double>(column.last - column.first));
            column.folds.clear();
            column.folded = 0;
            all += column.weight;
        }
        double whole = 0;
        for (ScaleColumn &column : m_columns) {
            column.weight = std::max(leastShare, column.weight / all);
            whole += column.weight;
        }
        std::ranges::for_each(m_columns, [whole](ScaleColumn &column) { column.weight /= whole; });
    }

    /// Folds the empty stretches of a column that are worth it, the longest first, as far as nothing beside
    /// the events stands in them.
    void fold(ScaleColumn &column) {
        std::vector<Gap> within;
        for (const Gap &gap : m_gaps) {
            const Gap part{std::max(gap.begin, column.begin), std::min(gap.end, column.end)};
            if (part.begin < part.end) {
                within.push_back(part);
            }
        }
        std::ranges::stable_sort(within, std::ranges::greater(), &Gap::length);
        column.beginsInGap = std::ranges::any_of(m_gaps, [&](const Gap &gap) {
            return gap.begin < column.begin && column.begin < gap.end && without(gap).size() == 1;
        });
        const double edges = 2 * static_cast<double>(column.last - column.first) - 1;
        const double all = millisecondsBetween(column.begin, column.end);
        double length = all; // against which gaps are long: anew only where the longest is nearly all
        for (const Gap &gap : within) {
            length = column.length() < nearlyAll * length ? column.length() : length;
            const double typical = (length - gap.length()) / std::max(1.0, edges);
            const double shown = column.weight / length; // of the whole axis, a millisecond
            const bool isMost = gap.length() > mostOfColumn * all;
            const double worthwhile = isMost ? breakWorthwhile / 4 : breakWorthwhile;
            if (gap.length() <= breakFactor * typical || gap.length() * shown <= worthwhile) {
                break;
            }
            for (const Gap &part : without(gap)) {
                if (part.length() * shown > worthwhile) {
                    column.folds.push_back(part);
                    column.folded += part.length();
                }
            }
        }
        std::ranges::sort(column.folds, {}, &Gap::begin);
    }

    /// What remains of a gap without what stands beside the events.
    std::vector<Gap> without(const Gap &gap) const {
        std::vector<Gap> parts;
        Instant from = gap.begin;
        for (const Span &span : m_beside) { // in the order of their begins
            if (span.begin >= gap.end) {
                break;
            }
            if (span.begin > from) {
                parts.push_back({from, span.begin});
            }
            from = std::max(from, span.end);
        }
        if (from < gap.end) {
            parts.push_back({from, gap.end});
        }
        return parts;
    }

    void goOnAhead() {
        if (m_columns.size() < 2 || !m_columns.back().isAhead) {
            return;
        }
        const ScaleColumn &before = m_columns[m_columns.size() - 2];
        ScaleColumn &ahead = m_columns.back();
        const double apart = ahead.rate() / before.rate();
        const double weight = before.rate() * ahead.length();
        if (apart < samePace && apart > 1 / samePace && weight > leastShare && weight < 0.5) {
            ahead.weight = weight;
        }
    }

    /// Two neighbours with about one speed become one; not with what lies ahead.
    bool joinAlike() {
        std::size_t closest = 0;
        double least = alike;
        for (std::size_t i = 0; i + 1 < m_columns.size(); ++i) {
            const double apart = m_columns[i].rate() / m_columns[i + 1].rate();
            if (const double larger = std::max(apart, 1 / apart);
                larger < least && !m_columns[i + 1].isAhead) {
                least = larger;
                closest = i;
            }
        }
        if (least >= alike) {
            return false;
        }
        m_columns[closest].last = m_columns[closest + 1].last;
        m_columns.erase(m_columns.begin() + static_cast<std::ptrdiff_t>(closest) + 1);
        return true;
    }

    const std::vector<ColumnDate> &m_dates;
    std::optional<Instant> m_asOfEnd;
    Span m_whole;
    const std::vector<Gap> &m_gaps;
    const std::vector<Span> &m_beside;
    std::vector<ScaleColumn> m_columns;
};

} // namespace

std::vector<ScaleColumn> scaleColumns(const std::vector<ColumnDate> &dates, std::optional<Instant> asOfEnd,
                                      const Span &whole, const std::vector<Gap> &gaps,
                                      const std::vector<Span> &beside) {
    return ColumnFinder(dates, asOfEnd, whole, gaps, beside).find();
}

} // namespace timeline
