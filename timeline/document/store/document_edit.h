// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"
#include "document/store/kept_text.h"

#include <vector>

namespace timeline {

/// An event's JSON object as it shall be; empty: the event shall not be there. A text that lacks what an
/// event needs is only for one that has it in the file, see Document::adopt().
struct EventText {
    EventIndex event = 0;
    KeptText text;
};

/// A change to a document: texts as they shall be. Document::apply() makes it, and gives the one that takes
/// it back.
struct DocumentEdit {
    std::vector<EventText> events;  ///< each at most once
    std::optional<QByteArray> head; ///< Document::head() as it shall be

    bool isEmpty() const { return events.empty() && !head; }
};

} // namespace timeline
