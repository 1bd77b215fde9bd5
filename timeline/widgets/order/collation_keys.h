// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/prefetch.h"
#include "document/format/event_fields.h"
#include "document/store/document.h"
#include "widgets/order/sort_items.h"

#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

namespace timeline {

/// For one of the texts of each of many events a key: bytes, none of them zero, that sort as the user's
/// language sorts the texts, upper and lower case alike, exactly as QCollator does (sort keys of UTS #10).
/// They lie side by side: sorting looks at them in all orders, and in the file the texts lie far apart. Takes
/// about the texts' bytes and 4 an event.
class CollationKeys {
public:
    /// No more of a text, in UTF-16, nor of its key is looked at.
    static constexpr qsizetype most = 1 << 16;

    /// The keys of `items`, whose events are in the file's order. Of no use where it is asked to stop.
    CollationKeys(const Document &document, EventField field, std::span<const SortItem> items,
                  const std::stop_token &cancel);

    /// The key of item `number`. Shorter ones come before those that they begin.
    std::string_view key(std::size_t number) const {
        const Part &part = m_parts[number / partSize];
        const std::size_t i = number % partSize;
        return {part.bytes.get() + part.begins[i], part.begins[i + 1] - part.begins[i]};
    }
    /// Keys lie all over the memory: asks for byte `at` of that of the item `ahead` of those whose key is
    /// wanted soon. First for where it lies, half way for itself.
    [[gnu::always_inline]] void fetch(std::span<const SortItem> items, std::size_t place,
                                      std::size_t at) const {
        constexpr std::size_t ahead = 32;
        if (place + ahead < items.size()) {
            const std::size_t number = items[place + ahead].event;
            prefetch(&m_parts[number / partSize].begins[number % partSize]);
        }
        if (place + ahead / 2 < items.size()) {
            prefetch(key(items[place + ahead / 2].event).data() + at);
        }
    }

private:
    static constexpr std::size_t partSize = 8192;

    /// The keys of as many items one after the other.
    struct Part {
        std::unique_ptr<char[]> bytes;
        std::vector<std::uint32_t> begins; ///< and where the last one ends
    };

    std::vector<Part> m_parts;
};

} // namespace timeline
