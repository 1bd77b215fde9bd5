// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/lanes/lanes.h"

#include "layout/layout_fixture.h"

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

/// "key=title: events" of every lane.
QStringList textOf(const Lanes &lanes) {
    QStringList lines;
    for (const Lane &lane : lanes.lanes) {
        QStringList events;
        for (const EventIndex event : eventsOf(lane)) {
            events << QString::number(event);
        }
        lines << QStringLiteral("%1=%2: %3").arg(lane.key, lane.title, events.join(QLatin1Char(' ')));
    }
    return lines;
}

const TimeScale scale; // linear

Lanes lanesOf(const Document &document, const QBitArray &shown, LaneGrouping by) {
    return {{document, scale}, shown, by};
}

const QByteArray sample = "{\"categories\": [{\"id\": \"b\", \"title\": \"Bees\"}, {\"id\": \"unused\"}, "
                          "{\"id\": \"a\"}], \"events\": ["
                          "{\"title\": \"0\", \"date\": \"2020\", \"category\": \"a\", \"tags\": [\"t1\", "
                          "\"t2\"], \"status\": \"planned\"},"
                          "{\"title\": \"1\", \"date\": \"2010\", \"category\": \"a\", \"tags\": [\"t2\"]},"
                          "{\"title\": \"2\", \"date\": \"2015\", \"category\": \"b\", \"tags\": [\"t2\", "
                          "\"t1\"], \"status\": \"disputed\"},"
                          "{\"title\": \"3\", \"date\": \"2010\", \"category\": \"a\"},"
                          "{\"title\": \"4\", \"date\": \"../2000\"}]}";

} // namespace

class LanesTest : public QObject {
    Q_OBJECT

private slots:
    void partsByCategoryInTheFilesOrder() {
        QCOMPARE(textOf(lanesOf(*documentOf(sample), {}, LaneGrouping::Category)),
                 (QStringList{QStringLiteral("b=Bees: 2"), QStringLiteral("a=a: 1 3 0"),
                              QStringLiteral("=Other: 4")}));
    }
    /// Words of the file's own come behind the others, as they are met.
    void partsByStatusesOfTheFile() {
        const auto document = documentOf("[{\"title\": \"a\", \"date\": \"2020\", \"status\": \"benign\"}, "
                                         "{\"title\": \"b\", \"date\": \"2020\"},"
                                         "{\"title\": \"c\", \"date\": \"2021\", \"status\": \"Confirmed\"},"
                                         "{\"title\": \"d\", \"date\": \"2022\", \"status\": \"benign\"}]");
        const Lanes lanes = lanesOf(*document, {}, LaneGrouping::Status);
        QStringList titles;
        for (const Lane &lane : lanes.lanes) {
            titles += lane.key + u' ' + lane.title + u' ' + QString::number(lane.events.size());
        }
        QCOMPARE(titles,
                 QStringList({QStringLiteral("confirmed Confirmed 1"), QStringLiteral("benign benign 2"),
                              QStringLiteral("Confirmed Confirmed 1")}));
    }

