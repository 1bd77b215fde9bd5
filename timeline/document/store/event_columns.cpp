// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/event_columns.h"

#include "document/bytes/large_memory.h"

#include <algorithm>

namespace timeline {

namespace {

/// Columns begin at lines of the cache.
std::size_t columnBytes(std::size_t rows, std::size_t size) {
    return (rows * size + 63) / 64 * 64;
}

} // namespace

void EventColumns::reserve(std::size_t count) {
    if (count > m_capacity) {
        move(count);
    }
}

void EventColumns::detach() {
    if (m_block.use_count() > 1) {
        move(std::max(m_size, m_capacity));
    }
}

void EventColumns::move(std::size_t count) {
    const Columns before = m_at;
    std::size_t bytes = 0;
    forEachColumn(m_at, before,
                  [&](auto *&column, auto * /*old*/) { bytes += columnBytes(count, sizeof *column); });
    const std::shared_ptr<void> block(allocateLarge(bytes),
                                      [bytes](void *memory) { freeLarge(memory, bytes); });
    auto *next = static_cast<char *>(block.get());
    forEachColumn(m_at, before, [&](auto *&column, auto *old) {
        column = reinterpret_cast<std::remove_reference_t<decltype(column)>>(next);
        std::copy_n(old, m_size, column);
        next += columnBytes(count, sizeof *column);
    });
    m_block = block;
    m_capacity = count;
}

void EventColumns::append(const EventRow &row) {
    if (m_size == m_capacity) {
        constexpr std::size_t first = 64;
        reserve(std::max(first, m_capacity * 2));
    }
    set(m_size++, row);
}

void EventColumns::append(const EventColumns &rows, std::span<const CategoryIndex> categories) {
    if (m_size + rows.m_size > m_capacity) {
        reserve(std::max(m_size + rows.m_size, m_capacity * 2));
    }
    forEachColumn(m_at, rows.m_at,
                  [&](auto *column, auto *from) { std::copy_n(from, rows.m_size, column + m_size); });
    const std::span<Traits> added(m_at.traits + m_size, rows.m_size);
    std::ranges::for_each(added, [categories](Traits &traits) {
        traits.category = traits.category == noCategory ? noCategory : categories[traits.category];
    });
    m_size += rows.m_size;
}

void EventColumns::trim() {
    forEachColumn(m_at, m_at, [&](auto *column, auto * /*same*/) {
        giveBack(column + m_size, (m_capacity - m_size) * sizeof *column);
    });
}

EventRow EventColumns::row(std::size_t i) const {
    return {span(i), offset(i), length(i), idOffset(i), category(i), status(i), importance(i)};
}

void EventColumns::set(std::size_t index, const EventRow &row) {
    constexpr std::uint16_t flagBits = (1 << 13) - 1;
    constexpr std::uint16_t statusBits = (1 << 3) - 1;
    m_at.dates[index] = {PackedInstant(row.span.begin), PackedInstant(row.span.end)};
    m_at.places[index] = {static_cast<std::uint64_t>(row.offset) & EventRow::offsetLimit, row.idOffset};
    m_at.length[index] = static_cast<std::uint32_t>(row.length);
    m_at.traits[index] = {static_cast<std::uint16_t>(row.span.flags.toInt() & flagBits),
                          static_cast<std::uint16_t>(static_cast<unsigned>(row.status) & statusBits),
                          row.category};
    m_at.importance[index] = row.importance;
}

void EventColumns::drop(const std::vector<bool> &dropped) {
    std::size_t kept = 0;
    forEachColumn(m_at, m_at, [&](auto *column, auto * /*same*/) {
        kept = 0;
        for (std::size_t i = 0; i < m_size; ++i) {
            if (!dropped[i]) {
                column[kept++] = column[i];
            }
        }
    });
    m_size = kept;
}

std::optional<Span> extentOf(const EventColumns &events, const QBitArray &shown) {
    Instant begin = Instant::distantFuture();
    Instant end = Instant::distantPast();
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Span span = events.span(i);
        const bool isShown = shown.isEmpty() || shown[static_cast<qsizetype>(i)];
        if (!isShown || (span.isOpenAtStart() && span.isOpenAtEnd())) {
            continue;
        }
        // Of one that is open, the instant that is known lies within.
        begin = std::min(begin, span.isOpenAtStart() ? plusMilliseconds(span.end, -1) : span.begin);
        end = std::max(end, span.isOpenAtEnd() ? plusMilliseconds(span.begin, 1) : span.end);
    }
    return begin <= end ? std::optional(Span{begin, end, {}}) : std::nullopt;
}

} // namespace timeline
