// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/event_row.h"

#include <memory>
#include <span>
#include <vector>

namespace timeline {

/// The rows of events as a file is read, in one block of memory. Copies share that and see the rows that
/// there were when they were copied; further ones may be appended to one of them alone, also while others are
/// read.
class EventColumns : public RowReading<EventColumns> {
public:
    std::size_t size() const { return m_size; }
    void reserve(std::size_t count);
    void append(const EventRow &row);
    /// Appends all of `rows`, with `categories` for the categories that they have.
    void append(const EventColumns &rows, std::span<const CategoryIndex> categories);
    /// Gives back what was reserved and is not needed.
    void trim();

    // For rows that nobody looks at meanwhile.
    void clear() { m_size = 0; }
    void set(std::size_t index, const EventRow &row) { m_columns.set(index, row); }
    /// Keeps the rows that `dropped` does not mark, in their order.
    void drop(const std::vector<bool> &dropped);

    const RowColumns &at(std::size_t /*event*/) const { return m_columns; }
    static std::size_t inColumns(std::size_t event) { return event; }
    const std::shared_ptr<void> &block() const { return m_block; } ///< keeps the memory

private:
    void move(std::size_t count); ///< to a block with room for so many

    std::shared_ptr<void> m_block;
    RowColumns m_columns; ///< in the block
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace timeline
