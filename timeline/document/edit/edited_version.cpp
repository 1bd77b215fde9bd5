// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/edited_version.h"

#include <algorithm>

namespace timeline {

EditedVersion EditedVersion::of(const Document &before, const std::shared_ptr<Document> &copy,
                                const DocumentEdit &edit, EditControl &control) {
    EditedVersion version{copy, copy->apply(edit, control), {}, edit.head.has_value(), false, {}};
    version.events.reserve(edit.events.size());
    const auto add = [&](CategoryIndex category, int number) {
        version.placedMore.resize(
            std::max<std::size_t>(version.placedMore.size(), category + std::size_t{1}));
        version.placedMore[category] += number;
    };
    for (const EventText &change : edit.events) {
        const EventIndex event = change.event;
        version.events.push_back(event);
        const bool isKnown = event < before.eventCount();
        version.arePresentOther |= (isKnown && !before.isDeleted(event)) == copy->isDeleted(event);
        const bool wasPlaced = isKnown && before.isPlaced(event);
        if (wasPlaced != copy->isPlaced(event) ||
            (wasPlaced && before.category(event) != copy->category(event))) {
            if (wasPlaced) {
                add(before.category(event), -1);
            }
            if (copy->isPlaced(event)) {
                add(copy->category(event), 1);
            }
        }
    }
    return version;
}

} // namespace timeline
