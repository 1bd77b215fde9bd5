// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/lanes/event_sort.h"

#include "document/bytes/parallel.h"
#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <span>

namespace timeline {

namespace {

/// The number of an event and where it lies, as a number of the same order.
struct Keyed {
    std::uint64_t key = 0;
    std::uint32_t number = 0;
};

/// IEEE 754: the bits of positive doubles are in the order of the doubles, those of negative ones in the
/// opposite.
std::uint64_t orderedBits(double place) {
    constexpr std::uint64_t sign = std::uint64_t{1} << 63;
    const auto bits = std::bit_cast<std::uint64_t>(place + 0.0); // -0 is 0
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

/// Sorts by the keys and leaves equal ones in their order: digit by digit, the lowest first, passing over
/// those that are the same in all keys.
void sortByDigits(std::vector<Keyed> &items, std::vector<Keyed> &spare) {
    constexpr int digitBits = 11;
    constexpr std::size_t digits = 1 << digitBits;
    std::uint64_t varying = 0;
    for (const Keyed &item : items) {
        varying |= item.key ^ items.front().key;
    }
    spare.resize(items.size());
    for (int shift = 0; shift < 64; shift += digitBits) {
        const auto digitOf = [shift](std::uint64_t key) { return (key >> shift) % digits; };
        if (digitOf(varying) == 0) {
            continue;
        }
        std::array<std::uint32_t, digits> next{};
        for (const Keyed &item : items) {
            ++next[digitOf(item.key)];
        }
        std::exclusive_scan(next.begin(), next.end(), next.begin(), std::uint32_t{0});
        for (const Keyed &item : items) {
            spare[next[digitOf(item.key)]++] = item;
        }
        items.swap(spare);
    }
}

/// Says for a place in which run it lies: how many splitters are at most the place. Takes no branches, which
/// could not be foretold.
class RunFinder {
public:
    explicit RunFinder(const std::vector<double> &splitters)
        : m_half(std::bit_ceil(splitters.size() + 1) / 2), m_splitters(splitters) {
        m_splitters.resize(2 * m_half, HUGE_VAL);
    }
    std::size_t operator()(double place) const {
        std::size_t run = 0;
        for (std::size_t step = m_half; step > 0; step /= 2) {
            run += m_splitters[run + step - 1] <= place ? step : 0;
        }
        return run;
    }

private:
    std::size_t m_half; ///< of the splitters, made a power of two
    std::vector<double> m_splitters;
};

/// Sorts a run, in which equal ones stand in their order.
class RunSort {
public:
    RunSort(const LargeVector<PlacedEvent> &events, Edge edge) : m_events(events), m_edge(edge) {}

    void operator()(std::span<std::uint32_t> run) {
        constexpr std::size_t fewItems = 1000;
        m_items.clear();
        for (std::size_t i = 0; i < run.size(); ++i) {
            fetchAhead(m_events, run, i);
            m_items.push_back({orderedBits(m_events[run[i]].edge(m_edge)), run[i]});
        }
        if (m_items.size() < fewItems) {
            std::ranges::stable_sort(m_items, {}, &Keyed::key);
        } else {
            sortByDigits(m_items, m_spare);
        }
        std::ranges::transform(m_items, run.begin(), &Keyed::number);
    }

private:
    const LargeVector<PlacedEvent> &m_events;
    Edge m_edge;
    std::vector<Keyed> m_items, m_spare;
};

} // namespace

LargeVector<PlacedEvent> placedEvents(const EventAxis &axis, const std::vector<EventIndex> &events) {
    constexpr std::size_t stretch = 1 << 16; // that a thread takes at once
    LargeVector<PlacedEvent> placed(events.size());
    forEachParallel((events.size() + stretch - 1) / stretch, [&](std::size_t part) {
        const std::size_t end = std::min(events.size(), (part + 1) * stretch);
        for (std::size_t i = part * stretch; i < end; ++i) {
            constexpr std::size_t ahead = 24;
            if (i + ahead < end) {
                axis.document.fetch(events[i + ahead]);
            }
            const AxisSpan span = axis.span(events[i]);
            placed[i] = {span.begin, span.end, events[i], axis.document.importanceByte(events[i])};
        }
    });
    return placed;
}

std::vector<std::uint32_t> orderByEdge(const LargeVector<PlacedEvent> &events, Edge edge,
                                       const std::stop_token &stop) {
    constexpr std::size_t wholeRun = 1 << 17;
    std::vector<std::uint32_t> order(events.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto edgeOf = [&events, edge](std::uint32_t number) { return events[number].edge(edge); };
    if (stop.stop_requested() || std::ranges::is_sorted(order, {}, edgeOf)) {
        return order;
    }
    RunSort sortRun(events, edge);
    if (events.size() <= wholeRun) {
        sortRun(order);
        return order;
    }
    // Shared out to runs between splitters from a sample, so that keys are held for one run at a time.
    constexpr std::size_t samples = 64; // for each run
    const std::size_t runs = std::min<std::size_t>(4 * events.size() / wholeRun, 1 << 16);
    std::vector<double> sample;
    for (std::size_t i = 0; i < runs * samples; ++i) {
        sample.push_back(events[events.size() * i / (runs * samples)].edge(edge));
    }
    std::ranges::sort(sample);
    std::vector<double> splitters;
    for (std::size_t i = 1; i < runs; ++i) {
        splitters.push_back(sample[i * samples]);
    }
    std::vector<std::uint16_t> runOf;
    runOf.reserve(events.size());
    std::vector<std::size_t> ends(runs);
    const RunFinder find(splitters);
    for (const PlacedEvent &event : events) {
        const std::size_t run = find(event.edge(edge));
        runOf.push_back(static_cast<std::uint16_t>(run));
        ++ends[run];
    }
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    for (auto number = static_cast<std::uint32_t>(events.size()); number-- > 0;) {
        order[--ends[runOf[number]]] = number; // from the last on: so that each run begins at its end
    }
    for (std::size_t run = 0; run < runs && !stop.stop_requested(); ++run) {
        const std::size_t end = run + 1 < runs ? ends[run + 1] : order.size();
        sortRun(std::span(order).subspan(ends[run], end - ends[run]));
    }
    return order;
}

void orderWithinMilliseconds(const Document &document, const LargeVector<PlacedEvent> &events,
                             std::vector<std::uint32_t> &order) {
    const auto isFiner = [&](std::uint32_t number) {
        return document.flags(events[number].event).testFlag(DateFlag::Finer);
    };
    std::vector<std::pair<FinerDigits, std::uint32_t>> read;
    for (auto first = order.begin(); first != order.end();) {
        const auto end = std::find_if(first + 1, order.end(), [&](std::uint32_t number) {
            return events[number].begin != events[*first].begin;
        });
        if (end - first > 1 && std::any_of(first, end, isFiner)) {
            read.clear();
            std::transform(first, end, std::back_inserter(read), [&](std::uint32_t number) {
                return std::pair(document.finerDigits(events[number].event), number);
            });
            std::ranges::stable_sort(read, FinerDigits::beginsBefore,
                                     &std::pair<FinerDigits, std::uint32_t>::first);
            std::ranges::transform(read, first, &std::pair<FinerDigits, std::uint32_t>::second);
        }
        first = end;
    }
}

} // namespace timeline
