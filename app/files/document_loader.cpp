// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/document_loader.h"

#include "document/bytes/hand_over.h"

#include <atomic>

namespace timeloom {

using namespace timeline;

/// One reading. Lives as long as its thread or the loader want it.
class DocumentLoader::Job : public ReadObserver, public std::enable_shared_from_this<Job> {
public:
    explicit Job(DocumentLoader *loader) : m_loader(loader) {}

    void run(const QString &fileName) {
        Result<ReadResult> result = readFile(fileName, this);
        if (result && result->document) {
            result->document = freedElsewhere(result->document);
        }
        post([result](DocumentLoader &loader) {
            loader.m_job.reset();
            loader.m_telling.stop();
            Q_EMIT loader.finished(result);
        });
    }
    void giveUp() { m_isCancelled = true; }

    bool isCancelled() const override { return m_isCancelled; }
    void progress(qint64 bytesDone, qint64 bytesTotal, qint64 events) override {
        m_bytesDone = bytesDone;
        m_bytesTotal = bytesTotal;
        m_events = events;
    }
    void partial(const std::shared_ptr<const Document> &document) override {
        post([document = freedElsewhere(document)](DocumentLoader &loader) {
            Q_EMIT loader.partial(document);
        });
    }

    qint64 bytesDone() const { return m_bytesDone; }
    qint64 bytesTotal() const { return m_bytesTotal; }
    qint64 events() const { return m_events; }

private:
    /// Has something done on the window's thread, if this is still the job that counts.
    template <typename F>
    void post(F f) {
        handOver();
        QMetaObject::invokeMethod(
            m_loader,
            [loader = m_loader, self = shared_from_this(), f] {
                takeOver();
                if (loader->m_job == self) {
                    f(*loader);
                }
            },
            Qt::QueuedConnection);
    }

    DocumentLoader *m_loader; // waits for its threads before it goes
    std::atomic<bool> m_isCancelled = false;
    std::atomic<qint64> m_bytesDone = 0;
    std::atomic<qint64> m_bytesTotal = 0;
    std::atomic<qint64> m_events = 0;
};

DocumentLoader::DocumentLoader(QObject *parent) : QObject(parent) {
    constexpr int tellEvery = 100; // milliseconds
    m_telling.setInterval(tellEvery);
    connect(&m_telling, &QTimer::timeout, this, &DocumentLoader::tell);
}

DocumentLoader::~DocumentLoader() {
    if (m_job) {
        m_job->giveUp();
    }
}

void DocumentLoader::load(const QString &fileName) {
    if (m_job) {
        m_job->giveUp();
    }
    m_job = std::make_shared<Job>(this);
    m_telling.start();
    startIn(m_pool, [job = m_job, fileName] { job->run(fileName); });
}

void DocumentLoader::cancel() {
    if (m_job) {
        m_job->giveUp();
        m_job.reset();
        m_telling.stop();
        Q_EMIT cancelled();
    }
}

void DocumentLoader::tell() {
    Q_EMIT progressed(m_job->bytesDone(), m_job->bytesTotal(), m_job->events());
}

} // namespace timeloom
