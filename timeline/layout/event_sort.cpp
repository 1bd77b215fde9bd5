// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/event_sort.h"

#include <algorithm>
#include <span>
#include <utility>

namespace timeline {

namespace {

using Keyed = std::pair<double, EventIndex>;

/// Sorts a run by keys that are reckoned once: they lie all over the document's columns.
void sortRun(const EventAxis &axis, Edge edge, std::span<EventIndex> run, std::vector<Keyed> &keyed) {
    keyed.clear();
    for (const EventIndex event : run) {
        keyed.emplace_back(axis.edge(event, edge), event);
    }
    std::ranges::sort(keyed);
    std::ranges::transform(keyed, run.begin(), &Keyed::second);
}

bool isSorted(const EventAxis &axis, Edge edge, const std::vector<EventIndex> &events) {
    Keyed before(-HUGE_VAL, 0);
    return std::ranges::all_of(events, [&](EventIndex event) {
        const Keyed here(axis.edge(event, edge), event);
        return std::exchange(before, here) <= here;
    });
}

} // namespace

void sortByEdge(const EventAxis &axis, Edge edge, std::vector<EventIndex> &events,
                const std::stop_token &stop) {
    constexpr std::size_t smallRun = 1 << 15;
    constexpr std::size_t runs = 2048;
    if (stop.stop_requested() || isSorted(axis, edge, events)) {
        return;
    }
    std::vector<Keyed> keyed;
    if (events.size() <= smallRun) {
        sortRun(axis, edge, events, keyed);
        return;
    }
    // Shared out to runs between splitters from a sample, so that keys are held for one run at a time.
    std::vector<double> splitters;
    for (std::size_t i = 1; i < runs; ++i) {
        splitters.push_back(axis.edge(events[events.size() / runs * i], edge));
    }
    std::ranges::sort(splitters);
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
        sortRun(axis, edge, std::span(sorted).subspan(begin, end - begin), keyed);
        begin = end;
    }
    events = std::move(sorted);
}

} // namespace timeline
