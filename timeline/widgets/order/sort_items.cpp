// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/order/sort_items.h"

#include "document/bytes/parallel.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <optional>

namespace timeline {

namespace {

constexpr std::size_t digits = 256;

/// The items of each digit stand from one of these places to the next.
using Places = std::array<std::uint32_t, digits + 1>;

std::size_t digitOf(const SortItem &item, unsigned shift) {
    return item.key() >> shift & (digits - 1);
}

/// Brings the items of each digit together, without other memory: each that stands wrong is swapped to where
/// the next of its digit belongs (McIlroy's American flag sort).
Places partByDigit(std::span<SortItem> items, unsigned shift) {
    Places places{};
    for (const SortItem &item : items) {
        ++places[digitOf(item, shift) + 1];
    }
    std::partial_sum(places.begin(), places.end(), places.begin());
    Places next = places;
    for (std::size_t digit = 0; digit < digits; ++digit) {
        while (next[digit] < places[digit + 1]) {
            SortItem &item = items[next[digit]];
            const std::size_t own = digitOf(item, shift);
            if (own == digit) {
                ++next[digit];
            } else {
                std::swap(item, items[next[own]++]);
            }
        }
    }
    return places;
}

/// The highest digit in which keys differ; nothing where all are the same.
std::optional<unsigned> differingDigit(std::span<const SortItem> items) {
    std::uint64_t differing = 0;
    for (const SortItem &item : items) {
        differing |= item.key() ^ items.front().key();
    }
    return differing == 0 ? std::nullopt
                          : std::optional(static_cast<unsigned>(std::bit_width(differing) - 1) / 8 * 8);
}

void forEachRun(std::span<SortItem> items, const std::function<void(std::span<SortItem>)> &f) {
    for (std::size_t begin = 0, end = 0; begin < items.size(); begin = end) {
        while (end < items.size() && items[end].key() == items[begin].key()) {
            ++end;
        }
        if (end - begin > 1) {
            f(items.subspan(begin, end - begin));
        }
    }
}

} // namespace

void sortByKeys(std::span<SortItem> items, const std::function<void(std::span<SortItem>)> &f) {
    constexpr std::size_t few = 256;           // fewer are sorted faster by comparing
    constexpr std::size_t worthThreads = 8192; // fewer are sorted before a thread has begun
    const auto digit = items.size() < few ? std::nullopt : differingDigit(items);
    if (!digit) {
        const auto order = [](const SortItem &item) { return std::pair(item.key(), item.event); };
        if (!std::ranges::is_sorted(items, {}, order)) {
            std::ranges::sort(items, {}, order);
        }
        forEachRun(items, f);
        return;
    }
    const Places places = partByDigit(items, *digit);
    const auto sortPart = [&](std::size_t i) {
        sortByKeys(items.subspan(places[i], places[i + 1] - places[i]), f);
    };
    if (items.size() < worthThreads) {
        for (std::size_t i = 0; i < digits; ++i) {
            sortPart(i);
        }
    } else {
        forEachParallel(digits, sortPart);
    }
}

} // namespace timeline
