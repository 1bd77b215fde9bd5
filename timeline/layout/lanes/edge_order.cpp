// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/lanes/edge_order.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <span>

namespace timeline {

namespace {

constexpr std::size_t chunkSize = 256;
constexpr std::size_t pageSize = 64; // chunks; up to twice as many before a page is parted

} // namespace

int octaveOf(double axisLength) {
    if (!(axisLength > 1)) {
        return 0;
    }
    // IEEE 754: eleven bits of exponent, 1023 more than it is, then those after the leading 1.
    const auto bits = std::bit_cast<std::uint64_t>(axisLength);
    const int exponent = static_cast<int>(bits >> 52) - 1023;
    const bool isPower = (bits & ((std::uint64_t{1} << 52) - 1)) == 0;
    return std::min(isPower ? exponent : exponent + 1, octaveCount - 1);
}

std::uint8_t RunSummary::bestOf(Octaves octaves) const {
    return *std::max_element(best.begin() + octaves.first, best.begin() + octaves.last + 1);
}

void RunSummary::include(const RunSummary &other) {
    for (std::size_t i = 0; i < best.size(); ++i) {
        best[i] = std::max(best[i], other.best[i]);
    }
    latestEnd = std::max(latestEnd, other.latestEnd);
}

void EdgeOrder::Chunk::addTag(const AxisSpan &span, std::uint8_t byte) {
    const auto octave = static_cast<std::uint8_t>(octaveOf(span.length()));
    const std::uint8_t importance = std::max<std::uint8_t>(1, byte);
    tags.push_back({octave, importance});
    summary.best[octave] = std::max(summary.best[octave], importance);
    summary.latestEnd = std::max(summary.latestEnd, span.end);
}

void EdgeOrder::assign(const EventAxis &axis, const LargeVector<PlacedEvent> &events,
                       const std::stop_token &stop) {
    std::vector<std::uint32_t> order = orderByEdge(events, m_edge, stop);
    if (m_edge == Edge::Begin && axis.document.dateFlags() & DateFlag::Finer) {
        orderWithinMilliseconds(axis.document, events, order);
    }
    m_pages.clear();
    m_size = static_cast<EventIndex>(events.size());
    for (std::size_t begin = 0; begin < order.size() && !stop.stop_requested(); begin += chunkSize) {
        if (m_pages.empty() || m_pages.back().chunks.size() == pageSize) {
            m_pages.emplace_back();
        }
        const auto numbers = std::span(order).subspan(begin, std::min(chunkSize, order.size() - begin));
        auto chunk = std::make_unique<Chunk>();
        chunk->events.reserve(numbers.size());
        chunk->tags.reserve(m_edge == Edge::Begin ? numbers.size() : 0);
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            fetchAhead(events, order, begin + i);
            const PlacedEvent &event = events[numbers[i]];
            chunk->events.push_back(event.event);
            if (m_edge == Edge::Begin) {
                chunk->addTag(event.span(), event.importance);
            }
        }
        m_pages.back().chunks.push_back(std::move(chunk));
    }
    for (Page &page : m_pages) {
        number(axis, page);
    }
    renumber(axis, m_pages.size());
}

/// Reads the tags of a chunk anew.
void EdgeOrder::summarize(const EventAxis &axis, Chunk &chunk) const {
    if (m_edge == Edge::End) {
        return;
    }
    chunk.summary = {};
    chunk.tags.clear();
    for (const EventIndex event : chunk.events) {
        chunk.addTag(axis.span(event), axis.document.importanceByte(event));
    }
}

/// Brings what a page knows of its chunks up to date.
void EdgeOrder::number(const EventAxis &axis, Page &page) const {
    page.keys.clear();
    page.starts.clear();
    page.count = 0;
    page.summary = {};
    for (const auto &chunk : page.chunks) {
        page.keys.push_back(axis.edge(chunk->events.front(), m_edge));
        page.starts.push_back(page.count);
        page.count += static_cast<EventIndex>(chunk->events.size());
        page.summary.include(chunk->summary);
    }
}

/// Brings a page, if there is such a one, and the ranks of all pages up to date.
void EdgeOrder::renumber(const EventAxis &axis, std::size_t page) {
    if (page < m_pages.size()) {
        number(axis, m_pages[page]);
    }
    EventIndex rank = 0;
    for (Page &other : m_pages) {
        other.firstRank = rank;
        rank += other.count;
    }
    m_size = rank;
    if (!m_pages.empty()) {
        m_first = m_pages.front().keys.front();
        m_last = axis.edge(m_pages.back().chunks.back()->events.back(), m_edge);
    }
}

EventIndex EdgeOrder::at(EventIndex rank) const {
    const auto page = std::prev(std::ranges::upper_bound(m_pages, rank, {}, &Page::firstRank));
    const EventIndex inPage = rank - page->firstRank;
    const auto start = std::prev(std::ranges::upper_bound(page->starts, inPage));
    const Chunk &chunk = *page->chunks[static_cast<std::size_t>(start - page->starts.begin())];
    return chunk.events[inPage - *start];
}

