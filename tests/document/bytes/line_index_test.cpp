// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/line_index.h"

#include <QRandomGenerator>
#include <QTest>

using namespace timeline;

/// Lines and columns, counted one byte after the other.
class LineIndexTest : public QObject {
    Q_OBJECT

private slots:
    void countsLikeOneWhoReadsAll_data() {
        QTest::addColumn<QByteArray>("from"); // what the text is made of
        QTest::newRow("LF") << QByteArray("a\n");
        QTest::newRow("CR LF") << QByteArray("a\r\n\r\n");
        QTest::newRow("mixed") << QByteArray("ab\r\n\n\r\xC3\xA9\xE2\x82\xAC");
        QTest::newRow("few lines") << QByteArray(3000, 'x') + '\n' + QByteArray(3000, '\xA9') + '\r';
        QTest::newRow("one line") << QByteArray("x\xC3\xA9");
    }
    void countsLikeOneWhoReadsAll() {
        QFETCH(QByteArray, from);
        const ReadControl control(nullptr);
        for (quint32 seed = 0; seed < 8; ++seed) {
            QRandomGenerator random(seed);
            QByteArray bytes = seed % 2 == 0 ? QByteArray() : QByteArray("\xEF\xBB\xBF");
            const auto size = static_cast<qsizetype>(random.bounded(20'000));
            while (bytes.size() < size) {
                bytes += from[static_cast<qsizetype>(random.bounded(static_cast<int>(from.size())))];
            }
            std::vector<qint64> places;
            std::vector<std::pair<qint64, qint64>> expected;
            qint64 line = 1;
            qint64 column = 1;
            for (qint64 at = 0; at <= bytes.size(); ++at) {
                if (random.bounded(5) == 0) {
                    places.push_back(at);
                    expected.emplace_back(line, column);
                }
                if (at == bytes.size()) {
                    break;
                }
                const bool isEnd = bytes[at] == '\n' ||
                                   (bytes[at] == '\r' && (at + 1 == bytes.size() || bytes[at + 1] != '\n'));
                const bool isMark = at < 3 && bytes.startsWith("\xEF\xBB\xBF");
                column = isEnd ? 1 : column + (isMark || (bytes[at] & 0xC0) == 0x80 ? 0 : 1);
                line += isEnd ? 1 : 0;
            }
            const LineIndex index(bytes, control);
            LineIndex::Sweep sweep(index);
            for (std::size_t i = 0; i < places.size(); ++i) {
                QCOMPARE(sweep(places[i]), expected[i]);
                QCOMPARE(index.lineOf(places[i]), expected[i].first);
            }
        }
    }
};

QTEST_GUILESS_MAIN(LineIndexTest)
#include "line_index_test.moc"
