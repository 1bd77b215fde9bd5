// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scale/scale_pieces.h"

#include "layout/scale/scale_edges.h"

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

/// A column before its place on the axis is known.
struct Column {
    std::size_t first = 0; ///< of the dates
    std::size_t last = 0;
    bool isAhead = false;
    Instant begin{};
    Instant end{};
    Instant headBegin{}; ///< the same, rounder where that is as good as true
    Instant headEnd{};
    std::vector<Gap> folds{};
    double folded = 0;        ///< milliseconds of it that are folded
    bool beginsInGap = false; ///< its edge lies where nothing happens
    double weight = 1;        ///< of the whole axis, in the measure of the others

    double length() const { return std::max(1.0, millisecondsBetween(begin, end) - folded); }
    double rate() const { return weight / length(); }
};

/// Finds the columns of a scale: their edges, what they fold and how wide they are.
class ColumnFinder {
public:
    ColumnFinder(const std::vector<ColumnDate> &dates, std::optional<Instant> asOfEnd, const Span &whole,
                 const std::vector<Gap> &gaps, const std::vector<Span> &beside)
        : m_dates(dates), m_asOfEnd(asOfEnd), m_whole(whole), m_gaps(gaps), m_beside(beside) {}

    std::vector<Column> find() {
        for (const TimeColumn &column : timeColumns(m_dates, m_asOfEnd, TimeScale::mostColumns)) {
            m_columns.push_back({column.first, column.last, column.isAhead});
        }
        if (m_columns.empty()) {
            m_columns.push_back({});
        }
        do {
            setEdges();
            setWeights();
            std::ranges::for_each(m_columns, [this](Column &column) { fold(column); });
            goOnAhead();
        } while (joinAlike());
        return std::move(m_columns);
    }

private:
    Instant latestEnd(const Column &column) const {
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
    }

    /// What is silent between two columns belongs to the slower one, in which it takes the least room.
    void setEdge(std::size_t i) {
        Column &left = m_columns[i];
        Column &right = m_columns[i + 1];
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
        for (Column &column : m_columns) {
            column.weight = 1 + std::sqrt(static_cast<double>(column.last - column.first));
            column.folds.clear();
            column.folded = 0;
            all += column.weight;
        }
        double whole = 0;
        for (Column &column : m_columns) {
            column.weight = std::max(leastShare, column.weight / all);
            whole += column.weight;
        }
        std::ranges::for_each(m_columns, [whole](Column &column) { column.weight /= whole; });
    }

