// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

#include <QBitArray>
#include <stop_token>

namespace timeline {

/// By what events can be sorted: dates by their instants, categories and statuses by their rank, texts as the
/// user's language sorts them.
enum class SortKey : std::uint8_t { Date, Title, Category, Status, Importance, Attribution, Place };

/// Events in the order of a key, equal ones in the file's order: 8 bytes an event.
struct EventOrder {
    static constexpr std::uint32_t noPosition = 0xFFFFFFFF;
    std::vector<EventIndex> events;       ///< by position
    std::vector<std::uint32_t> positions; ///< by event; noPosition where an event was not sorted
};

/// Sorts the events that `sorted` marks, all where it is empty. Uses all cores and may be called from any
/// thread; gives up and gives null once `cancel` asks for it.
std::shared_ptr<EventOrder> sortEvents(const Document &document, const QBitArray &sorted, SortKey key,
                                       Qt::SortOrder direction, const std::stop_token &cancel);

} // namespace timeline
