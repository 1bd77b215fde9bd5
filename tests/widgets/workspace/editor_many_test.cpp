// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/editor_fixture.h"

#include <QJsonArray>
#include <numeric>

using namespace timeline;
using namespace Qt::StringLiterals;

/// Edits of so many events that they are made beside the window's thread.
class EditorManyTest : public EditorFixture {
    Q_OBJECT

    static constexpr EventIndex count = Editor::few + 500;
    QByteArray m_file;

    static QByteArray fileOfMany() {
        QByteArrayList events;
        for (EventIndex i = 0; i < count; ++i) {
            const QByteArray number = QByteArray::number(i);
            events += "{\"id\": \"e" + number + "\", \"title\": \"T " + number + "\", \"date\": \"" +
                      QByteArray::number(1900 + i % 100) + "\"" +
                      (i % 3 == 0 ? ", \"status\": \"claimed\", \"category\": \"b\""
                                  : ", \"status\": \"reported\", \"x-note\": 1.50") +
                      "}";
        }
        return fileOf(events);
    }
    static std::vector<EventIndex> all() {
        std::vector<EventIndex> events(count);
        std::iota(events.begin(), events.end(), EventIndex{0});
        return events;
    }
    bool isDone() const { return !m_editor->work().isBusy() && !m_workspace->isArranging(); }
    /// Whatever was begun is done, undone and made again, each beside.
    void undoAndRedoMany(const QByteArray &after) {
        QTRY_VERIFY(isDone());
        QCOMPARE(saved(), after);
        QCOMPARE(steps().count(), 1);
        compareWithAFreshOne();
        m_editor->undo();
        QVERIFY(m_editor->work().isBusy());
        QTRY_VERIFY(isDone());
        QVERIFY(document().changes().empty());
        QCOMPARE(saved(), m_file);
        compareWithAFreshOne();
        m_editor->redo();
        QTRY_VERIFY(isDone());
        QCOMPARE(saved(), after);
        compareWithAFreshOne();
    }

private Q_SLOTS:
    void init() {
        makeOne();
        m_file = fileOfMany();
        show(m_file);
    }

    void changesManyAsItChangesEach_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("category") << u"category"_s << QJsonValue(u"a"_s);
        QTest::newRow("status") << u"status"_s << QJsonValue(u"planned"_s);
        QTest::newRow("importance") << u"importance"_s << QJsonValue(0.75);
        QTest::newRow("tags") << u"tags"_s << QJsonValue(QJsonArray{u"x"_s, u"y"_s});
        QTest::newRow("date") << u"date"_s << QJsonValue(u"2024-05"_s);
        QTest::newRow("taken out") << u"status"_s << QJsonValue(QJsonValue::Undefined);
    }
    void changesManyAsItChangesEach() {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        Workspace other(m_measure);
        Editor one(other);
        other.setDocument(documentOf(m_file));
        for (EventIndex event = 0; event < count; event += 500) {
            std::vector<EventIndex> some(500);
            std::iota(some.begin(), some.end(), event);
            QVERIFY(one.setField(some, field, value));
        }
        QByteArray expected;
        const std::vector<Splice> changes = other.document()->changes();
        for (const QByteArrayView piece : spliced(other.document()->bytes(), changes)) {
            expected.append(piece.data(), piece.size());
        }
        QVERIFY(m_editor->setField(all(), field, value));
        QVERIFY(m_editor->work().isBusy());
        QCOMPARE(saved(), m_file);
        undoAndRedoMany(expected);
    }

    void deletesAndPastesMany() {
        m_editor->remove(all());
        undoAndRedoMany(fileOf({}).replace("[\n    \n  ]", "[]"));
        m_editor->paste(m_file);
        QTRY_VERIFY(isDone());
        QCOMPARE(document().presentCount(), count);
        QCOMPARE(steps().count(), 2);
        compareWithAFreshOne();
        m_editor->undo();
        QTRY_VERIFY(isDone());
        m_editor->undo();
        QTRY_VERIFY(isDone());
        QCOMPARE(saved(), m_file);
    }

    void cancelledAllIsAsItWas() {
        QSignalSpy edited(m_workspace.get(), &Workspace::documentEdited);
        const auto before = m_workspace->document();
        m_editor->setField(all(), u"category"_s, u"a"_s);
        m_editor->work().cancel();
        QVERIFY(m_editor->canEdit());
        QVERIFY(m_editor->setField({0}, u"title"_s, u"Other"_s)); // at once
        m_editor->undo();
        m_editor->setField(all(), u"category"_s, u"c"_s);
        QTRY_VERIFY(isDone());
        QCOMPARE(edited.count(), 3);
        QVERIFY(!saved().contains("\"category\": \"a\""));
        m_editor->undo();
        m_editor->work().cancel();
        QCOMPARE(document().details(count - 1).category, u"c"_s);
        QVERIFY(steps().canUndo() && !steps().canRedo());
        m_editor->undo();
        QTRY_VERIFY(isDone());
        QCOMPARE(saved(), m_file);
        QCOMPARE(before->eventText(0), document().eventText(0));
    }

    void meanwhileNothingElseIsEdited() {
        m_editor->setField(all(), u"category"_s, u"a"_s);
        QVERIFY(!m_editor->obstacle().isEmpty());
        QVERIFY(!m_editor->setField({0}, u"title"_s, u"Other"_s));
        m_editor->undo();
        QCOMPARE(m_refused->count(), 2);
        QTRY_VERIFY(isDone());
        QCOMPARE(title(0), u"T 0"_s);
        QCOMPARE(steps().count(), 1);
        QVERIFY(m_editor->canEdit());
    }

    void whatOneMayNotBeNoneIs() {
        m_editor->setField(all(), u"date"_s, u"someday"_s);
        QTRY_VERIFY(isDone());
        QVERIFY(wasRefused());
        m_editor->changeTexts(
            all(),
            [](std::size_t number, QByteArrayView text) {
                return number == count - 1 ? EditedText(Problem{ProblemCode::NotWhole})
                                           : EditedText(text.toByteArray() + ' ');
            },
            u"step"_s);
        QTRY_VERIFY(isDone());
        QVERIFY(wasRefused());
    }

    void whatSaysTheSameIsNoStep() {
        m_editor->setField(all(), u"status"_s, QJsonValue::Undefined);
        QTRY_VERIFY(isDone());
        m_editor->setField(all(), u"status"_s, QJsonValue::Undefined);
        QTRY_VERIFY(isDone());
        QCOMPARE(steps().count(), 1);
    }

    void anotherDocumentEndsIt() {
        m_editor->setField(all(), u"category"_s, u"a"_s);
        show(file);
        QVERIFY(!m_editor->work().isBusy());
        QCOMPARE(saved(), file);
        QCOMPARE(steps().count(), 0);
    }

    void itSaysHowFarItIs() {
        EditControl control;
        const Result<DocumentEdit> edit = changedTexts(
            document(), all(),
            [](std::size_t, QByteArrayView text) { return EditedText(text.toByteArray() + ' '); }, control);
        QVERIFY(edit && edit->events.size() == count);
        QCOMPARE(control.done(), std::size_t{count});
        Document next = document();
        next.apply(*edit, control);
        QCOMPARE(control.expected(), std::size_t{3 * count});
        QCOMPARE(control.done(), control.expected());
    }
};

QTEST_MAIN(EditorManyTest)
#include "editor_many_test.moc"
