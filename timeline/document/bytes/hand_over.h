// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>
#include <atomic>
#include <memory>
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

/// For all that takes a while beside the window's thread. Not Qt's global pool: from that Qt's painting takes
/// threads and waits for them, and so the window would wait for what runs there.
QThreadPool &workers();

/// QThreadPool::start(), handing over what the job looks at.
template <typename F>
void startIn(QThreadPool &pool, F job) {
    handOver();
    pool.start([job = std::move(job)] {
        takeOver();
        job();
    });
}

/// The same, but taken apart on another thread when the last one lets go of it: what is large takes a while,
/// and nobody should wait for what he does not want any more.
template <typename T>
std::shared_ptr<T> freedElsewhere(std::shared_ptr<T> owned) {
    T *const shared = owned.get();
    return std::shared_ptr<T>(shared, [owned = std::move(owned)](T *) mutable {
        startIn(workers(), [last = std::move(owned)] {});
    });
}

} // namespace timeline