    void partsByParentIntoLanesOfTheTopmost() {
        const auto document = documentOf(
            "{\"categories\": [{\"id\": \"leaf\", \"parent\": \"twig\"}, {\"id\": \"tree\", \"title\": "
            "\"Tree\"}, {\"id\": \"twig\", \"parent\": \"tree\"}, {\"id\": \"moss\"}, {\"id\": \"a\", "
            "\"parent\": \"b\"}, {\"id\": \"b\", \"parent\": \"a\"}], \"events\": ["
            "{\"title\": \"0\", \"date\": \"2000\", \"category\": \"leaf\"},"
            "{\"title\": \"1\", \"date\": \"2001\", \"category\": \"moss\"},"
            "{\"title\": \"2\", \"date\": \"2002\", \"category\": \"tree\"},"
            "{\"title\": \"3\", \"date\": \"2003\", \"category\": \"undeclared\"},"
            "{\"title\": \"4\", \"date\": \"2004\", \"category\": \"b\"},"
            "{\"title\": \"5\", \"date\": \"2005\"}]}");
        Lanes lanes = lanesOf(*document, {}, LaneGrouping::Parent);
        const QStringList all{QStringLiteral("tree=Tree: 0 2"), QStringLiteral("moss=moss: 1"),
                              QStringLiteral("a=a: 4"), QStringLiteral("undeclared=undeclared: 3"),
                              QStringLiteral("=Other: 5")};
        QCOMPARE(textOf(lanes), all);
        for (EventIndex event = 0; event < 6; ++event) { // each comes and goes
            lanes.remove({*document, scale}, event);
            lanes.insert({*document, scale}, event);
            QCOMPARE(textOf(lanes), all);
        }
    }
    void partsByStatus() {
        QCOMPARE(textOf(lanesOf(*documentOf(sample), {}, LaneGrouping::Status)),
                 (QStringList{QStringLiteral("confirmed=Confirmed: 4 1 3"),
                              QStringLiteral("disputed=Disputed: 2"), QStringLiteral("planned=Planned: 0")}));
    }
    void partsByTagTheCommonFirst() {
        QCOMPARE(textOf(lanesOf(*documentOf(sample), {}, LaneGrouping::Tag)),
                 (QStringList{QStringLiteral("t2=t2: 1 2 0"), QStringLiteral("t1=t1: 2 0"),
                              QStringLiteral("=No tag: 4 3")}));
    }
    void partsByOtherWords_data() {
        QTest::addColumn<int>("grouping");
        QTest::addColumn<QStringList>("expected");
        const auto add = [](const char *name, LaneGrouping by, const QStringList &expected) {
            QTest::newRow(name) << static_cast<int>(by) << expected;
        };
        add("source", LaneGrouping::Source,
            {QStringLiteral("r=A report: 0 1 3"), QStringLiteral("x=x: 0"), QStringLiteral("Diary=Diary: 2"),
             QStringLiteral("=No source: 4")});
        add("who says so", LaneGrouping::Attribution,
            {QStringLiteral("=Nobody is named: 2 3 4"), QStringLiteral("Ann=Ann: 0 1")});
        add("place", LaneGrouping::Place,
            {QStringLiteral("Rome=Rome: 0 1"), QStringLiteral("=No place: 2 3"),
             QStringLiteral("Oslo=Oslo: 4")});
    }
    void partsByOtherWords() {
        QFETCH(int, grouping);
        QFETCH(QStringList, expected);
        const auto document = documentOf(R"({"sources": [{"id": "r", "title": "A report"}], "events": [
            {"title": "a", "date": "2001", "sources": ["r", "x", "r"], "attribution": "Ann", "place": "Rome"},
            {"title": "b", "date": "2002", "sources": ["r"], "attribution": "Ann",
             "place": {"title": "Rome", "at": [41.9, 12.5]}},
            {"title": "c", "date": "2003", "sources": [{"title": "Diary"}]},
            {"title": "d", "date": "2004", "sources": ["r"]},
            {"title": "e", "date": "2005", "place": "Oslo"}]})");
        Lanes lanes = lanesOf(*document, {}, static_cast<LaneGrouping>(grouping));
        std::ranges::sort(expected);
        const auto sorted = [&] {
            QStringList text = textOf(lanes);
            std::ranges::sort(text);
            return text;
        };
        QCOMPARE(sorted(), expected);
        const EventAxis axis{*document, scale};
        for (EventIndex event = 0; event < document->eventCount(); ++event) { // each comes and goes
            lanes.remove(axis, event);
            lanes.insert(axis, event);
            QCOMPARE(sorted(), expected);
        }
    }
    /// What tags have no lane is counted, also while events come and go.
    void tagsWithoutALaneAreCounted() {
        const auto document = documentOf(
            R"([{"title": "a", "date": "2001", "tags": ["1","2","3","4","5","6","7","8","9","10","1","9"]},
                           {"title": "b", "date": "2002", "tags": ["9"]},
                           {"title": "c", "date": "2003"}])");
        Lanes lanes = lanesOf(*document, {}, LaneGrouping::Tag);
        QCOMPARE(lanes.lanesLeftOut, 2U);
        QCOMPARE(lanesOf(*document, {}, LaneGrouping::Category).lanesLeftOut, 0U);
        const EventAxis axis{*document, scale};
        lanes.remove(axis, 0);
        QCOMPARE(lanes.lanesLeftOut, 0U);
        lanes.insert(axis, 0);
        QCOMPARE(lanes.lanesLeftOut, 2U);
        QBitArray shown(3, true);
        shown.clearBit(0);
        QCOMPARE(lanesOf(*document, shown, LaneGrouping::Tag).lanesLeftOut, 0U);
    }

    void anEventHasALaneForEachOfItsFirstTags_data() {
        QTest::addColumn<QByteArray>("tags");
        QTest::addColumn<QStringList>("keys");
        const auto row = [](const char *name, const char *tags, const QStringList &keys) {
            QTest::newRow(name) << QByteArray(tags) << keys;
        };
        row("none", "[]", {QString()});
        row("one", "[\"a\"]", {u"a"_s});
        row("twice", "[\"a\", \"b\", \"a\"]", {u"a"_s, u"b"_s});
        row("the same, written otherwise", "[\"a\", \"\\u0061\"]", {u"a"_s});
        row("of no letters", "[\"\", \"b\"]", {QString(), u"b"_s});
        row("nine", "[\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\"]",
            u"1 2 3 4 5 6 7 8"_s.split(u' '));
        row("nine, one twice", "[\"1\", \"2\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\"]",
            u"1 2 3 4 5 6 7 8"_s.split(u' '));
        row("from right to left", "[\"\u05d0\", \"\u0628 b\"]", {u"\u05d0"_s, u"\u0628 b"_s});
        row("numbers", "[1, \"1\", 2.50]", {u"1"_s, u"2.50"_s});
        row("no words between", "[true, null, [\"no\"], {\"b\": \"no\"}, \"b\"]", {u"b"_s});
        row("no list", "\"a\"", {QString()});
        row("long", QByteArray('"' + QByteArray(5000, 'x') + '"').prepend('[').append(']').constData(),
            {QString(5000, u'x')});
    }
    void anEventHasALaneForEachOfItsFirstTags() {
        QFETCH(QByteArray, tags);
        QFETCH(QStringList, keys);
        const auto document = documentOf("[{\"title\": \"t\", \"date\": \"2000\", \"tags\": " + tags +
                                         "}, {\"title\": \"u\", \"date\": \"2001\", \"tags\": [\"b\"]}]");
        const Lanes lanes = lanesOf(*document, {}, LaneGrouping::Tag);
        QStringList found;
        for (const std::size_t lane : lanes.lanesOf({*document, scale}, 0)) {
            found += lanes.lanes[lane].key;
            QVERIFY(lanes.lanes[lane].events.rankOf({*document, scale}, 0));
        }
        QCOMPARE(found, keys);
        QCOMPARE(lanes.eventCount, 2U);
        QCOMPARE(lanes.placementCount, static_cast<std::size_t>(keys.size() + 1));
        QCOMPARE(lanes.lanes[*lanes.laneOf({*document, scale}, 0)].key, keys.front());
    }
    void comesAndGoesInAllItsLanes() {
        const auto document = documentOf(sample);
        Lanes lanes = lanesOf(*document, {}, LaneGrouping::Tag);
        const QStringList before = textOf(lanes);
        const EventAxis axis{*document, scale};
        QCOMPARE(lanes.remove(axis, 0), Lanes::Change::Events);
        QCOMPARE(lanes.remove(axis, 0), Lanes::Change::Events); // it is no longer there
        QCOMPARE(lanes.remove(axis, 2), Lanes::Change::Lanes);
        QCOMPARE(textOf(lanes), (QStringList{u"t2=t2: 1"_s, u"=No tag: 4 3"_s}));
        QCOMPARE(lanes.eventCount, 3U);
        QCOMPARE(lanes.placementCount, std::size_t{3});
        QVERIFY(lanes.lanesOf(axis, 2).isEmpty());
        QCOMPARE(lanes.insert(axis, 2), Lanes::Change::Lanes);
        QCOMPARE(lanes.insert(axis, 0), Lanes::Change::Events);
        QCOMPARE(textOf(lanes), (QStringList{u"t2=t2: 1 2 0"_s, u"=No tag: 4 3"_s, u"t1=t1: 2 0"_s}));
        QCOMPARE(lanes.lanesOf(axis, 0), (Lanes::OfEvent{2, 0}));
        QCOMPARE(lanes.eventCount, 5U);
        QCOMPARE(lanes.placementCount, std::size_t{7});
    }
    void partsByNothing() {
        QCOMPARE(textOf(lanesOf(*documentOf(sample), {}, LaneGrouping::None)),
                 QStringList{QStringLiteral("=Events: 4 1 3 2 0")});
    }
    void oneLaneWithoutCategoriesHasAPlainName() {
        const Lanes lanes =
            lanesOf(*documentOf("[{\"title\": \"x\", \"date\": \"2000\"}]"), {}, LaneGrouping::Category);
        QCOMPARE(textOf(lanes), QStringList{QStringLiteral("=Events: 0")});
    }

    void knowsThePlacementsOfManyLanes_data() {
        QTest::addColumn<int>("lanes");
        QTest::newRow("few") << 20;
        QTest::newRow("many") << 21;
    }
    void knowsThePlacementsOfManyLanes() {
        QFETCH(int, lanes);
        QByteArray json = "[";
        for (int i = 0; i < 100; ++i) { // each in two lanes
            json += QByteArray(i > 0 ? "," : "") + "{\"title\": \"e\", \"date\": \"" +
                    QByteArray::number(1900 + i * 37 % 100) + "\", \"tags\": [\"t" +
                    QByteArray::number(i % lanes) + "\", \"t" + QByteArray::number((i + 1) % lanes) + "\"]}";
        }
        const auto document = documentOf(json + "]");
        const EventAxis axis{*document, scale};
        Lanes all = lanesOf(*document, {}, LaneGrouping::Tag);
        QCOMPARE(all.lanes.size(), static_cast<std::size_t>(lanes));
        const auto check = [&] {
            QCOMPARE(all.placements.size(), lanes > 20 ? all.placementCount : 0);
            for (EventIndex event = 0; event < 100 && lanes > 20; ++event) {
                EventIndex before = 0;
                for (const Lane &lane : all.lanes) {
                    before += lane.events.beginsBefore(axis, axis.begin(event));
                }
                QCOMPARE(all.placements.rank(axis, axis.begin(event)), before);
            }
        };
        check();
        for (const EventIndex event : {0U, 50U, 99U}) {
            all.remove(axis, event);
        }
        check();
        all.insert(axis, 50);
        check();
        for (EventIndex event = 0; event < 100; ++event) {
            all.remove(axis, event);
        }
        QCOMPARE(all.placements.size(), 0U);
    }

    void whatHasNoCategoryIsOtherWhereThereAreSome() {
        Lanes lanes =
            lanesOf(*documentOf("[{\"title\": \"0\", \"date\": \"2020\"}]"), {}, LaneGrouping::Category);
        QCOMPARE(textOf(lanes), QStringList{QStringLiteral("=Events: 0")});
        const auto next = documentOf("{\"events\": [{\"title\": \"0\", \"date\": \"2020\"}],"
                                     "\"undated\": [{\"title\": \"1\", \"category\": \"a\"}]}");
        QVERIFY(lanes.retitle(*next));
        QVERIFY(!lanes.retitle(*next));
        QCOMPARE(textOf(lanes), QStringList{QStringLiteral("=Other: 0")});
    }

    void leavesOutWhatTheFilterHides() {
        QBitArray shown(5, true);
        shown.clearBit(2);
        shown.clearBit(3);
        const auto document = documentOf(sample);
        const Lanes lanes = lanesOf(*document, shown, LaneGrouping::Category);
        QCOMPARE(textOf(lanes), (QStringList{QStringLiteral("a=a: 1 0"), QStringLiteral("=Other: 4")}));
        QCOMPARE(lanes.eventCount, 3U);
        QCOMPARE(lanes.laneOf({*document, scale}, 1), std::optional<std::size_t>(0));
        QCOMPARE(lanes.laneOf({*document, scale}, 2), std::nullopt);
        QVERIFY(lanesOf(*documentOf(sample), QBitArray(5, false), LaneGrouping::Status).lanes.empty());
    }

    void readsGroupings() {
        QCOMPARE(laneGroupingFromString(u"category"), LaneGrouping::Category);
        QCOMPARE(laneGroupingFromString(u"parent"), LaneGrouping::Parent);
        QCOMPARE(laneGroupingFromString(u"status"), LaneGrouping::Status);
        QCOMPARE(laneGroupingFromString(u"tag"), LaneGrouping::Tag);
        QCOMPARE(laneGroupingFromString(u"none"), LaneGrouping::None);
        QCOMPARE(laneGroupingFromString(u"Category"), std::nullopt);
        QCOMPARE(laneGroupingFromString(u""), std::nullopt);
    }

    void everyEventStandsInOneLane_data() {
        QTest::addColumn<int>("grouping");
        for (int grouping = 0; grouping < 5; ++grouping) {
            QTest::addRow("grouping %d", grouping) << grouping;
        }
    }
    void everyEventStandsInOneLane() {
        QFETCH(int, grouping);
        const auto document = hardDocument(Hard::Anything, 500, 21);
        const Lanes lanes = lanesOf(*document, {}, static_cast<LaneGrouping>(grouping));
        std::vector<int> seen(document->eventCount());
        for (const Lane &lane : lanes.lanes) {
            QVERIFY(lane.events.size() > 0);
            for (const EventIndex event : eventsOf(lane)) {
                ++seen[event];
                QCOMPARE(lanes.laneOf({*document, scale}, event),
                         std::optional<std::size_t>(&lane - lanes.lanes.data()));
            }
        }
        QCOMPARE(std::ranges::count(seen, 1), std::ssize(seen));
        QCOMPARE(lanes.eventCount, document->eventCount());
        QCOMPARE(lanes.placementCount, std::size_t{document->eventCount()});
    }
};

QTEST_APPLESS_MAIN(LanesTest)
#include "lanes_test.moc"
