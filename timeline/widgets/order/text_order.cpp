// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/order/text_order.h"

#include "document/bytes/parallel.h"
#include "widgets/order/collation_keys.h"

#include <QtEndian>
#include <algorithm>
#include <cstring>

namespace timeline {

namespace {

/// Sorts items whose events are the numbers of their collation keys: eight bytes of these at a time.
class TextSort {
public:
    TextSort(const CollationKeys &keys, Qt::SortOrder direction, const std::stop_token &cancel)
        : m_keys(keys), m_flip(direction == Qt::AscendingOrder ? 0 : ~std::uint64_t{0}), m_cancel(cancel) {}

    /// Items that have the first `at` bytes in common, and stand in the file's order.
    void sort(std::span<SortItem> items, std::size_t at) const {
        while (!items.empty() && !m_cancel.stop_requested()) {
            at = endOfCommon(items, at);
            forEachItem(items, at,
                        [&](SortItem &item) { item.setKey(bytes(m_keys.key(item.event), at) ^ m_flip); });
            at += step;
            std::span<SortItem> most; // left to this loop, so that calls are not as deep as texts are long
            sortByKeys(items, [&](std::span<SortItem> same) {
                if (same.front().key() == m_flip) {
                    return; // they have ended: no byte of a key is zero
                }
                if (same.size() > items.size() / 2) {
                    most = same;
                } else {
                    sort(same, at);
                }
            });
            items = most;
        }
    }

private:
    static constexpr std::size_t step = sizeof(std::uint64_t);

    /// Calls f(item) for each, whose key is looked at from byte `at` on; on all cores.
    template <typename F>
    void forEachItem(std::span<SortItem> items, std::size_t at, F f) const {
        constexpr std::size_t stretch = 8192;
        forEachParallel((items.size() + stretch - 1) / stretch, [&](std::size_t i) {
            const std::size_t end = m_cancel.stop_requested() ? 0 : std::min(items.size(), (i + 1) * stretch);
            for (std::size_t place = i * stretch; place < end; ++place) {
                m_keys.fetch(items, place, at);
                f(items[place]);
            }
        });
    }

    /// Up to which byte all keys are the same: texts that begin alike for long cost one look at each.
    std::size_t endOfCommon(std::span<SortItem> items, std::size_t at) const {
        const std::string_view first = m_keys.key(items.front().event);
        std::atomic<std::size_t> end = first.size();
        forEachItem(items, at, [&](const SortItem &item) {
            std::size_t known = end;
            if (known > at) {
                const std::string_view other = m_keys.key(item.event);
                const auto same = static_cast<std::size_t>(
                    std::mismatch(first.begin() + at, first.begin() + known, other.begin() + at, other.end())
                        .first -
                    first.begin());
                while (same < known && !end.compare_exchange_weak(known, same)) {
                }
            }
        });
        return end;
    }

    /// Eight bytes of a key, the first the highest, zeros beyond its end.
    static std::uint64_t bytes(std::string_view key, std::size_t at) {
        std::uint64_t value = 0;
        if (at + step <= key.size()) {
            std::memcpy(&value, key.data() + at, step);
        } else if (at < key.size()) {
            std::memcpy(&value, key.data() + at, key.size() - at);
        }
        return qFromBigEndian(value);
    }

    const CollationKeys &m_keys;
    std::uint64_t m_flip; ///< what makes the highest key the lowest, to sort downwards
    const std::stop_token &m_cancel;
};

} // namespace

void sortByText(const Document &document, EventField field, std::span<SortItem> items,
                Qt::SortOrder direction, const std::stop_token &cancel) {
    if (items.size() < 2) {
        return;
    }
    const CollationKeys keys(document, field, items, cancel);
    // While they are sorted, items go by the number of their key. That of all events is their index.
    const bool areAll = items.size() == document.eventCount();
    std::vector<EventIndex> events;
    for (std::size_t i = 0; !areAll && i < items.size(); ++i) {
        events.push_back(std::exchange(items[i].event, static_cast<EventIndex>(i)));
    }
    if (!cancel.stop_requested()) {
        TextSort(keys, direction, cancel).sort(items, 0);
    }
    for (SortItem &item : items.first(areAll ? 0 : items.size())) {
        item.event = events[item.event];
    }
}

} // namespace timeline
