// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/prefetch.h"
#include "document/format/event.h"
#include "document/store/packed_instant.h"

#include <algorithm>

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

/// Where rows stand in memory, column by column: 33 bytes an event. What a frame asks for stands together: of
/// an event somewhere among millions, each column is far memory of its own.
struct RowColumns {
    struct Dates {
        PackedInstant begin, end;
    };
    struct Traits {
        std::uint16_t flags : 13; ///< DateFlags, as packed()
        std::uint16_t status : 3;
        CategoryIndex category;
    };
    struct Place {
        std::uint64_t offset : 48; ///< EventRow::offsetLimit for -1
        std::uint64_t idOffset : 16;
    };

    /// Sets have no times of day: both flags together say that a time is finer than a millisecond.
    static constexpr DateFlags finer = DateFlags(DateFlag::HasTime) | DateFlag::Set;
    static std::uint16_t packed(DateFlags flags) {
        return static_cast<std::uint16_t>(
            (flags & DateFlag::Finer ? (flags ^ DateFlag::Finer) | finer : flags).toInt());
    }
    static DateFlags unpacked(std::uint16_t bits) {
        const DateFlags flags = DateFlags::fromInt(bits);
        return (flags & finer) == finer ? flags ^ DateFlag::Set ^ DateFlag::Finer : flags;
    }

    Dates *dates = nullptr;
    Place *places = nullptr;
    std::uint32_t *lengths = nullptr;
    Traits *traits = nullptr;
    std::uint8_t *importances = nullptr;

    void set(std::size_t index, const EventRow &row) const;

    /// Calls `f` with every column of `a` and the same of `b`: what is done to one is done to all.
    template <typename F>
    static void forEach(RowColumns &a, const RowColumns &b, F f) {
        f(a.dates, b.dates), f(a.places, b.places), f(a.lengths, b.lengths), f(a.traits, b.traits);
        f(a.importances, b.importances);
    }
};

/// Reads rows, wherever they stand: Rows::at() gives the columns of an event, Rows::inColumns() its number in
/// them.
template <typename Rows>
class RowReading {
public:
    /// Asks the processor for what there is of an event: see prefetch().
    [[gnu::always_inline]] void fetchSpan(std::size_t i) const {
        prefetch(at(i).dates + in(i));
        prefetch(at(i).traits + in(i));
    }
    [[gnu::always_inline]] void fetch(std::size_t i) const {
        fetchSpan(i);
        prefetch(at(i).places + in(i));
        prefetch(at(i).lengths + in(i));
        prefetch(at(i).importances + in(i));
    }

    Span span(std::size_t i) const { return {begin(i), end(i), flags(i)}; }
    Instant begin(std::size_t i) const { return at(i).dates[in(i)].begin.instant(); }
    Instant end(std::size_t i) const { return at(i).dates[in(i)].end.instant(); }
    DateFlags flags(std::size_t i) const { return RowColumns::unpacked(at(i).traits[in(i)].flags); }
    qint64 offset(std::size_t i) const {
        const std::uint64_t offset = at(i).places[in(i)].offset;
        return offset == EventRow::offsetLimit ? -1 : static_cast<qint64>(offset);
    }
    qint64 length(std::size_t i) const { return at(i).lengths[in(i)]; }
    std::uint16_t idOffset(std::size_t i) const { return at(i).places[in(i)].idOffset; }
    CategoryIndex category(std::size_t i) const { return at(i).traits[in(i)].category; }
    Status status(std::size_t i) const { return static_cast<Status>(at(i).traits[in(i)].status); }
    std::uint8_t importance(std::size_t i) const { return at(i).importances[in(i)]; }
    EventRow row(std::size_t i) const {
        return {span(i), offset(i), length(i), idOffset(i), category(i), status(i), importance(i)};
    }

private:
    [[gnu::always_inline]] const RowColumns &at(std::size_t i) const {
        return static_cast<const Rows *>(this)->at(i);
    }
    [[gnu::always_inline]] static std::size_t in(std::size_t i) { return Rows::inColumns(i); }
};

} // namespace timeline
