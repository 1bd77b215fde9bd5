// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/session_fixture.h"

#include <QDir>
#include <QSignalSpy>

using namespace timeloom;
using namespace timeline;
using namespace Qt::StringLiterals;

class SessionJournalTest : public SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void theJournalComesAndGoes() {
        Window window(m_file);
        QVERIFY(!journal().exists());
        window.setTitle(0, u"A2"_s);
        QTRY_VERIFY(journal().exists());
        QCOMPARE(journal().read()->edits.toBytes(), window.session.pendingEdits().toBytes());
        QCOMPARE(window.session.save().error(), QString());
        QVERIFY(!journal().exists());
        window.setTitle(0, u"A3"_s);
        QTRY_VERIFY(journal().exists());
        window.editor.undoStack()->undo();
        QVERIFY(!journal().exists());
        window.editor.undoStack()->undo(); // what is on disk is A2
        QTRY_VERIFY(journal().exists());
        QVERIFY(journal().read()->edits.events[0].saved.contains("A2"));
        window.session.discard();
        QVERIFY(!journal().exists());
    }

    void aJournalThatFailsIsTold() {
        Window window(m_file);
        QVERIFY(QDir(path("state")).removeRecursively() && write(path("state"), "no folder"));
        QSignalSpy failed(&window.session, &FileSession::journalFailed);
        window.setTitle(0, u"A2"_s);
        QVERIFY(!failed.isEmpty() || failed.wait());
        QCOMPARE(failed.first().first().toString(), journal().path());
        QVERIFY(window.session.isDirty());
        // Once, until it works again.
        window.session.keepSafe();
        QCOMPARE(failed.size(), 1);
        QVERIFY(QFile::remove(path("state")));
        QVERIFY(QDir().mkpath(QFileInfo(journal().path()).path()));
        window.session.keepSafe();
        QVERIFY(journal().read());
        QVERIFY(QDir(path("state")).removeRecursively() && write(path("state"), "no folder"));
        window.session.keepSafe();
        QCOMPARE(failed.size(), 2);
    }

    void whatACrashLeftBehindComesBack_data() {
        QTest::addColumn<QByteArray>("onDisk"); // when it is opened again
        QTest::addColumn<QByteArray>("expected");
        const auto edited = [](const QByteArray &text) {
            return with(",\r\n\t\t{\"title\": \"no id\", \"date\": \"2003\"}", "",
                        with("\"A\"", "\"A2\"", with("\"T\"", "\"U\"", text)));
        };
        QTest::newRow("the same file") << file << edited(file);
        const QByteArray other = with("\"B\"", "\"theirs\"");
        QTest::newRow("changed meanwhile") << other << edited(other);
    }
    void whatACrashLeftBehindComesBack() {
        QFETCH(QByteArray, onDisk);
        QFETCH(QByteArray, expected);
        {
            Window crashed(m_file);
            crashed.setTitle(0, u"A2"_s);
            crashed.editor.remove({2});
            crashed.editor.setInHead(u"title"_s, u"U"_s);
        } // which writes the journal, as the timer would have
        QCOMPARE(read(m_file), file);
        QVERIFY(write(m_file, onDisk));
        Window window(m_file);
        QVERIFY(!window.session.isDirty());
        const auto content = window.session.leftBehind();
        QVERIFY(content.has_value());
        QCOMPARE(window.session.belongsToFile(*content), onDisk == file);
        Merge merge(content->edits, *window.workspace.document());
        QVERIFY(merge.conflicts().empty());
        window.session.mergeInto(window.workspace.document(), merge, u"restore"_s);
        QVERIFY(window.session.isDirty());
        QCOMPARE(window.editor.undoStack()->undoText(), u"restore"_s);
        QCOMPARE(window.session.save().error(), QString());
        QCOMPARE(read(m_file), expected);
        QVERIFY(window.session.leftBehind()); // until somebody says that it is settled
        window.session.dropLeftBehind();
        QVERIFY(!window.session.leftBehind());
        QVERIFY(!Window(m_file).session.leftBehind());
    }

    void whoDecidesLaterLosesNothing() {
        Window(m_file).setTitle(0, u"A2"_s);
        Window window(m_file);
        window.setTitle(1, u"B2"_s);
        QTRY_VERIFY(journal().exists());
        QCOMPARE(window.session.save().error(), QString());
        const auto content = Window(m_file).session.leftBehind();
        QVERIFY(content && content->edits.events.front().now.contains("A2"));
    }

    void whatWasGivenUpIsNotLeftBehind() {
        for (const bool isJournalThere : {false, true}) {
            Window window(m_file);
            window.setTitle(0, u"A2"_s);
            if (isJournalThere) {
                QTRY_VERIFY(journal().exists());
            }
            window.session.discard();
        }
        QVERIFY(!Window(m_file).session.leftBehind());
    }

    void aCleanWindowLeavesNothingBehind() {
        {
            Window window(m_file);
            window.setTitle(0, u"A2"_s);
            window.editor.undoStack()->undo();
        }
        QVERIFY(!journal().exists());
    }

    /// What cannot be read is told and kept, and hides nothing that can.
    void aJournalThatCannotBeReadIsPutAway() {
        {
            Window window(m_file);
            window.setTitle(0, u"A2"_s);
            window.session.keepSafe();
        }
        const QByteArray good = read(journal().path());
        QVERIFY(write(journal().path() + u".1"_s, "no journal"));
        Window window(m_file);
        QSignalSpy told(&window.session, &FileSession::journalUnreadable);
        const auto content = window.session.leftBehind();
        QVERIFY(content && content->edits.events.size() == 1);
        QCOMPARE(told.size(), 1);
        QCOMPARE(read(told.first().first().toString()), QByteArray("no journal"));
        QVERIFY(window.session.leftBehind().has_value());
        QCOMPARE(told.size(), 1);
        window.session.dropLeftBehind();
        QVERIFY(!window.session.leftBehind());
    }

    void editsOfTheStoryAreKeptSafe() {
        const QString name = u":story"_s;
        const auto begin = [&name](Window &window) {
            window.session.begin(name, window.workspace.document(), name);
        };
        {
            Window window(m_file);
            begin(window);
            window.setTitle(0, u"A2"_s);
            QTRY_VERIFY(Journal(name).exists());
        }
        Window window(m_file);
        begin(window);
        const auto content = window.session.leftBehind();
        QVERIFY(content && window.session.belongsToFile(*content));
        window.setTitle(0, u"A3"_s);
        window.session.keepSafe();
        QCOMPARE(window.session.save(path("copy.json")).error(), QString());
        QVERIFY(!Journal(name).exists());
    }
};

QTEST_MAIN(SessionJournalTest)
#include "session_journal_test.moc"
