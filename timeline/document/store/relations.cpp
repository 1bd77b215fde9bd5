// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/relations.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace timeline {

const std::vector<std::uint32_t> &Relations::Read::byTarget() const {
    std::call_once(m_isIndexed, [this] {
        m_byTarget.resize(all.size());
        std::iota(m_byTarget.begin(), m_byTarget.end(), std::uint32_t{0});
        std::ranges::stable_sort(m_byTarget, {}, [this](std::uint32_t place) { return all[place].to; });
    });
    return m_byTarget;
}

void Relations::set(EventIndex event, std::vector<Relation> relations) {
    const std::vector<Relation> before = from(event);
    if (before == relations) { // most edits are of something else
        return;
    }
    m_size += relations.size();
    m_size -= before.size();
    m_edited.set(event, std::move(relations));
}

std::vector<Relation> Relations::from(EventIndex event) const {
    if (const auto *edited = m_edited.find(event)) {
        return *edited;
    }
    return {std::ranges::lower_bound(m_read->all, event, {}, &Relation::from),
            std::ranges::upper_bound(m_read->all, event, {}, &Relation::from)};
}

std::vector<Relation> Relations::of(EventIndex event) const {
    std::vector<Relation> found = from(event);
    const auto target = [this](std::uint32_t place) { return m_read->all[place].to; };
    const std::vector<std::uint32_t> &places = m_read->byTarget();
    for (auto place = std::ranges::lower_bound(places, event, {}, target);
         place != places.end() && target(*place) == event; ++place) {
        const Relation &relation = m_read->all[*place];
        if (relation.from != event && (m_edited.isEmpty() || m_edited.find(relation.from) == nullptr)) {
            found.push_back(relation);
        }
    }
    m_edited.forEach([&](EventIndex from, const std::vector<Relation> &relations) {
        std::ranges::copy_if(relations, std::back_inserter(found),
                             [&](const Relation &relation) { return from != event && relation.to == event; });
    });
    std::ranges::stable_sort(found, {}, &Relation::from);
    return found;
}

std::vector<Relation> Relations::all() const {
    std::vector<Relation> all;
    all.reserve(m_size);
    forEach([&](const Relation &relation) { all.push_back(relation); });
    return all;
}

} // namespace timeline
