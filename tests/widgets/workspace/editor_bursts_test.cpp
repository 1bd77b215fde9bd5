// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/editor_fixture.h"

#include <QJsonArray>

using namespace timeline;
using namespace Qt::StringLiterals;

class EditorBurstsTest : public EditorFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { undoAndRedo(); }

    void aDateIsTypedAfterAStepOfAnotherKind() {
        steps().beginMacro(u"two at once"_s);
        m_editor->setField({1}, u"category"_s, u"b"_s);
        m_editor->setField({1}, u"title"_s, u"Zwei"_s);
        steps().endMacro();
        m_editor->setField({1}, u"date"_s, u"2004"_s);
        m_editor->setField({1}, u"date"_s, u"2004-05"_s);
        QCOMPARE(steps().count(), 2);
        QCOMPARE(document().details(1).date, u"2004-05"_s);
        QCOMPARE(title(1), u"Zwei"_s);
    }

    void whatIsTypedOnTheWayLeavesNoTrace() {
        show("[{\"title\": \"T\",\n\"start\": \"2024\",\n\"end\": \"2025\"}]");
        for (const QString &typed : {u"2024"_s, u"2024/"_s, u"2024/2026"_s}) {
            m_editor->setField({0}, u"date"_s, typed);
        }
        QCOMPARE(saved(), "[{\"title\": \"T\",\n\"start\": \"2024\",\n\"end\": \"2026\"}]");
        QCOMPARE(steps().count(), 1);
        m_editor->setField({0}, u"title"_s, u"U"_s);
        m_editor->setField({0}, u"date"_s, u"2024/"_s);
        QCOMPARE(title(0), u"U"_s);
    }

    void aBurstIsOneStep() {
        for (const QString &typed : {u"O"_s, u"On"_s, u"Once"_s}) {
            m_editor->setField({0}, u"title"_s, typed);
        }
        QCOMPARE(steps().count(), 1);
        steps().undo();
        QCOMPARE(title(0), u"One"_s);
        steps().redo();
        QCOMPARE(title(0), u"Once"_s);
    }

    void aBurstBackToTheBeginningIsNoStep() {
        m_editor->setField({0}, u"title"_s, u"Onex"_s);
        m_editor->setField({0}, u"title"_s, u"One"_s);
        QCOMPARE(steps().count(), 0);
        QVERIFY(!m_editor->isDirty());
    }

    void whatElseIsEditedIsAnotherStep() {
        m_editor->setField({0}, u"title"_s, u"A"_s);
        m_editor->setField({0}, u"category"_s, u"b"_s);
        m_editor->setField({1}, u"category"_s, u"b"_s);
        m_editor->setField({0, 1}, u"category"_s, u"c"_s);
        m_editor->setInHead(u"title"_s, u"U"_s);
        m_editor->setInHead(u"title"_s, u"Us"_s); // this one is a burst
        m_editor->setInHead(u"description"_s, u"D"_s);
        QCOMPARE(steps().count(), 6);
        steps().undo();
        QCOMPARE(document().title(), u"Us"_s);
        steps().undo();
        QCOMPARE(document().title(), u"T"_s);
    }

    /// Of the events of a burst some may have the value already, now at its first change, now at a later.
    void aBurstOnManyComesBackWhole() {
        m_editor->setField({0, 2}, u"status"_s, u"claimed"_s); // as the third is
        m_editor->setField({0, 2}, u"status"_s, u"planned"_s);
        QVERIFY(document().status(2) == Status::Planned);
        const QByteArray after = saved();
        while (steps().canUndo()) {
            steps().undo();
        }
        QCOMPARE(saved(), file);
        while (steps().canRedo()) {
            steps().redo();
        }
        QCOMPARE(saved(), after);
        m_editor->setField({0, 1}, u"title"_s, u"same"_s);
        m_editor->setField({0, 1}, u"title"_s, u"One"_s); // as the first was
        QCOMPARE(title(1), u"One"_s);
    }
};

QTEST_GUILESS_MAIN(EditorBurstsTest)
#include "editor_bursts_test.moc"
