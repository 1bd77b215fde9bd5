// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/event_window.h"

#include <vector>

namespace timeline {

EventWindow::EventWindow(const Document &document, EventIndex first, EventIndex end)
    : m_document(document), m_begin(document.place(first).begin),
      m_bytes(document.bytes().sliced(m_begin, document.place(end - 1).end - m_begin)) {
    constexpr qsizetype mostKept = 16 << 20; // larger windows are looked at where they are
    static thread_local std::vector<char> memory;
    if (m_bytes.size() > mostKept) {
        return;
    }
    if (memory.size() < static_cast<std::size_t>(m_bytes.size())) {
        memory.resize(static_cast<std::size_t>(m_bytes.size()));
    }
    if (document.readAgain(m_begin, memory.data(), m_bytes.size())) {
        m_bytes = {memory.data(), m_bytes.size()};
    }
}

} // namespace timeline
