// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>
#include <QThread>
#include <QThreadPool>
#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>

namespace timeline {

/// Calls f(0) to f(count - 1), each once and in no order, on all cores, and returns when all are done. The
/// calling thread takes its part: this never waits for a thread that is not running, so that it may be called
/// from the threads of the pool, too. Where an f throws, the others are given up and this throws the same.
template <typename F>
void forEachParallel(std::size_t count, const F &f) {
    std::atomic<std::size_t> next = 0;
    std::atomic_flag hasFailed;
    std::exception_ptr failure;
    const auto work = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++) {
                f(i);
            }
        } catch (...) {
            next = count;
            if (!hasFailed.test_and_set()) {
                failure = std::current_exception();
            }
        }
    };
    const auto wanted = std::min(count, static_cast<std::size_t>(std::max(1, QThread::idealThreadCount())));
    // Shared, because the last helper may still be within release() when this returns.
    const auto done = std::make_shared<QSemaphore>();
    int helpers = 0;
    for (std::size_t i = 1; i < wanted; ++i) {
        helpers += QThreadPool::globalInstance()->tryStart([&work, done] {
            work();
            done->release();
        });
    }
    work();
    done->acquire(helpers);
    if (failure) {
        std::rethrow_exception(failure);
    }
}

} // namespace timeline
