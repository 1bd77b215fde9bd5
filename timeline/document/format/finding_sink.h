// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding_list.h"

namespace timeline {

/// Gathers findings while a file is read, in any order and without lines and columns yet.
class FindingSink {
public:
    /// The event that findings are about from now on.
    void setEvent(std::optional<EventIndex> event) { m_event = event; }

    void error(qint64 offset, const QString &message) { add(Severity::Error, offset, message); }
    void warning(qint64 offset, const QString &message) { add(Severity::Warning, offset, message); }

    FindingList &findings() { return m_findings; }

private:
    void add(Severity severity, qint64 offset, const QString &message) {
        m_findings.add({severity, offset, 1, 1, message, m_event});
    }
    std::optional<EventIndex> m_event;
    FindingList m_findings;
};

/// A text from a file as it stands in a message: in quotes, shortened, what cannot be seen written as \uXXXX.
QString quoted(QStringView text);

} // namespace timeline
