// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/record_tables.h"

namespace timeline {

/// A field of an event's measures, links and media, and of sources that stand in it, as the quick pass sees
/// it: derived from record_tables.h.
struct PartField {
    std::string_view key = {};
    ValueKind kind = ValueKind::Text;
    bool isRequired = false; ///< an element of the list is nothing without it
    std::uint8_t place = 0;  ///< in its table
    std::uint32_t bit = 0;   ///< in a set of fields of one table; none of what the format does not know

    constexpr bool isKnown() const { return bit != 0; }
};

/// The fields that a list may have.
inline constexpr std::size_t mostPartFields = 16;

template <typename Record, std::size_t count>
constexpr std::array<PartField, count> partsOf(const std::array<FieldOf<Record>, count> &table) {
    static_assert(count <= mostPartFields);
    std::array<PartField, count> parts;
    for (std::size_t i = 0; i < count; ++i) {
        // One that stands in the event itself may lack what a declared source needs.
        const bool isRequired = table[i].isRequired && !std::is_same_v<Record, Source>;
        parts[i] = {table[i].key, table[i].kind, isRequired, static_cast<std::uint8_t>(i),
                    std::uint32_t{1} << i};
    }
    return parts;
}

inline constexpr auto measureParts = partsOf(measureFields);
inline constexpr auto linkParts = partsOf(linkFields);
inline constexpr auto mediaParts = partsOf(mediaFields);
inline constexpr auto sourceParts = partsOf(sourceFields);
inline constexpr PartField unknownPart;

template <std::size_t count>
constexpr const PartField &partIn(const std::array<PartField, count> &parts, std::string_view key) {
    for (const PartField &part : parts) {
        if (part.key == key) {
            return part;
        }
    }
    return unknownPart;
}

/// A key of an element of `list`.
constexpr const PartField &partField(EventField list, std::string_view key) {
    switch (list) {
    case EventField::Measures:
        return partIn(measureParts, key);
    case EventField::Links:
        return partIn(linkParts, key);
    case EventField::Media:
        return partIn(mediaParts, key);
    case EventField::Sources:
        return partIn(sourceParts, key);
    default:
        return unknownPart;
    }
}

/// The bits of all that an element needs.
template <std::size_t count>
constexpr std::uint32_t requiredOf(const std::array<PartField, count> &parts) {
    std::uint32_t bits = 0;
    for (const PartField &part : parts) {
        bits |= part.isRequired ? part.bit : 0;
    }
    return bits;
}

} // namespace timeline
