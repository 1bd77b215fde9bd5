// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/event.h"

#include <memory>
#include <span>
#include <vector>

namespace timeline {

/// The category of events that name none.
inline constexpr CategoryIndex noCategory = 0xFFFF;

/// What is asked for often about one event.
struct EventRow {
    Span span;
    qint64 offset = 0;          ///< where its JSON object begins; -1: it is not as in the file
    qint64 length = 0;          ///< how many bytes it has; below 4 GiB. 0: it is deleted
    std::uint32_t idOffset = 0; ///< from there to its id's opening quote; 0 without an id
    CategoryIndex category = noCategory;
    Status status = Status::Confirmed;
    std::uint8_t importance = 128; ///< 0 to 255
};

/// The rows of all events, stored column by column: 42 bytes an event. Copies share the memory and see the
/// rows that there were when they were copied; further ones may be appended to one of them alone, also while
/// others are read.
class EventColumns {
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
    EventRow row(std::size_t index) const;
    void set(std::size_t index, const EventRow &row);
    /// Keeps the rows that `dropped` does not mark, in their order.
    void drop(const std::vector<bool> &dropped);

    Span span(std::size_t i) const { return {begin(i), end(i), flags(i)}; }
    Instant begin(std::size_t i) const { return {m_at.beginSeconds[i], m_at.beginMillis[i]}; }
    Instant end(std::size_t i) const { return {m_at.endSeconds[i], m_at.endMillis[i]}; }
    DateFlags flags(std::size_t i) const { return DateFlags::fromInt(m_at.flags[i]); }
    qint64 offset(std::size_t i) const { return m_at.offset[i]; }
    qint64 length(std::size_t i) const { return m_at.length[i]; }
    std::uint32_t idOffset(std::size_t i) const { return m_at.idOffset[i]; }
    CategoryIndex category(std::size_t i) const { return m_at.category[i]; }
    Status status(std::size_t i) const { return m_at.status[i]; }
    std::uint8_t importance(std::size_t i) const { return m_at.importance[i]; }

private:
    /// Where the columns stand in the block of memory.
    struct Columns {
        std::int64_t *beginSeconds = nullptr, *endSeconds = nullptr;
        qint64 *offset = nullptr;
        std::uint32_t *length = nullptr, *idOffset = nullptr;
        std::uint16_t *beginMillis = nullptr, *endMillis = nullptr, *flags = nullptr;
        CategoryIndex *category = nullptr;
        Status *status = nullptr;
        std::uint8_t *importance = nullptr;
    };

    /// Calls `f` with every column of `a` and the same of `b`: what is done to one is done to all.
    template <typename F>
    static void forEachColumn(Columns &a, const Columns &b, F f) {
        f(a.beginSeconds, b.beginSeconds), f(a.endSeconds, b.endSeconds), f(a.offset, b.offset);
        f(a.length, b.length), f(a.idOffset, b.idOffset), f(a.beginMillis, b.beginMillis);
        f(a.endMillis, b.endMillis), f(a.flags, b.flags), f(a.category, b.category);
        f(a.status, b.status), f(a.importance, b.importance);
    }

    std::shared_ptr<void> m_block;
    Columns m_at;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace timeline
