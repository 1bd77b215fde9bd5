// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/read/part_circles.h"

#include "document/read/reader.h"

#include <QTest>

using namespace timeline;

class PartCirclesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsCircles_data() {
        QTest::addColumn<QString>("links");   // "part whole, …"
        QTest::addColumn<QString>("circles"); // "first link: events, …"
        const auto row = [](const char *links, const char *circles) {
            QTest::newRow(links) << QString::fromLatin1(links) << QString::fromLatin1(circles);
        };
        row("", "");
        row("0 1", "");
        row("0 1,1 2,2 3", "");
        row("0 1,1 0", "0: 2");
        row("0 1,1 2,2 0", "0: 3");
        row("0 9,0 5,5 6,6 5", "2: 2"); // a way into a circle is none of it
        row("0 1,0 2,1 3,2 3", "");     // two ways to one place are no circle
        row("0 1,0 2,1 0,2 3,3 2", "0: 2,3: 2");
        row("0 1,1 0,1 2,2 1", "0: 3"); // those that share an event are one
        row("3 9,3 4,4 8,4 3", "1: 2");
        row("0 1,0 1,1 0,1 0", "0: 2"); // the same link twice
        row("1 0,2 1,3 2", "");         // against the order of the file
        row("0 3,1 0,2 1,3 2", "0: 4");
    }
    void findsCircles() {
        QFETCH(QString, links);
        QFETCH(QString, circles);
        std::vector<PartLink> list;
        for (const QString &link : links.split(u',', Qt::SkipEmptyParts)) {
            list.push_back({link.section(u' ', 0, 0).toUInt(), link.section(u' ', 1).toUInt()});
        }
        std::vector<PartCircle> found = partCircles(list);
        std::ranges::sort(found, {}, &PartCircle::link);
        QStringList told;
        for (const PartCircle &circle : found) {
            told += QStringLiteral("%1: %2").arg(circle.link).arg(circle.events);
        }
        QCOMPARE(told.join(u','), circles);
    }

    void longChainsTakeNoStack() {
        constexpr std::uint32_t length = 300'000;
        std::vector<PartLink> chain;
        for (std::uint32_t i = 0; i < length; ++i) {
            chain.push_back({i, i + 1});
        }
        QVERIFY(partCircles(chain).empty());
        chain.push_back({length, 0});
        const std::vector<PartCircle> found = partCircles(chain);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].events, std::size_t{length + 1});
    }

    void aFileTellsEachCircleOnce() {
        QByteArray json = "[";
        for (int i = 0; i < 1000; ++i) {
            json += QStringLiteral(R"({"id": "%1", "title": "T", "date": "2020", "links": [)"
                                   R"({"to": "%2", "kind": "part-of"}, {"to": "%1"}]},)")
                        .arg(i)
                        .arg((i + 1) % 1000)
                        .toUtf8();
        }
        json.back() = ']';
        const ReadResult result = readDocument(json);
        const FindingList &findings = result.findings;
        QCOMPARE(findings.size(), std::size_t{1001}); // and each is linked to itself
        QVERIFY(findings[0].message().contains(QStringLiteral("1000 events")));
        QCOMPARE(result.located(findings[0]).column, 61);
        QVERIFY(findings[0].code == FindingCode::PartOfItself);
    }
};

QTEST_GUILESS_MAIN(PartCirclesTest)
#include "part_circles_test.moc"