    /// Folds the empty stretches of a column that are worth it, the longest first, as far as nothing beside
    /// the events stands in them.
    void fold(Column &column) {
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
        const Column &before = m_columns[m_columns.size() - 2];
        Column &ahead = m_columns.back();
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
    std::vector<Column> m_columns;
};

std::vector<TimeScale::Piece> piecesOf(const std::vector<Column> &columns) {
    std::vector<TimeScale::Piece> pieces;
    const double fastest = std::ranges::max(columns, {}, &Column::rate).rate();
    const auto add = [&pieces](Instant begin, Instant end, double rate) {
        if (begin < end) {
            pieces.push_back({begin, end, 0, 0, rate});
        }
    };
    for (const Column &column : columns) {
        const double rate = column.rate() / fastest;
        Instant begin = column.begin;
        const bool beginsFolded = !column.folds.empty() && column.folds.front().begin == begin;
        if (!pieces.empty() && !pieces.back().isBreak && !beginsFolded) {
            pieces.push_back({begin, begin, 0, 0, 0, false, true});
        }
        for (const Gap &gap : column.folds) {
            add(begin, gap.begin, rate);
            begin = gap.end;
            Instant from = gap.begin;
            if (!pieces.empty() && pieces.back().isBreak) {
                if (from == column.begin && column.beginsInGap) {
                    pieces.back().end = gap.end;
                    continue;
                }
                from = plusMilliseconds(from, 1); // the lone edge of something has its date
                add(gap.begin, from, rate);
            }
            pieces.push_back({from, gap.end, 0, 0, 0, true});
        }
        add(begin, column.end, rate);
    }
    // An era's lone edge beyond a break at either end has its date, too.
    if (pieces.front().isBreak) {
        const Instant edge = pieces.front().begin;
        pieces.insert(pieces.begin(), {plusMilliseconds(edge, -1), edge, 0, 0, pieces[1].rate});
    }
    if (pieces.back().isBreak) {
        const Instant edge = pieces.back().end;
        pieces.push_back({edge, plusMilliseconds(edge, 1), 0, 0, pieces[pieces.size() - 2].rate});
    }
    return pieces;
}

double lengthOnAxis(const TimeScale::Piece &piece) {
    // A gutter has no time; its rate is its length.
    return piece.isGutter ? piece.rate : millisecondsBetween(piece.begin, piece.end) * piece.rate;
}

/// How long a break is on the axis: as short as can be, but so that the places in it can be told apart.
double lengthOfBreak(const std::vector<TimeScale::Piece> &pieces) {
    double whole = std::abs(toEpochMilliseconds(std::ranges::max_element(pieces, {}, &TimeScale::Piece::rate)
                                                    ->begin)); // where the axis has its origin
    for (const TimeScale::Piece &piece : pieces) {
        whole += lengthOnAxis(piece); // breaks and gutters have no rate yet
    }
    constexpr double places = 4096;
    return places * (std::nextafter(whole, HUGE_VAL) - whole);
}

/// Lays the pieces end to end on the axis, the one with the highest rate at its milliseconds since 1970.
void placeOnAxis(std::vector<TimeScale::Piece> &pieces) {
    const auto origin = std::ranges::max_element(pieces, {}, &TimeScale::Piece::rate);
    const double breakLength = lengthOfBreak(pieces);
    for (TimeScale::Piece &piece : pieces) {
        if (piece.isBreak) {
            piece.rate = breakLength / millisecondsBetween(piece.begin, piece.end);
        } else if (piece.isGutter) {
            piece.rate = breakLength;
        }
    }
    double axis = toEpochMilliseconds(origin->begin);
    for (auto piece = origin; piece != pieces.end(); ++piece) {
        piece->axisBegin = axis;
        axis += lengthOnAxis(*piece);
        piece->axisEnd = axis;
    }
    axis = origin->axisBegin;
    for (auto piece = std::make_reverse_iterator(origin); piece != pieces.rend(); ++piece) {
        piece->axisEnd = axis;
        axis -= lengthOnAxis(*piece);
        piece->axisBegin = axis;
    }
}

std::vector<TimeScale::Column> placedColumns(const std::vector<Column> &columns,
                                             const std::vector<TimeScale::Piece> &pieces) {
    std::vector<TimeScale::Column> placed;
    auto piece = pieces.begin();
    for (const Column &column : columns) {
        TimeScale::Column its{column.headBegin, column.headEnd, 0, 0, 1, column.isAhead};
        bool isFirst = true;
        for (; piece != pieces.end() && (piece->begin < column.end || &column == &columns.back()); ++piece) {
            if (piece->isBreak || piece->isGutter) {
                continue;
            }
            its.axisBegin = isFirst ? piece->axisBegin : its.axisBegin;
            its.axisEnd = piece->axisEnd;
            its.rate = piece->rate;
            isFirst = false;
        }
        if (!isFirst) {
            placed.push_back(its);
        }
    }
    return placed;
}

} // namespace

FoldedPieces foldedPieces(const Document &document, const QBitArray &shown) {
    std::vector<Instant> edges = eventEdges(document, shown);
    if (edges.empty()) {
        return {};
    }
    std::vector<Gap> gaps = gapsBetweenEvents(document, shown);
    const std::vector<Span> beside = spansBesideEvents(document, edges);
    Span whole{edges.front(), edges.back(), {}};
    if (!beside.empty()) { // they make no crowd, but what lies outside of the events has its place, too
        const Instant first = beside.front().begin;
        const Instant last = std::ranges::max_element(beside, {}, &Span::end)->end;
        if (first < whole.begin) {
            gaps.insert(gaps.begin(), {first, whole.begin});
            whole.begin = first;
        }
        if (last > whole.end) {
            gaps.push_back({whole.end, last});
            whole.end = last;
        }
    }
    constexpr std::size_t fewest = 3; // between two there is nothing to compare with
    if (edges.size() + (whole.begin < edges.front() ? 1 : 0) + (whole.end > edges.back() ? 1 : 0) < fewest) {
        return {};
    }
    std::optional<Instant> asOfEnd;
    if (document.asOf() && !document.asOf()->isOpenAtEnd()) {
        asOfEnd = document.asOf()->end;
    }
    const std::vector<ColumnDate> dates = columnDates(document, shown, asOfEnd);
    if (dates.empty()) {
        return {};
    }
    const std::vector<Column> columns = ColumnFinder(dates, asOfEnd, whole, gaps, beside).find();
    FoldedPieces folded{piecesOf(columns), {}};
    if (folded.pieces.size() < 2) {
        return {};
    }
    placeOnAxis(folded.pieces);
    if (columns.size() > 1) {
        folded.columns = placedColumns(columns, folded.pieces);
    }
    return folded;
}

} // namespace timeline
