// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/event_edit.h"
#include "document/edit/merge.h"
#include "document/read/reader.h"
#include "document/saved_bytes.h"
#include "document/search/filter.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

const QByteArray file = R"({
  "undated": [
    {"id": "letter", "title": "A letter", "tags": ["post"], "links": [{"to": "birth"}]},
    {"title": "With a year", "date": "1900"}
  ],
  "events": [
    {"id": "birth", "title": "Born", "date": "1850", "links": [{"to": "letter"}]},
    {"id": "death", "title": "Died", "date": "1912", "tags": ["post"]}
  ]
}
)";
enum Event : EventIndex { Birth, Death, Letter, WithYear };

QByteArray with(const Document &document, EventIndex event, const QString &field, const QJsonValue &value) {
    return *EventEdit::set(document.eventText(event).toByteArray(), field, value);
}

QList<EventIndex> found(const Document &document, const QString &query) {
    const QBitArray shown = Filter(query).apply(document);
    QList<EventIndex> events;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (shown.isEmpty() || shown.testBit(event)) {
            events += event;
        }
    }
    return events;
}

} // namespace

class UndatedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standsAfterTheOthersWithoutAPlaceInTime() {
        const auto document = read(file);
        QCOMPARE(document->eventCount(), EventIndex{4});
        QCOMPARE(document->placedCount(), EventIndex{2});
        QCOMPARE(document->undatedCount(), EventIndex{2});
        QVERIFY(document->isPlaced(Birth) && document->isPlaced(Death));
        QVERIFY(document->isUndated(Letter) && document->isUndated(WithYear));
        QCOMPARE(document->details(WithYear).date, u"1900"_s); // to be seen, and counting for nothing
        const auto dated = read("[{\"title\": \"a\", \"date\": \"1850/1912\"}]");
        QVERIFY(document->extent()->begin == dated->extent()->begin);
        QVERIFY(document->extent()->end == dated->extent()->end);
        QCOMPARE(document->placed({}).count(true), qsizetype{2});
    }

    void isFoundAndLinked() {
        const auto document = read(file);
        QCOMPARE(document->findEvent(u"letter"_s), std::optional<EventIndex>(Letter));
        const auto linked = [&](EventIndex from, EventIndex to) {
            return std::ranges::count(document->relations().of(from), to, &Relation::to) == 1;
        };
        QVERIFY(linked(Birth, Letter) && linked(Letter, Birth));
        QCOMPARE(found(*document, u"tag:post"_s), (QList<EventIndex>{Death, Letter}));
        QCOMPARE(found(*document, u"letter"_s), QList<EventIndex>{Letter});
        QCOMPARE(found(*document, u"-letter"_s), (QList<EventIndex>{Birth, Death, WithYear}));
        QCOMPARE(document->undatedCount(Filter(u"tag:post"_s).apply(*document)), EventIndex{1});
    }

    void aDateMovesItAmongTheEvents() {
        const auto document = read(file);
        const DocumentEdit inverse =
            document->apply({{{Letter, with(*document, Letter, u"date"_s, u"1870"_s)}}, {}});
        QVERIFY(document->isPlaced(Letter));
        QCOMPARE(document->undatedCount(), EventIndex{1});
        // In a file in the order of dates, where its date belongs.
        QCOMPARE(
            savedBytes(*document),
            QByteArray(file)
                .replace(
                    R"(    {"id": "letter", "title": "A letter", "tags": ["post"], "links": [{"to": "birth"}]},
)",
                    "")
                .replace(R"("links": [{"to": "letter"}]},
)",
                         R"("links": [{"to": "letter"}]},
    {"id": "letter", "title": "A letter", "date": "1870", "tags": ["post"], "links": [{"to": "birth"}]},
)"));
        document->apply(inverse);
        QVERIFY(document->isUndated(Letter));
        QVERIFY(document->changes().empty());
    }

    void aDateThatIsTakenOutMovesItAway() {
        const auto document = read(file);
        const DocumentEdit inverse =
            document->apply({{{Death, with(*document, Death, u"date"_s, QJsonValue::Undefined)}}, {}});
        QVERIFY(document->isUndated(Death));
        const auto again = read(savedBytes(*document));
        QCOMPARE(again->undatedCount(), EventIndex{3});
        QVERIFY(again->isUndated(*again->findEvent(u"death"_s)));
        document->apply(inverse);
        QCOMPARE(savedBytes(*document), file);
    }

    void whatIsUntouchedStaysWhereItIs() {
        const auto document = read(file);
        document->apply({{{WithYear, with(*document, WithYear, u"title"_s, u"Other"_s)}}, {}});
        QVERIFY(document->isUndated(WithYear)); // its date was not touched
        document->apply({{{WithYear, with(*document, WithYear, u"date"_s, u"1901"_s)}}, {}});
        QVERIFY(document->isPlaced(WithYear));
    }

    void onlyWhatIsSaidAnewOfItsDateMovesIt() {
        const auto document = read(R"({"events": [{"title": "a", "date": "bad"}],)"
                                   R"( "undated": [{"title": "b", "date": "1900", "start": "2001"}]})");
        const EventIndex broken = 0;
        const EventIndex undated = 1;
        document->apply({{{undated, R"({"title": "b", "start": "2001"})"}}, {}});
        QVERIFY(document->isUndated(undated)); // its date was only taken out
        document->apply({{{broken, R"({"title": "a"})"}}, {}});
        QVERIFY(document->isUndated(broken));
        QCOMPARE(
            savedBytes(*document),
            QByteArray(R"({"events": [], "undated": [{"title": "b", "start": "2001"}, {"title": "a"}]})"));
    }

    void manyFindTheirPlacesAtOnce() {
        QByteArrayList events, undated;
        for (int i = 0; i < 200; ++i) {
            events += "{\"title\": \"e\", \"date\": \"" + QByteArray::number(1000 + 2 * i) + "\"}";
            undated += "{\"title\": \"u\"}";
        }
        const auto document =
            read("{\"events\": [" + events.join(", ") + "], \"undated\": [" + undated.join(", ") + "]}");
        DocumentEdit edit;
        for (EventIndex i = 0; i < 200; ++i) {
            edit.events.push_back(
                {200 + i, "{\"title\": \"u\", \"date\": \"" + QByteArray::number(1001 + 2 * i) + "\"}"});
        }
        document->apply(edit);
        const auto again = read(savedBytes(*document));
        QCOMPARE(again->placedCount(), EventIndex{400});
        for (EventIndex event = 1; event < 400; ++event) {
            QVERIFY(again->begin(event - 1) < again->begin(event));
        }
    }

    void whatIsWrongInOneIsToldOnceAndOfIt() {
        const auto document =
            read(R"({"undated": [{"title": "a\ud800", "tags": ["x"], "tags": ["y"]}], "events": []})");
        QCOMPARE(document->findings().size(), std::size_t{2});
        for (const Finding &finding : document->findings()) {
            QCOMPARE(finding.event, std::optional<EventIndex>(0));
        }
        document->apply({{{0, R"({"title": "a"})"}}, {}});
        QVERIFY(document->findings().empty());
    }

    void aListIsMadeWhereThereIsNone_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("on one line") << QByteArray(R"({"events":[{"title":"a","date":"1"}],"x":1})")
                                     << QByteArray(R"({"events":[], "undated":[{"title":"a"}],"x":1})");
        QTest::newRow("null") << QByteArray(
                                     R"({"undated": null, "events": [{"title": "a", "date": "0001"}]})")
                              << QByteArray(R"({"undated": [{"title": "a"}], "events": []})");
        QTest::newRow("on lines") << QByteArray("{\r\n\t\"events\": [\r\n\t\t{\"title\": \"a\", \"date\": "
                                                "\"0001\"}\r\n\t]\r\n}")
                                  << QByteArray(
                                         "{\r\n\t\"events\": [],\r\n\t\"undated\": [\r\n\t\t{\"title\": "
                                         "\"a\"}\r\n\t]\r\n}");
        QTest::newRow("four blanks")
            << QByteArray("{\n    \"events\": [\n        {\"title\": \"a\", \"date\": \"0001\"}\n    ]\n}")
            << QByteArray("{\n    \"events\": [],\n    \"undated\": [\n        {\"title\": \"a\"}\n    ]\n}");
        QTest::newRow("empty") << QByteArray(
                                      R"({"events": [{"title": "a", "date": "0001"}], "undated": [ ]})")
                               << QByteArray(R"({"events": [], "undated": [{"title": "a"}]})");
    }
    void aListIsMadeWhereThereIsNone() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto document = read(QByteArray(before).replace(R"("date":"1")", R"("date":"0001")"));
        const DocumentEdit inverse =
            document->apply({{{0, with(*document, 0, u"date"_s, QJsonValue::Undefined)}}, {}});
        QCOMPARE(savedBytes(*document), after);
        document->apply({{}, *EventEdit::setInHead(document->head(), u"title"_s, u"T"_s)});
        const auto again = read(savedBytes(*document));
        QVERIFY(again);
        QCOMPARE(again->title(), u"T"_s);
        QCOMPARE(again->undatedCount(), EventIndex{1});
        document->apply(inverse);
        QCOMPARE(read(savedBytes(*document))->placedCount(), EventIndex{1});
    }

    /// A bare array, and a file that has something else there.
    void whereNoListCanBeTheEventStays_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("bare array") << QByteArray(R"([{"title": "a", "date": "2001"}])");
        QTest::newRow("no list") << QByteArray(
            R"({"undated": 7, "events": [{"title": "a", "date": "2001"}]})");
    }
    void whereNoListCanBeTheEventStays() {
        QFETCH(QByteArray, json);
        const auto document = read(json);
        QVERIFY(!document->lists().hasUndated);
        const std::size_t before = document->findings().size();
        document->apply({{{0, R"({"title": "a"})"}}, {}});
        QVERIFY(!document->isDeleted(0) && document->isUndated(0));
        QCOMPARE(document->findings().size(), before + 1);
        QCOMPARE(savedBytes(*document), QByteArray(json).replace(R"(, "date": "2001")", ""));
    }

    void editsAreMergedIntoAnotherVersion() {
        const auto document = read(file);
        document->apply({{{Letter, with(*document, Letter, u"date"_s, u"1870"_s)},
                          {Death, with(*document, Death, u"date"_s, QJsonValue::Undefined)}},
                         {}});
        const EventIndex added = document->addPlace(std::nullopt);
        document->apply({{{added, R"({"title": "New"})"}}, {}});
        const PendingEdits edits = PendingEdits::of(*document, {});
        const auto theirs =
            read(QByteArray(file).replace("A letter", "A long letter").replace("Died", "Died in Rome"));
        Merge merge(edits, *theirs);
        QVERIFY(merge.conflicts().empty());
        theirs->apply(merge.edit(
            [&](const std::vector<QByteArray> &texts) {
                std::vector<EventIndex> places;
                for (std::size_t i = 0; i < texts.size(); ++i) {
                    places.push_back(theirs->addPlace(std::nullopt));
                }
                return places;
            },
            [&](ByteRange unread) { return theirs->adopt(unread); }));
        const auto merged = read(savedBytes(*theirs));
        QCOMPARE(merged->undatedCount(), EventIndex{3});
        QCOMPARE(merged->details(*merged->findEvent(u"letter"_s)).date, u"1870"_s);
        QCOMPARE(merged->eventTitle(*merged->findEvent(u"letter"_s)), u"A long letter"_s);
        QVERIFY(merged->isUndated(*merged->findEvent(u"death"_s)));
        QCOMPARE(merged->eventTitle(*merged->findEvent(u"death"_s)), u"Died in Rome"_s);
    }
};

QTEST_APPLESS_MAIN(UndatedTest)
#include "undated_test.moc"