EdgeOrder::Place EdgeOrder::find(const EventAxis &axis, double at, std::optional<EventIndex> event) const {
    std::optional<FinerDigits> digits; // of the event, once they matter
    const auto isEqualBefore = [&](EventIndex other) {
        const bool isAnyFiner = event && m_edge == Edge::Begin &&
                                (axis.document.flags(*event) | axis.document.flags(other)) & DateFlag::Finer;
        if (isAnyFiner) {
            digits = digits ? digits : axis.document.finerDigits(*event);
            const FinerDigits others = axis.document.finerDigits(other);
            if (others.begin != digits->begin) {
                return FinerDigits::beginsBefore(others, *digits);
            }
        }
        return event && other < *event;
    };
    const auto isBefore = [&](double otherKey, EventIndex other) {
        return otherKey != at ? otherKey < at : isEqualBefore(other);
    };
    const auto isAtMost = [&](double otherKey, EventIndex other) {
        return isBefore(otherKey, other) || (otherKey == at && other == event);
    };
    const auto pageAfter = std::ranges::partition_point(m_pages, [&](const Page &page) {
        return isAtMost(page.keys.front(), page.chunks.front()->events.front());
    });
    Place place;
    place.page = static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, pageAfter - m_pages.begin()) - 1);
    const Page &page = m_pages[place.page];
    std::size_t low = 0; // chunks before it begin early enough
    for (std::size_t high = page.chunks.size(); low < high;) {
        const std::size_t middle = (low + high) / 2;
        // A chunk's memory is far away; its first event matters only among equal keys.
        const double middleKey = page.keys[middle];
        if (middleKey != at ? middleKey < at : isAtMost(middleKey, page.chunks[middle]->events.front())) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    place.chunk = std::max<std::size_t>(1, low) - 1;
    const std::vector<EventIndex> &events = page.chunks[place.chunk]->events;
    const bool isLast = place.chunk + 1 == page.chunks.size();
    const bool isEnd = isLast && place.page + 1 == m_pages.size();
    // Each look at an event is a look at far memory, so it is guessed where the place will be: a few guesses
    // leave little to halve.
    double lowKey = page.keys[place.chunk];
    double highKey = isEnd    ? HUGE_VAL
                     : isLast ? m_pages[place.page + 1].keys.front()
                              : page.keys[place.chunk + 1];
    constexpr int guesses = 3;
    constexpr std::size_t few = 12; // are asked for at once, and looked at without waiting much for each
    std::size_t first = 0;
    std::size_t last = events.size();
    bool areFetched = false;
    for (int looks = 0; first < last; ++looks) {
        if (!areFetched && last - first <= few) {
            areFetched = true;
            for (std::size_t i = first; i < last; ++i) {
                axis.document.fetchSpan(events[i]);
            }
        }
        const auto length = static_cast<double>(last - first);
        const double part = (at - lowKey) / (highKey - lowKey);
        const bool guess = looks < guesses && part >= 0 && part < 1 && highKey < HUGE_VAL;
        const std::size_t middle = first + static_cast<std::size_t>(guess ? part * length : length / 2);
        const double key = axis.edge(events[middle], m_edge);
        if (isBefore(key, events[middle])) {
            first = middle + 1;
            lowKey = key;
        } else {
            last = middle;
            highKey = key;
        }
    }
    place.index = first;
    return place;
}

EventIndex EdgeOrder::rankAt(const Place &place) const {
    const Page &page = m_pages[place.page];
    return page.firstRank + page.starts[place.chunk] + static_cast<EventIndex>(place.index);
}

EventIndex EdgeOrder::rank(const EventAxis &axis, double at) const {
    // Of very many lanes most lie wholly on one side of what is asked for.
    return m_pages.empty() || at <= m_first ? 0 : m_last < at ? m_size : rankAt(find(axis, at, std::nullopt));
}

EventIndex EdgeOrder::rankOf(const EventAxis &axis, EventIndex event) const {
    return m_pages.empty() ? 0 : rankAt(find(axis, axis.edge(event, m_edge), event));
}

void EdgeOrder::insert(const EventAxis &axis, EventIndex event) {
    if (m_pages.empty()) {
        assign(axis, placedEvents(axis, {event}));
        return;
    }
    const Place place = find(axis, axis.edge(event, m_edge), event);
    auto &chunks = m_pages[place.page].chunks;
    Chunk &chunk = *chunks[place.chunk];
    chunk.events.insert(chunk.events.begin() + static_cast<std::ptrdiff_t>(place.index), event);
    if (chunk.events.size() > chunkSize) {
        const auto middle = chunk.events.begin() + chunkSize / 2;
        auto second = std::make_unique<Chunk>();
        second->events.assign(middle, chunk.events.end());
        chunk.events.erase(middle, chunk.events.end());
        summarize(axis, *second);
        chunks.insert(chunks.begin() + static_cast<std::ptrdiff_t>(place.chunk) + 1, std::move(second));
    }
    summarize(axis, chunk);
    if (chunks.size() > 2 * pageSize) {
        Page second;
        const auto middle = chunks.begin() + pageSize;
        second.chunks.assign(std::make_move_iterator(middle), std::make_move_iterator(chunks.end()));
        chunks.erase(middle, chunks.end());
        number(axis, second);
        m_pages.insert(m_pages.begin() + static_cast<std::ptrdiff_t>(place.page) + 1, std::move(second));
    }
    renumber(axis, place.page);
}

void EdgeOrder::remove(const EventAxis &axis, EventIndex event) {
    const Place place = find(axis, axis.edge(event, m_edge), event);
    auto &chunks = m_pages[place.page].chunks;
    Chunk &chunk = *chunks[place.chunk];
    chunk.events.erase(chunk.events.begin() + static_cast<std::ptrdiff_t>(place.index));
    if (!chunk.events.empty()) {
        summarize(axis, chunk);
    } else {
        chunks.erase(chunks.begin() + static_cast<std::ptrdiff_t>(place.chunk));
    }
    if (chunks.empty()) {
        m_pages.erase(m_pages.begin() + static_cast<std::ptrdiff_t>(place.page));
        renumber(axis, m_pages.size());
        return;
    }
    renumber(axis, place.page);
}

} // namespace timeline
