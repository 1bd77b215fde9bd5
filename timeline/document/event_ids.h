// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/event_columns.h"
#include "document/finding.h"
#include "document/json_value.h"
#include "document/large_memory.h"
#include "document/read_control.h"

#include <bit>
#include <functional>

namespace timeline {

/// Finds events by their ids: a hash table of event numbers alone, 5 to 11 bytes an event. The ids themselves
/// are compared where they stand in the file.
class EventIds {
public:
    using Repeated = std::function<void(EventIndex first, EventIndex again)>;

    /// `hashes` are idHash() of the ids, one for each event. Calls `repeated` for every event whose id an
    /// earlier one has. Is of no use where `control` has been cancelled meanwhile.
    void build(const JsonText &text, const EventColumns &events, const LargeVector<std::uint32_t> &hashes,
               const ReadControl &control, const Repeated &repeated);

    /// Among the events that are as in the file.
    std::optional<EventIndex> find(const JsonText &text, const EventColumns &events,
                                   std::string_view id) const;

private:
    static constexpr std::uint32_t freeSlot = 0xFFFFFFFF;

    /// A power of two of them, at most three quarters taken: an event's number, and in the bits above that
    /// needs those of its hash, so that hardly any other id need be looked at.
    LargeVector<std::uint32_t> m_slots;
    std::uint32_t m_eventBits = 0;
    std::vector<std::pair<std::uint32_t, EventIndex>> m_repeated; ///< hashes and events that have no slot
};

/// The part of NameHash that events' ids are found by.
std::uint32_t idHash(std::string_view id);

/// Where an event's id stands, which has one.
ByteRange idRange(const JsonText &text, const EventColumns &events, std::size_t event);

} // namespace timeline
