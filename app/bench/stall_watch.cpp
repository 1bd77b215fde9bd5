// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/stall_watch.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>
#include <chrono>
#include <ctime>

namespace timeloom {

namespace {

qint64 nanosecondsNow() {
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

/// Processor time of this thread, in milliseconds.
double worked() {
#ifdef Q_OS_UNIX
    timespec time{};
    if (::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
#endif
    return 0;
}

} // namespace

StallWatch::StallWatch()
    : m_workedBefore(worked()), m_poster([this](const std::stop_token &stop) { post(stop); }) {}

StallWatch::~StallWatch() {
    m_poster.request_stop();
    m_taken.release(); // what it waits for does not come any more
}

void StallWatch::post(const std::stop_token &stop) {
    while (!stop.stop_requested()) {
        m_posted = nanosecondsNow();
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
        m_taken.acquire();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

void StallWatch::restart() {
    m_longest = {};
    m_posted = nanosecondsNow();
    m_workedBefore = worked();
}

bool StallWatch::event(QEvent *event) {
    if (event->type() != QEvent::User) {
        return QObject::event(event);
    }
    const double now = worked();
    m_longest.wall = std::max(m_longest.wall, static_cast<double>(nanosecondsNow() - m_posted.load()) / 1e6);
    m_longest.cpu = std::max(m_longest.cpu, now - m_workedBefore);
    m_workedBefore = now;
    m_taken.release();
    return true;
}

} // namespace timeloom
