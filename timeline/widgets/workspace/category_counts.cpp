// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/category_counts.h"

namespace timeline {

CategoryCounts::CategoryCounts(const Document &document) : m_counts(document.categories().size()) {
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (document.isPlaced(event)) {
            ++m_counts[document.category(event)];
        }
    }
}

void CategoryCounts::follow(const Document &before, const Document &after,
                            const std::vector<EventIndex> &edited) {
    m_counts.resize(std::max(m_counts.size(), after.categories().size()));
    for (const EventIndex event : edited) {
        if (event < before.eventCount() && before.isPlaced(event)) {
            --m_counts[before.category(event)];
        }
        if (after.isPlaced(event)) {
            ++m_counts[after.category(event)];
        }
    }
}

} // namespace timeline
