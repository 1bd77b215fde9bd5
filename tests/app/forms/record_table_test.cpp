// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/record_table.h"

#include "app/app_fixture.h"
#include "app/text/finding_text.h"
#include "document/read/reader.h"
#include "paint/fonts.h"
#include "widgets/workspace/workspace.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace timeline;
using namespace timeloom;

Q_DECLARE_METATYPE(timeline::RecordKind)

namespace {

/// JSON text, written with single quotes.
QByteArray json(QByteArray text) {
    return text.replace('\'', '"');
}

QJsonArray list(const QByteArray &text) {
    return QJsonDocument::fromJson(json(text)).array();
}

QByteArray written(const QJsonArray &array) {
    return QJsonDocument(array).toJson(QJsonDocument::Compact).replace('"', '\'');
}

const QByteArray events = json("[{'id': 'a', 'title': 'Alpha', 'date': '2001'},"
                               " {'id': 'b', 'title': 'Beta', 'date': '2002'},"
                               " {'title': 'Without', 'date': '2003'}]");

constexpr auto Measures = RecordKind::Measure;
constexpr auto Links = RecordKind::Link;
constexpr auto Pictures = RecordKind::Media;

} // namespace

class RecordTableTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Fonts> m_fonts;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<RecordTable> m_table;
    std::unique_ptr<QSignalSpy> m_edited;

    void show(RecordKind kind, const QByteArray &value) {
        m_table = std::make_unique<RecordTable>(kind, *m_workspace);
        m_table->resize(320, 200);
        m_table->setValue(list(value));
        m_table->show();
        m_edited = std::make_unique<QSignalSpy>(m_table.get(), &RecordTable::edited);
    }
    QTableView *view() const { return m_table->findChild<QTableView *>(); }
    QAbstractItemModel *model() const { return view()->model(); }
    QModelIndex cell(int row, int column) const { return model()->index(row, column); }
    QToolButton *button(const char *name) const {
        for (QToolButton *each : m_table->findChildren<QToolButton *>()) {
            if (each->accessibleName() == QLatin1StringView(name)) {
                return each;
            }
        }
        return nullptr;
    }
    template <typename Editor>
    Editor *open(int row, int column) const {
        view()->setCurrentIndex(cell(row, column));
        view()->edit(cell(row, column));
        return view()->viewport()->findChild<Editor *>();
    }
    static void enter(QLineEdit *line) {
        QTest::keyClick(line, Qt::Key_Return);
        QCoreApplication::processEvents(); // Qt takes it over a moment later
    }
    QByteArray lastTold() const {
        return m_edited->isEmpty() ? QByteArray() : written(m_edited->last().first().toJsonArray());
    }

