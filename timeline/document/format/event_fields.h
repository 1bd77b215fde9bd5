// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace timeline {

/// The keys that an event may have; Unknown ones are kept and not read.
enum class EventField : std::uint8_t {
    Unknown,
    Id,
    Title,
    Date,
    Start,
    End,
    Category,
    Description,
    Status,
    Attribution,
    Importance,
    Tags,
    Sources,
    Measures,
    Links,
    Media,
};

/// The keys of an event's measures, links and media.
enum class PartField : std::uint8_t {
    Unknown,
    Name,
    Value,
    Max,
    Unit,
    Approximate,
    To,
    Kind,
    Url,
    Caption,
    Credit,
    Alt
};

EventField eventField(std::string_view key);
/// A key of an element of `list`, which is Measures, Links or Media.
PartField partField(EventField list, std::string_view key);

/// Fields that are arrays of strings, and of objects.
constexpr bool isStringList(EventField field) {
    return field == EventField::Tags || field == EventField::Sources;
}
constexpr bool isObjectList(EventField field) {
    return field == EventField::Measures || field == EventField::Links || field == EventField::Media;
}

/// Sets of fields as bits.
constexpr std::uint32_t bit(EventField field) {
    return std::uint32_t{1} << static_cast<unsigned>(field);
}
constexpr std::uint32_t bit(PartField field) {
    return std::uint32_t{1} << static_cast<unsigned>(field);
}

} // namespace timeline
