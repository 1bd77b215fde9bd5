// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/event_rows.h"

#include "document/bytes/parallel.h"

#include <vector>

namespace timeline {

namespace {

/// The bits of `shown` in the order's order; none where all are set.
QBitArray inOrder(const QBitArray &shown, const EventOrder &order) {
    const std::size_t count = order.events.size();
    const auto *bytes = reinterpret_cast<const unsigned char *>(shown.bits());
    std::vector<char> bits((count + 7) / 8);
    std::atomic<std::size_t> set = 0;
    constexpr std::size_t stretch = 1 << 18; // whole bytes, and enough to be worth a thread
    forEachParallel((count + stretch - 1) / stretch, [&](std::size_t part) {
        std::size_t setHere = 0;
        const std::size_t end = std::min(count, (part + 1) * stretch);
        for (std::size_t begin = part * stretch; begin < end; begin += 8) {
            unsigned byte = 0;
            for (std::size_t i = begin; i < std::min(begin + 8, end); ++i) {
                const EventIndex event = order.events[i];
                const unsigned isShown = static_cast<unsigned>(bytes[event / 8]) >> event % 8 & 1U;
                byte |= isShown << (i - begin);
                setHere += isShown;
            }
            bits[begin / 8] = static_cast<char>(byte);
        }
        set += setHere;
    });
    return set == count ? QBitArray() : QBitArray::fromBits(bits.data(), static_cast<qsizetype>(count));
}

} // namespace

EventRows::EventRows(EventIndex eventCount, const QBitArray &shown, std::shared_ptr<const EventOrder> order)
    : m_order(std::move(order)), m_eventCount(eventCount) {
    if (shown.isEmpty()) {
        m_count = m_order ? static_cast<std::uint32_t>(m_order->events.size()) : eventCount;
        return;
    }
    const QBitArray bits = m_order ? inOrder(shown, *m_order) : shown;
    if (bits.isEmpty()) {
        m_count = static_cast<std::uint32_t>(m_order->events.size());
    } else {
        m_shown = BitRanks(bits);
        m_count = m_shown.count();
    }
}

std::optional<std::uint32_t> EventRows::rowOf(EventIndex event) const {
    if (event >= m_eventCount) {
        return std::nullopt;
    }
    const std::uint32_t place = m_order ? m_order->positions[event] : event;
    if (place == EventOrder::noPosition || (!m_shown.isEmpty() && !m_shown.test(place))) {
        return std::nullopt;
    }
    return m_shown.isEmpty() ? place : m_shown.rank(place);
}

} // namespace timeline
