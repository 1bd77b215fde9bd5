// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/prefetch.h"
#include "document/format/event_fields.h"
#include "document/store/document.h"
#include "widgets/order/sort_items.h"
#include "widgets/order/utf8_characters.h"

#include <QSet>
#include <memory>
#include <stop_token>
#include <vector>

namespace timeline {

/// One of the texts of each of many events, decoded and side by side: sorting looks at them in all orders,
/// and in the file they lie far apart. Takes the texts' bytes and 4 an event.
class SortTexts {
public:
    /// Of a longer text no more is looked at.
    static constexpr std::size_t mostBytes = 1 << 16;

    /// The texts of `items`, whose events are in the file's order. Of no use where it is asked to stop.
    SortTexts(const Document &document, EventField field, std::span<const SortItem> items,
              const std::stop_token &cancel);

    /// The text of item `number`, in UTF-8.
    std::string_view text(std::size_t number) const {
        const Part &part = m_parts[number / partSize];
        const std::size_t i = number % partSize;
        return {part.bytes.get() + part.begins[i], part.begins[i + 1] - part.begins[i]};
    }
    /// Texts lie all over the memory: asks for that of the item `ahead` of those whose text is wanted soon.
    /// First for where it lies, half way for itself.
    template <typename Items>
    [[gnu::always_inline]] void fetch(const Items &items, std::size_t at) const {
        constexpr std::size_t ahead = 32;
        if (at + ahead < items.size()) {
            const std::size_t number = items[at + ahead].event;
            prefetch(&m_parts[number / partSize].begins[number % partSize]);
        }
        if (at + ahead / 2 < items.size()) {
            const std::string_view soon = text(items[at + ahead / 2].event);
            prefetch(soon.data());
            prefetch(soon.data() + soon.size());
        }
    }
    /// Those that occur in the texts, and all of ASCII.
    const QSet<char32_t> &characters() const { return m_characters; }

private:
    static constexpr std::size_t partSize = 8192;

    /// The texts of as many items one after the other; they have less than 4 GiB.
    struct Part {
        std::unique_ptr<char[]> bytes;
        std::vector<std::uint32_t> begins; ///< and where the last one ends
    };

    std::vector<Part> m_parts;
    QSet<char32_t> m_characters;
};

} // namespace timeline
