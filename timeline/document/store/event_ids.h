// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/large_memory.h"
#include "document/bytes/read_control.h"
#include "document/format/finding.h"
#include "document/json/json_value.h"
#include "document/store/edited_texts.h"
#include "document/store/event_table.h"

#include <bit>
#include <functional>

namespace timeline {

/// Finds events by their ids: a hash table of event numbers alone, 5.3 bytes an event. The ids themselves
/// are compared where they stand in the file.
class EventIds {
public:
    using Repeated = std::function<void(EventIndex first, EventIndex again)>;

    /// `hashes` are idHash() of the ids, one for each event. Calls `repeated` for every event whose id an
    /// earlier one has. Is of no use where `control` has been cancelled meanwhile.
    void build(const JsonText &text, const EventTable &events, const LargeVector<std::uint32_t> &hashes,
               const ReadControl &control, const Repeated &repeated);

    /// Among the events that are as in the file, and of the edited ones those that keep their id.
    std::optional<EventIndex> find(const JsonText &text, const EventTable &events, std::string_view id,
                                   const EditedTexts *edited = nullptr) const;
    /// All of these that have this id, in their order.
    std::vector<EventIndex> findAll(const JsonText &text, const EventTable &events, std::string_view id,
                                    const EditedTexts *edited = nullptr) const;
    /// Whether several events of the file had an id of this idHash().
    bool isRepeated(std::uint32_t hash) const;

    /// Asks the processor for where likely() will look.
    [[gnu::always_inline]] void fetch(std::uint32_t hash) const {
        if (!m_slots.empty()) {
            prefetch(&m_slots[firstSlot(hash)]);
        }
    }
    /// The first event whose id has, as far as is known, this idHash(); nothing where there is no such event.
    std::optional<EventIndex> likely(std::uint32_t hash) const;
    /// Whether this is the id of an event that is as in the file, or keeps its id.
    bool is(const JsonText &text, const EventTable &events, EventIndex event, std::string_view id,
            const EditedTexts *edited = nullptr) const;

private:
    static constexpr std::uint32_t freeSlot = 0xFFFFFFFF;

    template <typename F>
    std::optional<EventIndex> firstLike(std::uint32_t hash, F isIt) const;
    std::size_t firstSlot(std::uint32_t hash) const {
        return static_cast<std::size_t>(std::uint64_t{hash} * m_slots.size() >> 32);
    }
    std::size_t nextSlot(std::size_t slot) const { return slot + 1 < m_slots.size() ? slot + 1 : 0; }
    /// Whether an event in a slot may have an id of this hash. The first slot follows from the hash's higher
    /// bits, so its lower ones are kept.
    bool isLike(std::uint32_t slot, std::uint32_t hash) const {
        return ((slot ^ (hash << m_numberBits)) & ~m_numbers) == 0;
    }

    /// Three quarters are taken: by an event's number, and in the bits above that needs by some of its hash,
    /// so that hardly any other id need be looked at.
    LargeVector<std::uint32_t> m_slots;
    std::uint32_t m_numbers = 0;                                  ///< the bits of the number
    unsigned m_numberBits = 0;                                    ///< and how many these are, less than 32
    std::vector<std::pair<std::uint32_t, EventIndex>> m_repeated; ///< hashes and events that have no slot
};

/// The part of NameHash that events' ids are found by.
std::uint32_t idHash(std::string_view id);

/// Where the id of an event stands that begins at `event`; empty where `idOffset`, as in its row, tells that
/// it has none.
ByteRange idRange(const JsonText &text, qint64 event, std::uint16_t idOffset);
/// The same for an event that is as in the file.
inline ByteRange idRange(const JsonText &text, const EventTable &events, std::size_t event) {
    return idRange(text, events.offset(event), events.idOffset(event));
}

} // namespace timeline
