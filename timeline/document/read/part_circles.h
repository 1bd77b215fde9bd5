// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace timeline {

/// That one event is a part of another.
struct PartLink {
    std::uint32_t part = 0;
    std::uint32_t whole = 0;
};

/// Events that are parts of themselves, because their links lead in a circle.
struct PartCircle {
    std::size_t link = 0;   ///< the first of its links
    std::size_t events = 0; ///< two at least
};

/// All circles among links that are sorted by their parts; those that share an event are one. Takes time and
/// memory for the links alone, and no stack for long chains of them.
std::vector<PartCircle> partCircles(const std::vector<PartLink> &links);

} // namespace timeline
