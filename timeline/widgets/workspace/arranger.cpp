// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/arranger.h"

#include "document/bytes/hand_over.h"

#include <QPromise>

namespace timeline {

namespace {

std::shared_ptr<Arranged> arrangedNow(const Document &document, const Filter &filter,
                                      const LayoutOptions &options, const ArrangeMore &more,
                                      const std::stop_token &stop) {
    const QBitArray shown = filter.apply(document, stop);
    if (stop.stop_requested()) {
        return nullptr;
    }
    if (more) {
        more();
    }
    return std::make_shared<Arranged>(Arranged{shown, Arrangement(document, shown, options, stop)});
}

} // namespace

Arranger::Arranger(QObject *parent) : QObject(parent) {
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &Arranger::take);
}

Arranger::~Arranger() {
    giveUp(); // the thread has its own hold on the document
}

void Arranger::arrange(const std::shared_ptr<const Document> &document, const Filter &filter,
                       const LayoutOptions &options, const ArrangeMore &more) {
    const bool wasBusy = isBusy();
    giveUp();
    if (document->eventCount() <= fewEvents) {
        if (wasBusy) {
            Q_EMIT busyChanged(false);
        }
        Q_EMIT arranged(arrangedNow(*document, filter, options, more, {}));
        return;
    }
    m_stop.emplace();
    const auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    m_watcher.setFuture(promise->future());
    startIn(workers(), [promise, document, filter, options, more, stop = m_stop->get_token()] {
        promise->addResult(arrangedNow(*document, filter, options, more, stop));
        handOver();
        promise->finish();
        document->relations().prepare(); // for the first event that is pointed at
    });
    if (!wasBusy) {
        Q_EMIT busyChanged(true);
    }
}

void Arranger::giveUp() {
    if (m_stop) {
        m_stop->request_stop();
        m_stop.reset();
    }
    m_watcher.setFuture({});
}

void Arranger::take() {
    if (!m_stop) {
        return;
    }
    takeOver();
    const Result result = m_watcher.result();
    giveUp();
    Q_EMIT busyChanged(false);
    Q_EMIT arranged(result);
}

} // namespace timeline
