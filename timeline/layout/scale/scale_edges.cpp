// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scale/scale_edges.h"

#include "document/bytes/parallel.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <tuple>

namespace timeline {

namespace {

constexpr EventIndex sampleSize = 16'384; // events
constexpr std::size_t mostDates = 512;    // by which columns are found
constexpr std::size_t binCount = 1 << 14; // few enough to stay in the processor's cache

/// Calls `visit` with the events that are shown.
template <typename Visit>
void forEachEvent(const Document &document, const QBitArray &shown, EventIndex stride, Visit visit) {
    for (EventIndex event = 0; event < document.eventCount(); event += stride) {
        if (shown.isEmpty() || shown.testBit(event)) {
            visit(event);
        }
    }
}

template <typename Visit>
void forEachShown(const Document &document, const QBitArray &shown, EventIndex first, EventIndex end,
                  EventIndex stride, Visit visit) {
    for (EventIndex event = first; event < end; event += stride) {
        if (shown.isEmpty() || shown.testBit(event)) {
            visit(document.span(event));
        }
    }
}

/// Calls `visit` with what an event covers for certain, of those that are shown.
template <typename Visit>
void forEachCovered(const Document &document, const QBitArray &shown, EventIndex first, EventIndex end,
                    Visit visit) {
    forEachShown(document, shown, first, end, 1, [&visit](const Span &span) {
        if (const std::optional<Span> covered = span.covered()) {
            visit(*covered);
        }
    });
}

EventIndex countOf(const Document &document, const QBitArray &shown) {
    return shown.isEmpty() ? document.eventCount() : static_cast<EventIndex>(shown.count(true));
}

/// How many events are passed over at once: of very many a sample is looked at.
EventIndex strideOf(const Document &document, const QBitArray &shown) {
    return countOf(document, shown) <= mostExactEvents ? 1 : std::max(1U, document.eventCount() / sampleSize);
}

std::vector<Gap> exactGaps(const Document &document, const QBitArray &shown) {
    std::vector<Span> spans;
    forEachCovered(document, shown, 0, document.eventCount(),
                   [&spans](const Span &span) { spans.push_back(span); });
    std::ranges::sort(spans, {}, &Span::begin);
    std::vector<Gap> gaps;
    Instant covered = Instant::distantFuture();
    for (const Span &span : spans) {
        if (span.begin > covered) {
            gaps.push_back({covered, span.begin});
        }
        covered = covered == Instant::distantFuture() ? span.end : std::max(covered, span.end);
    }
    return gaps;
}

/// A part of the whole time, and what begins and ends in it.
struct Bin {
    Instant firstBegin = Instant::distantFuture();
    Instant lastEnd = Instant::distantPast();
    int change = 0; ///< events that cover this bin, less those that cover the one before

    void include(const Bin &other) {
        firstBegin = std::min(firstBegin, other.firstBegin);
        lastEnd = std::max(lastEnd, other.lastEnd);
        change += other.change;
    }
};

std::vector<Gap> gapsOfBins(const Document &document, const QBitArray &shown) {
    const std::optional<Span> extent = document.extent();
    if (!extent) {
        return {};
    }
    const double width = std::max(1.0, millisecondsBetween(extent->begin, extent->end)) / binCount;
    const auto binOf = [&](Instant instant) {
        const double bin = millisecondsBetween(extent->begin, instant) / width;
        return static_cast<std::size_t>(std::clamp(bin, 0.0, binCount - 1.0));
    };
    std::vector<Bin> bins(binCount + 1);
    std::mutex mutex;
    constexpr EventIndex parts = 2; // the bins of each take megabytes
    forEachParallel(parts, [&](std::size_t part) {
        const EventIndex size = document.eventCount() / parts;
        const EventIndex begin = static_cast<EventIndex>(part) * size;
        const EventIndex end = part + 1 < parts ? begin + size : document.eventCount();
        std::vector<Bin> own(binCount + 1);
        forEachCovered(document, shown, begin, end, [&](const Span &span) {
            Bin &first = own[binOf(span.begin)];
            first.firstBegin = std::min(first.firstBegin, span.begin);
            ++first.change;
            const std::size_t lastBin = binOf(span.end);
            own[lastBin].lastEnd = std::max(own[lastBin].lastEnd, span.end);
            --own[lastBin + 1].change;
        });
        const std::lock_guard lock(mutex);
        for (std::size_t i = 0; i < bins.size(); ++i) {
            bins[i].include(own[i]);
        }
    });
    std::vector<Gap> gaps;
    std::optional<Instant> covered;
    int covering = 0;
    bool wasEmpty = false;
    for (std::size_t i = 0; i < binCount; ++i) {
        covering += bins[i].change;
        if (covering > 0 && covered && wasEmpty) {
            gaps.push_back({*covered, bins[i].firstBegin});
        }
        wasEmpty = covering == 0;
        if (bins[i].lastEnd != Instant::distantPast()) {
            covered = covered ? std::max(*covered, bins[i].lastEnd) : bins[i].lastEnd;
        }
    }
    return gaps;
}

} // namespace

std::vector<ColumnDate> columnDates(const Document &document, const QBitArray &shown,
                                    std::optional<Instant> &asOfEnd) {
    std::vector<ColumnDate> dates;
    forEachEvent(document, shown, strideOf(document, shown), [&](EventIndex event) {
        if (const std::optional<Span> covered = document.span(event).covered()) {
            dates.push_back({covered->begin, covered->end, document.status(event) == Status::Planned, 0});
        }
    });
    const auto isPlan = [&asOfEnd](const ColumnDate &date) { return isAhead(date, asOfEnd); };
    if (asOfEnd && std::ranges::any_of(dates, [&](const ColumnDate &date) {
            return date.begin >= *asOfEnd && !isPlan(date);
        })) {
        asOfEnd.reset();
    }
    std::ranges::stable_sort(dates, {}, [&isPlan](const ColumnDate &date) {
        return std::tuple(isPlan(date), date.begin, date.end);
    });
    if (dates.size() > mostDates) {
        std::vector<ColumnDate> some;
        for (std::size_t i = 0; i < mostDates; ++i) {
            some.push_back(dates[i * (dates.size() - 1) / (mostDates - 1)]);
        }
        return some;
    }
    return dates;
}

std::vector<Instant> eventEdges(const Document &document, const QBitArray &shown) {
    const EventIndex stride = strideOf(document, shown);
    std::vector<Instant> edges;
    forEachShown(document, shown, 0, document.eventCount(), stride, [&edges](const Span &span) {
        span.forEachEdge([&edges](Instant edge) { edges.push_back(edge); });
    });
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

std::vector<Span> spansBesideEvents(const Document &document, const std::vector<Instant> &edges) {
    std::vector<Span> spans;
    const auto add = [&](const Span &span) {
        const bool isBounded = !span.isOpenAtStart() && !span.isOpenAtEnd();
        if (const auto inside = std::ranges::upper_bound(edges, span.begin);
            isBounded && (inside == edges.end() || *inside >= span.end)) {
            spans.push_back(span);
            return;
        }
        span.forEachEdge([&spans](Instant edge) { spans.push_back({edge, edge, {}}); });
    };
    std::ranges::for_each(document.eras(), [&add](const Era &era) { add(era.span); });
    if (document.asOf()) {
        add(*document.asOf());
    }
    std::ranges::sort(spans, {}, &Span::begin);
    return spans;
}

std::vector<Gap> gapsBetweenEvents(const Document &document, const QBitArray &shown) {
    return countOf(document, shown) <= mostExactEvents ? exactGaps(document, shown)
                                                       : gapsOfBins(document, shown);
}

} // namespace timeline
