// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/session_fixture.h"

#include <QDir>
#include <QSignalSpy>

#include <unistd.h>

using namespace timeloom;
using namespace timeline;
using namespace Qt::StringLiterals;

class FileSessionTest : public SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

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

    void nothingIsSavedWhileAnotherDocumentIsShown() {
        Window window(m_file);
        window.setTitle(0, u"A2"_s);
        window.workspace.setDocument(documentOf("[{\"title\": \"part of another\", \"date\": \"2001\"}]"));
        QVERIFY(!window.session.save().error().isEmpty());
        QCOMPARE(read(m_file), file);
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
