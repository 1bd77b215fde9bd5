// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/hand_over.h"

#include <QFutureWatcher>
#include <QPromise>
#include <memory>
#include <optional>
#include <stop_token>

namespace timeline {

/// Work beside the window's thread, for one who waits for its result. The last that was begun counts; one
/// before it is asked to stop, and so is what is on its way when this goes.
template <typename Result>
class Background {
public:
    Background() = default;
    ~Background() { giveUp(); } // the thread has its own hold on all that it needs
    Q_DISABLE_COPY_MOVE(Background)

    /// Calls `job` with a std::stop_token on another thread, and `done` with what it gave on this one, where
    /// nobody gave it up.
    template <typename Job, typename Done>
    void begin(Job job, Done done) {
        giveUp();
        m_stop.emplace();
        const auto promise = std::make_shared<QPromise<Shared>>();
        promise->start();
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this, done] {
            if (!m_stop) {
                return;
            }
            takeOver();
            const Shared result = m_watcher.result();
            giveUp();
            done(std::move(*result));
        });
        m_watcher.setFuture(promise->future());
        startIn(workers(), [promise, job = std::move(job), stop = m_stop->get_token()] {
            promise->addResult(std::make_shared<Result>(job(stop)));
            handOver();
            promise->finish();
        });
    }
    bool isBusy() const { return m_stop.has_value(); }
    void giveUp() {
        takeOver(); // what is given up may be done, and is taken apart here
        if (m_stop) {
            m_stop->request_stop();
            m_stop.reset();
        }
        m_watcher.disconnect();
        m_watcher.setFuture({});
    }

private:
    using Shared = std::shared_ptr<Result>;

    std::optional<std::stop_source> m_stop; ///< of what is on its way
    QFutureWatcher<Shared> m_watcher;
};

} // namespace timeline
