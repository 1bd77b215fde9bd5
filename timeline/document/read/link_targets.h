// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/file_bytes.h"
#include "document/read/event_batch.h"
#include "document/store/event_ids.h"

namespace timeline {

/// Finds the events that links lead to. The ids of events lie all over the file: they are looked at in their
/// order, so that no more of a mapped file is in memory than what is looked at together.
class LinkTargets {
public:
    static constexpr EventIndex nowhere = 0xFFFFFFFF;

    LinkTargets(const FileBytes &bytes, const JsonText &text, const EventTable &events, const EventIds &ids,
                const ReadControl &control)
        : m_bytes(bytes), m_text(text), m_events(events), m_ids(ids), m_control(control) {}

    /// One for each of the ids that links name. Of no use where `control` has been cancelled.
    std::vector<EventIndex> find(const NameList &names);

private:
    void findLikely(const NameList &names);
    void compareIds(const NameList &names);

    const FileBytes &m_bytes;
    const JsonText &m_text;
    const EventTable &m_events;
    const EventIds &m_ids;
    const ReadControl &m_control;
    std::vector<EventIndex> m_targets;
};

} // namespace timeline
