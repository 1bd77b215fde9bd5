// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/event_window.h"

#include <vector>

namespace timeline {

namespace {

/// This thread's, as large as was ever needed; larger windows are looked at where they are.
std::span<char> ownMemory(qint64 size) {
    constexpr qint64 most = 16 << 20;
    static thread_local std::vector<char> memory;
    if (size <= most && size > std::ssize(memory)) {
        memory.resize(static_cast<std::size_t>(size));
    }
    return memory;
}

} // namespace

EventWindow::EventWindow(const Document &document, EventIndex first, EventIndex end)
    : m_document(document), m_begin(document.place(first).begin) {
    const ByteRange range = {m_begin, document.place(end - 1).end};
    m_bytes = document.look(range, ownMemory(range.size()));
}

} // namespace timeline
