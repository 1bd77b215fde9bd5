// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSemaphore>
#include <atomic>
#include <thread>

namespace timeloom {

/// How long the thread that makes it keeps events waiting. Another thread posts one every millisecond or so
/// and takes note of how long it takes until it is there: whatever loop runs, that of a dialog too.
class StallWatch : public QObject {
public:
    /// The longest that an event waited, and the most that the thread worked before one came, in
    /// milliseconds. Where the machine has other work the second is the truer one; a wait for a lock, or for
    /// another thread, is in the first alone.
    struct Stall {
        double wall = 0;
        double cpu = 0; ///< 0 where the system does not tell
    };

    StallWatch();
    ~StallWatch() override;

    void restart(); ///< forgets what was; an event that is on its way counts from now
    Stall longest() const { return m_longest; }

protected:
    bool event(QEvent *event) override;

private:
    void post(const std::stop_token &stop);

    Stall m_longest;
    double m_workedBefore = 0;        ///< milliseconds of the thread's processor time
    std::atomic<qint64> m_posted = 0; ///< when the event was that is on its way, in nanoseconds
    QSemaphore m_taken;               ///< by this thread
    std::jthread m_poster;
};

} // namespace timeloom
