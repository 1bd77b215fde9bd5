// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/edit_control.h"
#include "document/store/document.h"

namespace timeline {

/// The next version of a document, and what there is to know of the edit that made it.
struct EditedVersion {
    std::shared_ptr<const Document> document;
    DocumentEdit inverse;           ///< what takes the edit back
    std::vector<EventIndex> events; ///< that were edited
    bool isHeadOther = false;
    bool arePresentOther = false; ///< events came or went
    /// Of each category so many more events than before have a place in time; of none where all are as many.
    std::vector<int> placedMore;

    /// Makes it of a copy of `before`, which may have places for new events beside. Of no use where the
    /// control is stopped meanwhile.
    static EditedVersion of(const Document &before, const std::shared_ptr<Document> &copy,
                            const DocumentEdit &edit, EditControl &control);
};

} // namespace timeline
