// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/splice.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace timeline;

class SpliceTest : public QObject {
    Q_OBJECT

    static QByteArray joined(const std::vector<QByteArrayView> &pieces) {
        QByteArray all;
        for (const QByteArrayView piece : pieces) {
            all.append(piece.data(), piece.size());
        }
        return all;
    }

private Q_SLOTS:
    void changesBytes_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<std::vector<Splice>>("changes");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<int>("pieces");

        using Changes = std::vector<Splice>;
        QTest::newRow("none") << QByteArray("abc") << Changes{} << QByteArray("abc") << 1;
        QTest::newRow("nothing at all") << QByteArray() << Changes{} << QByteArray() << 0;
        QTest::newRow("replaced") << QByteArray("abc") << Changes{{{1, 2}, "XY"}} << QByteArray("aXYc") << 3;
        QTest::newRow("inserted") << QByteArray("abc") << Changes{{{1, 1}, "X"}} << QByteArray("aXbc") << 3;
        QTest::newRow("deleted") << QByteArray("abc") << Changes{{{1, 2}, ""}} << QByteArray("ac") << 2;
        QTest::newRow("at the ends") << QByteArray("abc") << Changes{{{0, 0}, "<"}, {{3, 3}, ">"}}
                                     << QByteArray("<abc>") << 3;
        QTest::newRow("all of it") << QByteArray("abc") << Changes{{{0, 3}, "X"}} << QByteArray("X") << 1;
        QTest::newRow("into nothing") << QByteArray() << Changes{{{0, 0}, "X"}} << QByteArray("X") << 1;
        QTest::newRow("side by side")
            << QByteArray("abc") << Changes{{{0, 1}, "X"}, {{1, 2}, "Y"}} << QByteArray("XYc") << 3;
        QTest::newRow("several at one place")
            << QByteArray("abc") << Changes{{{1, 1}, "1"}, {{1, 1}, "2"}} << QByteArray("a12bc") << 4;
    }
    void changesBytes() {
        QFETCH(QByteArray, bytes);
        QFETCH(std::vector<Splice>, changes);
        QFETCH(QByteArray, expected);
        QFETCH(int, pieces);
        const std::vector<QByteArrayView> found = spliced(bytes, changes);
        QCOMPARE(joined(found), expected);
        QCOMPARE(static_cast<int>(found.size()), pieces);
    }

    /// The same as replacing in a copy, the last change first so that the places before it stay.
    void manyChangesAreThoseOfTheSlowWay() {
        std::mt19937 random(5); // NOLINT(bugprone-random-generator-seed): the same each time
        const auto below = [&random](qint64 limit) { return static_cast<qint64>(random()) % limit; };
        for (int round = 0; round < 500; ++round) {
            QByteArray bytes;
            for (qint64 size = below(200); bytes.size() < size;) {
                bytes.append(static_cast<char>('a' + below(26)));
            }
            std::vector<qint64> places;
            for (qint64 count = 2 * below(12); static_cast<qint64>(places.size()) < count;) {
                places.push_back(below(bytes.size() + 1));
            }
            std::ranges::sort(places);
            std::vector<Splice> changes;
            for (std::size_t i = 0; i < places.size(); i += 2) {
                changes.push_back({{places[i], places[i + 1]}, QByteArray(below(6), 'X')});
            }
            QByteArray expected = bytes;
            for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
                expected.replace(change->range.begin, change->range.size(), change->text);
            }
            QCOMPARE(joined(spliced(bytes, changes)), expected);
        }
    }

    void copiesNothing() {
        const QByteArray bytes(1000, 'x');
        const std::vector<Splice> changes = {{{400, 500}, "new"}};
        const std::vector<QByteArrayView> pieces = spliced(bytes, changes);
        QCOMPARE(pieces.size(), std::size_t{3});
        QCOMPARE(pieces[0].data(), bytes.constData());
        QCOMPARE(pieces[1].data(), changes[0].text.constData());
        QCOMPARE(pieces[2].data(), bytes.constData() + 500);
    }
};

QTEST_APPLESS_MAIN(SpliceTest)
#include "splice_test.moc"
