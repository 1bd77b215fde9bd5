// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>
#include <algorithm>
#include <atomic>
#include <semaphore>
#include <system_error>
#include <thread>
#include <vector>

namespace timeline {

/// How many threads may still help, in the whole program: as many as there are cores.
inline std::counting_semaphore<> &freeHelpers() {
    static std::counting_semaphore<> free(std::max(1, QThread::idealThreadCount()));
    return free;
}

/// Calls f(0) to f(count - 1), each once and in no order, on all cores, and returns when all are done. The
/// calling thread takes its part and does all where no other may help, so that this may be called from any
/// thread, and within itself. Threads of their own, not of Qt's pool: the thread sanitizer sees what these
/// wait for.
template <typename F>
void forEachParallel(std::size_t count, const F &f) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&next, &f, count] {
        for (std::size_t i = next++; i < count; i = next++) {
            f(i);
        }
    };
    const auto wanted = std::min(count, static_cast<std::size_t>(std::max(1, QThread::idealThreadCount())));
    std::vector<std::jthread> helpers; // joined at the end, also where f throws
    helpers.reserve(wanted);
    while (helpers.size() + 1 < wanted && freeHelpers().try_acquire()) {
        try {
            helpers.emplace_back([&work] {
                work();
                freeHelpers().release();
            });
        } catch (const std::system_error &) { // the system has no thread to give
            freeHelpers().release();
            break;
        }
    }
    work();
}

} // namespace timeline
