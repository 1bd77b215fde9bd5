// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/event_window.h"

#include "document/read/reader.h"
#include "document/search/filter.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

/// What is read from the file once more is what was there, also when others write into the file.
class EventWindowTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_bytes;
    std::shared_ptr<const Document> m_mapped, m_copied;

    void isAsInTheFile(const Document &document) {
        const EventIndex count = document.eventCount();
        for (const auto &[first, end] :
             {std::pair(EventIndex{0}, count), {0U, 1U}, {17U, 2100U}, {count - 1, count}}) {
            const EventWindow window(document, first, end);
            QVERIFY(window.bytes() ==
                    document.bytes().sliced(document.place(first).begin, window.bytes().size()));
            for (EventIndex event = first; event < end; ++event) {
                QVERIFY(window.text(event) == m_copied->eventText(event));
            }
        }
    }

private slots:
    void initTestCase() {
        m_bytes = "[";
        for (int i = 0; i < 20'000; ++i) {
            m_bytes += (i > 0 ? ",\n{" : "\n{") + QByteArray("\"id\": \"") + QByteArray::number(i) +
                       "\", \"title\": \"" + (i % 997 == 0 ? "A r\\u0061re one" : "Of many") +
                       "\", \"date\": \"2001\", \"description\": \"" + QByteArray(i % 90, 'x') + "\"}";
        }
        m_bytes += "]";
        QVERIFY(m_bytes.size() > 1'048'576); // so that it is mapped where it can be
        QFile file(m_folder.filePath(u"file.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(m_bytes), m_bytes.size());
        file.close();
        m_mapped = readFile(file.fileName())->document;
        m_copied = readDocument(FileBytes(m_bytes)).document;
        QVERIFY(m_mapped && m_copied);
    }

    void isWhatWasThere() { isAsInTheFile(*m_mapped); }

    void findsTheSame_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("found");
        QTest::newRow("rare") << u"rare"_s << 21;
        QTest::newRow("common") << u"many"_s << 20'000 - 21;
        QTest::newRow("nowhere") << u"zzz"_s << 0;
        QTest::newRow("an id") << u"id:19999"_s << 1;
    }
    void findsTheSame() {
        QFETCH(QString, query);
        QFETCH(int, found);
        const QBitArray expected = Filter(query).apply(*m_copied, {});
        QCOMPARE(expected.count(true), qsizetype(found));
        QCOMPARE(Filter(query).apply(*m_mapped, {}), expected);
    }

    void isWhatWasThereWhenOthersWrite() {
        QVERIFY(m_mapped->makeBytesOwn({}));
        QFile file(m_folder.filePath(u"file.json"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QCOMPARE(file.write(QByteArray(m_bytes.size(), 'x')), m_bytes.size());
        file.close();
        isAsInTheFile(*m_mapped);
        QCOMPARE(Filter(u"rare"_s).apply(*m_mapped, {}), Filter(u"rare"_s).apply(*m_copied, {}));
    }
};

QTEST_GUILESS_MAIN(EventWindowTest)
#include "event_window_test.moc"
