// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/relations.h"

namespace timeline {

void Relations::set(EventIndex event, std::vector<Relation> relations) {
    const std::vector<Relation> before = from(event);
    if (before.empty() && relations.empty()) {
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
    return {std::ranges::lower_bound(*m_read, event, {}, &Relation::from),
            std::ranges::upper_bound(*m_read, event, {}, &Relation::from)};
}

std::vector<Relation> Relations::of(EventIndex event) const {
    std::vector<Relation> found;
    forEach([&](const Relation &relation) {
        if (relation.from == event || relation.to == event) {
            found.push_back(relation);
        }
    });
    return found;
}

std::vector<Relation> Relations::all() const {
    std::vector<Relation> all;
    all.reserve(m_size);
    forEach([&](const Relation &relation) { all.push_back(relation); });
    return all;
}

} // namespace timeline
