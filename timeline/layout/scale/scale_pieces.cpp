// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scale/scale_pieces.h"

#include "layout/scale/scale_columns.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

std::vector<TimeScale::Piece> piecesOf(const std::vector<ScaleColumn> &columns) {
    std::vector<TimeScale::Piece> pieces;
    const double fastest = std::ranges::max(columns, {}, &ScaleColumn::rate).rate();
    const auto add = [&pieces](Instant begin, Instant end, double rate) {
        if (begin < end) {
            pieces.push_back({begin, end, 0, 0, rate});
        }
    };
    for (const ScaleColumn &column : columns) {
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

/// The breaks in which one of these instants lies.
std::vector<TimeScale::Opened> openedOf(const std::vector<TimeScale::Piece> &pieces,
                                        const std::vector<Instant> &instants) {
    std::vector<TimeScale::Opened> opened;
    for (const TimeScale::Piece &piece : pieces) {
        if (piece.isBreak && std::ranges::any_of(instants, [&piece](Instant instant) {
                return piece.begin <= instant && instant < piece.end;
            })) {
            opened.push_back({piece.begin, piece.end});
        }
    }
    return opened;
}

/// A break may have parts in two columns.
void open(ScaleColumn &column, const std::vector<TimeScale::Opened> &opened) {
    std::erase_if(column.folds, [&](const Gap &fold) {
        const bool isOpened = std::ranges::any_of(opened, [&fold](const TimeScale::Opened &one) {
            return fold.begin < one.end && one.begin < fold.end;
        });
        column.folded -= isOpened ? fold.length() : 0;
        return isOpened;
    });
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

std::vector<TimeScale::Column> placedColumns(const std::vector<ScaleColumn> &columns,
                                             const std::vector<TimeScale::Piece> &pieces) {
    std::vector<TimeScale::Column> placed;
    auto piece = pieces.begin();
    for (const ScaleColumn &column : columns) {
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

FoldedPieces foldedPieces(const Document &document, const QBitArray &shown,
                          const std::vector<Instant> &opened) {
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
    std::vector<ScaleColumn> columns = scaleColumns(dates, asOfEnd, whole, gaps, beside);
    FoldedPieces folded{piecesOf(columns), {}, {}};
    folded.opened = openedOf(folded.pieces, opened);
    if (!folded.opened.empty()) {
        std::ranges::for_each(columns, [&folded](ScaleColumn &column) { open(column, folded.opened); });
        folded.pieces = piecesOf(columns);
    }
    if (folded.pieces.size() < 2) {
        return {{}, {}, std::move(folded.opened)};
    }
    placeOnAxis(folded.pieces);
    if (columns.size() > 1) {
        folded.columns = placedColumns(columns, folded.pieces);
    }
    return folded;
}

} // namespace timeline
