// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/record_table_fixture.h"
#include "app/text/finding_text.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace timeline;
using namespace timeloom;

class RecordCellsTest : public RecordTableFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { takeAway(); }

    void keepsTheModelRules() {
        for (const RecordKind kind : {Measures, Links, Pictures}) {
            RecordModel model(kind, *m_workspace);
            const QAbstractItemModelTester tester(&model,
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
            model.setRecords(json("[{'name': 'n', 'to': 'a', 'url': 'u', 'value': 1}, {}, 5]"));
            QCOMPARE(model.rowCount(), 3);
            QVERIFY(model.insertRows(1, 2) && model.setData(model.index(1, 0), u"x"_s));
            QVERIFY(model.moveRow({}, 1, {}, 0) && model.moveRow({}, 0, {}, 5) && model.removeRows(3, 2));
            QCOMPARE(model.rowCount(), 3);
            QVERIFY(!model.insertRow(4) && !model.removeRow(3) && !model.moveRow({}, 0, {}, 4));
            model.setReadOnly(true);
            QVERIFY(!model.insertRow(0) && !model.removeRow(0) && !model.moveRow({}, 0, {}, 2));
            QVERIFY(!model.setData(model.index(0, 0), u"y"_s));
        }
    }

    void showsCells_data() {
        QTest::addColumn<RecordKind>("kind");
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("edited");

        QTest::newRow("text") << Measures << QByteArray("{'name': 'n'}") << 0 << u"n"_s << u"n"_s;
        QTest::newRow("number") << Measures << QByteArray("{'value': 1000000}") << 1 << u"1000000"_s
                                << u"1000000"_s;
        QTest::newRow("tenth") << Measures << QByteArray("{'max': 0.1}") << 2 << u"0.1"_s << u"0.1"_s;
        QTest::newRow("long") << Measures << QByteArray("{'max': 1e300}") << 2 << u"1e+300"_s << u"1e+300"_s;
        QTest::newRow("link") << Links << QByteArray("{'to': 'a'}") << 0 << u"Alpha"_s << u"a"_s;
        QTest::newRow("lost link") << Links << QByteArray("{'to': 'x'}") << 0 << u"x"_s << u"x"_s;
        QTest::newRow("kind") << Links << QByteArray("{'kind': 'part-of'}") << 1 << u"Part of"_s
                              << u"part-of"_s;
        QTest::newRow("no kind") << Links << QByteArray("{}") << 1 << u"Related"_s << u"related"_s;
        QTest::newRow("odd kind") << Links << QByteArray("{'kind': 'odd'}") << 1 << u"odd"_s << u"odd"_s;
        QTest::newRow("alt") << Pictures << QByteArray("{'alt': 'x'}") << 3 << u"x"_s << u"x"_s;
        QTest::newRow("hidden") << Pictures << QByteArray("{'caption': 'x\\u202e'}") << 1 << u"x‹U+202E›"_s
                                << u"x\u202e"_s;
    }
    void showsCells() {
        QFETCH(RecordKind, kind);
        QFETCH(QByteArray, record);
        QFETCH(int, column);
        show(kind, '[' + record + ']');
        QTEST(cell(0, column).data().toString(), "shown");
        QTEST(cell(0, column).data(Qt::EditRole).toString(), "edited");
    }

    void writesCells_data() {
        QTest::addColumn<RecordKind>("kind");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("after"); // empty: it is refused

        const QByteArray measure = "[{'max':2,'name':'n','unit':'u','value':1,'x':[1]}]";
        QTest::newRow("name") << Measures << measure << 0 << u"m "_s
                              << QByteArray("[{'max':2,'name':'m ','unit':'u','value':1,'x':[1]}]");
        QTest::newRow("no name") << Measures << measure << 0 << u" "_s << QByteArray("[]");
        QTest::newRow("value") << Measures << measure << 1 << u" 1.5 "_s
                               << QByteArray("[{'max':2,'name':'n','unit':'u','value':1.5,'x':[1]}]");
        QTest::newRow("no value") << Measures << measure << 1 << u""_s << QByteArray("[]");
        QTest::newRow("no number") << Measures << measure << 1 << u"12 chips"_s << QByteArray();
        QTest::newRow("not finite") << Measures << measure << 1 << u"inf"_s << QByteArray();
        QTest::newRow("too large") << Measures << measure << 1 << u"1e400"_s << QByteArray();
        QTest::newRow("no max") << Measures << measure << 2 << u""_s
                                << QByteArray("[{'name':'n','unit':'u','value':1,'x':[1]}]");
        QTest::newRow("no unit") << Measures << measure << 3 << u" "_s
                                 << QByteArray("[{'max':2,'name':'n','value':1,'x':[1]}]");
        const QByteArray link = "[{'kind':'part-of','note':1,'to':'a'}]";
        QTest::newRow("to") << Links << link << 0 << u" b "_s
                            << QByteArray("[{'kind':'part-of','note':1,'to':'b'}]");
        QTest::newRow("no target") << Links << link << 0 << u""_s << QByteArray("[]");
        QTest::newRow("kind") << Links << link << 1 << u"leads-to"_s
                              << QByteArray("[{'kind':'leads-to','note':1,'to':'a'}]");
        QTest::newRow("default kind")
            << Links << link << 1 << u"related"_s << QByteArray("[{'note':1,'to':'a'}]");
        QTest::newRow("no kind") << Links << link << 1 << u"causes"_s << QByteArray();
        const QByteArray media = "[{'alt':'a','url':'u'}]";
        QTest::newRow("url") << Pictures << media << 0 << u" v "_s << QByteArray("[{'alt':'a','url':'v'}]");
        QTest::newRow("no url") << Pictures << media << 0 << u""_s << QByteArray("[]");
        QTest::newRow("caption") << Pictures << media << 1 << u"c"_s
                                 << QByteArray("[{'alt':'a','caption':'c','url':'u'}]");
        QTest::newRow("no alt") << Pictures << media << 3 << u""_s << QByteArray("[{'url':'u'}]");
    }
    void writesCells() {
        QFETCH(RecordKind, kind);
        QFETCH(QByteArray, before);
        QFETCH(int, column);
        QFETCH(QString, text);
        QFETCH(QByteArray, after);
        show(kind, before);
        const QString shown = cell(0, column).data().toString();
        QCOMPARE(model()->setData(cell(0, column), text), !after.isEmpty());
        QCOMPARE(model()->rowCount(), 1); // what is no record any more can be mended
        QCOMPARE(written(m_table->value()), after.isEmpty() ? before : after);
        QCOMPARE(lastTold(), after);
        QCOMPARE(m_edited->size(), after.isEmpty() ? 0 : 1);
        QCOMPARE(cell(0, column).data().toString() == shown, after.isEmpty());
    }

    void readsNumbersOfTheLocale() {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        show(Measures, "[{'name': 'n', 'value': 1234.5}]");
        QCOMPARE(cell(0, 1).data().toString(), u"1.234,5"_s);
        QCOMPARE(cell(0, 1).data(Qt::EditRole).toString(), u"1234,5"_s);
        for (const auto &[text, number] : {std::pair(u"0,25"_s, 0.25), {u"0.5"_s, 0.5}, {u"1.234"_s, 1234}}) {
            QVERIFY2(model()->setData(cell(0, 1), text), qPrintable(text));
            QCOMPARE(m_table->value().first()[u"value"].toDouble(), number);
        }
    }

    void checksTheApproximate() {
        show(Measures, "[{'name': 'n', 'value': 1}]");
        QVERIFY(cell(0, 4).flags().testFlag(Qt::ItemIsUserCheckable));
        QCOMPARE(cell(0, 4).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
        QVERIFY(model()->setData(cell(0, 4), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(lastTold(), "[{'approximate':true,'name':'n','value':1}]");
        QCOMPARE(cell(0, 4).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
        QVERIFY(model()->setData(cell(0, 4), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(lastTold(), "[{'name':'n','value':1}]");
    }

    void tellsWhatIsWrong_data() {
        QTest::addColumn<RecordKind>("kind");
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("words"); // empty: nothing is

        QTest::newRow("name") << Measures << QByteArray("{'value': 1}") << 0 << u"missing"_s;
        QTest::newRow("value") << Measures << QByteArray("{'name': 'n'}") << 1 << u"missing"_s;
        QTest::newRow("text for a number")
            << Measures << QByteArray("{'value': 'x'}") << 1 << u"expected a number"_s;
        QTest::newRow("below") << Measures << QByteArray("{'value': 2, 'max': 1}") << 2 << u"below"_s;
        QTest::newRow("same") << Measures << QByteArray("{'value': 2, 'max': 2}") << 2 << QString();
        QTest::newRow("no unit") << Measures << QByteArray("{}") << 3 << QString();
        QTest::newRow("number for a text")
            << Measures << QByteArray("{'unit': 1}") << 3 << u"expected a text"_s;
        QTest::newRow("odd check") << Measures << QByteArray("{'approximate': 1}") << 4 << u"yes or no"_s;
        QTest::newRow("target") << Links << QByteArray("{}") << 0 << u"missing"_s;
        QTest::newRow("lost") << Links << QByteArray("{'to': 'x'}") << 0 << u"No event"_s;
        QTest::newRow("found") << Links << QByteArray("{'to': 'b'}") << 0 << QString();
        QTest::newRow("kind") << Links << QByteArray("{'kind': 'x'}") << 1 << u"no kind"_s;
        QTest::newRow("no kind") << Links << QByteArray("{}") << 1 << QString();
        QTest::newRow("scheme") << Pictures << QByteArray("{'url': 'javascript:x'}") << 0
                                << u"never opened"_s;
        QTest::newRow("file") << Pictures << QByteArray("{'url': 'a.png'}") << 0 << QString();
        QTest::newRow("url") << Pictures << QByteArray("{'url': ' '}") << 0 << u"missing"_s;
    }
    void tellsWhatIsWrong() {
        QFETCH(RecordKind, kind);
        QFETCH(QByteArray, record);
        QFETCH(int, column);
        QFETCH(QString, words);
        show(kind, '[' + record + ']');
        const QModelIndex at = cell(0, column);
        const bool isWrong = !words.isEmpty();
        QCOMPARE(at.data(Qt::ForegroundRole).value<QColor>(),
                 isWrong ? wrongInk(QApplication::palette()) : QColor());
        QCOMPARE(at.data(Qt::DecorationRole).isValid(), isWrong);
        QCOMPARE(at.data(Qt::AccessibleDescriptionRole).toString().isEmpty(), !isWrong);
        QVERIFY2(at.data(Qt::ToolTipRole).toString().contains(words),
                 qPrintable(at.data(Qt::ToolTipRole).toString()));
    }
};

QTEST_MAIN(RecordCellsTest)
#include "record_cells_test.moc"
