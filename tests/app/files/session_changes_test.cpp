// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/session_fixture.h"

#include <QSignalSpy>

using namespace timeloom;
using namespace timeline;
using namespace Qt::StringLiterals;

class SessionChangesTest : public SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    /// Before the watcher could tell.
    void whatOthersWroteInThisMomentIsLeftAlone() {
        Window window(m_file);
        window.setTitle(0, u"A2"_s);
        const QByteArray theirs = with("\"B\"", "\"B of others\"");
        QVERIFY(write(m_file, theirs));
        const SaveResult refused = window.session.save();
        QVERIFY(refused.is(ProblemCode::ChangedMeanwhile) && !refused.error().isEmpty());
        QCOMPARE(read(m_file), theirs);
        QVERIFY(window.session.isDirty());
        window.session.watcher().look();
        QVERIFY(window.session.isChangedOnDisk());
        QVERIFY(window.session.save().is(ProblemCode::ChangedMeanwhile)); // not yet brought together
        QCOMPARE(window.bringTogether(), std::size_t{0});
        QCOMPARE(window.session.save().error(), QString());
        QCOMPARE(read(m_file), with("\"A\"", "\"A2\"", theirs));
    }

    /// The file is large, so that its bytes are not copied at once, and is cut off in that moment.
    void whatWasCutOffIsNotSaved() {
        QByteArrayList events = {"{\"id\": \"a\", \"title\": \"A\", \"date\": \"2001\"}"};
        for (int i = 0; i < 5'000; ++i) {
            events += "{\"id\": \"e" + QByteArray::number(i) + "\", \"title\": \"" + QByteArray(300, 'x') +
                      "\", \"date\": \"2002\"}";
        }
        const QByteArray whole = '[' + events.join(",\n") + ']';
        QVERIFY(write(m_file, whole));
        const auto document = readFile(m_file)->document;
        QVERIFY(document->isWhole());
        QVERIFY(QFile::resize(m_file, 500'000));
        QVERIFY(!document->isWhole());
        Window window(path("none.json"));
        window.workspace.setDocument(document);
        window.session.begin(m_file, document);
        window.setTitle(0, u"A2"_s);
        QVERIFY(document->makeBytesOwn({})); // of what is left
        QVERIFY(!window.session.save({}, true).error().isEmpty());
        QVERIFY(!window.session.save(path("copy.json")).error().isEmpty());
        QVERIFY(!QFile::exists(path("copy.json")));
        QCOMPARE(QFileInfo(m_file).size(), 500'000);
        QVERIFY(window.session.isDirty());
        window.session.keepSafe();
        QVERIFY(journal().exists());
        window.workspace.document()->details(5'000); // is looked at, and reads as zeros
        QVERIFY(write(m_file, whole));
        QCOMPARE(window.bringTogether(), std::size_t{0});
        QTRY_COMPARE(window.title(0), u"A2"_s);
        QCOMPARE(window.session.save().error(), QString());
        QCOMPARE(read(m_file), QByteArray(whole).replace("\"A\"", "\"A2\""));
    }

    void whoSaysSoWritesOverTheChange() {
        Window window(m_file);
        window.setTitle(0, u"A2"_s);
        QVERIFY(write(m_file, with("\"B\"", "\"B of others\"")));
        window.session.watcher().look();
        QCOMPARE(window.session.save({}, true).error(), QString());
        QCOMPARE(read(m_file), with("\"A\"", "\"A2\""));
        QVERIFY(!window.session.isChangedOnDisk());
    }

    void changedOnDiskBothAreKept() {
        Window window(m_file);
        QSignalSpy changes(&window.session, &FileSession::changedOnDisk);
        window.setTitle(0, u"A2"_s);
        const QByteArray other = with("\"B\"", "\"theirs\"");
        QVERIFY(write(m_file, other));
        QTRY_COMPARE(changes.size(), 1);
        QVERIFY(window.session.isChangedOnDisk());
        QCOMPARE(window.bringTogether(), std::size_t{0});
        QVERIFY(!window.session.isChangedOnDisk());
        QVERIFY(window.session.isDirty());
        QCOMPARE(window.title(0), u"A2"_s);
        QCOMPARE(window.title(1), u"theirs"_s);
        QTRY_VERIFY(journal().exists()); // what was pending still is
        window.editor.undoStack()->undo();
        QVERIFY(!window.session.isDirty()); // it is what others wrote
        window.editor.undoStack()->redo();
        QCOMPARE(window.session.save().error(), QString());
        QCOMPARE(read(m_file), with("\"A\"", "\"A2\"", other));
    }

    /// What the journal was to be told of, or has, are events of the document before, by their numbers in it.
    void theJournalIsOfTheDocumentThatIsShown_data() {
        QTest::addColumn<bool>("isWritten"); // before others wrote
        QTest::newRow("noted alone") << false;
        QTest::newRow("written") << true;
    }
    void theJournalIsOfTheDocumentThatIsShown() {
        QFETCH(bool, isWritten);
        QByteArrayList events;
        for (int i = 0; i < 20; ++i) {
            events += "{\"id\": \"e" + QByteArray::number(i) + "\", \"title\": \"E\", \"date\": \"2002\"}";
        }
        QVERIFY(write(m_file, '[' + events.join(",\n") + ']'));
        Window window(m_file);
        window.setTitle(19, u"edited"_s);
        if (isWritten) {
            window.session.keepSafe();
        }
        for (const qsizetype count : {1, 5, 1}) {
            QVERIFY(write(m_file, '[' + events.last(count).join(",\n") + ']'));
            window.bringTogether();
            window.session.keepSafe();
            const auto content = journal().read();
            QVERIFY(content);
            QCOMPARE(content->edits.toBytes(), window.session.pendingEdits().toBytes());
            QCOMPARE(content->edits.events.size(), std::size_t{1});
            QVERIFY(content->edits.events.front().now.contains("edited"));
        }
    }

    void onesOwnSaveIsNoChangeOnDisk() {
        Window window(m_file);
        QSignalSpy changes(&window.session, &FileSession::changedOnDisk);
        window.setTitle(0, u"A2"_s);
        QCOMPARE(window.session.save().error(), QString());
        window.session.watcher().look();
        QVERIFY(!window.session.isChangedOnDisk());
        QVERIFY(write(m_file, file));
        QTRY_COMPARE(changes.size(), 1); // the first that there was
        QVERIFY(window.session.isChangedOnDisk());
    }

    /// Restoring edits into what was read does not make known what others have written since.
    void restoringDoesNotHideAChangeOnDisk() {
        { Window(m_file).setTitle(0, u"A2"_s); }
        Window window(m_file);
        const auto content = window.session.leftBehind();
        QVERIFY(content.has_value());
        QVERIFY(write(m_file, with("\"B\"", "\"theirs\"")));
        window.session.watcher().look();
        QVERIFY(window.session.isChangedOnDisk());
        const Merge merge(content->edits, *window.workspace.document());
        window.session.mergeInto(window.workspace.document(), merge, u"restore"_s);
        QVERIFY(window.session.isChangedOnDisk());
    }
};

QTEST_MAIN(SessionChangesTest)
#include "session_changes_test.moc"
