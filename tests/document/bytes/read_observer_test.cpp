// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/reader.h"

#include <QTest>
#include <atomic>
#include <mutex>

using namespace timeline;

namespace {

/// Cancels when it has been asked so many times.
class CountingObserver : public ReadObserver {
public:
    explicit CountingObserver(int patience) : m_patience(patience) {}

    bool isCancelled() const override { return m_asked++ >= m_patience; }
    void progress(qint64 bytesDone, qint64 bytesTotal, qint64 count) override {
        const std::lock_guard lock(m_mutex);
        bytes = std::max(bytes, bytesDone);
        total = bytesTotal;
        events = std::max(events, count);
    }
    void partial(const std::shared_ptr<const Document> &document) override { partials.push_back(document); }
    int asked() const { return m_asked; }

    qint64 bytes = 0, total = 0, events = 0;
    std::vector<std::shared_ptr<const Document>> partials;

private:
    std::mutex m_mutex;
    int m_patience;
    mutable std::atomic<int> m_asked = 0;
};

QByteArray manyEvents(int count, const QByteArray &more) {
    QByteArray bytes = "[";
    for (int i = 0; i < count; ++i) {
        bytes += "{\"id\":\"e" + QByteArray::number(i) +
                 "\",\"title\":\"an event\",\"date\":\"2020\",\"links\":[{\"to\":\"e" +
                 QByteArray::number(i / 2) + "\"}]" + more + "},\n";
    }
    return bytes + "{\"title\":\"the last\",\"date\":\"2021\"}]";
}

} // namespace

class ReadObserverTest : public QObject {
    Q_OBJECT

private slots:
    void hearsOfAllBytesAndEvents() {
        const QByteArray bytes = manyEvents(600'000, ",\"text\":\"some more to read in each event here\"");
        CountingObserver observer(INT_MAX);
        const ReadResult result = readDocument(bytes, &observer);
        QVERIFY(result.document);
        QCOMPARE(observer.total, bytes.size());
        QCOMPARE(observer.bytes, bytes.size());
        QCOMPARE(observer.events, 600'001);
        QVERIFY(!observer.partials.empty());
        for (const auto &partial : observer.partials) {
            QVERIFY(partial->eventCount() > 0 && partial->eventCount() < 400'000);
            QVERIFY(partial->eventText(partial->eventCount() - 1) ==
                    result.document->eventText(partial->eventCount() - 1));
        }
    }

    void givesNothingWhenCancelled_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("good") << manyEvents(130'000, {}); // large enough for several threads
        QTest::newRow("with findings") << manyEvents(10'000, ",\"status\":1");
        QTest::newRow("broken at the end") << manyEvents(10'000, {}).chopped(2);
        QTest::newRow("no UTF-8 at the end") << manyEvents(10'000, {}) + '\xFF';
        QTest::newRow("with half of a pair") << manyEvents(10'000, {}).replace("the last", "\\ud83d");
    }
    /// At whatever moment.
    void givesNothingWhenCancelled() {
        QFETCH(QByteArray, bytes);
        CountingObserver patient(INT_MAX);
        QVERIFY(readDocument(bytes, &patient).document || !readDocument(bytes).findings.empty());
        QVERIFY(patient.asked() > 5);
        for (int patience = 0; patience < patient.asked() / 2; patience += 1 + patient.asked() / 20) {
            CountingObserver observer(patience);
            const ReadResult result = readDocument(bytes, &observer);
            QVERIFY(!result.document);
            QVERIFY(result.findings.empty());
        }
    }
};

QTEST_GUILESS_MAIN(ReadObserverTest)
#include "read_observer_test.moc"
