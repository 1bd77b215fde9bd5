// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/edit/new_events.h"
#include "widgets/editor_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace timeline;
using namespace Qt::StringLiterals;

class EditorInsertionTest : public EditorFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { undoAndRedo(); }

    void addsWhereTheDateBelongs_data() {
        QTest::addColumn<QString>("date");
        QTest::addColumn<int>("place");
        QTest::newRow("first") << u"1999"_s << 0;
        QTest::newRow("middle") << u"2001-05"_s << 1;
        QTest::newRow("after one of its date") << u"2002"_s << 2;
        QTest::newRow("last") << u"2010"_s << 3;
    }
    void addsWhereTheDateBelongs() {
        QFETCH(QString, date);
        QFETCH(int, place);
        const auto added = m_editor->add({{u"title"_s, u"new"_s}, {u"date"_s, date}});
        QVERIFY(added.has_value());
        QCOMPARE(title(*added), u"new"_s);
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{*added});
        QCOMPARE(steps().count(), 1);
        // Written in lines of its own, like its neighbours.
        const QByteArray text =
            "{\n      \"title\": \"new\",\n      \"date\": \"" + date.toUtf8() + "\"\n    }";
        QByteArrayList events{eventOne, eventTwo, eventThree};
        events.insert(place, text);
        QCOMPARE(saved(), fileOf(events));
    }

    void addsAtTheEndWithoutAnOrder() {
        const QByteArray unsorted =
            "[{\"title\":\"B\",\"date\":\"2005\"},{\"title\":\"A\",\"date\":\"2001\"}]";
        show(unsorted);
        m_editor->add({{u"title"_s, u"new"_s}, {u"date"_s, u"2003"_s}});
        QCOMPARE(saved(), unsorted.chopped(1) + ",{\"title\":\"new\",\"date\":\"2003\"}]");
    }

    void addsToNothing() {
        show("{\"events\": []}");
        QCOMPARE(m_editor->add({{u"title"_s, u"new"_s}, {u"date"_s, u"2003"_s}}),
                 std::optional<EventIndex>(0));
        QCOMPARE(documentOf(saved())->eventTitle(0), u"new"_s);
        QCOMPARE(m_workspace->events()->rowCount(), 1);
    }

    void removes() {
        m_editor->remove({1});
        QCOMPARE(saved(), fileOf({eventOne, eventThree}));
        QVERIFY(steps().undoText().contains(u"Two"_s));
        m_editor->remove({0, 2});
        QCOMPARE(documentOf(saved())->eventCount(), 0U);
        QVERIFY(steps().undoText().contains(u'2'));
        QCOMPARE(steps().count(), 2);
        m_editor->remove({});
        QCOMPARE(steps().count(), 2);
        steps().undo();
        steps().undo();
        QCOMPARE(titles(*m_workspace->events()), QStringList({u"One"_s, u"Two"_s, u"Three"_s}));
    }

    void duplicatesWithAFreeId() {
        m_editor->duplicate({0, 2});
        const QByteArray copy = QByteArray(eventOne).replace("\"one\"", "\"one-2\"");
        QCOMPARE(saved(), fileOf({eventOne, eventTwo, eventThree, copy, eventThree}));
        QCOMPARE(steps().count(), 1);
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{3, 4}));
        m_editor->duplicate({0});
        QCOMPARE(document().details(5).id, u"one-3"_s);
    }

    void whatWasCopiedIsPasted() {
        const QByteArray both = copied(document(), {0, 2});
        const QJsonArray array = QJsonDocument::fromJson(both).array();
        QCOMPARE(array.size(), 2);
        QVERIFY(both.contains(eventOne) && both.contains(eventThree));
        m_editor->paste(both);
        QCOMPARE(saved(), fileOf({eventOne, QByteArray(eventOne).replace("\"one\"", "\"one-2\""), eventTwo,
                                  eventThree, eventThree}));
        QCOMPARE(steps().count(), 1);
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{3, 4}));
    }

    void pastes_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("pasted");
        const QByteArray a = "{\"title\": \"A\", \"date\": \"2000\", \"id\": \"x\"}";
        const QByteArray b = "{\"title\": \"B\", \"date\": \"2002-05\", \"id\": \"x\"}";
        const QStringList both{u"A x"_s, u"B x-2"_s}; // an id of its own for each
        QTest::newRow("an array") << "[" + a + "," + b + "]" << both;
        QTest::newRow("a file") << "{\"title\": \"F\", \"events\": [" + a + "," + b + "]}" << both;
        QTest::newRow("one event") << "\n" + a + "\n" << QStringList(u"A x"_s);
        QTest::newRow("part of a list") << a + ",\n" + b << both;
        QTest::newRow("a comma behind") << "  " + a + ",\n  " + b + ",\n" << both;
        QTest::newRow("a comma in front") << ", " + a << QStringList(u"A x"_s);
        QTest::newRow("commas around") << "," + a + "," << QStringList(u"A x"_s);
        QTest::newRow("nothing") << QByteArray() << QStringList();
        QTest::newRow("text") << QByteArray("no events") << QStringList();
        QTest::newRow("cut") << a.chopped(1) << QStringList();
        QTest::newRow("an empty list") << QByteArray("[]") << QStringList();
        QTest::newRow("other JSON") << QByteArray("{\"name\": 7}") << QStringList();
        QTest::newRow("no date") << QByteArray("[{\"title\": \"A\", \"id\": \"x\"}]")
                                 << QStringList(u"A x"_s);
        QTest::newRow("a comma") << QByteArray(",") << QStringList();
    }
    void pastes() {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, pasted);
        m_editor->paste(json);
        if (pasted.isEmpty()) {
            QVERIFY(wasRefused());
            return;
        }
        QVERIFY(m_refused->isEmpty());
        QCOMPARE(steps().count(), 1);
        QStringList found;
        for (EventIndex event = 3; event < document().eventCount(); ++event) {
            found += title(event) + u' ' + document().details(event).id;
        }
        QCOMPARE(found, pasted);
    }

    /// What is pasted brings what it names, under another id where that means something else.
    void whatIsPastedBringsItsOwn_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("into");
        QTest::addColumn<QByteArray>("head"); // the lists of the file then
        QTest::addColumn<QString>("names");   // of the pasted event
        const auto from = [](const QByteArray &lists, const QByteArray &names) {
            return "{" + lists + R"(, "events": [{"title": "P", "date": "2000", )" + names + "}]}";
        };
        const auto into = [](const QByteArray &lists, const QByteArray &names = {}) {
            return "{" + lists + R"("events": [{"title": "T", "date": "2001")" + names + "}]}";
        };
        const QByteArray money = R"("categories": [{"id": "m", "title": "Payments", "x-n": 1.50}])";
        const QByteArray ledger = R"("sources": [{"id": "s", "title": "Ledger"}])";
        const QByteArray inM = R"("category": "m")";
        const QByteArray ofS = R"("sources": ["s", "lost"])";
        QTest::newRow("nothing is there") << from(money + "," + ledger, inM + "," + ofS) << into("")
                                          << money + ", " + ledger << u"m s,lost"_s;
        QTest::newRow("what is not named stays")
            << from(money + "," + ledger, ofS) << into("") << ledger << u" s,lost"_s;
        QTest::newRow("the same is there")
            << from(money, inM) << into(R"("categories": [{"title": "Payments", "x-n":1.5, "id":"m"}], )")
            << QByteArray(R"("categories": [{"title": "Payments", "x-n":1.5, "id":"m"}])") << u"m "_s;
        QTest::newRow("another is there")
            << from(ledger, ofS) << into(R"("sources": [{"id": "s", "title": "Letters"}], )")
            << QByteArray(R"("sources": [{"id": "s", "title": "Letters"}, {"id": "s-2", "title": "Ledger"}])")
            << u" s-2,lost"_s;
        QTest::newRow("it was brought before")
            << from(ledger, ofS) << into(R"("sources": [{"id": "s"}, {"id": "s-2", "title": "Ledger"}], )")
            << QByteArray(R"("sources": [{"id": "s"}, {"id": "s-2", "title": "Ledger"}])") << u" s-2,lost"_s;
        QTest::newRow("events there name it, undeclared")
            << from(ledger, ofS) << into("", R"(, "sources": ["s"])")
            << QByteArray(R"("sources": [{"id": "s-2", "title": "Ledger"}])") << u" s-2,lost"_s;
        QTest::newRow("events there have undeclared categories")
            << from(money, inM) << into("", R"(, "category": "m")")
            << QByteArray(R"("categories": [{"id": "m"}, {"id": "m-2", "title": "Payments", "x-n": 1.50}])")
            << u"m-2 "_s;
        QTest::newRow("undeclared it means what it means there")
            << QByteArray(R"([{"title": "P", "date": "2000", "category": "m"}])") << into(money + ", ")
            << money << u"m "_s;
        QTest::newRow("a source that stands in the event")
            << from(ledger, R"("sources": [{"id": "s", "page": 4}, {"title": "s"}])")
            << into(R"("sources": [{"id": "s", "title": "Letters"}], )")
            << QByteArray(R"("sources": [{"id": "s", "title": "Letters"}, {"id": "s-2", "title": "Ledger"}])")
            << u" s-2,s"_s;
        QTest::newRow("a number that means something else there")
            << from(R"("sources": [{"id": 7, "title": "Ledger"}])", R"("sources": [7])")
            << into(R"("sources": [{"id": "7", "title": "Letters"}], )")
            << QByteArray(R"("sources": [{"id": "7", "title": "Letters"}, {"id": "7-2", "title": "Ledger"}])")
            << u" 7-2"_s;
        QTest::newRow("the first of two with one id")
            << from(R"("sources": [{"id": "s", "title": "A"}, {"id": "s", "title": "B"}])", ofS) << into("")
            << QByteArray(R"("sources": [{"id": "s", "title": "A"}])") << u" s,lost"_s;
    }
    void whatIsPastedBringsItsOwn() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, into);
        QFETCH(QByteArray, head);
        QFETCH(QString, names);
        show(into);
        const FindingList before = document().findings();
        m_editor->paste(from);
        QVERIFY(m_refused->isEmpty());
        QCOMPARE(steps().count(), 1);
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{1});
        const EventDetails pasted = document().details(1);
        QCOMPARE(pasted.category + u' ' + pasted.sources.join(u','), names);
        const QByteArray now = document().head();
        QVERIFY2(head.isEmpty() || now.startsWith("{" + head + ", \"events\": []"), now);
        // What was fine is fine.
        const auto others = std::ranges::count_if(
            document().findings(), [](const Finding &finding) { return finding.event != EventIndex{1}; });
        QCOMPARE(others, static_cast<std::ptrdiff_t>(before.size()));
    }

    void aListThatIsNoneIsNotAddedTo() {
        show(R"({"sources": "none", "events": []})");
        m_editor->paste(R"({"sources": [{"id": "s"}], "events": [{"title": "P", "date": "2000",
                           "sources": ["s"]}]})");
        QVERIFY(wasRefused());
    }

    void copiedEventsTakeAlongWhatTheyName() {
        const QByteArray lists = R"("categories": [{"id": "a", "title": "A", "x": 1.50}, {"id": "b"}],
            "sources": [{"id": "s", "title": "S"}, {"id": "t"}])";
        show("{" + lists + R"(, "events": [{"title": "P", "date": "2000", "category": "a", "sources": ["s"]},
            {"title": "Q", "date": "2001"}]})");
        const QByteArray both = copied(document(), {0, 1});
        QVERIFY(both.contains(R"({"id": "a", "title": "A", "x": 1.50})") &&
                both.contains(R"("title": "S"})"));
        QVERIFY(!both.contains(R"({"id": "b"})") && !both.contains(R"({"id": "t"})"));
        const ReadResult read = readDocument(both);
        QVERIFY(read.document && read.findings.empty());
        QCOMPARE(read.document->eventCount(), EventIndex{2});
        QVERIFY(copied(document(), {1}).startsWith("["));
    }

    /// Of two with one id links mean the first, pasted as well.
    void linksAmongPastedOnesLeadToTheFirst() {
        m_editor->paste(R"([{"title": "P", "date": "1990", "id": "p"}, {"title": "Q", "date": "1991",
            "id": "p"}, {"title": "R", "date": "1992", "id": "one", "links": [{"to": "p"}, {"to": "one"}]}])");
        QCOMPARE(document().details(4).id, u"p-2"_s);
        QCOMPARE(document().details(5).links.front().to, u"p"_s);
        QCOMPARE(document().details(5).links.back().to, document().details(5).id);
    }
};

QTEST_GUILESS_MAIN(EditorInsertionTest)
#include "editor_insertion_test.moc"
