// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/link_targets.h"

#include "document/bytes/parallel.h"

#include <numeric>

namespace timeline {

std::vector<EventIndex> LinkTargets::find(const std::vector<Reference> &links) {
    m_targets.assign(links.size(), nowhere);
    readNames(links);
    compareIds();
    return std::move(m_targets);
}

/// Reads the names and takes for each the event whose id has the same hash.
void LinkTargets::readNames(const std::vector<Reference> &links) {
    m_parts.resize((links.size() + partSize - 1) / partSize);
    forEachParallel(m_parts.size(), [&](std::size_t number) {
        const std::size_t first = number * partSize;
        const std::size_t end = m_control.isCancelled() ? first : std::min(first + partSize, links.size());
        Part &part = m_parts[number];
        for (std::size_t i = first; i < end; ++i) {
            const std::string link = m_text.utf8(m_text.valueAt(links[i].at).range);
            m_targets[i] = m_ids.likely(idHash(link)).value_or(nowhere);
            part.names += link;
            part.ends.push_back(part.names.size());
        }
        if (first < end) {
            m_bytes.letGo(links[first].at, links[end - 1].at);
        }
    });
}

std::string_view LinkTargets::name(std::size_t link) const {
    const Part &part = m_parts[link / partSize];
    const std::size_t i = link % partSize;
    const std::size_t begin = i > 0 ? part.ends[i - 1] : 0;
    return std::string_view(part.names).substr(begin, part.ends[i] - begin);
}

/// Compares the ids themselves, group by group of events that stand together.
void LinkTargets::compareIds() {
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
        for (std::size_t i = begins[group]; i < end; ++i) {
            EventIndex &target = m_targets[links[i]];
            if (!m_ids.is(m_text, m_events, target, name(links[i]))) {
                target = m_ids.find(m_text, m_events, name(links[i])).value_or(nowhere);
            }
        }
        const std::size_t last = std::min((group + 1) * groupSize, m_events.size());
        if (group * groupSize < last) {
            m_bytes.letGo(m_events.offset(group * groupSize), m_events.offset(last - 1));
        }
    });
}

} // namespace timeline
