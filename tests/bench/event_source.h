// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>

namespace bench {

/// What can be made: like what people have; hard on a layout, each after its own fashion; every way in which
/// a valid file may be written; and many of something else than events.
inline constexpr std::array<std::string_view, 28> kinds = {
    "realistic",     "one-lane",    "equal-dates",  "overlapping",       "nested",
    "deep-time",     "long-titles", "points",       "spans-all",         "start-alone",
    "start-and-end", "date-times",  "offsets",      "start-with-offset", "intervals",
    "edtf",          "years",       "pretty",       "any-order",         "escaped",
    "numeric-ids",   "nulls",       "empty-values", "inline-sources",    "unknown-keys",
    "many-lanes",    "many-links",  "two-lines",
};
/// What has a finding in each event, and what takes many records in the head.
inline constexpr std::array<std::string_view, 9> oddKinds = {
    "own-status",    "bad-importance", "bad-fields", "untitled",     "unreadable-dates",
    "repeated-keys", "most-lanes",     "many-eras",  "many-sources",
};

struct Options {
    std::uint64_t count = 0;
    std::uint64_t seed = 1;
    std::string_view kind = kinds[0];
    std::string_view style = "lines"; ///< one event a line; or "pretty", or "compact"
};

/// Writes an events file piece by piece; false where an option is unknown, or `write` said false.
bool writeEvents(const Options &options, const std::function<bool(std::string_view)> &write);

} // namespace bench
