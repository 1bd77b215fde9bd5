// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/search/inline_sources.h"

#include "document/read/reader.h"
#include "document/search/filter.h"
#include "test_paths.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

/// Sources that stand in the events themselves: see tests/data/good/inline-sources.json.
class InlineSourcesTest : public QObject {
    Q_OBJECT

    static std::shared_ptr<Document> document() {
        return readFile(QStringLiteral(TEST_DATA "/good/inline-sources.json"))->document;
    }
    static QStringList namesOf(const std::vector<Source> &sources) {
        QStringList names;
        for (const Source &source : sources) {
            names += source.id + u'|' + source.title + u'|' + source.url;
        }
        return names;
    }

private Q_SLOTS:
    void areCountedOnce() {
        QCOMPARE(namesOf(inlineSourcesOf(*document())),
                 QStringList({u"|A paper|https://example.org/a"_s, u"own||"_s, u"||b.pdf"_s}));
        QCOMPARE(document()->sources().size(), std::size_t{2}); // which they never come to
    }

    void areWhatTheyAreDeclaredAs() {
        const auto there = document();
        const EventDetails details = there->details(1);
        QCOMPARE(details.sources, QStringList({u"report"_s, u"7"_s, u"own"_s, u"b.pdf"_s}));
        const auto titleOf = [&](qsizetype number) {
            const Source *own = inlineSource(details, number);
            const Source *declared = own != nullptr ? declaredAs(*there, *own) : nullptr;
            return declared != nullptr ? declared->title : QString();
        };
        QCOMPARE(titleOf(0), u"The report"_s);
        QCOMPARE(titleOf(1), u"7"_s);
        QCOMPARE(titleOf(2), QString());
        QVERIFY(inlineSource(there->details(0), 0) != nullptr);
        QVERIFY(inlineSource(there->details(0), 1) == nullptr);
    }

    void areFound_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("shown"); // one digit an event
        QTest::newRow("title") << u"source:\"a PAPER\""_s << u"101"_s;
        QTest::newRow("address") << u"source:b.pdf"_s << u"010"_s;
        QTest::newRow("id, as one that is named") << u"source:report"_s << u"110"_s;
        QTest::newRow("a number") << u"source:7"_s << u"010"_s;
        QTest::newRow("publishers are no names") << u"source:P"_s << u"000"_s;
        QTest::newRow("unknown members are none") << u"source:2"_s << u"000"_s;
        QTest::newRow("none of these") << u"-source:report"_s << u"001"_s;
    }
    void areFound() {
        QFETCH(QString, query);
        QFETCH(QString, shown);
        const auto there = document();
        const QBitArray bits = Filter(query).apply(*there);
        for (EventIndex event = 0; event < 3; ++event) {
            QCOMPARE(bits.testBit(event), shown[event] == u'1');
            QCOMPARE(Filter(query).matches(*there, event), shown[event] == u'1');
        }
    }

    void deletedEventsHaveNone() {
        const auto there = document();
        there->apply({{{0, {}}, {2, {}}}, {}});
        QCOMPARE(namesOf(inlineSourcesOf(*there)), QStringList({u"own||"_s, u"||b.pdf"_s}));
        there->apply({{{1, R"({"title": "B", "date": "2020", "sources": [{"title": "New"}]})"}}, {}});
        QCOMPARE(namesOf(inlineSourcesOf(*there)), QStringList({u"|New|"_s}));
    }
};

QTEST_GUILESS_MAIN(InlineSourcesTest)
#include "inline_sources_test.moc"
