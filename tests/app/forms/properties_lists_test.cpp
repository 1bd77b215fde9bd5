// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/properties_fixture.h"

#include <QAbstractItemView>
#include <QColorDialog>
#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace timeline;
using namespace timeloom;

class PropertiesListsTest : public PropertiesFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { takeAway(); }

    void buttonsChangeRows() {
        showTab(1);
        auto *table = named<QTableView>("Categories");
        auto *model = list("Categories");
        table->setCurrentIndex(model->index(0, 0));
        QVERIFY(!button("Categories", "Up")->isEnabled() && button("Categories", "Down")->isEnabled());
        button("Categories", "Down")->click();
        QCOMPARE(model->index(1, 0).data().toString(), u"a"_s);
        QCOMPARE(table->currentIndex().row(), 1);
        button("Categories", "No colour")->click();
        QCOMPARE(model->index(1, 3).data(Qt::EditRole).toString(), QString());
        button("Categories", "Remove")->click();
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(table->currentIndex().row(), 1);
        button("Categories", "Add")->click();
        QCOMPARE(model->index(2, 0).data().toString(), u"category"_s);
    }

    void whatIsBeingWrittenCounts() {
        showTab(2);
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        auto *table = named<QTableView>("Sources");
        table->setFocus();
        table->edit(list("Sources")->index(1, 1));
        auto *cell = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(cell != nullptr);
        cell->setText(u"Being written"_s);
        ok()->click();
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(m_workspace->document()->sources().back().title, u"Being written"_s);
    }

    void aDoubleClickAsksForAColour() {
        showTab(1);
        auto *table = named<QTableView>("Categories");
        const QModelIndex cell = list("Categories")->index(1, 3);
        answerNext<QColorDialog>(this, [](QColorDialog &dialog) {
            dialog.setCurrentColor(QColor(0x0a, 0x0b, 0x0c));
            QMetaObject::invokeMethod(&dialog, "accept");
        });
        const QPoint place = table->visualRect(cell).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(cell.data(Qt::EditRole).toString(), u"#0a0b0c"_s);
    }

    void aParentIsChosen() {
        showTab(1);
        auto *table = named<QTableView>("Categories");
        auto *model = list("Categories");
        const QModelIndex cell = model->index(0, 2);
        table->setCurrentIndex(cell);
        table->edit(cell);
        auto *box = table->viewport()->findChild<QComboBox *>();
        QVERIFY(box != nullptr);
        QCOMPARE(box->count(), 3); // none, and the two others
        QCOMPARE(box->currentIndex(), 0);
        QTest::keyClick(box, Qt::Key_End); // opens the list, and chooses nothing yet
        QVERIFY(box->view()->isVisible());
        QCOMPARE(cell.data(Qt::EditRole).toString(), QString());
        QTest::keyClick(box->view(), Qt::Key_End);
        QCOMPARE(cell.data(Qt::EditRole).toString(), QString());
        QTest::keyClick(box->view(), Qt::Key_Return);
        QCOMPARE(cell.data(Qt::EditRole).toString(), u"c"_s);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(model->rowCount(), 3);
        QTRY_VERIFY(table->viewport()->findChild<QComboBox *>() == nullptr);
        QVERIFY(change(*model, u"set 2 1 Cherries"_s));
        QCOMPARE(cell.data().toString(), u"Cherries"_s);
        QVERIFY(change(*model, u"set 2 2 a"_s)); // a circle
        QVERIFY(notes().contains(u"in turn"_s) && !ok()->isEnabled());
        QVERIFY(change(*model, u"set 2 2 "_s));
        ok()->click();
        QVERIFY(head().contains(json("'title': 'Apples', 'parent': 'c', 'color'")));
        QCOMPARE(m_workspace->document()->categories()[0].parentAt, CategoryIndex(2));
        m_editor->undoStack()->undo();
        QVERIFY(!head().contains("parent"));
    }

    /// Arrow keys look around, Return takes one, Escape none; none of them closes the dialog.
    void aParentIsChosenByKeys() {
        showTab(1);
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        auto *table = named<QTableView>("Categories");
        auto *model = list("Categories");
        const QModelIndex cell = model->index(0, 2);
        table->setFocus();
        table->setCurrentIndex(cell);
        QTest::keyClick(table, Qt::Key_F2);
        auto *box = table->viewport()->findChild<QComboBox *>();
        QVERIFY(box != nullptr);
        QTest::keyClick(box, Qt::Key_Down);
        QVERIFY(box->view()->isVisible());
        QTest::keyClick(box->view(), Qt::Key_Down);
        QTest::keyClick(box->view(), Qt::Key_Escape);
        QCOMPARE(cell.data(Qt::EditRole).toString(), QString());
        QVERIFY(box->isVisible() && !box->view()->isVisible());
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(table->viewport()->findChild<QComboBox *>() == nullptr);
        QCOMPARE(cell.data(Qt::EditRole).toString(), QString());
        const auto comeBack = [&] { // without a display no popup gives the focus back
            m_dialog->activateWindow();
            std::ignore = QTest::qWaitForWindowActive(m_dialog.get());
            table->setFocus();
        };
        comeBack();
        QTest::keyClick(table, Qt::Key_Return); // opens it again
        box = table->viewport()->findChild<QComboBox *>();
        QVERIFY(box != nullptr);
        QTest::keyClick(box, Qt::Key_Down);
        QTest::keyClick(box->view(), Qt::Key_Down);
        QTest::keyClick(box->view(), Qt::Key_Return);
        QCOMPARE(cell.data(Qt::EditRole).toString(), u"b"_s);
        QTRY_VERIFY(table->viewport()->findChild<QComboBox *>() == nullptr);
        QVERIFY(m_dialog->isVisible());
        // What is left otherwise is taken over, too.
        comeBack();
        QTest::keyClick(table, Qt::Key_Return);
        box = table->viewport()->findChild<QComboBox *>();
        QVERIFY(box != nullptr);
        box->setCurrentIndex(0);
        m_dialog->findChild<QTabWidget *>()->setFocus();
        QTRY_COMPARE(cell.data(Qt::EditRole).toString(), QString());
        QVERIFY(m_dialog->isVisible());
    }

    void returnInACellPressesNoButton() {
        showTab(1);
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        auto *table = named<QTableView>("Categories");
        const QModelIndex cell = list("Categories")->index(0, 1);
        table->setFocus();
        table->setCurrentIndex(cell);
        for (const auto *title : {"One", "Two"}) {
            QTest::keyClick(table, Qt::Key_Return);
            auto *line = table->viewport()->findChild<QLineEdit *>();
            QVERIFY(line != nullptr);
            line->selectAll();
            QTest::keyClicks(line, QString::fromLatin1(title));
            QTest::keyClick(line, Qt::Key_Return);
            QTRY_VERIFY(table->viewport()->findChild<QLineEdit *>() == nullptr);
            QCOMPARE(cell.data(Qt::EditRole).toString(), QString::fromLatin1(title));
            QVERIFY(m_dialog->isVisible());
        }
    }

    void aParentThatIsGoneIsShown() {
        showTab(1);
        auto *model = list("Categories");
        QVERIFY(change(*model, u"set 0 2 c"_s));
        QVERIFY(change(*model, u"remove 2"_s));
        QVERIFY(notes().contains(u"None has"_s));
        auto *table = named<QTableView>("Categories");
        table->edit(model->index(0, 2));
        auto *box = table->viewport()->findChild<QComboBox *>();
        QVERIFY(box != nullptr);
        QCOMPARE(box->currentText(), u"c"_s); // it stays a choice
    }
};

QTEST_MAIN(PropertiesListsTest)
#include "properties_lists_test.moc"
