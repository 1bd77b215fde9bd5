// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/event_columns.h"

#include <QExplicitlySharedDataPointer>
#include <array>

namespace timeline {

/// The rows of all events of a document. A copy costs next to nothing and is one of its own: rows stand in
/// chunks, and who sets a row copies the chunk that others see, too. Those of a file stay in the block of
/// memory that they were read into.
class EventTable : public RowReading<EventTable> {
public:
    EventTable() = default;
    explicit EventTable(const EventColumns &read);

    std::size_t size() const { return m_size; }
    void append(const EventRow &row);
    void set(std::size_t index, const EventRow &row);

    [[gnu::always_inline]] const RowColumns &at(std::size_t event) const {
        return m_pages[event / pageRows]->columns[event / chunkRows % chunks];
    }
    [[gnu::always_inline]] static std::size_t inColumns(std::size_t event) { return event % chunkRows; }

    static constexpr std::size_t chunkRows = 1024;

private:
    static constexpr std::size_t chunks = 64; ///< in a page
    static constexpr std::size_t pageRows = chunkRows * chunks;

    struct Chunk : QSharedData {
        std::array<RowColumns::Dates, chunkRows> dates;
        std::array<RowColumns::Place, chunkRows> places;
        std::array<std::uint32_t, chunkRows> lengths;
        std::array<RowColumns::Traits, chunkRows> traits;
        std::array<std::uint8_t, chunkRows> importances;
    };
    struct Page : QSharedData {
        std::array<RowColumns, chunks> columns;
        std::array<QExplicitlySharedDataPointer<Chunk>, chunks> own; ///< null: in the block of the file
    };

    const RowColumns &writable(std::size_t event);

    std::vector<QExplicitlySharedDataPointer<Page>> m_pages;
    std::shared_ptr<void> m_block; ///< as read
    std::size_t m_size = 0;
};

} // namespace timeline
