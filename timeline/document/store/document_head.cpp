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
}

const Source *DocumentHead::findSource(const QString &id) const {
    const auto found = m_head->sourceNumbers.constFind({id});
    return found == m_head->sourceNumbers.cend() ? nullptr : &sources()[*found];
}

} // namespace timeline
