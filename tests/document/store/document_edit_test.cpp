// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/event_edit.h"
#include "document/saved_bytes.h"
#include "document/search/filter.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

class DocumentEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneFieldIsOneLine() {
        const QByteArray file = "{\n  \"title\": \"T\",\n  \"events\": [\n    {\n      \"id\": \"a\",\n      "
                                "\"title\": \"A\",\n      \"date\": \"2020\"\n    }\n  ]\n}\n";
        const auto document = read(file);
        const EditedText text = EventEdit::set(document->eventText(0), u"title"_s, u"B"_s);
        const DocumentEdit inverse = document->apply({{{0, *text}}, {}});
        QCOMPARE(savedBytes(*document), QByteArray(file).replace("\"A\"", "\"B\""));
        QCOMPARE(document->eventTitle(0), u"B"_s);
        QCOMPARE(document->findEvent(u"a"_s), std::optional<EventIndex>(0));
        document->apply(inverse);
        QVERIFY(document->changes().empty());
        QCOMPARE(savedBytes(*document), file);
    }

    void eventsComeAndGo_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QList<int>>("deleted");
        QTest::addColumn<int>("after"); // -2: nothing is added
        QTest::addColumn<QByteArray>("expected");
        const QByteArray three =
            "[\n  {\"title\":\"A\",\"date\":\"1\"},\n  7,\n  {\"title\":\"B\",\"date\":\"2000\"},\n"
            "  {\"title\":\"C\",\"date\":\"2001\"}\n]";
        const QByteArray lines = QByteArray(three).replace("\"1\"", "\"1999\"");
        const auto a = "  {\"title\":\"A\",\"date\":\"1999\"}";
        const auto b = "  {\"title\":\"B\",\"date\":\"2000\"}";
        const auto c = "  {\"title\":\"C\",\"date\":\"2001\"}";
        const auto n = "  {\"title\":\"N\",\"date\":\"2024\"}";
        const auto of = [](const QByteArrayList &parts) { return "[\n" + parts.join(",\n") + "\n]"; };
        QTest::newRow("first") << lines << QList{0} << -2 << of({"  7", b, c});
        QTest::newRow("middle") << lines << QList{1} << -2 << of({a, "  7", c});
        QTest::newRow("last") << lines << QList{2} << -2 << of({a, "  7", b});
        QTest::newRow("last two") << lines << QList{2, 1} << -2 << of({a, "  7"});
        QTest::newRow("all") << lines << QList{2, 1, 0} << -2 << of({"  7"});
        QTest::newRow("new in front") << lines << QList<int>{} << -1 << of({n, a, "  7", b, c});
        QTest::newRow("new after the first") << lines << QList<int>{} << 0 << of({a, n, "  7", b, c});
        QTest::newRow("new at the end") << lines << QList<int>{} << 2 << of({a, "  7", b, c, n});
        QTest::newRow("new instead of the first") << lines << QList{0} << 0 << of({n, "  7", b, c});
        QTest::newRow("new instead of the last") << lines << QList{2} << 2 << of({a, "  7", b, n});
        QTest::newRow("new, in front, first gone") << lines << QList{0} << -1 << of({n, "  7", b, c});
        QTest::newRow("only one goes")
            << QByteArray("[ {\"title\":\"A\",\"date\":\"1999\"} ]") << QList{0} << -2 << QByteArray("[]");
        QTest::newRow("only one is replaced")
            << QByteArray("[ {\"title\":\"A\",\"date\":\"1999\"} ]") << QList{0} << 0
            << QByteArray("[ {\"title\":\"N\",\"date\":\"2024\"} ]");
        QTest::newRow("into nothing") << QByteArray("{\"events\": []}") << QList<int>{} << -1
                                      << QByteArray("{\"events\": [{\"title\":\"N\",\"date\":\"2024\"}]}");
        QTest::newRow("into nothing, lines")
            << QByteArray("{\n  \"events\": []\n}") << QList<int>{} << -1
            << QByteArray("{\n  \"events\": [\n    {\"title\":\"N\",\"date\":\"2024\"}\n  ]\n}");
    }
    void eventsComeAndGo() {
        QFETCH(QByteArray, file);
        QFETCH(QList<int>, deleted);
        QFETCH(int, after);
        QFETCH(QByteArray, expected);
        const auto document = read(file);
        std::vector<DocumentEdit> inverses;
        if (after > -2) {
            const EventIndex place =
                document->addPlace(after < 0 ? std::nullopt : std::optional(static_cast<EventIndex>(after)));
            inverses.push_back(document->apply({{{place, "{\"title\":\"N\",\"date\":\"2024\"}"}}, {}}));
        }
        for (const int event : deleted) {
            inverses.push_back(document->apply({{{static_cast<EventIndex>(event), {}}}, {}}));
        }
        QCOMPARE(savedBytes(*document), expected);
        while (!inverses.empty()) {
            document->apply(inverses.back());
            inverses.pop_back();
        }
        QCOMPARE(savedBytes(*document), file);
    }

    void headIsEdited() {
        const QByteArray file =
            "{\n  \"title\": \"T\",\n  \"events\": [\n    {\"title\": \"A\", \"date\": \"2020\", "
            "\"category\": \"c\"}\n  ]\n}\n";
        const auto document = read(file);
        DocumentEdit edit;
        edit.head = *EventEdit::setInHead(document->head(), u"title"_s, u"U"_s);
        edit.head =
            *EventEdit::setInHead(*edit.head, u"categories"_s, QJsonArray{QJsonObject{{u"id"_s, u"d"_s}}});
        const DocumentEdit inverse = document->apply(edit);
        QCOMPARE(document->title(), u"U"_s);
        QCOMPARE(document->categories().size(), std::size_t{2});
        QCOMPARE(document->categories()[document->category(0)].id, u"c"_s);
        QCOMPARE(document->findings().size(), std::size_t{1}); // "c" is not declared now
        QCOMPARE(savedBytes(*document),
                 QByteArray(file).replace("\"T\",", "\"U\",\n  \"categories\": [{\"id\": \"d\"}],"));
        document->apply(inverse);
        QCOMPARE(savedBytes(*document), file);
        QVERIFY(document->findings().empty());
        QCOMPARE(document->categories().size(), std::size_t{1});
    }

    void parentsFollowEditsOfTheHead() {
        const QByteArray file =
            "{\"categories\": [{\"id\": \"a\", \"parent\": \"b\"}, {\"id\": \"b\", "
            "\"parent\": \"a\"}], \"events\": [{\"title\": \"A\", \"date\": \"2020\", "
            "\"category\": \"b\"}, {\"title\": \"B\", \"date\": \"2020\", \"category\": \"c\"}]}";
        const auto document = read(file);
        const auto told = [&](FindingCode code) {
            return std::ranges::count(document->findings(), code, &Finding::code);
        };
        QCOMPARE(told(FindingCode::CircleOfParents), 1);
        QCOMPARE(document->categories()[0].parentAt, noCategory);
        QCOMPARE(document->categories()[1].parentAt, CategoryIndex{0});
        DocumentEdit edit;
        edit.head =
            document->head().replace(", \"parent\": \"a\"", "").replace("\"id\": \"a\"", "\"id\": \"x\"");
        const DocumentEdit inverse = document->apply(edit);
        QCOMPARE(told(FindingCode::CircleOfParents), 0);
        QCOMPARE(document->categories()[0].parentAt, CategoryIndex{1});
        QCOMPARE(document->categories()[1].parent, QString());
        edit.head = edit.head->replace("\"parent\": \"b\"", "\"parent\": \"c\"");
        document->apply(edit); // "c" is made for an event, but not declared
        QCOMPARE(told(FindingCode::UndeclaredParent), 1);
        QCOMPARE(document->categories()[0].parentAt, noCategory);
        document->apply(inverse);
        QCOMPARE(told(FindingCode::CircleOfParents), 1);
        QCOMPARE(savedBytes(*document), file);
    }

    /// Whatever was edited, taken back and made again: those that the file would have, read anew.
    void presentCategoriesAreThoseOfAFreshFile() {
        const auto document = read("{\"categories\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"events\": ["
                                   "{\"title\": \"1\", \"date\": \"2020\", \"category\": \"x\"},"
                                   "{\"title\": \"2\", \"date\": \"2020\", \"category\": \"a\"},"
                                   "{\"title\": \"3\", \"date\": \"2020\"}]}");
        const auto idsOf = [](const Document &one) {
            QStringList ids;
            for (const CategoryIndex index : one.presentCategories()) {
                ids += one.categories()[index].id;
            }
            ids.sort();
            return ids.join(u',');
        };
        const auto isAsFresh = [&] { return idsOf(*document) == idsOf(*read(savedBytes(*document))); };
        QCOMPARE(idsOf(*document), u",a,b,x"_s);
        const QByteArray without = "{\"title\": \"1\", \"date\": \"2020\", \"category\": \"y\"}";
        DocumentEdit noneDeclared;
        noneDeclared.head = *EventEdit::setInHead(document->head(), u"categories"_s, QJsonArray());
        const std::vector<std::pair<DocumentEdit, QString>> edits = {
            {{{{0, without}}, {}}, u",a,b,y"_s}, // the last event of an undeclared one went
            {{{{2, {}}}, {}}, u"a,b,y"_s},       {noneDeclared, u"a,y"_s},
            {{{{1, {}}}, {}}, u"y"_s},           {{{{0, {}}}, {}}, QString()},
        };
        std::vector<DocumentEdit> back;
        for (const auto &[edit, expected] : edits) {
            back.push_back(document->apply(edit));
            QCOMPARE(idsOf(*document), expected);
            QVERIFY(isAsFresh());
        }
        for (auto edit = back.rbegin(); edit != back.rend(); ++edit) {
            document->apply(*edit);
            QVERIFY(isAsFresh());
        }
        QCOMPARE(idsOf(*document), u",a,b,x"_s);
    }

    void searchFindsWhatWasEdited() {
        const auto document =
            read("[{\"title\":\"apple\",\"date\":\"2020\"},{\"title\":\"pear\",\"date\":\"2020\"},"
                 "{\"title\":\"apple\",\"date\":\"2020\"}]");
        document->apply(
            {{{0, "{\"title\":\"pear\",\"date\":\"2020\"}"}, {1, "{\"title\":\"apple\",\"date\":\"2020\"}"}},
             {}});
        document->apply({{{2, {}}}, {}});
        const QBitArray shown = Filter(u"apple"_s).apply(*document);
        QCOMPARE(shown.size(), 3);
        QVERIFY(!shown.testBit(0) && shown.testBit(1) && !shown.testBit(2));
        const QBitArray all = Filter().apply(*document);
        QVERIFY(all.testBit(0) && all.testBit(1) && !all.testBit(2));
    }
};

QTEST_APPLESS_MAIN(DocumentEditTest)
#include "document_edit_test.moc"
