// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/event.h"

#include <vector>

namespace timeline {

/// The category of events that name none, until the categories are numbered for good.
inline constexpr CategoryIndex noCategory = 0xFFFF;

/// What is asked for often about one event.
struct EventRow {
    Span span;
    qint64 offset = 0;          ///< where its JSON object begins
    qint64 length = 0;          ///< how many bytes it has; below 4 GiB
    std::uint32_t idOffset = 0; ///< from there to its id's opening quote; 0 without an id
    CategoryIndex category = noCategory;
    Status status = Status::Confirmed;
    std::uint8_t importance = 128; ///< 0 to 255
};

/// The rows of all events, stored column by column: 42 bytes an event.
class EventColumns {
public:
    std::size_t size() const { return m_status.size(); }
    void reserve(std::size_t count);
    void append(const EventRow &row);
    void set(std::size_t index, const EventRow &row);
    /// Keeps the rows that `dropped` does not mark, in their order.
    void drop(const std::vector<bool> &dropped);

    Span span(std::size_t i) const { return {begin(i), end(i), flags(i)}; }
    Instant begin(std::size_t i) const { return {m_beginSeconds[i], m_beginMillis[i]}; }
    Instant end(std::size_t i) const { return {m_endSeconds[i], m_endMillis[i]}; }
    DateFlags flags(std::size_t i) const { return DateFlags::fromInt(m_flags[i]); }
    qint64 offset(std::size_t i) const { return m_offset[i]; }
    qint64 length(std::size_t i) const { return m_length[i]; }
    std::uint32_t idOffset(std::size_t i) const { return m_idOffset[i]; }
    CategoryIndex category(std::size_t i) const { return m_category[i]; }
    void setCategory(std::size_t i, CategoryIndex category) { m_category[i] = category; }
    Status status(std::size_t i) const { return m_status[i]; }
    std::uint8_t importance(std::size_t i) const { return m_importance[i]; }

private:
    std::vector<std::int64_t> m_beginSeconds, m_endSeconds;
    std::vector<std::uint16_t> m_beginMillis, m_endMillis, m_flags;
    std::vector<qint64> m_offset;
    std::vector<std::uint32_t> m_length, m_idOffset;
    std::vector<CategoryIndex> m_category;
    std::vector<Status> m_status;
    std::vector<std::uint8_t> m_importance;

    /// Calls `f` with every column: what is done to one is done to all.
    template <typename F>
    void forEachColumn(F f) {
        f(m_beginSeconds), f(m_endSeconds), f(m_beginMillis), f(m_endMillis), f(m_flags), f(m_offset),
            f(m_length);
        f(m_idOffset), f(m_category), f(m_status), f(m_importance);
    }
};

} // namespace timeline
