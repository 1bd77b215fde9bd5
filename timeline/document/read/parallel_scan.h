// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read/stretch_scan.h"

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <set>

namespace timeline {

/// Reads the events of a large file in several threads. The array is cut every so many bytes, and for each
/// cut it is guessed where the next event begins. A guess counts only when all that stands before has been
/// read and the next event does begin there; a stretch that began elsewhere is thrown away and read again
/// from the right place. So what comes out depends on the file and the cuts alone, neither on guesses nor on
/// time.
class ParallelScan {
public:
    /// Called when `batch` has grown up to the event that begins at `next`.
    using Grown = std::function<void(const EventBatch &batch, qint64 next)>;

    ParallelScan(const StretchContext &context, qint64 stretch, ReadControl &control, Grown grown)
        : m_context(context), m_stretch(stretch), m_control(control), m_grown(std::move(grown)) {}

    /// Appends to `batch` the events from the one at `begin` on, in so many threads of which this is one.
    /// Gives where the last stretch begins, which is not appended: the one in which the array ends or
    /// something is wrong.
    qint64 run(qint64 begin, EventBatch &batch, unsigned threads);

private:
    struct Stretch {
        qint64 begin = -1;
        std::optional<qint64> next;
        EventBatch batch;
    };
    using StretchPointer = std::unique_ptr<Stretch>;
    using Lock = std::unique_lock<std::mutex>;

    void work();
    bool workOnce(Lock &lock);
    void append(Lock &lock, StretchPointer stretch);
    void scan(Lock &lock, std::size_t number, qint64 begin);
    void recycle(StretchPointer stretch);
    std::size_t numberOf(qint64 offset) const {
        return static_cast<std::size_t>((offset - m_begin) / m_stretch);
    }
    qint64 cut(std::size_t number) const { return m_begin + static_cast<qint64>(number) * m_stretch; }

    const StretchContext &m_context;
    const qint64 m_stretch;
    ReadControl &m_control;
    Grown m_grown;
    EventBatch *m_batch = nullptr;
    NameSet m_firstKeys;
    qint64 m_begin = 0;
    std::size_t m_ahead = 0; ///< how many stretches are read before their turn

    std::mutex m_mutex; // for what follows
    std::condition_variable m_changed;
    std::atomic<bool> m_done = false;
    std::exception_ptr m_failure; ///< what ended the work
    bool m_isAppending = false;
    qint64 m_at = 0;              ///< up to here all is appended
    std::size_t m_nextNumber = 0; ///< the first stretch that nobody has begun
    std::set<std::size_t> m_inWork;
    std::map<std::size_t, StretchPointer> m_ready;
    std::vector<StretchPointer> m_spare; ///< memory that need not be touched for the first time again
};

} // namespace timeline
