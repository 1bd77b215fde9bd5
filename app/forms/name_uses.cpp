// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/name_uses.h"

#include "document/store/document.h"

namespace timeloom {

using namespace timeline;

bool NameUses::areNamed(RecordKind kind) {
    return kind == RecordKind::Category || kind == RecordKind::Source;
}

std::optional<int> NameUses::count(RecordKind kind, const QString &id) {
    constexpr EventIndex mostRead = 200'000;
    if (kind == RecordKind::Category) {
        m_categories = m_categories ? m_categories : ofCategories();
        return m_categories->value(id);
    }
    if (m_document->presentCount() > mostRead) {
        return std::nullopt;
    }
    m_sources = m_sources ? m_sources : ofSources();
    return m_sources->value(id);
}

QHash<QString, int> NameUses::ofCategories() const {
    std::vector<int> counts(m_document->categories().size());
    for (EventIndex event = 0; event < m_document->eventCount(); ++event) {
        if (!m_document->isDeleted(event) && m_document->category(event) < counts.size()) {
            ++counts[m_document->category(event)];
        }
    }
    QHash<QString, int> uses;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        uses.insert(m_document->categories()[i].id, counts[i]);
    }
    return uses;
}

QHash<QString, int> NameUses::ofSources() const {
    QHash<QString, int> uses;
    for (EventIndex event = 0; event < m_document->eventCount(); ++event) {
        if (m_document->isDeleted(event)) {
            continue;
        }
        const EventDetails details = m_document->details(event);
        QStringList ids;
        for (qsizetype i = 0; i < details.sources.size(); ++i) {
            const Source *own = inlineSource(details, i);
            ids += own != nullptr ? own->id : details.sources[i];
        }
        ids.removeDuplicates();
        for (const QString &id : ids) {
            ++uses[id];
        }
    }
    return uses;
}

} // namespace timeloom
