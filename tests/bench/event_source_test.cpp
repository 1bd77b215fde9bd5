// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/event_source.h"

#include "document/read/reader.h"

#include <QTest>

class EventSourceTest : public QObject {
    Q_OBJECT

    static QByteArray made(const bench::Options &options) {
        QByteArray bytes;
        const bool written = bench::writeEvents(options, [&bytes](std::string_view text) {
            bytes.append(text.data(), static_cast<qsizetype>(text.size()));
            return true;
        });
        return written ? bytes : QByteArray();
    }

private Q_SLOTS:
    void isFineAndTheSameEachTime_data() {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("style");
        for (const std::string_view kind : bench::kinds) {
            for (const char *style : {"pretty", "lines", "compact"}) {
                QTest::addRow("%s, %s", kind.data(), style) << QByteArray(kind.data()) << QByteArray(style);
            }
        }
    }
    void isFineAndTheSameEachTime() {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, style);
        const bench::Options options{2000, 7, kind.constData(), style.constData()};
        const QByteArray bytes = made(options);
        QCOMPARE(made(options), bytes);
        const timeline::ReadResult read = timeline::readDocument(bytes);
        QVERIFY2(read.findings.empty(),
                 read.findings.empty() ? "" : qPrintable(timeline::toString(read.findings.front(), {})));
        QCOMPARE(read.document->eventCount(), 2000U);
    }

    void hasAFindingInEachEventOfAnOddKind_data() {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<std::size_t>("findings");
        QTest::addColumn<unsigned>("events");
        QTest::addRow("own-status") << QByteArray("own-status") << std::size_t{500} << 500U;
        QTest::addRow("bad-importance") << QByteArray("bad-importance") << std::size_t{500} << 500U;
        QTest::addRow("bad-fields") << QByteArray("bad-fields") << std::size_t{2500} << 500U;
        QTest::addRow("untitled") << QByteArray("untitled") << std::size_t{500} << 500U;
        QTest::addRow("unreadable-dates") << QByteArray("unreadable-dates") << std::size_t{500} << 500U;
        QTest::addRow("most-lanes") << QByteArray("most-lanes") << std::size_t{0} << 500U;
        QTest::addRow("many-eras") << QByteArray("many-eras") << std::size_t{0} << 500U;
        QTest::addRow("many-sources") << QByteArray("many-sources") << std::size_t{0} << 500U;
    }
    void hasAFindingInEachEventOfAnOddKind() {
        QFETCH(QByteArray, kind);
        QFETCH(std::size_t, findings);
        QFETCH(unsigned, events);
        const timeline::ReadResult read = timeline::readDocument(made({500, 7, kind.constData(), "lines"}));
        QVERIFY(read.document);
        QCOMPARE(read.findings.size(), findings);
        QCOMPARE(read.document->eventCount(), events);
    }

    void refusesWhatItDoesNotKnow() {
        QCOMPARE(made({3, 1, "realistic", "sideways"}), QByteArray());
        QCOMPARE(made({3, 1, "unreal", "lines"}), QByteArray());
    }
};

QTEST_APPLESS_MAIN(EventSourceTest)
#include "event_source_test.moc"
