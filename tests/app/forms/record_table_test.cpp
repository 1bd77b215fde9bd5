// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/record_table_fixture.h"
#include "app/text/finding_text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace timeline;
using namespace timeloom;

class RecordTableTest : public RecordTableFixture {
    Q_OBJECT

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

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { takeAway(); }

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
        QTest::keyClick(box, Qt::Key_Home); // opens the list
        QTest::keyClick(box->view(), Qt::Key_Home);
        QCOMPARE(lastTold(), QByteArray()); // it was only looked at
        QTest::keyClick(box->view(), Qt::Key_Return);
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
