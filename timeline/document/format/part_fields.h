// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/record_tables.h"

#include <algorithm>

namespace timeline {

/// A field of an event's measures, links and media, and of sources that stand in it, as the quick pass sees
/// it: derived from record_tables.h.
struct PartField {
    ValueKind kind = ValueKind::Text;
    bool isRequired = false; ///< an element of the list is nothing without it
    std::uint8_t place = 0;  ///< in its table
    std::uint32_t bit = 0;   ///< in a set of fields of one table; none of what the format does not know

    constexpr bool isKnown() const { return bit != 0; }
};

/// The fields that a list may have.
inline constexpr std::size_t mostPartFields = 16;

/// The field of a table with this key.
template <typename Record, std::size_t count>
constexpr PartField partIn(const std::array<FieldOf<Record>, count> &table, std::string_view key) {
    static_assert(count <= mostPartFields);
    const auto field = std::ranges::find(table, key, &RecordField::key);
    if (field == table.end()) {
        return {};
    }
    // One that stands in the event itself may lack what a declared source needs.
    const bool isRequired = field->isRequired && !std::is_same_v<Record, Source>;
    const auto place = static_cast<std::uint8_t>(field - table.begin());
    return {field->kind, isRequired, place, std::uint32_t{1} << place};
}

/// A key of an element of `list`.
constexpr PartField partField(EventField list, std::string_view key) {
    switch (list) {
    case EventField::Measures:
        return partIn(measureFields, key);
    case EventField::Links:
        return partIn(linkFields, key);
    case EventField::Media:
        return partIn(mediaFields, key);
    case EventField::Sources:
        return partIn(sourceFields, key);
    default:
        return {};
    }
}

/// The bits of all that an element of a table needs.
template <typename Table>
constexpr std::uint32_t requiredIn(const Table &table) {
    std::uint32_t bits = 0;
    for (const auto &field : table) {
        const PartField part = partIn(table, field.key);
        bits |= part.isRequired ? part.bit : 0;
    }
    return bits;
}

} // namespace timeline
