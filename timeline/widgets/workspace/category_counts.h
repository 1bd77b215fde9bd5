// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/edited_version.h"

#include <vector>

namespace timeline {

/// How many of a document's events, of those with a date, each category has. Counted once, which takes as
/// long as there are events, and then kept up.
class CategoryCounts {
public:
    CategoryCounts() = default;
    /// Of those that `shown` has a bit for; of all where it is empty.
    explicit CategoryCounts(const Document &document, const QBitArray &shown = {});

    /// Takes the document's next version, in which the categories are the same.
    void follow(const EditedVersion &version);
    EventIndex of(CategoryIndex category) const {
        return category < m_counts.size() ? m_counts[category] : 0;
    }

private:
    std::vector<EventIndex> m_counts; ///< by category
};

} // namespace timeline
