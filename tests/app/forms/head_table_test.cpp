// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/head_fixture.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace timeline;
using namespace timeloom;

class HeadTableTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Fonts> m_fonts;
    std::unique_ptr<Workspace> m_workspace;

private Q_SLOTS:
    void init() {
        m_fonts = std::make_unique<Fonts>();
        m_workspace = std::make_unique<Workspace>(*m_fonts);
        m_workspace->setDocument(readDocument(file).document);
    }

    void keepsTheModelRules() {
        for (const QByteArray &array :
             {QByteArray(), QByteArray("[]"), json("[{'id': 'a'}, 5, {'id': 'b'}]")}) {
            RecordModel model(RecordKind::Series, *m_workspace);
            model.setRecords(array);
            const QAbstractItemModelTester tester(&model,
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
            const int rows = model.rowCount();
            QVERIFY(!model.isChanged());
            for (const QString &words : {u"add 0"_s, u"add 1"_s, u"set 0 0 z"_s, u"down 0"_s, u"up 1"_s,
                                         u"down 0"_s, u"remove 1"_s, u"remove 0"_s}) {
                QVERIFY2(change(model, words), qPrintable(words));
            }
            QCOMPARE(model.rowCount(), rows);
            QVERIFY(!model.isChanged());
            QVERIFY(!model.removeRow(rows) && !model.insertRow(rows + 1) &&
                    !model.moveRow({}, 0, {}, rows + 1));
            model.setReadOnly(true);
            QVERIFY(!model.insertRow(0));
        }
    }

    void onlyWhatChangesIsWritten_data() {
        QTest::addColumn<int>("list");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QStringList>("changes");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, RecordKind list, const char *before, const QStringList &changes,
                            const char *after) {
            QTest::newRow(name) << static_cast<int>(list) << json(before) << changes << json(after);
        };
        const char *three = "{'sources': [\n {'id': 'a', 'x': 1.50},\n {'x': 1e400, 'id': 'b'},\n {'id': "
                            "'c'}\n], 'events': []}";
        row("a cell", RecordKind::Source, three, {u"set 1 1 Bee"_s},
            "{'sources': [\n {'id': 'a', 'x': 1.50},\n {'x': 1e400, 'id': 'b', 'title': 'Bee'},\n {'id': "
            "'c'}\n], 'events': []}");
        row("there and back", RecordKind::Source, three,
            {u"set 1 1 Bee"_s, u"set 1 1 "_s, u"down 0"_s, u"up 1"_s}, three);
        row("moved with what is unknown", RecordKind::Source, three, {u"down 0"_s, u"down 1"_s},
            "{'sources': [\n {'x': 1e400, 'id': 'b'},\n {'id': 'c'},\n {'id': 'a', 'x': 1.50}\n], 'events': "
            "[]}");
        row("removed and changed", RecordKind::Source, three, {u"set 1 0 bee"_s, u"remove 0"_s},
            "{'sources': [\n {'x': 1e400, 'id': 'bee'},\n {'id': 'c'}\n], 'events': []}");
        row("added", RecordKind::Source, three, {u"add 3"_s},
            "{'sources': [\n {'id': 'a', 'x': 1.50},\n {'x': 1e400, 'id': 'b'},\n {'id': 'c'},\n {'id': "
            "'source'}\n], 'events': []}");
        row("added first", RecordKind::Category, "{'categories': [{'id':'a'}], 'events': []}",
            {u"add 0"_s, u"set 0 3 #abc"_s},
            "{'categories': [{'id':'category','color':'#abc'}, {'id':'a'}], 'events': []}");
        row("emptied", RecordKind::Era,
            "{'eras': [{'color': '#abc', 'title': 'T', 'date': '2001'}], 'events': []}", {u"set 0 2 "_s},
            "{'eras': [{'title': 'T', 'date': '2001'}], 'events': []}");
        row("a parent", RecordKind::Category,
            "{'categories': [{'id': 'a', 'title': 'A', 'color': '#abc'}, {'id': 'b'}], 'events': []}",
            {u"set 0 2 b"_s},
            "{'categories': [{'id': 'a', 'title': 'A', 'parent': 'b', 'color': '#abc'}, {'id': 'b'}], "
            "'events': []}");
        row("no parent", RecordKind::Category,
            "{'categories': [{'id': 'a', 'parent': 'b', 'x': 1}, {'id': 'b'}], 'events': []}",
            {u"set 0 2 "_s}, "{'categories': [{'id': 'a', 'x': 1}, {'id': 'b'}], 'events': []}");
        row("with keys of events", RecordKind::Era,
            "{'eras': [{'title': 'T', 'start': 1, 'end': 2}], 'events': []}", {u"set 0 1 2001/2002"_s},
            "{'eras': [{'title': 'T', 'date': '2001/2002', 'start': 1, 'end': 2}], 'events': []}");
        row("the last removed", RecordKind::Era, "{'eras': [{'title': 'T'}], 'events': []}", {u"remove 0"_s},
            "{'events': []}");
        row("the first made", RecordKind::Series, "{'events': []}", {u"add 0"_s},
            "{'events': [], 'series': [{'id': 'series', 'points': []}]}");
        row("points are written", RecordKind::Series,
            "{'events': [], 'series': [{'id': 'p', 'points': [['2001', 2.10]]}]}",
            {u"set 0 3 [[\"2001\", 2.1], [\"2002-05\", 7]]"_s},
            "{'events': [], 'series': [{'id': 'p', 'points': [['2001', 2.10], ['2002-05', 7]]}]}");
        row("points stay", RecordKind::Series,
            "{'events': [], 'series': [{'id': 'p', 'points': [['2001', 2.10]]}]}", {u"set 0 1 Price"_s},
            "{'events': [], 'series': [{'id': 'p', 'title': 'Price', 'points': [['2001', 2.10]]}]}");
        row("what is no object", RecordKind::Source, "{'sources': [5, {'id': 'a'}], 'events': []}",
            {u"down 0"_s}, "{'sources': [{'id': 'a'}, 5], 'events': []}");
        row("another type", RecordKind::Source, "{'sources': [{'id': 7}], 'events': []}", {u"set 0 0 a"_s},
            "{'sources': [{'id': 'a'}], 'events': []}");
        row("a bare array", RecordKind::Source, "[]", {u"add 0"_s},
            "{'sources': [{'id': 'source'}], 'events': []}");
    }
    void onlyWhatChangesIsWritten() {
        QFETCH(int, list);
        QFETCH(QByteArray, before);
        QFETCH(QStringList, changes);
        QFETCH(QByteArray, after);
        const auto which = static_cast<RecordKind>(list);
        const JsonText text(before);
        const auto member =
            before.startsWith('{') ? findMember(text, text.valueAt(0), infoOf(which).list) : std::nullopt;
        RecordModel model(which, *m_workspace);
        model.setRecords(member ? text.raw(member->value.range).toByteArray() : QByteArray());
        for (const QString &words : changes) {
            QVERIFY2(change(model, words), qPrintable(words));
        }
        QCOMPARE(model.isChanged(), before != after);
        const EditedText edited = model.appliedTo(before);
        QCOMPARE(edited.error(), QString());
        QCOMPARE(*edited, after);
    }

    void numbersThatAreIdsStayNumbers() {
        const QByteArray before = R"([{"id": 7, "title": null, "parent": 8}, {"id": "8", "parent": 7}])";
        RecordModel model(RecordKind::Category, *m_workspace);
        model.setRecords(before);
        QVERIFY(model.setData(model.index(0, 0), u"9"_s));
        QVERIFY(model.setData(model.index(0, 2), u"10"_s));
        QVERIFY(model.setData(model.index(1, 0), u"11"_s));
        QVERIFY(model.setData(model.index(1, 2), u"none"_s));
        QCOMPARE(
            *model.appliedTo("{\"categories\": " + before + ", \"events\": []}"),
            R"({"categories": [{"id": 9, "title": null, "parent": 10}, {"id": "11", "parent": "none"}], )"
            R"("events": []})");
    }

    void tellsWhatIsWrong_data() {
        QTest::addColumn<int>("list");
        QTest::addColumn<QByteArray>("array");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, RecordKind list, const char *array, int column,
                            const char *said) {
            QTest::newRow(name) << static_cast<int>(list) << json(array) << column << QString::fromUtf8(said);
        };
        row("fine", RecordKind::Source, "[{'id': 'a', 'date': '2024~', 'url': 'https://a.b'}]", 3, "");
        row("no id", RecordKind::Source, "[{}]", 0, "missing");
        row("an id of two", RecordKind::Source, "[{'id': 'a'}, {'id': 'a'}]", 0, "Another");
        row("no title", RecordKind::Source, "[{'id': 'a'}]", 1, "");
        row("no title of an era", RecordKind::Era, "[{'date': '2001'}]", 0, "missing");
        row("a blank title", RecordKind::Era, "[{'title': ' '}]", 0, "nothing to see");
        row("no date", RecordKind::Era, "[{'title': 'a', 'date': '31.12.2001'}]", 1, "expected");
        row("no colour", RecordKind::Category, "[{'color': 'red'}]", 3, "#rrggbb");
        row("a short colour", RecordKind::Category, "[{'color': '#aBc'}]", 3, "");
        row("a parent", RecordKind::Category, "[{'id': 'a', 'parent': 'b'}, {'id': 'b'}]", 2, "");
        row("no such parent", RecordKind::Category, "[{'id': 'a', 'parent': 'c'}, {'id': 'b'}]", 2,
            "None has");
        row("its own parent", RecordKind::Category, "[{'id': 'a', 'parent': 'a'}]", 2, "its own");
        row("a circle", RecordKind::Category,
            "[{'id': 'a', 'parent': 'b'}, {'id': 'b', 'parent': 'c'}, {'id': 'c', 'parent': 'a'}]", 2,
            "in turn");
        row("above a circle", RecordKind::Category,
            "[{'id': 'd', 'parent': 'a'}, {'id': 'a', 'parent': 'b'}, {'id': 'b', 'parent': 'a'}]", 2, "");
        row("a parent that is a number", RecordKind::Category, "[{'id': 'a', 'parent': 5}, {'id': '5'}]", 2,
            "");
        row("a parent that is a flag", RecordKind::Category, "[{'id': 'a', 'parent': true}]", 2, "true");
        row("an id twice, once a number", RecordKind::Source, "[{'id': 7}, {'id': '7'}]", 0, "Another");
        row("nothing for a title", RecordKind::Source, "[{'id': 'a', 'title': null}]", 1, "");
        row("nothing for an id", RecordKind::Source, "[{'id': null}]", 0, "null");
        row("an address", RecordKind::Source, "[{'url': 'javascript:x'}]", 4, "http");
        row("a number", RecordKind::Source, "[{'title': 5}]", 1, "5");
        row("twice", RecordKind::Source, "[{'title': 'a', 'title': 'b'}]", 1, "twice");
        row("no object", RecordKind::Source, "[7]", 0, "7");
        row("points", RecordKind::Series, "[{'points': 3}]", 3, "points");
        row("points of no date", RecordKind::Series, "[{'id': 'a', 'points': [['2001', 1], ['soon', 2]]}]", 3,
            "Point 2");
        row("no points", RecordKind::Series, "[{'id': 'a'}]", 3, "missing");
    }
    void tellsWhatIsWrong() {
        QFETCH(int, list);
        QFETCH(QByteArray, array);
        QFETCH(int, column);
        QFETCH(QString, said);
        RecordModel model(static_cast<RecordKind>(list), *m_workspace);
        model.setRecords(array);
        const QModelIndex cell = model.index(0, column);
        QVERIFY2(model.problem(cell).contains(said), qPrintable(model.problem(cell)));
        QCOMPARE(model.problem(cell).isEmpty(), said.isEmpty());
        QCOMPARE(cell.data(Qt::ForegroundRole).isValid(), !said.isEmpty());
        QVERIFY(said.isEmpty() || cell.data(Qt::ToolTipRole).toString().contains(said.toHtmlEscaped()));
        QVERIFY(!model.firstNewProblem().isValid()); // it was so in the file
    }
};

QTEST_MAIN(HeadTableTest)
#include "head_table_test.moc"
