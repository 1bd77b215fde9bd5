// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace timeline {

/// How an event is drawn.
enum class ItemShape : std::uint8_t {
    Point,   ///< a date too short for its scale to have a width
    Within,  ///< one date, known to lie somewhere within the bar
    Bar,     ///< lasts from begin to end
    Cluster, ///< several events that have no room of their own
};

/// What a point is drawn as where colours tell groups apart: so that colour never tells alone.
enum class MarkSymbol : std::uint8_t { Disc, Square, Diamond, Triangle, Plus, Wedge };
inline constexpr int markSymbolCount = 6;

} // namespace timeline
