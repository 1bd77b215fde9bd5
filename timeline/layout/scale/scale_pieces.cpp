// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scale/scale_pieces.h"

#include "layout/scale/scale_edges.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr double evenness = 0.75; // 0: linear, 1: every event gets the same room
constexpr double mergeCost = 9;   // stretches that differ less than this stay one
constexpr double breakFactor = 4; // an empty stretch this many times longer than others becomes a break
constexpr double breakWorthwhile = 0.09; // of the whole axis; shorter ones stay as they are
constexpr double fewestEdges = 2;        // of a stretch that has a speed of its own
constexpr double fewestShare = 0.03;     // of all edges, likewise
constexpr double heaviest =
    12; // edges that count: with many, a small difference would be certain, but still small
constexpr std::size_t mostEdges = 512; // more are sampled: the shape of the density is enough

/// A stretch between two edges; an edge is where an event begins or ends.
struct Stretch {
    Instant begin;
    Instant end;
    double edges = 1;       ///< how many gaps between edges it is made of
    double emptyLength = 0; ///< of this, milliseconds that become breaks
    double length() const { return millisecondsBetween(begin, end); }
    double density() const { return edges / std::max(1.0, length() - emptyLength); }
    double share() const { return edges / std::pow(density(), 1 - evenness); }
};

/// Joins neighbours, the most alike first, until those left differ clearly in density (Ward's method on its
/// logarithm).
void mergeAlike(std::vector<Stretch> &stretches) {
    double all = 0;
    for (const Stretch &stretch : stretches) {
        all += stretch.edges;
    }
    // A lone short event is no crowd: what has few edges joins whichever neighbour is more like it.
    const double few = std::max(fewestEdges, all * fewestShare);
    const auto cost = [few](const Stretch &a, const Stretch &b) {
        const double difference = std::log(a.density() / b.density());
        const double weightA = std::min(a.edges, heaviest);
        const double weightB = std::min(b.edges, heaviest);
        const double apart = weightA * weightB / (weightA + weightB) * difference * difference;
        return std::min(a.edges, b.edges) < few ? apart * 1e-6 : apart;
    };
    while (stretches.size() > 1) {
        std::size_t cheapest = 0;
        double lowest = HUGE_VAL;
        for (std::size_t i = 0; i + 1 < stretches.size(); ++i) {
            const double c = cost(stretches[i], stretches[i + 1]);
            if (c < lowest) {
                lowest = c;
                cheapest = i;
            }
        }
        if (lowest > mergeCost) {
            return;
        }
        Stretch &kept = stretches[cheapest];
        const Stretch &next = stretches[cheapest + 1];
        kept.end = next.end;
        kept.edges += next.edges;
        kept.emptyLength += next.emptyLength;
        stretches.erase(stretches.begin() + static_cast<std::ptrdiff_t>(cheapest) + 1);
    }
}

std::vector<Stretch> stretchesBetween(const std::vector<Instant> &edges) {
    const std::size_t stride = std::max<std::size_t>(1, edges.size() / mostEdges);
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i + 1 < edges.size(); i += stride) {
        const std::size_t next = std::min(i + stride, edges.size() - 1);
        stretches.push_back({edges[i], edges[next], static_cast<double>(next - i)});
    }
    return stretches;
}

Stretch &stretchAround(std::vector<Stretch> &stretches, Instant instant) {
    const auto found = std::ranges::upper_bound(stretches, instant, {}, &Stretch::end);
    return found == stretches.end() ? stretches.back() : *found;
}

