// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/link_targets.h"

#include "document/bytes/parallel.h"
#include "document/bytes/prefetch.h"

#include <array>
#include <numeric>

namespace timeline {

std::vector<EventIndex> LinkTargets::find(const NameList &names) {
    m_targets.assign(names.size(), nowhere);
    findLikely(names);
    compareIds(names);
    return std::move(m_targets);
}

/// Takes for each name the event whose id has the same hash.
void LinkTargets::findLikely(const NameList &names) {
    constexpr std::size_t partSize = 4096;
    constexpr std::size_t ahead = 16; // are asked for, as they lie all over the table
    forEachParallel((names.size() + partSize - 1) / partSize, [&](std::size_t part) {
        const std::size_t first = part * partSize;
        const std::size_t count = m_control.isCancelled() ? 0 : std::min(partSize, names.size() - first);
        std::array<std::uint32_t, partSize> hashes; // NOLINT(cppcoreguidelines-pro-type-member-init)
        for (std::size_t i = 0; i < count; ++i) {
            hashes[i] = idHash(names[first + i]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (i + ahead < count) {
                m_ids.fetch(hashes[i + ahead]);
            }
            m_targets[first + i] = m_ids.likely(hashes[i]).value_or(nowhere);
        }
    });
}

/// Compares the ids themselves, group by group of events that stand together.
void LinkTargets::compareIds(const NameList &names) {
    constexpr std::size_t groupSize = 1 << 14; // events, some megabytes of the file
    std::vector<std::size_t> ends(m_events.size() / groupSize + 1);
    for (const EventIndex target : m_targets) {
        if (target != nowhere) {
            ++ends[target / groupSize];
        }
    }
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<std::size_t> begins = ends;
    std::vector<std::uint32_t> links(ends.back());
    for (std::size_t link = m_targets.size(); link-- > 0;) {
        if (m_targets[link] != nowhere) {
            links[--begins[m_targets[link] / groupSize]] = static_cast<std::uint32_t>(link);
        }
    }
    forEachParallel(ends.size(), [&](std::size_t group) {
        const std::size_t end = m_control.isCancelled() ? 0 : ends[group];
        constexpr std::size_t ahead = 8;
        for (std::size_t i = begins[group]; i < end; ++i) {
            if (i + 2 * ahead < end) {
                m_events.fetch(m_targets[links[i + 2 * ahead]]);
            }
            if (i + ahead < end) {
                prefetch(m_text.bytes().data() + m_events.offset(m_targets[links[i + ahead]]));
            }
            EventIndex &target = m_targets[links[i]];
            if (!m_ids.is(m_text, m_events, target, names[links[i]])) {
                target = m_ids.find(m_text, m_events, names[links[i]]).value_or(nowhere);
            }
        }
        const std::size_t last = std::min((group + 1) * groupSize, m_events.size());
        if (group * groupSize < last) {
            m_bytes.letGo(m_events.offset(group * groupSize), m_events.offset(last - 1));
        }
    });
}

} // namespace timeline
