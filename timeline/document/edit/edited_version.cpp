// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/edited_version.h"

namespace timeline {

EditedVersion EditedVersion::of(const Document &before, const std::shared_ptr<Document> &copy,
                                const DocumentEdit &edit, EditControl &control) {
    EditedVersion version{copy, copy->apply(edit, control), {}, edit.head.has_value()};
    version.events.reserve(edit.events.size());
    for (const EventText &change : edit.events) {
        version.events.push_back(change.event);
        const bool wasThere = change.event < before.eventCount() && !before.isDeleted(change.event);
        version.arePresentOther |= wasThere == copy->isDeleted(change.event);
    }
    return version;
}

} // namespace timeline
