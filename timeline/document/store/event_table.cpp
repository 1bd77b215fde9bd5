// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/event_table.h"

#include "document/bytes/versions.h"

namespace timeline {

EventTable::EventTable(const EventColumns &read) : m_block(read.block()), m_size(read.size()) {
    for (std::size_t first = 0; first < m_size; first += chunkRows) {
        if (first % pageRows == 0) {
            m_pages.emplace_back(new Page);
        }
        RowColumns &columns = m_pages.back()->columns[first / chunkRows % chunks];
        columns = read.at(first);
        RowColumns::forEach(columns, columns, [first](auto *&column, auto * /*same*/) { column += first; });
    }
}

void EventTable::append(const EventRow &row) {
    if (m_size % pageRows == 0) {
        m_pages.emplace_back(new Page);
    }
    writable(m_size).set(inColumns(m_size), row);
    ++m_size;
}

void EventTable::set(std::size_t index, const EventRow &row) {
    writable(index).set(inColumns(index), row);
}

/// The columns of an event, seen by nobody else.
const RowColumns &EventTable::writable(std::size_t event) {
    Page &page = own(m_pages[event / pageRows]);
    const std::size_t number = event / chunkRows % chunks;
    QExplicitlySharedDataPointer<Chunk> &chunk = page.own[number];
    if (!isOwn(chunk)) {
        RowColumns &columns = page.columns[number];
        const RowColumns before = columns;
        const std::size_t first = event - inColumns(event);
        const std::size_t rows = std::min(m_size - first, chunkRows);
        chunk = new Chunk; // which is not filled with zeros before
        columns = {chunk->dates.data(), chunk->places.data(), chunk->lengths.data(), chunk->traits.data(),
                   chunk->importances.data()};
        RowColumns::forEach(columns, before, [rows](auto *to, auto *from) { std::copy_n(from, rows, to); });
    }
    return page.columns[number];
}

} // namespace timeline
