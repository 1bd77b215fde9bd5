// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/properties_fixture.h"

#include <QCalendarWidget>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace timeline;
using namespace timeloom;

class FilePropertiesTest : public PropertiesFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { takeAway(); }

    void showsTheFile() {
        QCOMPARE(named<QLineEdit>("Title")->text(), u"A file"_s);
        QCOMPARE(named<QPlainTextEdit>("Description")->toPlainText(), u"One\n**two**"_s);
        QCOMPARE(named<QTextEdit>("Preview of the description")->toPlainText(), u"One two"_s);
        QCOMPARE(named<QLabel>("What the date means")->text(), u"2025"_s);
        QCOMPARE(list("Categories")->rowCount(), 3);
        QCOMPARE(list("Sources")->index(0, 1).data().toString(), u"Report"_s);
        QCOMPARE(list("Eras")->index(0, 1).data().toString(), u"2001/2003"_s);
        QVERIFY(list("Series")->index(0, 3).data().toString().contains(u'2'));
        QCOMPARE(list("Categories")->index(0, 3).data(Qt::DecorationRole).value<QColor>(),
                 QColor(0x11, 0x22, 0x33));
        QVERIFY(notes().isEmpty() && ok()->isEnabled());
    }

    void nothingIsDoneWhereNothingChanged() {
        named<QLineEdit>("Title")->setText(u"B"_s);
        named<QLineEdit>("Title")->setText(u"A file"_s);
        m_dialog->accept();
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(m_editor->undoStack()->count(), 0);
    }

    void cancelledNothingIsDone() {
        named<QLineEdit>("Title")->setText(u"B"_s);
        m_dialog->reject();
        QCOMPARE(m_editor->undoStack()->count(), 0);
    }

    void allIsOneStep() {
        const QByteArray before = head();
        named<QLineEdit>("As of")->setText(u" 2025-03 "_s);
        named<QPlainTextEdit>("Description")->setPlainText(u"One\nnb\u00A0sp"_s);
        QVERIFY(change(*list("Sources"), u"set 1 1 Second"_s));
        QVERIFY(change(*list("Eras"), u"set 0 1 2001/2004"_s));
        ok()->click();
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
        QByteArray after = before;
        after.replace(json("'asOf': '2025'"), json("'asOf': '2025-03'"))
            .replace("One\\r\\n**two**", "One\\r\\nnb\\u00a0sp")
            .replace(json("{'id': 's'}"), json("{'id': 's', 'title': 'Second'}"))
            .replace("2001/2003", "2001/2004");
        QCOMPARE(head(), after);
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undoStack()->undo();
        QCOMPARE(head(), before);
    }

    void emptiedTextsGo() {
        named<QLineEdit>("Title")->clear();
        named<QPlainTextEdit>("Description")->clear();
        named<QLineEdit>("As of")->clear();
        m_dialog->accept();
        for (const char *key : {"0066ile", "description", "asOf"}) {
            QVERIFY2(!head().contains(key), key);
        }
        QVERIFY(head().contains("1e400"));
    }

    void aWrongDateIsToldAndNotTaken() {
        named<QLineEdit>("As of")->setText(u"2025-13"_s);
        QVERIFY(named<QLabel>("What the date means")->text().contains(u"no date"_s));
        QVERIFY(!ok()->isEnabled());
        m_dialog->accept();
        QVERIFY(m_dialog->isVisible());
        named<QLineEdit>("As of")->setText(u"2025-12~"_s);
        QVERIFY(named<QLabel>("What the date means")->text().contains(u"December 2025"_s));
        QVERIFY(ok()->isEnabled());
        QVERIFY(change(*list("Eras"), u"add 1"_s));
        QVERIFY(notes().contains(u"Eras"_s) && !ok()->isEnabled());
        QVERIFY(change(*list("Eras"), u"set 1 1 2001"_s));
        QVERIFY(notes().isEmpty() && ok()->isEnabled());
    }

    void tellsWhatEventsMiss_data() {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("said");
        QTest::newRow("removed") << u"Categories"_s << u"remove 0"_s << u"2 events"_s;
        QTest::newRow("renamed") << u"Categories"_s << u"set 0 0 apples"_s << u"\"apples\""_s;
        QTest::newRow("not used") << u"Categories"_s << u"remove 2"_s << QString();
        QTest::newRow("moved") << u"Categories"_s << u"down 0"_s << QString();
        QTest::newRow("a source") << u"Sources"_s << u"remove 0"_s << u"2 events"_s;
        QTest::newRow("a source renamed") << u"Sources"_s << u"set 1 0 t"_s << u"1 event still names"_s;
        QTest::newRow("an era") << u"Eras"_s << u"remove 0"_s << QString();
        QTest::newRow("a series") << u"Series"_s << u"remove 0"_s << QString();
    }
    void tellsWhatEventsMiss() {
        QFETCH(QString, list);
        QFETCH(QString, words);
        QFETCH(QString, said);
        QVERIFY(change(*this->list(qPrintable(list)), words));
        QVERIFY2(notes().contains(said), qPrintable(notes()));
        QCOMPARE(notes().isEmpty(), said.isEmpty());
        QVERIFY(ok()->isEnabled());
    }

    void nothingIsChangedWhereNothingMayBe() {
        m_editor->setReadOnly(u"Only to be read."_s);
        QVERIFY(!ok()->isEnabled());
        QVERIFY(named<QLineEdit>("Title")->isReadOnly() &&
                named<QPlainTextEdit>("Description")->isReadOnly());
        QVERIFY(!list("Sources")->flags(list("Sources")->index(0, 0)).testFlag(Qt::ItemIsEditable));
        QVERIFY(!button("Sources", "Add")->isEnabled());
        QVERIFY(notes().contains(u"Only to be read."_s));
        m_editor->setReadOnly({});
        QVERIFY(ok()->isEnabled() && button("Sources", "Add")->isEnabled() && notes().isEmpty());
    }

    void whatItCannotEditStays() {
        open(json(
            "{'title': 5, 'asOf': '2025', 'asOf': '2026', 'sources': {'a': 1}, 'eras': [], 'events': []}"));
        QVERIFY(!named<QLineEdit>("Title")->isEnabled() && !named<QLineEdit>("As of")->isEnabled());
        QVERIFY(named<QTableView>("Sources") == nullptr && named<QTableView>("Eras") != nullptr);
        named<QPlainTextEdit>("Description")->setPlainText(u"new"_s);
        m_dialog->accept();
        QCOMPARE(head(), json("{'title': 5, 'description': 'new', 'asOf': '2025', 'asOf': '2026', "
                              "'sources': {'a': 1}, 'eras': [], 'events': []}"));
    }

    void aYearThatIsANumberStaysOne() {
        open(json("{'asOf': 2025, 'sources': [{'id': 'a', 'date': 33}], 'events': []}"));
        QCOMPARE(named<QLineEdit>("As of")->text(), u"2025"_s);
        QCOMPARE(list("Sources")->index(0, 3).data().toString(), u"0033"_s);
        named<QLineEdit>("As of")->setText(u"2026"_s);
        QVERIFY(change(*list("Sources"), u"set 0 3 -0044"_s));
        m_dialog->accept();
        QCOMPARE(head(), json("{'asOf': 2026, 'sources': [{'id': 'a', 'date': -44}], 'events': []}"));
    }

    void aBareArrayBecomesAFile() {
        open(json("[{'title': 'one', 'date': '2001'}]"));
        named<QLineEdit>("Title")->setText(u"T"_s);
        named<QLineEdit>("As of")->setText(u"2025"_s);
        m_dialog->accept();
        QCOMPARE(m_workspace->document()->title(), u"T"_s);
        QCOMPARE(m_workspace->document()->asOfText(), u"2025"_s);
        m_editor->undoStack()->undo();
        QCOMPARE(head(), QByteArray("[]"));
    }

    void aDayIsPicked() {
        auto *menu = named<QToolButton>("Choose a day")->menu();
        Q_EMIT menu->aboutToShow();
        auto *calendar = menu->findChild<QCalendarWidget *>();
        QCOMPARE(calendar->selectedDate(), QDate(2025, 1, 1));
        Q_EMIT calendar->clicked(QDate(2024, 2, 29));
        QCOMPARE(named<QLineEdit>("As of")->text(), u"2024-02-29"_s);
    }

    void whatAnotherProgramChangedIsNotOverwritten() {
        named<QLineEdit>("Title")->setText(u"Mine"_s);
        m_workspace->setDocument(readDocument(json("{'title': 'Theirs', 'events': []}")).document);
        QString said;
        answerNext<QMessageBox>(this, [&said](QMessageBox &box) {
            said = box.text();
            box.accept();
        });
        m_dialog->accept();
        QVERIFY(said.contains(u"another program"_s));
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_workspace->document()->title(), u"Theirs"_s);
    }
};

QTEST_MAIN(FilePropertiesTest)
#include "file_properties_test.moc"
