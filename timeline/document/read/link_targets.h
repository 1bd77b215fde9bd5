// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/file_bytes.h"
#include "document/read/event_batch.h"
#include "document/store/event_ids.h"

namespace timeline {

/// Finds the events that links lead to. The names of links and the ids of events lie all over the file: the
/// names are read in the file's order, and then the ids in theirs, so that no more of a mapped file is in
/// memory than what is looked at together.
class LinkTargets {
public:
    static constexpr EventIndex nowhere = 0xFFFFFFFF;

    LinkTargets(const FileBytes &bytes, const JsonText &text, const EventTable &events, const EventIds &ids,
                const ReadControl &control)
        : m_bytes(bytes), m_text(text), m_events(events), m_ids(ids), m_control(control) {}

    /// One for each of `links`, which are in the file's order. Of no use where `control` has been cancelled.
    std::vector<EventIndex> find(const std::vector<Reference> &links);

private:
    static constexpr std::size_t partSize = 4096; ///< links

    /// The names of as many links.
    struct Part {
        std::string names;
        std::vector<std::size_t> ends;
    };

    void readNames(const std::vector<Reference> &links);
    std::string_view name(std::size_t link) const;
    void compareIds();

    const FileBytes &m_bytes;
    const JsonText &m_text;
    const EventTable &m_events;
    const EventIds &m_ids;
    const ReadControl &m_control;
    std::vector<Part> m_parts;
    std::vector<EventIndex> m_targets;
};

} // namespace timeline
