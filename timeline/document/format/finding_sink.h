// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding_list.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace timeline {

/// Gathers findings while a file is read, in any order.
class FindingSink {
public:
    /// The event that findings are about from now on.
    void setEvent(std::optional<EventIndex> event) { m_event = event; }

    /// The arguments are UTF-8: files have findings by the million.
    void add(FindingCode code, qint64 offset, std::initializer_list<std::string_view> arguments = {}) {
        m_joined.clear();
        for (const std::string_view argument : arguments) {
            m_joined.append(m_joined.empty() ? 0 : 1, FindingList::separator).append(argument);
        }
        m_findings.add({code, offset, m_event}, m_joined);
    }

    FindingList &findings() { return m_findings; }

private:
    std::optional<EventIndex> m_event;
    FindingList m_findings;
    std::string m_joined; ///< the arguments of the last one
};

} // namespace timeline
