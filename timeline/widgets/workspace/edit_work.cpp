// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/edit_work.h"

#include "document/bytes/hand_over.h"

#include <QPromise>
#include <utility>

namespace timeline {

EditWork::EditWork(QObject *parent) : QObject(parent) {
    constexpr int tellEvery = 100; // milliseconds
    m_telling.setInterval(tellEvery);
    connect(&m_telling, &QTimer::timeout, this, [this] {
        Q_EMIT progressed(static_cast<qint64>(m_control->done()), static_cast<qint64>(m_control->expected()));
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &EditWork::finish);
}

EditWork::~EditWork() {
    if (m_stop) {
        m_stop->request_stop();
    }
}

void EditWork::start(const std::shared_ptr<const Document> &document, const Drafting &draft,
                     const Taking &take, const Checking &check) {
    Q_ASSERT(!isBusy());
    m_stop.emplace();
    m_control = std::make_shared<EditControl>(m_stop->get_token());
    m_take = take;
    const auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    m_watcher.setFuture(promise->future());
    startIn(m_pool, [promise, document, draft, check, control = m_control] {
        const auto done = std::make_shared<Done>();
        done->before = document;
        const auto next = std::make_shared<Document>(*document);
        done->draft = draft(*next, *control);
        if (!control->isStopped() && !done->draft.isRefused) {
            done->version = EditedVersion::of(*document, next, done->draft.edit, *control);
        }
        if (check && done->version.document && !control->isStopped()) {
            const QString why = check(*document, done->version);
            done->draft.isRefused = !why.isEmpty();
            done->draft.complaints += why.isEmpty() ? QStringList() : QStringList(why);
        }
        done->draft.edit = {}; // taken apart here
        promise->addResult(done);
        handOver();
        promise->finish();
    });
    m_telling.start();
    Q_EMIT busyChanged(true);
}

void EditWork::cancel() {
    if (isBusy()) {
        m_stop->request_stop();
        m_watcher.setFuture({});
        m_control.reset();
        m_telling.stop();
        Q_EMIT busyChanged(false);
    }
}

void EditWork::finish() {
    if (!isBusy()) {
        return;
    }
    takeOver();
    const Result done = m_watcher.result();
    m_watcher.setFuture({});
    m_control.reset();
    m_telling.stop();
    m_mayBeCancelled = true;
    std::exchange(m_take, {})(*done);
    Q_EMIT busyChanged(false);
}

} // namespace timeline
