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

void EventColumns::move(std::size_t count) {
    const RowColumns before = m_columns;
    std::size_t bytes = 0;
    RowColumns::forEach(m_columns, before,
                        [&](auto *&column, auto * /*old*/) { bytes += columnBytes(count, sizeof *column); });
    const std::shared_ptr<void> block(allocateLarge(bytes),
                                      [bytes](void *memory) { freeLarge(memory, bytes); });
    auto *next = static_cast<char *>(block.get());
    RowColumns::forEach(m_columns, before, [&](auto *&column, auto *old) {
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
    RowColumns::forEach(m_columns, rows.m_columns,
                        [&](auto *column, auto *from) { std::copy_n(from, rows.m_size, column + m_size); });
    const std::span<RowColumns::Traits> added(m_columns.traits + m_size, rows.m_size);
    std::ranges::for_each(added, [categories](RowColumns::Traits &traits) {
        traits.category = traits.category == noCategory ? noCategory : categories[traits.category];
    });
    m_size += rows.m_size;
}

void EventColumns::trim() {
    RowColumns::forEach(m_columns, m_columns, [&](auto *column, auto * /*same*/) {
        giveBack(column + m_size, (m_capacity - m_size) * sizeof *column);
    });
}

void EventColumns::drop(const std::vector<bool> &dropped) {
    std::size_t kept = 0;
    RowColumns::forEach(m_columns, m_columns, [&](auto *column, auto * /*same*/) {
        kept = 0;
        for (std::size_t i = 0; i < m_size; ++i) {
            if (!dropped[i]) {
                column[kept++] = column[i];
            }
        }
    });
    m_size = kept;
}

} // namespace timeline