/// What remains of a gap without the spans, which are in the order of their begins.
std::vector<Gap> without(const Gap &gap, const std::vector<Span> &spans) {
    std::vector<Gap> parts;
    Instant from = gap.begin;
    for (const Span &span : spans) {
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

/// Moves the empty stretches that are worth a break from `empty` to the result, as far as nothing beside the
/// events stands in them.
std::vector<Gap> chooseBreaks(std::vector<Stretch> &stretches, const std::vector<Gap> &empty,
                              const std::vector<Span> &beside) {
    double whole = 0;
    for (const Stretch &stretch : stretches) {
        whole += stretch.share();
    }
    std::vector<Gap> breaks;
    for (const Gap &gap : empty) {
        Stretch &around = stretchAround(stretches, gap.begin);
        if (gap.end > around.end) {
            continue; // sampled edges cut through it; its densities tell nothing
        }
        const double typical = (around.length() - gap.length()) / std::max(1.0, around.edges - 1);
        const double shown = around.share() / whole / around.length(); // of the whole axis, a millisecond
        if (gap.length() > breakFactor * typical && gap.length() * shown > breakWorthwhile) {
            for (const Gap &part : without(gap, beside)) {
                if (part.length() * shown > breakWorthwhile) {
                    around.emptyLength += part.length();
                    breaks.push_back(part);
                }
            }
        }
    }
    return breaks;
}

std::vector<TimeScale::Piece> piecesOf(const std::vector<Stretch> &stretches,
                                       const std::vector<Gap> &breaks) {
    double fastest = 0;
    for (const Stretch &stretch : stretches) {
        fastest = std::max(fastest, std::pow(stretch.density(), evenness));
    }
    std::vector<TimeScale::Piece> pieces;
    auto nextBreak = breaks.begin();
    const auto add = [&pieces](Instant begin, Instant end, double rate, bool isBreak) {
        if (begin < end) {
            pieces.push_back({begin, end, 0, 0, rate, isBreak});
        }
    };
    for (const Stretch &stretch : stretches) {
        const double rate = std::pow(stretch.density(), evenness) / fastest;
        Instant begin = stretch.begin;
        for (; nextBreak != breaks.end() && nextBreak->begin < stretch.end; ++nextBreak) {
            add(begin, nextBreak->begin, rate, false);
            add(nextBreak->begin, nextBreak->end, 0, true);
            begin = nextBreak->end;
        }
        add(begin, stretch.end, rate, false);
    }
    // An era's lone edge beyond a break at either end has its date, too.
    if (!pieces.empty() && pieces.front().isBreak) {
        const Instant edge = pieces.front().begin;
        pieces.insert(pieces.begin(), {plusMilliseconds(edge, -1), edge, 0, 0, pieces[1].rate, false});
    }
    if (!pieces.empty() && pieces.back().isBreak) {
        const Instant edge = pieces.back().end;
        pieces.push_back({edge, plusMilliseconds(edge, 1), 0, 0, pieces[pieces.size() - 2].rate, false});
    }
    return pieces;
}

double lengthOnAxis(const TimeScale::Piece &piece) {
    return millisecondsBetween(piece.begin, piece.end) * piece.rate;
}

/// How long a break is on the axis: as short as can be, but so that the places in it can be told apart.
double lengthOfBreak(const std::vector<TimeScale::Piece> &pieces) {
    double whole = std::abs(toEpochMilliseconds(std::ranges::max_element(pieces, {}, &TimeScale::Piece::rate)
                                                    ->begin)); // where the axis has its origin
    for (const TimeScale::Piece &piece : pieces) {
        whole += lengthOnAxis(piece);
    }
    constexpr double places = 4096;
    return places * (std::nextafter(whole, HUGE_VAL) - whole);
}

/// Lays the pieces end to end on the axis, the one with the highest rate at its milliseconds since 1970.
void placeOnAxis(std::vector<TimeScale::Piece> &pieces) {
    const double breakLength = lengthOfBreak(pieces);
    for (TimeScale::Piece &piece : pieces) {
        if (piece.isBreak) {
            piece.rate = breakLength / millisecondsBetween(piece.begin, piece.end);
        }
    }
    const auto fastest = std::ranges::max_element(pieces, {}, &TimeScale::Piece::rate);
    const double origin = toEpochMilliseconds(fastest->begin);
    double axis = origin;
    for (auto piece = fastest; piece != pieces.end(); ++piece) {
        piece->axisBegin = axis;
        axis += lengthOnAxis(*piece);
        piece->axisEnd = axis;
    }
    axis = origin;
    for (auto piece = std::make_reverse_iterator(fastest); piece != pieces.rend(); ++piece) {
        piece->axisEnd = axis;
        axis -= lengthOnAxis(*piece);
        piece->axisBegin = axis;
    }
}

} // namespace

std::vector<TimeScale::Piece> foldedPieces(const Document &document, const QBitArray &shown) {
    std::vector<Instant> edges = eventEdges(document, shown);
    if (edges.empty()) {
        return {};
    }
    std::vector<Gap> gaps = gapsBetweenEvents(document, shown);
    const std::vector<Span> beside = spansBesideEvents(document, edges);
    if (!beside.empty()) { // they make no crowd, but what lies outside of the events has its place, too
        const Instant first = beside.front().begin;
        const Instant last = std::ranges::max_element(beside, {}, &Span::end)->end;
        if (first < edges.front()) {
            gaps.insert(gaps.begin(), {first, edges.front()});
            edges.insert(edges.begin(), first);
        }
        if (last > edges.back()) {
            gaps.push_back({edges.back(), last});
            edges.push_back(last);
        }
    }
    constexpr std::size_t fewest = 3; // between two there is nothing to compare with
    if (edges.size() < fewest) {
        return {};
    }
    std::vector<Stretch> stretches = stretchesBetween(edges);
    mergeAlike(stretches);
    const std::vector<Gap> breaks = chooseBreaks(stretches, gaps, beside);
    std::vector<TimeScale::Piece> pieces = piecesOf(stretches, breaks);
    if (pieces.size() < 2) {
        return {};
    }
    placeOnAxis(pieces);
    return pieces;
}

} // namespace timeline
