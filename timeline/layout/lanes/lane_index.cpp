// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/lanes/lane_index.h"

#include <algorithm>
#include <thread>

namespace timeline {

namespace {

/// The most important events seen so far, a fixed number; of equal ones the first.
class Best {
public:
    explicit Best(std::size_t count) : m_count(count) { m_kept.reserve(count); }

    /// What is less or equal has no chance any more.
    std::uint8_t bar() const { return m_kept.size() < m_count ? 0 : m_kept.front().importance; }

    void offer(std::uint8_t importance, EventIndex event) {
        // A heap with the least on top: who comes has to beat it, so that among equals the first stay.
        if (m_kept.size() == m_count) {
            std::pop_heap(m_kept.begin(), m_kept.end());
            m_kept.pop_back();
        }
        m_kept.push_back({importance, m_offered++, event});
        std::push_heap(m_kept.begin(), m_kept.end());
    }

    void appendTo(std::vector<EventIndex> &events) const {
        std::ranges::transform(m_kept, std::back_inserter(events), &Kept::event);
    }

private:
    struct Kept {
        std::uint8_t importance = 0;
        EventIndex place = 0;
        EventIndex event = 0;
        friend bool operator<(const Kept &a, const Kept &b) { // the least is the greatest of the heap
            return a.importance != b.importance ? a.importance > b.importance : a.place < b.place;
        }
    };
    std::size_t m_count;
    EventIndex m_offered = 0;
    std::vector<Kept> m_kept;
};

/// Calls `visit(chunk, from, to)` for every chunk of a run of ranks, except where `passOver` says of a page
/// or chunk that there is nothing in it; `visit` gives false to end.
template <typename PassOver, typename Visit>
void forEachChunk(const EdgeOrder &order, EventIndex from, EventIndex to, PassOver passOver, Visit visit) {
    const std::vector<EdgeOrder::Page> &pages = order.pages();
    auto page = std::ranges::upper_bound(pages, from, {}, &EdgeOrder::Page::firstRank);
    page -= page == pages.begin() ? 0 : 1;
    for (; page != pages.end() && page->firstRank < to; ++page) {
        if (passOver(page->summary)) {
            continue;
        }
        const std::size_t count = page->chunks.size();
        const EventIndex inPage = from - std::min(from, page->firstRank);
        const auto after = std::ranges::upper_bound(page->starts, inPage);
        for (auto i = static_cast<std::size_t>(after - page->starts.begin()) - 1; i < count; ++i) {
            const EventIndex begin = page->firstRank + page->starts[i];
            if (begin >= to) {
                return;
            }
            if (i + 1 < count) {
                prefetch(page->chunks[i + 1].get());
                prefetch(&page->chunks[i + 1]->summary);
            }
            const EdgeOrder::Chunk &chunk = *page->chunks[i];
            if (passOver(chunk.summary)) {
                continue;
            }
            const auto size = static_cast<EventIndex>(chunk.events.size());
            if (!visit(chunk, from > begin ? from - begin : 0, std::min(size, to - begin))) {
                return;
            }
        }
    }
}

} // namespace

LaneIndex::LaneIndex(const EventAxis &axis, std::vector<EventIndex> events, const std::stop_token &stop) {
    constexpr std::size_t worthAThread = 1 << 18; // lanes are made beside each other, too
    if (!std::ranges::is_sorted(events)) {
        std::ranges::sort(events);
    }
    const LargeVector<PlacedEvent> placed = placedEvents(axis, events);
    events = {};
    EdgeOrder byEnd(Edge::End);
    const auto sortByEnd = [&] { byEnd.assign(axis, placed, stop); };
    std::jthread other;
    if (placed.size() >= worthAThread) {
        other = std::jthread(sortByEnd);
    } else {
        sortByEnd();
    }
    EdgeOrder byBegin(Edge::Begin);
    byBegin.assign(axis, placed, stop);
    if (other.joinable()) {
        other.join();
    }
    if (!stop.stop_requested()) {
        m_byBegin = std::move(byBegin);
        m_byEnd = std::move(byEnd);
        summarize();
    }
}

void LaneIndex::summarize() {
    m_all = {};
    for (const EdgeOrder::Page &page : m_byBegin.pages()) {
        m_all.include(page.summary);
    }
}

std::optional<EventIndex> LaneIndex::rankOf(const EventAxis &axis, EventIndex event) const {
    const EventIndex rank = m_byBegin.rankOf(axis, event);
    return rank < size() && at(rank) == event ? std::optional(rank) : std::nullopt;
}

void LaneIndex::appendBest(EventIndex from, EventIndex to, Octaves octaves, std::size_t count,
                           std::vector<EventIndex> &events) const {
    if (count == 0) {
        return;
    }
    Best best(count);
    const auto passOver = [&](const RunSummary &run) { return run.bestOf(octaves) <= best.bar(); };
    forEachChunk(m_byBegin, from, to, passOver,
                 [&](const EdgeOrder::Chunk &chunk, EventIndex begin, EventIndex end) {
                     for (EventIndex i = begin; i < end; ++i) {
                         const EdgeOrder::Tag tag = chunk.tags[i];
                         if (tag.importance > best.bar() && tag.octave >= octaves.first &&
                             tag.octave <= octaves.last) {
                             best.offer(tag.importance, chunk.events[i]);
                         }
                     }
                     return true;
                 });
    best.appendTo(events);
}

std::vector<EventIndex> LaneIndex::between(EventIndex from, EventIndex to) const {
    std::vector<EventIndex> events;
    events.reserve(to - std::min(from, to));
    forEachChunk(
        m_byBegin, from, to, [](const RunSummary &) { return false; },
        [&](const EdgeOrder::Chunk &chunk, EventIndex begin, EventIndex end) {
            events.insert(events.end(), chunk.events.begin() + begin, chunk.events.begin() + end);
            return true;
        });
    return events;
}

std::vector<EventIndex> LaneIndex::reachingTo(const EventAxis &axis, double at, EventIndex to,
                                              std::size_t most) const {
    std::vector<EventIndex> found;
    const auto passOver = [&](const RunSummary &run) { return run.latestEnd < at; };
    forEachChunk(m_byBegin, 0, to, passOver,
                 [&](const EdgeOrder::Chunk &chunk, EventIndex begin, EventIndex end) {
                     for (EventIndex i = begin; i < end && found.size() < most; ++i) {
                         if (axis.span(chunk.events[i]).end >= at) {
                             found.push_back(chunk.events[i]);
                         }
                     }
                     return found.size() < most;
                 });
    return found;
}

void LaneIndex::insert(const EventAxis &axis, EventIndex event) {
    m_byBegin.insert(axis, event);
    m_byEnd.insert(axis, event);
    summarize();
}

void LaneIndex::remove(const EventAxis &axis, EventIndex event) {
    m_byBegin.remove(axis, event);
    m_byEnd.remove(axis, event);
    summarize();
}

} // namespace timeline
