// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/read_observer.h"

#include <atomic>

namespace timeline {

/// What the phases of reading ask and tell while they work, from any thread; without an observer it does
/// nothing.
class ReadControl {
public:
    /// After so many bytes a phase asks again: some hundred microseconds of work.
    static constexpr qint64 stride = 256 * 1024;

    explicit ReadControl(ReadObserver *observer) : m_observer(observer) {}

    ReadObserver *observer() const { return m_observer; }

    bool isCancelled() const { return m_observer != nullptr && m_observer->isCancelled(); }

    /// Starts counting anew, towards `total` bytes.
    void start(qint64 total) {
        m_total = total;
        m_bytes = 0;
        m_events = 0;
    }
    /// Counts further bytes and events. False where reading is to stop.
    bool advance(qint64 bytes, qint64 events) {
        if (m_observer == nullptr) {
            return true;
        }
        const qint64 allBytes = m_bytes.fetch_add(bytes) + bytes;
        const qint64 allEvents = m_events.fetch_add(events) + events;
        m_observer->progress(allBytes, m_total, allEvents);
        return !m_observer->isCancelled();
    }

private:
    ReadObserver *m_observer;
    qint64 m_total = 0;
    std::atomic<qint64> m_bytes = 0;
    std::atomic<qint64> m_events = 0;
};

} // namespace timeline
