// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/files/file_session.h"
#include "widgets/workspace_fixture.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

using namespace timeloom;
using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

const QByteArray file = "{\r\n\t\"title\": \"T\",\r\n\t\"events\": [\r\n"
                        "\t\t{\"id\": \"a\", \"title\": \"A\", \"date\": \"2001\", \"x-note\": 1.50e0},\r\n"
                        "\t\t{\"id\": \"b\", \"title\": \"B\", \"date\": \"2002\"},\r\n"
                        "\t\t{\"title\": \"no id\", \"date\": \"2003\"}\r\n\t]\r\n}";

/// What a window has, without the window.
struct Window {
    FixedMeasure measure;
    Workspace workspace{measure};
    Editor editor{workspace};
    FileSession session{workspace, editor};

    explicit Window(const QString &fileName) {
        const Result<ReadResult> read = readFile(fileName);
        workspace.setDocument(read ? read->document : nullptr);
        session.begin(fileName, workspace.document());
    }
    QString title(EventIndex event) const { return workspace.document()->eventTitle(event); }
    void setTitle(EventIndex event, const QString &title) { editor.setField({event}, u"title"_s, title); }
    /// As it is done when the file has changed on disk.
    std::size_t bringTogether() {
        const auto theirs = readFile(session.fileName())->document;
        Merge merge(session.pendingEdits(), *theirs);
        session.mergeInto(theirs, merge, u"merge"_s);
        return merge.conflicts().size();
    }
};

QByteArray with(const QByteArray &from, const QByteArray &to, QByteArray text = file) {
    return text.replace(from, to);
}

} // namespace

class FileSessionTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    QString path(const char *name) const { return m_folder->filePath(QLatin1StringView(name)); }
    Journal journal() const { return Journal(m_file); }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", path("state").toUtf8());
        m_file = path("events.json");
        QVERIFY(write(m_file, file));
    }

    void savesWhatWasEditedAndNothingElse() {
        Window window(m_file);
        QSignalSpy dirty(&window.session, &FileSession::dirtyChanged);
        QVERIFY(!window.session.isDirty());
        window.setTitle(1, u"B2"_s);
        QVERIFY(window.session.isDirty());
        QCOMPARE(read(m_file), file); // not before it is saved
        QCOMPARE(window.session.save().error(), QString());
        QCOMPARE(read(m_file), with("\"B\"", "\"B2\""));
        QVERIFY(!window.session.isDirty());
        QCOMPARE(dirty, (QList<QVariantList>{{true}, {false}}));
    }

    void savingWithoutEditsKeepsEveryByte() {
        Window window(m_file);
        QCOMPARE(window.session.save().error(), QString());
        QCOMPARE(read(m_file), file);
    }

    void undoneItIsClean() {
        Window window(m_file);
        window.setTitle(0, u"A2"_s);
        window.editor.remove({1});
        window.editor.undoStack()->undo();
        QVERIFY(window.session.isDirty());
        window.editor.undoStack()->undo();
        QVERIFY(!window.session.isDirty());
        QVERIFY(window.session.pendingEdits().isEmpty());
    }

    void undonePastASaveItIsDirtyAgain() {
        Window window(m_file);
        window.setTitle(0, u"A2"_s);
        window.editor.remove({1});
        window.editor.add({{u"title"_s, u"new"_s}, {u"date"_s, u"2002"_s}});
        QCOMPARE(window.session.save().error(), QString());
        QVERIFY(read(m_file) != file);
        QVERIFY(window.session.pendingEdits().isEmpty());
        while (window.editor.undoStack()->canUndo()) {
            window.editor.undoStack()->undo();
            QVERIFY(window.session.isDirty());
        }
        QCOMPARE(window.session.pendingEdits().events.size(), std::size_t{3});
        QCOMPARE(window.session.save().error(), QString());
        QCOMPARE(read(m_file), file);
        while (window.editor.undoStack()->canRedo()) {
            window.editor.undoStack()->redo();
            QVERIFY(window.session.isDirty());
        }
    }

    /// Typing on after a save is not taken for the step that was saved.
    void aBurstEndsWithASave() {
        Window window(m_file);
        window.setTitle(0, u"A2"_s);
        QCOMPARE(window.session.save().error(), QString());
        window.setTitle(0, u"A23"_s);
        QVERIFY(window.session.isDirty());
        window.editor.undoStack()->undo();
        QCOMPARE(window.title(0), u"A2"_s);
        QVERIFY(!window.session.isDirty());
    }

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

    void savedAsItselfItIsTheSameFile() {
        Window window(m_file);
        window.setTitle(0, u"A2"_s);
        const QByteArray theirs = with("\"B\"", "\"B of others\"");
        QVERIFY(write(m_file, theirs));
        QVERIFY(window.session.save(path("./state/../events.json")).is(ProblemCode::ChangedMeanwhile));
        QCOMPARE(read(m_file), theirs);
        QCOMPARE(window.session.fileName(), m_file);
    }

    void savedAsAHardLinkOfItselfThatIsWritten() {
        const QString other = path("other.json");
        QCOMPARE(::link(QFile::encodeName(m_file).constData(), QFile::encodeName(other).constData()), 0);
        Window window(m_file);
        window.setTitle(0, u"A2"_s);
        QCOMPARE(window.session.save(other).error(), QString());
        QCOMPARE(read(other), with("\"A\"", "\"A2\""));
        QCOMPARE(read(m_file), file);
        QCOMPARE(window.session.fileName(), other);
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

    void nothingIsSavedWhileAnotherDocumentIsShown() {
        Window window(m_file);
        window.setTitle(0, u"A2"_s);
        window.workspace.setDocument(documentOf("[{\"title\": \"part of another\", \"date\": \"2001\"}]"));
        QVERIFY(!window.session.save().error().isEmpty());
        QCOMPARE(read(m_file), file);
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

    void savesAs() {
        Window window(m_file);
        window.setTitle(0, u"A2"_s);
        QTRY_VERIFY(journal().exists());
        const QString other = path("other.json");
        QCOMPARE(window.session.save(other).error(), QString());
        QCOMPARE(read(m_file), file);
        QCOMPARE(read(other), with("\"A\"", "\"A2\""));
        QCOMPARE(window.session.fileName(), other);
        QVERIFY(!window.session.isDirty() && !journal().exists());
        window.setTitle(0, u"A3"_s);
        QTRY_VERIFY(Journal(other).exists());
        QVERIFY(!journal().exists());
        QVERIFY(write(m_file, "[]")); // the old place is of no interest now
        window.session.watcher().look();
        QVERIFY(!window.session.isChangedOnDisk());
        QCOMPARE(window.session.save().error(), QString());
        QCOMPARE(read(other), with("\"A\"", "\"A3\""));
        QCOMPARE(read(m_file), QByteArray("[]"));
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

    void theStoryHasNoPlace() {
        Window window(m_file);
        window.session.begin(u":story"_s, window.workspace.document());
        QVERIFY(!window.session.hasPlace() && window.editor.canEdit());
        window.setTitle(0, u"A2"_s);
        QVERIFY(window.session.isDirty() && !window.session.leftBehind());
        QCOMPARE(window.session.save(path("copy.json")).error(), QString());
        QVERIFY(window.session.hasPlace());
        QCOMPARE(read(path("copy.json")), with("\"A\"", "\"A2\""));
    }

    void aFileThatMayNotBeWrittenIsReadOnly() {
        QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner));
        if (QFileInfo(m_file).isWritable()) {
            QSKIP("This process may write everywhere.");
        }
        Window window(m_file);
        QSignalSpy refused(&window.editor, &Editor::refused);
        QVERIFY(!window.editor.canEdit());
        QVERIFY(!window.editor.obstacle().isEmpty());
        window.setTitle(0, u"A2"_s);
        QCOMPARE(refused, (QList<QVariantList>{{window.editor.obstacle()}}));
        QVERIFY(!window.session.isDirty());
        QCOMPARE(window.title(0), u"A"_s);
        QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner));
        window.session.begin(m_file, window.workspace.document());
        QVERIFY(window.editor.canEdit());
    }

    void savingIntoAVanishedFolderFails() {
        QVERIFY(QDir().mkpath(path("folder")));
        const QString name = path("folder/events.json");
        QVERIFY(write(name, file));
        Window window(name);
        window.setTitle(0, u"A2"_s);
        QVERIFY(QDir(path("folder")).removeRecursively());
        QVERIFY(window.session.save().error().contains(name));
        QVERIFY(window.session.isDirty());
        QCOMPARE(window.session.pendingEdits().events.size(), std::size_t{1});
        QVERIFY(window.session.save(path("nor/this.json")).error().contains(path("nor/this.json")));
        QCOMPARE(window.session.fileName(), name);
        QCOMPARE(window.title(0), u"A2"_s);
        QVERIFY(!QFile::exists(path("folder")) && !QFile::exists(path("nor")));
        QTRY_VERIFY(Journal(name).exists());
        QVERIFY(QDir().mkpath(path("folder")));
        QCOMPARE(window.session.save().error(), QString());
        QCOMPARE(read(name), with("\"A\"", "\"A2\""));
        QVERIFY(!window.session.isDirty());
    }
};

QTEST_MAIN(FileSessionTest)
#include "file_session_test.moc"
