// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/journal_keeper.h"

#include "app/files/journal_batch.h"
#include "document/bytes/hand_over.h"

#include <algorithm>
#include <utility>

namespace timeloom {

using namespace timeline;

/// One writing; the thread changes `written` alone.
struct JournalKeeper::Work {
    Journal journal;
    std::shared_ptr<const Document> document;
    EditedTexts saved;
    QByteArray fileHash;
    std::vector<EventIndex> events;
    bool isHeadOther = false;
    std::optional<qint64> size;
    int number = 0;
    bool isAnew = false;
    Result<qint64> written = qint64{0};

    void run() {
        if (size) {
            written =
                journal.append([this](JournalBatch &batch) { fill(batch, events, isHeadOther); }, *size);
        }
        if (!size || !written) { // it may have been put away by others
            isAnew = true;
            written =
                journal.rewrite([this](JournalBatch &batch) { fill(batch, allEdited(), true); }, fileHash);
        }
    }

private:
    void fill(JournalBatch &batch, std::vector<EventIndex> which, bool hasHead) const {
        std::ranges::sort(which);
        which.erase(std::unique(which.begin(), which.end()), which.end());
        for (const EventIndex event : which) {
            batch.add(event, PendingEdits::changeOf(event, *document, saved));
        }
        if (hasHead) {
            const PendingEdits::Change head = PendingEdits::changeOfHead(*document, saved);
            if (!isAnew || head.saved != head.now) {
                batch.setHead(head);
            }
        }
    }
    std::vector<EventIndex> allEdited() const {
        std::vector<EventIndex> all;
        const auto add = [&all](EventIndex event, const EditedTexts::Entry &) { all.push_back(event); };
        document->edited().entries().forEach(add);
        saved.entries().forEach(add);
        return all;
    }
};

JournalKeeper::JournalKeeper(QObject *parent) : QObject(parent) {
    m_writing.setMaxThreadCount(1);
}

void JournalKeeper::begin(const Journal &journal) {
    wait();
    m_journal = journal;
    m_isFailing = false;
    m_noted.clear();
    m_size.reset();
    ++m_number;
}

void JournalKeeper::beginAnew() {
    begin(Journal(m_journal));
}

Journal &JournalKeeper::journal() {
    wait();
    return m_journal;
}

void JournalKeeper::remove() {
    constexpr int shortly = 10;            // milliseconds
    constexpr qint64 fewBytes = 8'000'000; // to give back the room of more takes the system a while
    if (m_writing.waitForDone(shortly)) {
        wait(); // how large it is is known then
    }
    if (m_running == nullptr && m_size.value_or(0) < fewBytes) {
        m_journal.remove();
    } else {
        startIn(m_writing, [journal = m_journal] { journal.remove(); });
    }
    m_noted.clear();
    m_size.reset();
    ++m_number;
}

void JournalKeeper::note(const std::vector<EventIndex> &events) {
    m_noted.insert(m_noted.end(), events.begin(), events.end());
}

void JournalKeeper::write(const std::shared_ptr<const Document> &document, const EditedTexts &saved,
                          const QByteArray &fileHash) {
    wait();
    // What was told again and again grows beyond what there is to tell.
    constexpr qint64 fewBytes = 8'000'000;
    const bool isLong = m_size && *m_size - m_sizeAnew > std::max(fewBytes, 2 * m_sizeAnew);
    const std::optional<QByteArray> &head = document->edited().head();
    const bool isHeadOther = head != std::exchange(m_head, head);
    const auto work =
        std::make_shared<Work>(Work{m_journal, document, saved, fileHash, std::exchange(m_noted, {}),
                                    isHeadOther, isLong ? std::nullopt : m_size, m_number});
    m_running = work;
    startIn(m_writing, [this, work] {
        work->run();
        handOver();
        QMetaObject::invokeMethod(
            this,
            [this, work] {
                if (m_running == work) { // not for what comes after it: to remove a large one takes a while
                    takeOver();
                    take(std::exchange(m_running, nullptr));
                }
            },
            Qt::QueuedConnection);
    });
}

void JournalKeeper::wait() {
    m_writing.waitForDone();
    takeOver();
    if (const auto work = std::exchange(m_running, nullptr)) {
        take(work);
    }
}

void JournalKeeper::take(const std::shared_ptr<Work> &work) {
    if (work->number == m_number) {
        m_size = work->written ? std::optional(*work->written) : std::nullopt;
        m_sizeAnew = work->isAnew && m_size ? *m_size : m_sizeAnew;
    }
    if (!std::exchange(m_isFailing, !work->written) && !work->written) {
        Q_EMIT failed();
    }
}

} // namespace timeloom
