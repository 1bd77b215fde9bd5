// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/form_fixture.h"
#include "widgets/workspace/event_model.h"

#include <QDoubleSpinBox>
#include <QLineEdit>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

/// What is written while one types, and what stays of it.
class EventFormTypingTest : public FormFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { takeAway(); }

    /// What was read of its beginning is taken back, and is no step.
    void whatEndsAsNoDateLeavesTheOldOne_data() {
        QTest::addColumn<QString>("typed");
        for (const QString &typed :
             {u"1920s BC"_s, u"1900 or 1901?"_s, u"1900-"_s, u"2024/2026x"_s, u"19"_s}) {
            QTest::newRow(qPrintable(typed)) << typed;
        }
    }
    void whatEndsAsNoDateLeavesTheOldOne() {
        QFETCH(QString, typed);
        auto *line = field<QLineEdit>("Date");
        const QByteArray before = document().eventText(0).toByteArray();
        type(line, typed);
        QCOMPARE(document().eventText(0).toByteArray(), before);
        QCOMPARE(m_editor->undoStack()->count(), 0);
        QVERIFY2(notes().contains(u"stays"_s), qPrintable(notes()));
        QCoreApplication::processEvents();
        QCOMPARE(line->text(), typed);
        // Of several, each has its own.
        select({0, 1, 2});
        type(line, u"1920"_s);
        QCOMPARE(details(2).date, u"1920"_s);
        QTest::keyClicks(line, u" maybe"_s);
        QCOMPARE(details(0).date, u"2001"_s);
        QCOMPARE(details(2).date, u"2003"_s);
    }

    /// What the file does not say is not shown as if it did, and can be taken out again.
    void anImportanceThatIsNotGivenIsNone() {
        auto *box = field<QDoubleSpinBox>("Importance");
        const QByteArray before = document().eventText(0).toByteArray();
        QCOMPARE(box->text(), u"not given: as 0.5"_s);
        box->setValue(0.5);
        QVERIFY(document().eventText(0).contains("\"importance\": 0.5"));
        select({1});
        QCOMPARE(box->text(), u"not given: as 0.5"_s);
        select({0, 1});
        QCOMPARE(box->text(), u"several values"_s);
        select({1, 2});
        QCOMPARE(box->text(), u"not given: as 0.5"_s);
        select({0});
        QCOMPARE(box->value(), 0.5);
        box->setValue(box->minimum());
        QCOMPARE(document().eventText(0).toByteArray(), before);
        const QModelIndex shown = m_workspace->events()->index(0, EventModel::ImportanceColumn);
        QCOMPARE(shown.data().toString(), QString());
    }

    /// What is left there as a date was meant.
    void whatTheFieldWasLeftWithIsWhatStays() {
        auto *line = field<QLineEdit>("Date");
        line->setFocus();
        type(line, u"1920"_s);
        QTest::keyClick(line, Qt::Key_Tab);
        line->setFocus();
        QTest::keyClick(line, Qt::Key_End);
        QTest::keyClicks(line, u"-05 perhaps"_s);
        QCOMPARE(details(0).date, u"1920"_s);
        QVERIFY2(notes().contains(u"stays at “1920”"_s), qPrintable(notes()));
    }
};

QTEST_MAIN(EventFormTypingTest)
#include "event_form_typing_test.moc"
