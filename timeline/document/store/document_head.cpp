// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/document_head.h"

#include <utility>

namespace timeline {

void DocumentHead::takeHead(FileHead &&head) {
    m_head = new Head;
    static_cast<FileHead &>(*m_head) = std::move(head);
    m_head->sourceNumbers.reserve(static_cast<qsizetype>(sources().size()));
    for (std::size_t i = 0; i < sources().size(); ++i) {
        m_head->sourceNumbers.insert({sources()[i].id}, i);
    }
    m_head->categoryNumbers.reserve(static_cast<qsizetype>(categories().size()));
    for (std::size_t i = 0; i < categories().size(); ++i) {
        m_head->categoryNumbers.insert({categories()[i].id}, static_cast<CategoryIndex>(i));
    }
}

CategoryIndex DocumentHead::needCategory(const QString &id) {
    if (const auto known = findCategory(id)) {
        return *known;
    }
    if (categories().size() >= noCategory) {
        return noCategory - 1;
    }
    Head &head = own(m_head);
    const auto number = static_cast<CategoryIndex>(head.categories.size());
    head.categories.push_back({id, id, std::nullopt, false});
    head.categoryNumbers.insert({id}, number);
    return number;
}

std::optional<CategoryIndex> DocumentHead::findCategory(const QString &id) const {
    const auto found = m_head->categoryNumbers.constFind({id});
    return found == m_head->categoryNumbers.cend() ? std::nullopt : std::optional(*found);
}

const Source *DocumentHead::findSource(const QString &id) const {
    const auto found = m_head->sourceNumbers.constFind({id});
    return found == m_head->sourceNumbers.cend() ? nullptr : &sources()[*found];
}

} // namespace timeline
