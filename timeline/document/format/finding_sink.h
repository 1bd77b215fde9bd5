// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding_list.h"

namespace timeline {

/// Gathers findings while a file is read, in any order.
class FindingSink {
public:
    /// The event that findings are about from now on.
    void setEvent(std::optional<EventIndex> event) { m_event = event; }

    void add(FindingCode code, qint64 offset, const QStringList &arguments = {}) {
        m_findings.add({code, offset, arguments, m_event});
    }

    FindingList &findings() { return m_findings; }

private:
    std::optional<EventIndex> m_event;
    FindingList m_findings;
};

} // namespace timeline
