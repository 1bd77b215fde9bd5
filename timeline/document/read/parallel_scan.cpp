// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/parallel_scan.h"

#include <system_error>
#include <thread>

namespace timeline {

qint64 ParallelScan::run(qint64 begin, EventBatch &batch, unsigned threads) {
    m_begin = begin;
    m_at = begin;
    m_batch = &batch;
    m_firstKeys = firstKeys(m_context.text.bytes, batch.columns);
    m_ahead = threads > 1 && !m_firstKeys.isEmpty() ? 2 * threads : 0;
    {
        std::vector<std::jthread> others;
        try {
            for (unsigned i = 1; i < threads; ++i) {
                others.emplace_back([this] { work(); });
            }
        } catch (const std::system_error &) {
            // as many as there may be
        }
        work();
    }
    if (m_failure) {
        std::rethrow_exception(m_failure);
    }
    return m_at;
}

void ParallelScan::work() {
    try {
        Lock lock(m_mutex);
        while (!m_done) {
            if (!workOnce(lock)) {
                m_changed.wait(lock);
            }
        }
    } catch (...) { // there is not enough memory
        const std::lock_guard lock(m_mutex);
        m_failure = std::current_exception();
        m_done = true;
        m_changed.notify_all();
    }
}

/// Does what is most wanted now; false where there is nothing to do.
bool ParallelScan::workOnce(Lock &lock) {
    const std::size_t wanted = numberOf(m_at);
    if (!m_isAppending) {
        const auto found = m_ready.find(wanted);
        if (found != m_ready.end()) {
            StretchPointer stretch = std::move(found->second);
            m_ready.erase(found);
            if (stretch->begin == m_at) {
                append(lock, std::move(stretch));
                return true;
            }
            recycle(std::move(stretch)); // a wrong guess
        }
        if (!m_inWork.contains(wanted)) {
            scan(lock, wanted, m_at);
            return true;
        }
    }
    const std::size_t next = std::max(m_nextNumber, wanted + 1);
    if (next <= wanted + m_ahead && cut(next) < m_context.text.bytes.size()) {
        scan(lock, next, -1);
        return true;
    }
    return false;
}

/// Reads a stretch, from `begin` or from where an event is guessed to begin.
void ParallelScan::scan(Lock &lock, std::size_t number, qint64 begin) {
    m_nextNumber = std::max(m_nextNumber, number + 1);
    m_inWork.insert(number);
    StretchPointer stretch;
    if (m_spare.empty()) {
        stretch = std::make_unique<Stretch>();
    } else {
        stretch = std::move(m_spare.back());
        m_spare.pop_back();
    }
    lock.unlock();
    const QByteArrayView bytes = m_context.text.bytes;
    const qint64 stop = cut(number + 1);
    stretch->begin =
        begin >= 0 ? begin : guessEvent(bytes, m_firstKeys, cut(number), std::min(stop, bytes.size()));
    stretch->next.reset();
    if (stretch->begin >= 0) {
        stretch->next = scanStretch(m_context, stretch->begin, stop, stretch->batch,
                                    [this] { return !m_done && !m_control.isCancelled(); });
    }
    lock.lock();
    m_inWork.erase(number);
    if (m_control.isCancelled()) {
        m_done = true;
    } else if (number >= numberOf(m_at)) {
        m_ready[number] = std::move(stretch);
    } else {
        recycle(std::move(stretch));
    }
    m_changed.notify_all();
}

void ParallelScan::append(Lock &lock, StretchPointer stretch) {
    if (!stretch->next) {
        m_done = true;
        m_changed.notify_all();
        return;
    }
    m_isAppending = true;
    lock.unlock();
    const auto count = static_cast<qint64>(stretch->batch.columns.size());
    m_batch->append(std::move(stretch->batch));
    m_control.advance(*stretch->next - stretch->begin, count);
    m_grown(*m_batch, *stretch->next);
    lock.lock();
    m_isAppending = false;
    m_at = *stretch->next;
    recycle(std::move(stretch));
    while (!m_ready.empty() && m_ready.begin()->first < numberOf(m_at)) {
        recycle(std::move(m_ready.begin()->second));
        m_ready.erase(m_ready.begin());
    }
    m_changed.notify_all();
}

void ParallelScan::recycle(StretchPointer stretch) {
    stretch->batch.clear();
    m_spare.push_back(std::move(stretch));
}

} // namespace timeline
