// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/undated_pane.h"
#include "widgets/workspace/editor.h"
#include "widgets/workspace_fixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

class UndatedPaneTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<UndatedPane> m_pane;

    QListView *list() const { return m_pane->findChild<QListView *>(); }
    QLineEdit *date() const { return m_pane->findChild<QLineEdit *>(); }
    QPushButton *button(const QString &text) const {
        for (auto *each : m_pane->findChildren<QPushButton *>()) {
            if (each->text().remove(u'&') == text) {
                return each;
            }
        }
        return nullptr;
    }
    void click(int row) {
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(list()->model()->index(row, 0)).center());
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setDocument(documentOf(
            R"({"events": [{"title": "A", "date": "2001"}], "undated": [{"title": "X"}, {"title": "Y"}]})"));
        m_editor = std::make_unique<Editor>(*m_workspace);
        m_pane = std::make_unique<UndatedPane>(*m_workspace, *m_editor);
        m_pane->resize(700, 200);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    void cleanup() {
        m_pane.reset();
        m_editor.reset();
    }

    void aTypedDatePutsItOnTheTimeline() {
        QVERIFY(!date()->isEnabled());
        click(1);
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{2});
        QVERIFY(date()->isEnabled());
        QTest::keyClicks(date(), u"no date"_s);
        QVERIFY(!button(u"Give it this date"_s)->isEnabled());
        date()->clear();
        QSignalSpy counted(m_pane.get(), &UndatedPane::countChanged);
        QTest::keyClicks(date(), u"1999~"_s);
        QTest::keyClick(date(), Qt::Key_Return);
        QCOMPARE(m_workspace->document()->details(2).date, u"1999~"_s);
        QTRY_COMPARE(m_pane->count(), 1);
        QVERIFY(counted.size() > 0);
        QVERIFY(m_workspace->selection()->contains(2));
        QCOMPARE(date()->text(), QString());
    }

    void whatPeopleWriteIsWrittenAsADateFirst() {
        click(0);
        QTest::keyClicks(date(), u"March 1871"_s);
        QTest::keyClick(date(), Qt::Key_Return);
        QCOMPARE(date()->text(), u"1871-03"_s);
        QVERIFY(m_workspace->document()->isUndated(1));
        QTest::keyClick(date(), Qt::Key_Return);
        QCOMPARE(m_workspace->document()->details(1).date, u"1871-03"_s);
        QCOMPARE(m_editor->undoStack()->text(0), u"Date for “X”"_s);
    }

    void ofWhatMayMeanSeveralDatesOneIsChosen() {
        click(0);
        QTest::keyClicks(date(), u"03/04/1871"_s);
        QTest::keyClick(date(), Qt::Key_Return);
        QCOMPARE(date()->text(), u"03/04/1871"_s);
        QVERIFY(m_workspace->document()->isUndated(1));
        const QList<QLabel *> labels = m_pane->findChildren<QLabel *>();
        const auto hint = std::ranges::find_if(
            labels, [](const QLabel *label) { return label->text().contains(u"1871-04-03"_s); });
        QVERIFY(hint != labels.cend());
        QVERIFY((*hint)->text().contains(u"href=\"1871-03-04\""_s));
        Q_EMIT(*hint)->linkActivated(u"1871-03-04"_s);
        QCOMPARE(date()->text(), u"1871-03-04"_s);
        QTest::keyClick(date(), Qt::Key_Return);
        QCOMPARE(m_workspace->document()->details(1).date, u"1871-03-04"_s);
    }

    void whatIsWrittenAndNoDateIsThereToBeMended() {
        m_workspace->setDocument(documentOf(
            R"([{"title": "A", "date": "ABT 1850"}, {"title": "B", "date": "some day"}, {"title": "C"}])"));
        click(0);
        QCOMPARE(date()->text(), u"ABT 1850"_s);
        QVERIFY(button(u"Give it this date"_s)->isEnabled()); // it can mean one thing alone
        click(1);
        QCOMPARE(date()->text(), u"some day"_s);
        QVERIFY(!button(u"Give it this date"_s)->isEnabled());
        click(2);
        QCOMPARE(date()->text(), QString());
        date()->setText(u"1849"_s); // what one types oneself stays
        click(0);
        QCOMPARE(date()->text(), u"1849"_s);
        m_workspace->setDocument(documentOf("[]"));
        QVERIFY(!date()->isEnabled());
    }

    void selectAllIsMeantForTheList() {
        click(0);
        QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{1, 2}));
    }

    void showsWhatIsSelectedElsewhere() {
        m_workspace->selection()->select(EventIndex{1});
        QCOMPARE(list()->selectionModel()->selectedIndexes(), QModelIndexList{list()->model()->index(0, 0)});
        m_workspace->selection()->select(EventIndex{0});
        QVERIFY(!list()->selectionModel()->hasSelection());
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{0}); // and leaves that alone
    }

    void makesNewOnes() {
        QPushButton *add = button(u"New event without a date"_s);
        QVERIFY(add && add->isEnabled());
        QSignalSpy wanted(m_pane.get(), &UndatedPane::editRequested);
        add->click();
        QCOMPARE(wanted.size(), 1); // to be named
        QTRY_COMPARE(m_pane->count(), 3);
        QVERIFY(m_workspace->selection()->contains(3));
        m_workspace->setDocument(documentOf(R"([{"title": "A", "date": "2001"}])"));
        QVERIFY(add->isEnabled());
        QCOMPARE(m_pane->count(), 0);
    }

    void readOnlyNothingIsEdited() {
        m_editor->setReadOnly(u"because"_s);
        click(0);
        QVERIFY(!date()->isEnabled());
        QVERIFY(!button(u"New event without a date"_s)->isEnabled());
    }
};

QTEST_MAIN(UndatedPaneTest)
#include "undated_pane_test.moc"
