// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/event_ids.h"

#include "document/name_table.h"

namespace timeline {

namespace {

/// The id at `range`, decoded into `buffer` only where it has escapes.
std::string_view idAt(const JsonText &text, ByteRange range, std::string &buffer) {
    const QByteArrayView raw = text.raw({range.begin + 1, range.end - 1});
    const std::string_view plain(raw.data(), static_cast<std::size_t>(raw.size()));
    if (plain.find('\\') == std::string_view::npos) {
        return plain;
    }
    buffer = decodeJsonString(plain);
    return buffer;
}

} // namespace

ByteRange idRange(const JsonText &text, const EventColumns &events, std::size_t event) {
    const qint64 begin = events.offset(event) + events.idOffset(event);
    return {begin, text.endOfString(begin)};
}

std::size_t EventIds::slotOf(const JsonText &text, const EventColumns &events, std::size_t hash,
                             std::string_view id) const {
    const std::size_t mask = m_slots.size() - 1;
    std::string buffer;
    std::size_t slot = hash & mask;
    while (m_slots[slot] != freeSlot && idAt(text, idRange(text, events, m_slots[slot]), buffer) != id) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void EventIds::build(const JsonText &text, const EventColumns &events, const std::vector<std::size_t> &hashes,
                     const Repeated &repeated) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        count += events.idOffset(i) != 0 ? 1 : 0;
    }
    m_slots.assign(std::bit_ceil(count + count / 3 + 1), freeSlot);
    std::string buffer;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events.idOffset(i) == 0) {
            continue;
        }
        const std::string_view id = idAt(text, idRange(text, events, i), buffer);
        std::uint32_t &slot = m_slots[slotOf(text, events, hashes[i], id)];
        if (slot == freeSlot) {
            slot = static_cast<std::uint32_t>(i);
        } else {
            repeated(slot, static_cast<EventIndex>(i));
        }
    }
}

std::optional<EventIndex> EventIds::find(const JsonText &text, const EventColumns &events,
                                         std::string_view id) const {
    if (m_slots.empty()) {
        return std::nullopt;
    }
    const std::uint32_t found = m_slots[slotOf(text, events, NameHash{}(id), id)];
    return found == freeSlot ? std::nullopt : std::optional<EventIndex>(found);
}

} // namespace timeline
