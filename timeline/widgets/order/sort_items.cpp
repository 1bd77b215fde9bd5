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
using Places = std::array<std::size_t, digits + 1>;

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

void sortPart(std::span<SortItem> items) {
    constexpr std::size_t few = 256; // fewer are sorted faster by comparing
    const auto digit = items.size() < few ? std::nullopt : differingDigit(items);
    if (!digit) {
        std::ranges::sort(items, {}, [](const SortItem &item) { return std::pair(item.key(), item.event); });
        return;
    }
    const Places places = partByDigit(items, *digit);
    for (std::size_t i = 0; i < digits; ++i) {
        sortPart(items.subspan(places[i], places[i + 1] - places[i]));
    }
}

} // namespace

void sortByKeys(std::span<SortItem> items) {
    const auto digit = differingDigit(items);
    if (!digit) {
        sortPart(items);
        return;
    }
    const Places places = partByDigit(items, *digit);
    forEachParallel(digits,
                    [&](std::size_t i) { sortPart(items.subspan(places[i], places[i + 1] - places[i])); });
}

} // namespace timeline
