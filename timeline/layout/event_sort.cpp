// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/event_sort.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <span>
#include <utility>

namespace timeline {

namespace {

/// An event and where it lies, as a number of the same order.
struct Keyed {
    std::uint64_t key = 0;
    EventIndex event = 0;
    auto operator<=>(const Keyed &) const = default;
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

/// Sorts a run, in which equal ones stand in their order.
class RunSort {
public:
    RunSort(const EventAxis &axis, Edge edge) : m_axis(axis), m_edge(edge) {}

    void operator()(std::span<EventIndex> run) {
        constexpr std::size_t fewItems = 1000;
        m_items.clear();
        for (const EventIndex event : run) {
            m_items.push_back({orderedBits(m_axis.edge(event, m_edge)), event});
        }
        if (m_items.size() < fewItems) {
            std::ranges::sort(m_items);
        } else {
            sortByDigits(m_items, m_spare);
        }
        std::ranges::transform(m_items, run.begin(), &Keyed::event);
    }

private:
    const EventAxis &m_axis;
    Edge m_edge;
    std::vector<Keyed> m_items, m_spare;
};

bool isSorted(const EventAxis &axis, Edge edge, const std::vector<EventIndex> &events) {
    Keyed before;
    return std::ranges::all_of(events, [&](EventIndex event) {
        const Keyed here{orderedBits(axis.edge(event, edge)), event};
        return std::exchange(before, here) <= here;
    });
}

} // namespace

void sortByEdge(const EventAxis &axis, Edge edge, std::vector<EventIndex> &events,
                const std::stop_token &stop) {
    constexpr std::size_t wholeRun = 1 << 17;
    if (stop.stop_requested() || isSorted(axis, edge, events)) {
        return;
    }
    if (!std::ranges::is_sorted(events)) {
        std::ranges::sort(events);
    }
    RunSort sortRun(axis, edge);
    if (events.size() <= wholeRun) {
        sortRun(events);
        return;
    }
    // Shared out to runs between splitters from a sample, so that keys are held for one run at a time.
    constexpr std::size_t samples = 64; // for each run
    const std::size_t runs = std::min<std::size_t>(4 * events.size() / wholeRun, 1 << 16);
    std::vector<double> sample;
    for (std::size_t i = 0; i < runs * samples; ++i) {
        sample.push_back(axis.edge(events[events.size() * i / (runs * samples)], edge));
    }
    std::ranges::sort(sample);
    std::vector<double> splitters;
    for (std::size_t i = 1; i < runs; ++i) {
        splitters.push_back(sample[i * samples]);
    }
    std::vector<std::uint16_t> runOf;
    runOf.reserve(events.size());
    std::vector<std::size_t> ends(runs);
    for (const EventIndex event : events) {
        const auto run = std::ranges::upper_bound(splitters, axis.edge(event, edge)) - splitters.begin();
        runOf.push_back(static_cast<std::uint16_t>(run));
        ++ends[static_cast<std::size_t>(run)];
    }
    std::vector<std::size_t> next(runs);
    std::size_t sum = 0;
    for (std::size_t run = 0; run < runs; ++run) {
        next[run] = sum;
        sum += ends[run];
        ends[run] = sum;
    }
    std::vector<EventIndex> sorted(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        sorted[next[runOf[i]]++] = events[i];
    }
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        if (stop.stop_requested()) {
            break;
        }
        sortRun(std::span(sorted).subspan(begin, end - begin));
        begin = end;
    }
    events = std::move(sorted);
}

} // namespace timeline
