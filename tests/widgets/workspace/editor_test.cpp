// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/edit/new_events.h"
#include "widgets/editor_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace timeline;
using namespace Qt::StringLiterals;

class EditorTest : public EditorFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { undoAndRedo(); }

    void setsAField_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto with = [](const QByteArray &from, const QByteArray &to) {
            return fileOf({eventOne, QByteArray(eventTwo).replace(from, to), eventThree});
        };
        QTest::newRow("title") << u"title"_s << QJsonValue(u"Zwei"_s) << with("\"Two\"", "\"Zwei\"");
        QTest::newRow("date") << u"date"_s << QJsonValue(u"1999/2000"_s) << with("\"2002\"", "\"1999/2000\"");
        QTest::newRow("category") << u"category"_s << QJsonValue(u"b"_s) << with("\"a\"", "\"b\"");
        QTest::newRow("taken out") << u"category"_s << QJsonValue(QJsonValue::Undefined)
                                   << with("\n      \"category\": \"a\",", "");
        QTest::newRow("added") << u"status"_s << QJsonValue(u"planned"_s)
                               << with("\"a\",", "\"a\",\n      \"status\": \"planned\",");
    }
    void setsAField() {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QByteArray, expected);
        m_editor->setField({1}, field, value);
        QCOMPARE(saved(), expected);
        QCOMPARE(steps().count(), 1);
        QVERIFY(steps().undoText().contains(Editor::fieldTitle(field)));
        QVERIFY(m_editor->isDirty());
        m_editor->setField({1}, field, value); // says the same: no step
        QCOMPARE(steps().count(), 1);
        steps().undo();
        QCOMPARE(saved(), file);
        QVERIFY(!m_editor->isDirty());
    }

    void setsAFieldOfManyInOneStep() {
        m_editor->setField({0, 2}, u"status"_s, u"planned"_s);
        QCOMPARE(steps().count(), 1);
        QVERIFY(document().status(0) == Status::Planned);
        QVERIFY(document().status(1) == Status::Confirmed);
        QVERIFY(document().status(2) == Status::Planned);
        m_editor->setField({}, u"status"_s, u"planned"_s);
        QCOMPARE(steps().count(), 1);
    }

    /// An event without a title is shown all the same.
    void titlesMayBeTakenOut() {
        m_editor->setField({0}, u"title"_s, QJsonValue::Undefined);
        QVERIFY(!document().isDeleted(0));
        QCOMPARE(title(0), u"Untitled"_s);
        QCOMPARE(document().details(0).title, QString());
        steps().undo();
        QCOMPARE(saved(), file);
    }

    void whatIsNotUnderstoodOfAListStays() {
        show("[{\"title\": \"T\", \"date\": \"2001\", \"tags\": [\"a\", true]}]");
        m_editor->setField({0}, u"tags"_s, QJsonArray{u"b"_s});
        QCOMPARE(saved(), "[{\"title\": \"T\", \"date\": \"2001\", \"tags\": [\"b\", true]}]");
        m_editor->setField({0}, u"tags"_s, QJsonValue::Undefined);
        QCOMPARE(saved(), "[{\"title\": \"T\", \"date\": \"2001\", \"tags\": [true]}]");
        m_editor->mend(0, {u"Remove it"_s, u"tags"_s, QJsonValue::Undefined});
        QCOMPARE(saved(), "[{\"title\": \"T\", \"date\": \"2001\"}]");
    }

    void whatIsNoListIsCopiedAsItIs() {
        show("[{\"title\": \"T\", \"date\": \"2001\", \"links\": \"b\"}]");
        m_editor->duplicate({0});
        QVERIFY(saved().count("\"links\": \"b\"") == 2);
    }

    void aRowThatIsAddedTakesNothingOfOneThatWent() {
        show("[{\"title\": \"T\", \"date\": \"2001\", \"media\": [{\"url\": \"a\"}, {\"url\": \"b\", \"by\": "
             "1}]}]");
        const QJsonObject a{{u"url"_s, u"a"_s}};
        m_editor->setField({0}, u"media"_s, QJsonArray{a});
        m_editor->setField({0}, u"media"_s, QJsonArray{a, QJsonObject{{u"url"_s, u"c"_s}}});
        QCOMPARE(saved(),
                 "[{\"title\": \"T\", \"date\": \"2001\", \"media\": [{\"url\": \"a\"}, {\"url\": \"c\"}]}]");
    }

    void whatIsNotAllowedIsRefused_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no date") << u"date"_s << QJsonValue(u"someday"_s);
        QTest::newRow("a date that is a number") << u"date"_s << QJsonValue(20010131);
    }
    void whatIsNotAllowedIsRefused() {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        m_editor->setField({0}, field, value);
        QVERIFY(wasRefused());
        m_editor->setField({1, 0}, field, value);
        QVERIFY(wasRefused());
        m_editor->setFields({{1, {{u"category"_s, u"b"_s}}}, {0, {{field, value}}}}, u"step"_s);
        QVERIFY(wasRefused());
        QVERIFY(!m_editor->add(QJsonObject{{u"title"_s, u"A"_s}, {u"date"_s, u"2000"_s}, {field, value}}));
        QVERIFY(wasRefused());
        QCOMPARE(document().presentCount(), 3U);
    }

    void aKeyThatStandsTwiceIsRefused() {
        show("[{\"title\": \"A\", \"date\": \"2001\", \"category\": \"a\", \"category\": \"b\"}]");
        m_editor->setField({0}, u"category"_s, u"c"_s);
        QVERIFY(wasRefused());
    }

    void setsSeveralFieldsInOneStep() {
        m_editor->setFields(
            {{0, {{u"title"_s, u"A"_s}, {u"date"_s, u"1999"_s}}}, {1, {{u"category"_s, u"b"_s}}}}, u"Move"_s);
        QCOMPARE(steps().count(), 1);
        QCOMPARE(steps().undoText(), u"Move"_s);
        QCOMPARE(title(0), u"A"_s);
        QCOMPARE(document().begin(0), documentOf("[{\"title\":\"A\",\"date\":\"1999\"}]")->begin(0));
        QCOMPARE(document().details(1).category, u"b"_s);
        m_editor->setFields({{0, {{u"title"_s, u"A"_s}}}}, u"Nothing"_s);
        QCOMPARE(steps().count(), 1);
    }

    void editsTheHead() {
        m_editor->setInHead(u"title"_s, u"U"_s);
        m_editor->setInHead(u"categories"_s,
                            QJsonArray{QJsonObject{{u"id"_s, u"a"_s}, {u"title"_s, u"Apples"_s}}});
        QCOMPARE(document().title(), u"U"_s);
        QCOMPARE(saved(),
                 QByteArray(file).replace(
                     "\"T\",", "\"U\",\n  \"categories\": [{\"id\": \"a\", \"title\": \"Apples\"}],"));
        QVERIFY(lanesOf(*m_workspace).contains(u"Apples 1"_s));
        QVERIFY(steps().undoText().contains(Editor::fieldTitle(u"categories"_s)));
    }

    /// Nothing that was said of the events has changed, so nothing jumps.
    void editsOfTheHeadKeepTheLanesInPlace() {
        const auto titles = [&] {
            QStringList all;
            for (const Lane &lane : m_workspace->layout().lanes().lanes) {
                all += lane.title;
            }
            return all;
        };
        const QStringList before = titles();
        QCOMPARE(before.size(), 2);
        m_editor->setInHead(u"title"_s, u"U"_s);
        QCOMPARE(titles(), before);
        steps().undo();
        QCOMPARE(titles(), before);
    }

    /// Though the other end gets an id, only the event that links is selected; undone and made again, too.
    void afterALinkItsEventIsSelected() {
        m_workspace->selection()->select(std::vector<EventIndex>{0, 1});
        const std::vector<EventIndex> only{0};
        m_editor->link(0, 2, LinkKind::Related);
        QVERIFY(!document().details(2).id.isEmpty());
        QCOMPARE(m_workspace->selection()->events(), only);
        m_workspace->selection()->select(EventIndex{2});
        m_editor->undo();
        QCOMPARE(m_workspace->selection()->events(), only);
        m_workspace->selection()->select(EventIndex{2});
        m_editor->redo();
        QCOMPARE(m_workspace->selection()->events(), only);
    }

    void readOnlyNothingIsEdited() {
        QSignalSpy changes(m_editor.get(), &Editor::obstacleChanged);
        m_editor->setReadOnly(u"for a reason"_s);
        m_editor->setReadOnly(u"for a reason"_s);
        QCOMPARE(changes.size(), 1);
        QVERIFY(!m_editor->canEdit());
        const std::vector<std::function<void()>> tries = {
            [&] { m_editor->setField({0}, u"title"_s, u"A"_s); },
            [&] {
                m_editor->setFields({{0, {{u"title"_s, u"A"_s}}}}, u"step"_s);
            },
            [&] { m_editor->setInHead(u"title"_s, u"U"_s); },
            [&] { m_editor->link(0, 1, LinkKind::Related); },
            [&] {
                QVERIFY(!m_editor->add({{u"title"_s, u"A"_s}, {u"date"_s, u"2000"_s}}));
            },
            [&] { m_editor->remove({0}); },
            [&] { m_editor->duplicate({0}); },
            [&] { m_editor->paste("[" + eventOne + "]"); },
            [&] {
                m_editor->apply({{{0, {}}}, {}}, u"step"_s);
            },
        };
        for (const auto &attempt : tries) {
            attempt();
            QCOMPARE(m_refused->value(0), QVariantList{u"for a reason"_s});
            QVERIFY(wasRefused());
        }
        QVERIFY(!copied(document(), {0}).isEmpty()); // reading is allowed
    }

    void anotherDocumentForgetsTheSteps() {
        m_editor->setField({0}, u"title"_s, u"A"_s);
        show(sixEvents);
        QVERIFY(!steps().canUndo() && !m_editor->isDirty());
        m_editor->setField({3}, u"title"_s, u"A"_s); // and edits are made in the new one
        QCOMPARE(title(3), u"A"_s);
    }

    /// Many steps of all kinds, with a filter and an order; cleanup() compares and takes them back.
    void allTogether() {
        show(sixEvents);
        m_workspace->events()->sort(EventModel::TitleColumn);
        m_editor->setField({0, 3, 5}, u"category"_s, u"new"_s);
        m_editor->remove({2, 4});
        const auto added = m_editor->add({{u"title"_s, u"new"_s}, {u"date"_s, u"1950/.."_s}});
        m_editor->duplicate({1, *added});
        m_editor->setField({*added}, u"category"_s, u"c"_s);
        m_editor->link(1, 3, LinkKind::Related);
        QVERIFY(!document().details(3).id.isEmpty());
        m_editor->setField({0}, u"date"_s, u"1900"_s);
        m_editor->setInHead(u"categories"_s, QJsonArray{QJsonObject{{u"id"_s, u"new"_s}}});
        m_editor->paste(copied(document(), {0, 1}));
        m_editor->remove({*added});
        QVERIFY(steps().count() >= 9);
        QCOMPARE(document().presentCount(), 8U);
    }
};

QTEST_GUILESS_MAIN(EditorTest)
#include "editor_test.moc"