private Q_SLOTS:
    void init() {
        QLocale::setDefault(QLocale::c());
        m_fonts = std::make_unique<Fonts>();
        m_workspace = std::make_unique<Workspace>(*m_fonts);
        m_workspace->setDocument(readDocument(events).document);
    }
    void cleanup() {
        m_edited.reset();
        m_table.reset();
        m_workspace.reset();
    }

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

    void keepsWhatIsTheSame() {
        show(Links, "[{'to': 'a'}, {'to': 'b'}]");
        const QPointer<QLineEdit> editor = open<QLineEdit>(1, 0);
        QVERIFY(editor != nullptr);
        editor->setText(u"half"_s);
        m_table->setValue(list("[{'to': 'a'}, {'to': 'b'}]"));
        QVERIFY(editor != nullptr && editor->isVisible());
        QCOMPARE(editor->text(), u"half"_s);
        QCOMPARE(view()->currentIndex(), cell(1, 0));
        m_table->setValue(list("[{'to': 'a'}]"));
        QCOMPARE(model()->rowCount(), 1);
        QVERIFY(editor == nullptr || !editor->isVisible());
        QCOMPARE(view()->currentIndex(), cell(0, 0)); // a step that was undone leaves the cursor there
        QCOMPARE(m_edited->size(), 0);
    }

    void keepsWhatAReaderLeavesOut() {
        show(Measures, "[{'name': 'n', 'value': 1, 'max': 3}]");
        QVERIFY(model()->setData(cell(0, 1), u"5"_s));
        QCOMPARE(lastTold(), "[{'max':3,'name':'n','value':5}]");
        m_table->setValue(list("[{'name': 'n', 'value': 5}]")); // as the document has it now
        QCOMPARE(cell(0, 2).data().toString(), u"3"_s);
        m_table->setValue(list("[{'name': 'n', 'value': 4}]"));
        QCOMPARE(cell(0, 2).data().toString(), QString());
    }

    void keepsANewRow() {
        show(Measures, "[{'name': 'n', 'value': 1}]");
        button("Add")->click();
        auto *editor = view()->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor != nullptr);
        QCOMPARE(view()->currentIndex(), cell(1, 0));
        QTest::keyClicks(editor, u"m"_s);
        enter(editor);
        QCOMPARE(cell(1, 0).data().toString(), u"m"_s);
        QCOMPARE(m_edited->size(), 0); // it has no value yet
        m_table->setValue(list("[{'name': 'n', 'value': 1}]"));
        QCOMPARE(model()->rowCount(), 2);
        QVERIFY(model()->setData(cell(1, 1), u"2"_s));
        QCOMPARE(lastTold(), "[{'name':'n','value':1},{'name':'m','value':2}]");
        QCOMPARE(m_edited->size(), 1);
    }

    void keepsNoRowForAnotherEvent() {
        show(Links, "[]");
        m_workspace->selection()->select(0);
        m_table->setValue({});
        button("Add")->click();
        m_table->setValue({});
        QCOMPARE(model()->rowCount(), 1);
        m_workspace->selection()->select(1);
        m_table->setValue({});
        QCOMPARE(model()->rowCount(), 0);
        button("Add")->click();
        m_workspace->setDocument(readDocument(events).document, true);
        m_table->setValue({});
        QCOMPARE(model()->rowCount(), 0);
        QCOMPARE(m_edited->size(), 0);
    }

    void movesAndRemovesRows() {
        show(Links, "[{'to': 'a'}, {'to': 'b'}, {'to': 'c'}]");
        QVERIFY(button("Add")->isEnabled() && !button("Remove")->isEnabled());
        view()->setCurrentIndex(cell(0, 0));
        QVERIFY(!button("Up")->isEnabled() && button("Down")->isEnabled());
        button("Down")->click();
        QCOMPARE(lastTold(), "[{'to':'b'},{'to':'a'},{'to':'c'}]");
        button("Down")->click();
        QCOMPARE(lastTold(), "[{'to':'b'},{'to':'c'},{'to':'a'}]");
        QVERIFY(button("Up")->isEnabled() && !button("Down")->isEnabled());
        button("Up")->click();
        QCOMPARE(lastTold(), "[{'to':'b'},{'to':'a'},{'to':'c'}]");
        button("Remove")->click();
        QCOMPARE(lastTold(), "[{'to':'b'},{'to':'c'}]");
        QCOMPARE(view()->currentIndex(), cell(1, 0));
        QTest::keyClick(view(), Qt::Key_Delete);
        QCOMPARE(lastTold(), "[{'to':'b'}]");
        button("Remove")->click();
        QCOMPARE(lastTold(), "[]");
        QVERIFY(!button("Remove")->isEnabled() && !button("Up")->isEnabled());
        QCOMPARE(m_edited->size(), 6);
    }

    void takesDeleteForItself() {
        show(Links, "[{'to': 'a'}]");
        QKeyEvent press(QEvent::ShortcutOverride, Qt::Key_Delete, Qt::NoModifier);
        press.ignore();
        QApplication::sendEvent(view(), &press);
        QVERIFY(press.isAccepted()); // else the window's Delete takes the event away
        QCOMPARE(model()->rowCount(), 1);
    }

    void staysAsItIsWhereItMayOnlyBeRead() {
        show(Measures, "[{'name': 'n', 'value': 1}, {'name': 'm', 'value': 2}]");
        view()->setCurrentIndex(cell(1, 0));
        m_table->setReadOnly(true);
        for (const char *name : {"Add", "Remove", "Up", "Down"}) {
            QVERIFY2(!button(name)->isEnabled(), name);
        }
        QTest::keyClick(view(), Qt::Key_Delete);
        QVERIFY(!model()->setData(cell(0, 0), u"x"_s));
        QVERIFY(!model()->setData(cell(0, 4), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(m_edited->size(), 0);
        m_table->setReadOnly(false);
        QVERIFY(button("Add")->isEnabled() && button("Up")->isEnabled());
        QVERIFY(model()->setData(cell(0, 0), u"x"_s));
    }

    void choosesTheKind() {
        show(Links, "[{'to': 'a', 'kind': 'contradicts'}]");
        auto *box = open<QComboBox>(0, 1);
        QVERIFY(box != nullptr);
        QCOMPARE(box->count(), 4);
        QCOMPARE(box->currentText(), u"Contradicts"_s);
        QTest::keyClick(box, Qt::Key_Home);
        QCOMPARE(lastTold(), "[{'kind':'leads-to','to':'a'}]");
    }

    void offersEvents() {
        show(Links, "[{'to': 'a'}]");
        auto *line = open<QLineEdit>(0, 0);
        QVERIFY(line != nullptr && line->completer() != nullptr);
        QCOMPARE(line->text(), u"a"_s);
        QCOMPARE(line->geometry().right(), view()->viewport()->rect().right());
        QCompleter &completer = *line->completer();
        QCOMPARE(completer.model()->rowCount(), 2); // one has no id
        completer.setCompletionPrefix(u"BET"_s);
        QCOMPARE(completer.currentCompletion(), u"b"_s);
        QCOMPARE(completer.currentIndex().data().toString(), u"b — Beta"_s);
        line->setText(completer.currentCompletion());
        enter(line);
        QCOMPARE(lastTold(), "[{'to':'b'}]");
        QCOMPARE(cell(0, 0).data().toString(), u"Beta"_s);
    }

    void offersOfManyEventsSome() {
        QByteArrayList many;
        for (int i = 0; i < 2100; ++i) {
            many.append("{\"id\":\"" + QByteArray::number(i) + "\",\"title\":\"t\",\"date\":\"2001\"}");
        }
        m_workspace->setDocument(readDocument('[' + many.join(',') + ']').document);
        show(Links, "[{'to': '7'}]");
        auto *line = open<QLineEdit>(0, 0);
        QVERIFY(line != nullptr);
        QCOMPARE(line->completer()->model()->rowCount(), 2000);
    }

    void waitsForANumber() {
        show(Measures, "[{'name': 'n', 'value': 1}]");
        const QPointer<QLineEdit> line = open<QLineEdit>(0, 1);
        QVERIFY(line != nullptr);
        line->setText(u"2x"_s);
        QCOMPARE(line->palette().color(QPalette::Text), wrongInk(m_table->palette()));
        QVERIFY(!line->toolTip().isEmpty());
        enter(line);
        QVERIFY(line != nullptr && line->isVisible());
        QCOMPARE(m_edited->size(), 0);
        line->setText(u"2"_s);
        QVERIFY(line->toolTip().isEmpty());
        enter(line);
        QCOMPARE(lastTold(), "[{'name':'n','value':2}]");
    }

    void showsTheTitleOfNow() {
        show(Links, "[{'to': 'a'}]");
        auto *line = open<QLineEdit>(0, 0);
        QVERIFY(line != nullptr);
        line->setText(u"half"_s);
        m_workspace->apply({{{0, json("{'id': 'a', 'title': 'Other', 'date': '2001'}")}}, {}});
        QCOMPARE(cell(0, 0).data().toString(), u"Other"_s);
        QCOMPARE(line->text(), u"half"_s);
    }

    void growsAndFillsItsWidth() {
        show(Pictures, "[]");
        const int rowHeight = view()->verticalHeader()->defaultSectionSize();
        const int least = view()->height();
        QVERIFY(least >= rowHeight && least < 3 * rowHeight);
        model()->insertRows(0, 5);
        QCOMPARE(view()->height(), least + 4 * rowHeight);
        model()->insertRows(0, 5);
        QCOMPARE(view()->height(), least + 5 * rowHeight);
        model()->removeRows(0, 10);
        QCOMPARE(view()->height(), least);
        for (const int width : {260, 400}) {
            m_table->resize(width, 200);
            QCoreApplication::processEvents();
            QCOMPARE(view()->horizontalHeader()->length(), view()->viewport()->width());
            QVERIFY(view()->columnWidth(0) > view()->columnWidth(3));
        }
    }
};

QTEST_MAIN(RecordTableTest)
#include "record_table_test.moc"
