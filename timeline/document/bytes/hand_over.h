// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>
#include <atomic>
#include <utility>

namespace timeline {

inline std::atomic<unsigned> handedOver = 0;

/// What a thread did before handOver() is seen by those that call takeOver() after it. Qt's pools, futures
/// and events see to that themselves; these tell the thread sanitizer, which does not look into Qt.
inline void handOver() {
    handedOver.fetch_add(1, std::memory_order_release);
}
inline void takeOver() {
    static_cast<void>(handedOver.load(std::memory_order_acquire));
}

/// QThreadPool::start(), handing over what the job looks at.
template <typename F>
void startIn(QThreadPool &pool, F job) {
    handOver();
    pool.start([job = std::move(job)] {
        takeOver();
        job();
    });
}

} // namespace timeline
