// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/edit/kind_mending.h"
#include "widgets/editor_fixture.h"

using namespace timeline;
using namespace Qt::StringLiterals;

/// All problems of a kind are mended in one step, and every other byte stays.
class EditorMendingTest : public EditorFixture {
    Q_OBJECT

    std::vector<KindMend> waysOf(const QString &kind) const {
        for (const FindingGroup &group : groupedByKind(document().findings())) {
            if (group.kind.sentence() == kind) {
                return mayBeMended(group.kind) ? mendsOf(m_workspace->document(), group)
                                               : std::vector<KindMend>();
            }
        }
        qWarning("there is no such kind");
        return {};
    }
    QString kinds() const {
        QStringList all;
        for (const FindingGroup &group : groupedByKind(document().findings())) {
            all += group.kind.sentence();
        }
        return all.join(" | "_L1);
    }
    void mend(const KindMend &way) { m_editor->mend(way.edit({}), way.title); }

private Q_SLOTS:
    void init() { makeOne(); }

    void mends_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("way");
        QTest::addColumn<int>("count");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const QByteArray &before, const char *kind, const char *way,
                            int count, const QByteArray &after) {
            QTest::newRow(name) << before << QString::fromUtf8(kind) << QString::fromUtf8(way) << count
                                << after;
        };
        const char *share = "\"importance\" is not a number from 0 to 1";
        // One on a scale to 10 is little; who has none stays without.
        row("scale of 10",
            "[{\"title\":\"a\",\"date\":\"2001\",\"importance\":7},\n {\"title\":\"b\", \"date\":\"2002\", "
            "\"importance\": 1},{\"importance\":10.0,\"title\":\"c\",\"date\":\"2003\"} ,{\"title\":\"d\","
            "\"date\":\"2004\"}]\n",
            share, "Divide by 10", 2,
            "[{\"title\":\"a\",\"date\":\"2001\",\"importance\":0.7},\n {\"title\":\"b\", \"date\":\"2002\", "
            "\"importance\": 0.1},{\"importance\":1,\"title\":\"c\",\"date\":\"2003\"} ,{\"title\":\"d\","
            "\"date\":\"2004\"}]\n");
        row("beside shares",
            R"([{"title":"a","date":"2001","importance":33},{"title":"b","date":"2002","importance":0.3},
                {"title":"c","date":"2003","importance":1}])",
            share, "Divide by 100", 1,
            R"([{"title":"a","date":"2001","importance":0.33},{"title":"b","date":"2002","importance":0.3},
                {"title":"c","date":"2003","importance":1}])");
        row("by the largest",
            R"([{"title":"a","date":"2001","importance":200},{"title":"b","date":"2002","importance":-50}])",
            share, "Divide by 200, the largest", 1,
            R"([{"title":"a","date":"2001","importance":1},{"title":"b","date":"2002","importance":-50}])");
        row("limits",
            R"([{"title":"a","date":"2001","importance":1.2},{"title":"b","date":"2002","importance":-5e0}])",
            share, "Make them 0 or 1", 2,
            R"([{"title":"a","date":"2001","importance":1},{"title":"b","date":"2002","importance":0}])");
        row("numbers in quotes",
            R"([{"title":"a","date":"2001","importance":"0.70"},{"title":"b","date":"2002","importance":"high"},
                {"title":"c","date":"2003","importance":"0,25"}])",
            "\"importance\" is not a number", "Write them as numbers", 2,
            R"([{"title":"a","date":"2001","importance":0.7},{"title":"b","date":"2002","importance":"high"},
                {"title":"c","date":"2003","importance":0.25}])");
        row("figures in quotes",
            R"([{"title":"a","date":"2001","measures":[{"name":"x","value":"10"},{"name":"y","value":"1e3"}]}])",
            "\"value\" is not a number", "Write them as numbers", 2,
            R"([{"title":"a","date":"2001","measures":[{"name":"x","value":10},{"name":"y","value":1000}]}])");
        row("texts that are numbers", R"([{"title":"a","date":"2001","attribution": 1.50}])",
            "\"attribution\" is not a string", "Write them as text", 1,
            R"([{"title":"a","date":"2001","attribution": "1.50"}])");
        row("a title that is a number", R"([{"title":1984,"date":"1949"}])",
            "\"title\" is not a string with at least one visible character", "Write them as text", 1,
            R"([{"title":"1984","date":"1949"}])");
        row("lists of one",
            R"([{"title":"a","date":"2001","tags":"x y"},{"title":"b","date":"2002","tags":"x, y"},
                {"title":"c","date":"2003","tags":" "}])",
            "\"tags\" is not an array", "Make each a list", 1,
            R"([{"title":"a","date":"2001","tags":["x y"]},{"title":"b","date":"2002","tags":"x, y"},
                {"title":"c","date":"2003","tags":" "}])");
        row("dates",
            R"({"events":[{"title":"a","date":"March 2021","x":1e0},{"title":"z","date":"2000"},
                {"title":"b","date":"03/04/2024"},{"id":"c","title":"c","date":"2024/2022"},{"title":"d","date":"5/1999"}]})",
            "\"date\" cannot be read as a date", "Write them as dates", 3,
            R"({"events":[{"title":"a","date":"2021-03","x":1e0},{"title":"z","date":"2000"},
                {"title":"b","date":"03/04/2024"},{"id":"c","title":"c","date":"2022/2024"},{"title":"d","date":"1999-05"}]})");
        row("dates that may mean several things stay",
            R"([{"title":"a","date":"c.1830-40"},{"title":"b","date":"1791-2"},{"title":"c","date":"1824/5"},
                {"title":"d","date":"late 1920s"},{"title":"e","date":"BEF 1724"}])",
            "\"date\" cannot be read as a date", "Write them as dates", 2,
            R"([{"title":"a","date":"1830~/1840~"},{"title":"b","date":"1791-2"},{"title":"c","date":"1824/5"},
                {"title":"d","date":"late 1920s"},{"title":"e","date":"[..1723]"}])");
        row("years and the next",
            R"([{"title":"a","date": "1920-21"},{"title":"b","start":"1939-40","end":"1941"},{"title":"c","date":"2001"},
                {"title":"d","date":"1940\u002d41"}])",
            "\"date\" is a season or the like of one year, and looks like two years",
            "Write them as two years", 2,
            R"([{"title":"a","date": "1920/1921"},{"title":"b","start":"1939-40","end":"1941"},{"title":"c","date":"2001"},
                {"title":"d","date":"1940/1941"}])");
        row("starts",
            R"([{"title":"a","start":"March 2021","end":"2022"},{"title":"b","start":"March 2021","end":"2020"}])",
            "\"start\" cannot be read as a date", "Write them as dates", 2,
            R"([{"title":"a","start":"2021-03","end":"2022"},{"title":"b","start":"2021-03","end":"2020"}])");
        row("ends",
            R"([{"title":"a","start":"2020","end":"March 2021"},{"title":"b","start":"2022","end":"March 2021"}])",
            "\"end\" cannot be read as a date", "Write them as dates", 2,
            R"([{"title":"a","start":"2020","end":"2021-03"},{"title":"b","start":"2022","end":"2021-03"}])");
        row("days as numbers", R"([{"title":"a","date":20240301}])",
            "\"date\" is not a year from -9999 to 9999, or a date in quotes such as \"2024-03-01\"",
            "Write them as dates", 1, R"([{"title":"a","date":"2024-03-01"}])");
        row("swapped ends", R"([{"title":"a","end":1999, "start":"2001-05"}])", "\"end\" is before \"start\"",
            "Swap start and end", 1, R"([{"title":"a","end":"2001-05", "start":1999}])");
        row("categories",
            R"({"categories": [
  {"id": "a", "title": "A"}
], "events": [{"title":"x","date":"2001","category":"b"},{"title":"y","date":"2002","category":"c d"},
  {"title":"z","date":"2003","category":"b"}]})",
            "\"category\" is not declared in \"categories\"", "Declare them", 3,
            R"({"categories": [
  {"id": "a", "title": "A"},
  {"id": "b", "title": "b"},
  {"id": "c d", "title": "c d"}
], "events": [{"title":"x","date":"2001","category":"b"},{"title":"y","date":"2002","category":"c d"},
  {"title":"z","date":"2003","category":"b"}]})");
        row("categories that are declared",
            R"({"categories": [{"id": "market", "title": "The Market"}], "events": [
 {"title":"x","date":"2001","category":"Market "},{"title":"y","date":"2002","category":"the  market"},
 {"title":"z","date":"2003","category":"b"}]})",
            "\"category\" is not declared in \"categories\"", "Use the declared ones", 2,
            R"({"categories": [{"id": "market", "title": "The Market"}], "events": [
 {"title":"x","date":"2001","category":"market"},{"title":"y","date":"2002","category":"market"},
 {"title":"z","date":"2003","category":"b"}]})");
        row("sources", R"({"events": [{"title":"x","date":"2001","sources":["b", "c", 7]}]})",
            "a source is not declared in \"sources\"", "Declare them", 3,
            R"({"sources": [{"id": "b", "title": "b"}, {"id": "c", "title": "c"}, {"id": "7", "title": "7"}], "events": [{"title":"x","date":"2001","sources":["b", "c", 7]}]})");
        row("statuses",
            R"([{"title":"a","date":"2001","status":"Confirmed "},{"title":"b","date":"2002","status":"sure"},
                {"title":"c","date":"2003","status":"canceled"}])",
            "\"status\" is a word of this file's own, which is drawn as claimed",
            "Write them as the format does", 2,
            R"([{"title":"a","date":"2001","status":"confirmed"},{"title":"b","date":"2002","status":"sure"},
                {"title":"c","date":"2003","status":"cancelled"}])");
        row("hidden characters",
            "[{\"title\":\"a\\u202eb\xE2\x80\xAE\\u00e9\xC3\xA9\\n\\\"c\",\"date\":\"2001\"}]",
            "\"title\" has control characters, which are not seen", "Take the characters out", 1,
            "[{\"title\":\"ab\\u00e9\xC3\xA9 \\\"c\",\"date\":\"2001\"}]");
        row("blanks at the ends",
            "[{\"title\":\" a\\u200bb\xC2\xA0"
            "c\\u0020 \",\"date\":\"2001\"}]",
            "\"title\" begins or ends with a blank, which is not seen", "Take the characters out", 1,
            "[{\"title\":\"ab\xC2\xA0"
            "c\",\"date\":\"2001\"}]");
        row("characters without width",
            "[{\"title\":\"t\",\"date\":\"2001\",\"tags\":[\"x\",\"a\\udb40\\udd01b\\u200d\","
            "\"\xD0\xB0x\\u200b\"]}]",
            "\"tags\" has characters that take no room", "Take the characters out", 2,
            "[{\"title\":\"t\",\"date\":\"2001\",\"tags\":[\"x\",\"ab\",\"\xD0\xB0x\"]}]");
        row("no-break spaces",
            "[{\"title\":\"t\",\"date\":\"2001\",\"attribution\":\"M.\xC2\xA0Roux\xC2\xA0"
            "et\\u00a0al\"}]",
            "\"attribution\" has other blanks than the common one, or several, between words",
            "Take the characters out", 1,
            "[{\"title\":\"t\",\"date\":\"2001\",\"attribution\":\"M.\xC2\xA0Roux et al\"}]");
        row("blanks", "[{\"title\":\"a  b\\u202fc\u2007 d\\te\",\"date\":\"2001\"}]",
            "\"title\" has other blanks than the common one, or several, between words",
            "Take the characters out", 1, "[{\"title\":\"a b c d e\",\"date\":\"2001\"}]");
        row("repeated keys", R"([{"title":"a","date":"2001", "x" : 1,"title":"b" , "x":{"y":1, "y":2}}])",
            "a key occurs twice in an object; the first is used", "Take the second away", 3,
            R"([{"title":"a","date":"2001", "x" : 1}])");
        row("repeated ids",
            R"([{"id":"a","title":"1","date":"2001"},{"id":"a","title":"2","date":"2002"},{"id":"a-2","title":"3","date":"2003"},
                {"id":"a","title":"4","date":"2004","links":[{"to":"a"}]},{"id":7,"title":"5","date":"2005"},{"id":"7","title":"6","date":"2006"}])",
            "an id is that of another event", "Give the later ones ids of their own", 3,
            R"([{"id":"a","title":"1","date":"2001"},{"id":"a-3","title":"2","date":"2002"},{"id":"a-2","title":"3","date":"2003"},
                {"id":"a-4","title":"4","date":"2004","links":[{"to":"a"}]},{"id":7,"title":"5","date":"2005"},{"id":"7-2","title":"6","date":"2006"}])");
    }
    void mends() {
        QFETCH(QByteArray, before);
        QFETCH(QString, kind);
        QFETCH(QString, way);
        QFETCH(int, count);
        QFETCH(QByteArray, after);
        show(before);
        const std::vector<KindMend> ways = waysOf(kind);
        const auto found = std::ranges::find(ways, way, &KindMend::title);
        QVERIFY2(found != ways.end(), qPrintable(kinds()));
        QCOMPARE(found->count, static_cast<std::size_t>(count));
        QVERIFY(!found->told.isEmpty());
        mend(*found);
        QTRY_VERIFY(m_workspace->canEdit());
        QCOMPARE(saved(), after);
        QCOMPARE(steps().count(), 1);
        const auto left = groupedByKind(document().findings());
        const auto same = std::ranges::find_if(
            left, [&](const FindingGroup &group) { return group.kind.sentence() == kind; });
        const auto read = documentOf(saved());
        QCOMPARE(document().findings().size(), read->findings().size());
        QVERIFY(same == left.end() || found->count < same->findings.size() + found->count);
        steps().undo();
        QVERIFY(document().changes().empty());
        steps().redo();
        QCOMPARE(saved(), after);
    }

    void offersNothingThatIsNotSure_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *name, const char *before, const char *kind) {
            QTest::newRow(name) << QByteArray(before) << QString::fromUtf8(kind);
        };
        row("day or month", R"([{"title":"a","date":"03/04/2024"}])", "\"date\" cannot be read as a date");
        row("in the head", R"({"title":5,"events":[]})",
            "\"title\" is not a string with at least one visible character");
        row("words", R"([{"title":"a","date":"2001","importance":"high"}])",
            "\"importance\" is not a number");
        row("own words", R"([{"title":"a","date":"2001","status":"sure"}])",
            "\"status\" is a word of this file's own, which is drawn as claimed");
        row("lost links", R"([{"title":"a","date":"2001","links":[{"to":"x"}]}])",
            "a link leads to no event that is shown");
        row("no list", R"({"sources":5,"events":[{"title":"a","date":"2001","sources":["x"]}]})",
            "a source is not declared in \"sources\"");
        row("nothing else", "[{\"title\":\"\\u202e\",\"date\":\"2001\"}]",
            "\"title\" has control characters, which are not seen");
    }
    void offersNothingThatIsNotSure() {
        QFETCH(QByteArray, before);
        QFETCH(QString, kind);
        show(before);
        QVERIFY2(kinds().contains(kind), qPrintable(kinds()));
        QVERIFY(waysOf(kind).empty());
    }

    void knowsWhatWasEdited() {
        show(R"([{"title":"a","date":"2001","importance":7},{"title":"b","date":"2002","importance":8}])");
        m_editor->setField({1}, u"title"_s, u"a longer title"_s);
        const std::vector<KindMend> ways = waysOf(u"\"importance\" is not a number from 0 to 1"_s);
        QVERIFY(!ways.empty());
        QCOMPARE(ways.front().title, u"Divide by 10"_s);
        QCOMPARE(ways.front().count, std::size_t{2});
        mend(ways.front());
        QCOMPARE(
            saved(),
            QByteArray(
                R"([{"title":"a","date":"2001","importance":0.7},{"title":"a longer title","date":"2002","importance":0.8}])"));
        undoAndRedo();
    }

    void showsWhatBecomesOfValues() {
        show(R"([{"title":"a","date":"2001","importance":7},{"title":"b","date":"2002","importance":7},
                 {"title":"c","date":"2003","importance":2}])");
        const std::vector<KindMend> ways = waysOf(u"\"importance\" is not a number from 0 to 1"_s);
        const std::vector<std::pair<QString, QString>> samples = {{u"7"_s, u"0.7"_s}, {u"2"_s, u"0.2"_s}};
        QCOMPARE(ways.front().samples, samples);
    }

    void manyAreOneStep() {
        QByteArrayList events;
        for (int i = 0; i < 3000; ++i) { // more than one stretch
            events += "{\"id\":\"" + QByteArray::number(i) + "\",\"title\":\"t\",\"date\":\"March " +
                      QByteArray::number(1000 + i) + "\"}";
        }
        const QByteArray before = '[' + events.join(',') + ']';
        m_tester.reset(); // it looks at all rows for each that changes
        show(before);
        QCOMPARE(document().placedCount(), EventIndex{0});
        const std::vector<KindMend> ways = waysOf(u"\"date\" cannot be read as a date"_s);
        QCOMPARE(ways.size(), std::size_t{1});
        QCOMPARE(ways.front().count, std::size_t{3000});
        mend(ways.front());
        QTRY_COMPARE(document().placedCount(), EventIndex{3000});
        QVERIFY(document().findings().empty());
        QCOMPARE(steps().count(), 1);
        undoAndRedo();
    }

    void isRefusedWhereNothingMayBeEdited() {
        show(R"([{"title":"a","date":"2001","importance":7}])");
        const std::vector<KindMend> ways = waysOf(u"\"importance\" is not a number from 0 to 1"_s);
        m_editor->setReadOnly(u"no"_s);
        mend(ways.front());
        QVERIFY(wasRefused());
    }
};

QTEST_MAIN(EditorMendingTest)
#include "editor_mending_test.moc"
