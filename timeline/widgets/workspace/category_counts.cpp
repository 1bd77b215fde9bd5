// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/category_counts.h"

namespace timeline {

CategoryCounts::CategoryCounts(const Document &document, const QBitArray &shown)
    : m_counts(document.categories().size()) {
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (document.isPlaced(event) && (shown.isEmpty() || shown.testBit(static_cast<qsizetype>(event)))) {
            ++m_counts[document.category(event)];
        }
    }
}

void CategoryCounts::follow(const EditedVersion &version) {
    m_counts.resize(std::max(m_counts.size(), version.document->categories().size()));
    for (std::size_t category = 0; category < version.placedMore.size(); ++category) {
        m_counts[category] += static_cast<EventIndex>(version.placedMore[category]);
    }
}

} // namespace timeline
