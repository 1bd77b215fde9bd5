// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>
#include <algorithm>
#include <atomic>
#include <exception>
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
/// thread, and within itself. Where an f throws, the others are given up and this throws the same. Threads of
/// their own, not of Qt's pool: the thread sanitizer sees what these wait for.
template <typename F>
void forEachParallel(std::size_t count, const F &f) {
    if (count == 1) {
        f(0); // to ask how many cores there are takes longer than some of what is done
        return;
    }
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> hasFailed = false;
    std::exception_ptr failure; // of the first that failed; read when all have ended
    const auto work = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++) {
                f(i);
            }
        } catch (...) {
            next = count;
            if (!hasFailed.exchange(true)) {
                failure = std::current_exception();
            }
        }
    };
    const auto wanted = std::min(count, static_cast<std::size_t>(std::max(1, QThread::idealThreadCount())));
    {
        std::vector<std::jthread> helpers; // joined here
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
    if (failure) {
        std::rethrow_exception(failure);
    }
}

} // namespace timeline
