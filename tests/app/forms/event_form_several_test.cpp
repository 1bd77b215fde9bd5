// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/date_edit.h"
#include "app/fields/list_edit.h"
#include "app/fields/list_rows.h"
#include "app/fields/markdown_edit.h"
#include "app/forms/form_fixture.h"

#include <QComboBox>
#include <QPlainTextEdit>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

class EventFormSeveralTest : public FormFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { takeAway(); }

    void ofSeveralWhatTheyHaveInCommonIsShownAndAllAreChanged() {
        select({0, 1});
        QCOMPARE(field<QLineEdit>("Title")->text(), QString());
        QCOMPARE(field<QLineEdit>("Date")->text(), u"2001"_s);
        QCOMPARE(field<QComboBox>("Category")->currentIndex(), -1);
        QCOMPARE(field<ListEdit>("Tags")->text(), u"y"_s);
        QVERIFY(!field<QLineEdit>("Id")->isEnabled());
        type(field<QLineEdit>("Date"), u"2010"_s);
        QCOMPARE(details(0).date, u"2010"_s);
        QCOMPARE(details(1).date, u"2010"_s);
    }

    void ofSeveralOnlyWhatWasAddedOrTakenIsChangedInLists() {
        select({0, 1});
        type(field<ListEdit>("Tags"), u"w"_s);
        QCOMPARE(details(0).tags, QStringList({u"x"_s, u"w"_s}));
        QCOMPARE(details(1).tags, QStringList({u"z"_s, u"w"_s}));
    }

    /// One step, and what is typed on the way takes nothing: the second has had "re" before.
    void aWordTypedIntoSeveralIsOneStep() {
        m_editor->setField({1}, u"tags"_s, QJsonArray{u"y"_s, u"re"_s});
        const int steps = m_editor->undoStack()->count();
        select({0, 1});
        auto *tags = field<ListEdit>("Tags");
        tags->setFocus();
        tags->end(false);
        QTest::keyClicks(tags, u", red"_s);
        QCOMPARE(details(0).tags, QStringList({u"x"_s, u"y"_s, u"red"_s}));
        QCOMPARE(details(1).tags, QStringList({u"y"_s, u"re"_s, u"red"_s}));
        QCOMPARE(m_editor->undoStack()->count(), steps + 1);
        m_editor->undo();
        QCOMPARE(details(0).tags, QStringList({u"x"_s, u"y"_s}));
        QCOMPARE(details(1).tags, QStringList({u"y"_s, u"re"_s}));
    }

    /// Every other field of several, too.
    void whatIsTypedIntoSeveralIsOneStep_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("title") << QByteArray("Title");
        QTest::newRow("date") << QByteArray("Date");
        QTest::newRow("attribution") << QByteArray("According to");
        QTest::newRow("description") << QByteArray("Description");
        QTest::newRow("sources") << QByteArray("Sources");
    }
    void whatIsTypedIntoSeveralIsOneStep() {
        QFETCH(QByteArray, field);
        select({0, 1});
        QWidget *widget = this->field<QWidget>(field.constData());
        if (auto *date = qobject_cast<DateEdit *>(widget)) {
            widget = date->line();
            date->line()->selectAll();
        } else if (auto *markdown = qobject_cast<MarkdownEdit *>(widget)) {
            widget = markdown->source();
        } else if (auto *rows = qobject_cast<ListRows *>(widget)) {
            rows->showLine();
            widget = rows->line();
        }
        widget->setFocus();
        QTest::keyClicks(widget, u"2002"_s);
        QVERIFY(document().eventText(0).contains("2002") && document().eventText(1).contains("2002"));
        m_editor->undo();
        QVERIFY(document().changes().empty());
        QVERIFY(!m_editor->undoStack()->canUndo());
    }
};

QTEST_MAIN(EventFormSeveralTest)
#include "event_form_several_test.moc"
