// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/prefetch.h"
#include "document/format/event.h"
#include "document/store/packed_instant.h"

#include <QBitArray>
#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace timeline {

/// What is asked for often about one event.
struct EventRow {
    /// Of an id that stands further behind: who wants to know where has to look for it.
    static constexpr std::uint16_t farId = 0xFFFF;
    /// Files end before this offset: 256 TiB.
    static constexpr qint64 offsetLimit = (qint64{1} << 48) - 1;

    Span span;
    qint64 offset = 0;          ///< where its JSON object begins; -1: it is not as in the file
    qint64 length = 0;          ///< how many bytes it has; below 4 GiB. 0: it is deleted
    std::uint16_t idOffset = 0; ///< from there to its id, a string or a number; 0 without an id, or farId
    CategoryIndex category = noCategory;
    Status status = Status::Confirmed;
    std::uint8_t importance = 128; ///< 0 to 255

    /// Takes down where the id is, counted from the beginning of the event.
    void setId(qint64 from) { idOffset = static_cast<std::uint16_t>(std::min<qint64>(from, farId)); }
};

/// The rows of all events, stored column by column: 33 bytes an event. What a frame asks for stands together:
/// of an event somewhere among millions, each column is far memory of its own. Copies share the memory and
/// see the rows that there were when they were copied; further ones may be appended to one of them alone,
/// also while others are read. Whoever sets a row detaches before.
class EventColumns {
public:
    std::size_t size() const { return m_size; }
    void reserve(std::size_t count);
    void append(const EventRow &row);
    /// Appends all of `rows`, with `categories` for the categories that they have.
    void append(const EventColumns &rows, std::span<const CategoryIndex> categories);
    /// Gives back what was reserved and is not needed.
    void trim();
    /// Copies what is shared, so that rows may be set and appended without others seeing it.
    void detach();

    // For rows that nobody looks at meanwhile.
    void clear() { m_size = 0; }
    EventRow row(std::size_t index) const;
    void set(std::size_t index, const EventRow &row);
    /// Keeps the rows that `dropped` does not mark, in their order.
    void drop(const std::vector<bool> &dropped);

    /// Asks the processor for what it has of an event: see prefetch().
    [[gnu::always_inline]] void fetchSpan(std::size_t i) const {
        prefetch(m_at.dates + i);
        prefetch(m_at.traits + i);
    }
    [[gnu::always_inline]] void fetch(std::size_t i) const {
        fetchSpan(i);
        prefetch(m_at.places + i);
        prefetch(m_at.length + i);
        prefetch(m_at.importance + i);
    }

    Span span(std::size_t i) const { return {begin(i), end(i), flags(i)}; }
    Instant begin(std::size_t i) const { return m_at.dates[i].begin.instant(); }
    Instant end(std::size_t i) const { return m_at.dates[i].end.instant(); }
    DateFlags flags(std::size_t i) const { return DateFlags::fromInt(m_at.traits[i].flags); }
    qint64 offset(std::size_t i) const {
        const std::uint64_t offset = m_at.places[i].offset;
        return offset == EventRow::offsetLimit ? -1 : static_cast<qint64>(offset);
    }
    qint64 length(std::size_t i) const { return m_at.length[i]; }
    std::uint16_t idOffset(std::size_t i) const { return m_at.places[i].idOffset; }
    CategoryIndex category(std::size_t i) const { return m_at.traits[i].category; }
    Status status(std::size_t i) const { return static_cast<Status>(m_at.traits[i].status); }
    std::uint8_t importance(std::size_t i) const { return m_at.importance[i]; }

private:
    struct Dates {
        PackedInstant begin, end;
    };
    struct Traits {
        std::uint16_t flags : 13; ///< DateFlags
        std::uint16_t status : 3;
        CategoryIndex category;
    };
    struct Place {
        std::uint64_t offset : 48; ///< EventRow::offsetLimit for -1
        std::uint64_t idOffset : 16;
    };

    /// Where the columns stand in the block of memory.
    struct Columns {
        Dates *dates = nullptr;
        Place *places = nullptr;
        std::uint32_t *length = nullptr;
        Traits *traits = nullptr;
        std::uint8_t *importance = nullptr;
    };

    /// Calls `f` with every column of `a` and the same of `b`: what is done to one is done to all.
    template <typename F>
    static void forEachColumn(Columns &a, const Columns &b, F f) {
        f(a.dates, b.dates), f(a.places, b.places), f(a.length, b.length), f(a.traits, b.traits);
        f(a.importance, b.importance);
    }

    void move(std::size_t count); ///< to a block with room for so many

    std::shared_ptr<void> m_block;
    Columns m_at;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

/// Earliest begin and latest end, leaving open ends out; nothing without events. Of those that have their bit
/// in `shown`, of all where it is empty.
std::optional<Span> extentOf(const EventColumns &events, const QBitArray &shown);

} // namespace timeline
