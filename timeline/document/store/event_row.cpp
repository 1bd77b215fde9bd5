// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/event_row.h"

namespace timeline {

static_assert(statusCount <= 8, "a status has three bits");

void RowColumns::set(std::size_t index, const EventRow &row) const {
    constexpr std::uint16_t flagBits = (1 << 13) - 1;
    constexpr std::uint16_t statusBits = (1 << 3) - 1;
    dates[index] = {PackedInstant(row.span.begin), PackedInstant(row.span.end)};
    places[index] = {static_cast<std::uint64_t>(row.offset) & EventRow::offsetLimit, row.idOffset};
    lengths[index] = static_cast<std::uint32_t>(row.length);
    traits[index] = {static_cast<std::uint16_t>(packed(row.span.flags) & flagBits),
                     static_cast<std::uint16_t>(static_cast<unsigned>(row.status) & statusBits),
                     row.category};
    importances[index] = row.importance;
}

} // namespace timeline
