// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/event_ids.h"

#include "document/bytes/name_table.h"
#include "document/bytes/prefetch.h"

#include <algorithm>

namespace timeline {

ByteRange idRange(const JsonText &text, qint64 event, std::uint16_t idOffset) {
    if (idOffset == EventRow::farId) {
        return findMember(text, {JsonType::Object, {event, text.bytes().size()}}, "id")->value.range;
    }
    const qint64 begin = event + idOffset;
    return idOffset == 0 ? ByteRange{} : text.valueAt(begin).range;
}

void EventIds::build(const JsonText &text, const EventTable &events, const LargeVector<std::uint32_t> &hashes,
                     const ReadControl &control, const Repeated &repeated) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        count += events.idOffset(i) != 0 ? 1 : 0;
    }
    m_slots.assign(count + count / 3 + 1, freeSlot);
    m_numberBits = std::bit_width(static_cast<std::uint32_t>(events.size()));
    m_numbers = (std::uint32_t{1} << m_numberBits) - 1;
    std::string buffer;
    std::string otherBuffer;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (i % 65536 == 0 && control.isCancelled()) {
            return;
        }
        // The slots lie all over the table: fetching those that come next hides most of the wait.
        constexpr std::size_t ahead = 16;
        if (i + ahead < events.size()) {
            prefetch(&m_slots[firstSlot(hashes[i + ahead])]);
        }
        if (events.idOffset(i) == 0) {
            continue;
        }
        // The ids themselves are looked at only where hashes are the same: they lie all over the file.
        const auto isSame = [&](std::uint32_t slot) {
            const std::uint32_t other = slot & m_numbers;
            return isLike(slot, hashes[i]) && hashes[other] == hashes[i] &&
                   text.utf8(idRange(text, events, other), otherBuffer) ==
                       text.utf8(idRange(text, events, i), buffer);
        };
        std::size_t slot = firstSlot(hashes[i]);
        while (m_slots[slot] != freeSlot && !isSame(m_slots[slot])) {
            slot = nextSlot(slot);
        }
        if (m_slots[slot] == freeSlot) {
            m_slots[slot] = static_cast<std::uint32_t>(i) | hashes[i] << m_numberBits;
        } else {
            repeated(m_slots[slot] & m_numbers, static_cast<EventIndex>(i));
            m_repeated.emplace_back(hashes[i], static_cast<EventIndex>(i));
        }
    }
    std::ranges::sort(m_repeated);
}

/// The first event of this hash, as far as slots tell, of which f(event) is true.
template <typename F>
std::optional<EventIndex> EventIds::firstLike(std::uint32_t hash, F isIt) const {
    if (m_slots.empty()) {
        return std::nullopt;
    }
    for (std::size_t slot = firstSlot(hash); m_slots[slot] != freeSlot; slot = nextSlot(slot)) {
        if (isLike(m_slots[slot], hash) && isIt(m_slots[slot] & m_numbers)) {
            return m_slots[slot] & m_numbers;
        }
    }
    return std::nullopt;
}

std::optional<EventIndex> EventIds::find(const JsonText &text, const EventTable &events, std::string_view id,
                                         const EditedTexts *edited) const {
    const std::uint32_t hash = idHash(id);
    const auto found = firstLike(hash, [&](EventIndex event) { return is(text, events, event, id, edited); });
    if (found) {
        return found;
    }
    // The first may be edited away.
    auto repeated = std::ranges::lower_bound(m_repeated, std::pair(hash, EventIndex{0}));
    for (; repeated != m_repeated.end() && repeated->first == hash; ++repeated) {
        const EventIndex event = repeated->second;
        if (is(text, events, event, id, edited)) {
            return event;
        }
    }
    return std::nullopt;
}

std::vector<EventIndex> EventIds::findAll(const JsonText &text, const EventTable &events, std::string_view id,
                                          const EditedTexts *edited) const {
    const std::uint32_t hash = idHash(id);
    std::vector<EventIndex> all;
    if (const auto first =
            firstLike(hash, [&](EventIndex event) { return is(text, events, event, id, edited); })) {
        all.push_back(*first);
    }
    auto repeated = std::ranges::lower_bound(m_repeated, std::pair(hash, EventIndex{0}));
    for (; repeated != m_repeated.end() && repeated->first == hash; ++repeated) {
        if (is(text, events, repeated->second, id, edited)) {
            all.push_back(repeated->second);
        }
    }
    return all;
}

std::optional<EventIndex> EventIds::likely(std::uint32_t hash) const {
    return firstLike(hash, [](EventIndex) { return true; });
}

bool EventIds::isRepeated(std::uint32_t hash) const {
    const auto repeated = std::ranges::lower_bound(m_repeated, std::pair(hash, EventIndex{0}));
    return repeated != m_repeated.end() && repeated->first == hash;
}

bool EventIds::is(const JsonText &text, const EventTable &events, EventIndex event, std::string_view id,
                  const EditedTexts *edited) const {
    std::string buffer;
    if (events.offset(event) >= 0) {
        return text.utf8(idRange(text, events, event), buffer) == id;
    }
    const EditedTexts::Entry *entry = edited != nullptr ? edited->find(event) : nullptr;
    return entry != nullptr && entry->keepsId() &&
           text.utf8(idRange(text, entry->inFile().begin, entry->idOffset()), buffer) == id;
}

std::uint32_t idHash(std::string_view id) {
    return static_cast<std::uint32_t>(NameHash{}(id));
}

} // namespace timeline
