// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/file_session.h"

#include "document/bytes/hand_over.h"
#include "document/edit/new_events.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QThread>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

FileSession::FileSession(Workspace &workspace, Editor &editor, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_editor(editor) {
    constexpr int journalEvery = 500; // milliseconds after the first edit that is not in it
    m_journalDue.setSingleShot(true);
    m_journalDue.setInterval(journalEvery);
    connect(&m_journalDue, &QTimer::timeout, this, &FileSession::writeJournal);
    connect(&m_workspace, &Workspace::documentEdited, this, &FileSession::noteEdit);
    connect(editor.undoStack(), &QUndoStack::cleanChanged, this, [this](bool isClean) {
        if (isClean && m_editor.undoStack()->count() > 0) { // and not a stack of another document
            m_journalDue.stop();
            m_journal.remove();
        }
        Q_EMIT dirtyChanged(!isClean);
    });
    connect(&m_journal, &JournalKeeper::failed, this, [this] { Q_EMIT journalFailed(m_journal.path()); });
    connect(&m_watcher, &FileWatcher::changed, this, &FileSession::changedOnDisk);
    connect(&m_watcher, &FileWatcher::changed, this, &FileSession::updateReadOnly);
}

FileSession::~FileSession() {
    // Only what was not given up is left for the next start.
    if (m_journalDue.isActive()) {
        keepSafe();
    }
}

bool FileSession::hasPlace() const {
    return !m_fileName.isEmpty() && m_fileName != "-"_L1 && !m_fileName.startsWith(u':');
}

void FileSession::begin(const QString &fileName, std::shared_ptr<const Document> shown,
                        const QString &journalName) {
    m_journalDue.stop();
    m_document = std::move(shown);
    const Document &document = *m_document;
    m_fileName = fileName;
    m_saved = document.edited();
    m_journal.begin(hasPlace()              ? Journal(fileName)
                    : journalName.isEmpty() ? Journal()
                                            : Journal(journalName));
    if (const Result<> aside = m_journal.journal().setAside(); !aside) { // what is there is not written over
        Q_EMIT journalFailed(m_journal.path());
        m_journal.begin(Journal());
    }
    m_knownStamp = hasPlace() ? document.stamp() : QByteArray();
    m_watcher.watch(hasPlace() ? fileName : QString(), m_knownStamp);
    ownBytes();
    updateReadOnly();
}

/// What is shown for long must not change when others write into the file.
void FileSession::ownBytes() {
    m_owning =
        std::jthread([document = m_document](const std::stop_token &stop) { document->makeBytesOwn(stop); });
}

void FileSession::updateReadOnly() {
    const QFileInfo info(m_fileName);
    m_editor.setReadOnly(hasPlace() && info.exists() && !info.isWritable()
                             ? tr("The file may not be written, so it is open for reading only.")
                             : QString());
}

SaveResult FileSession::save(const QString &as, bool overChange) {
    if (!isShown()) {
        return ProblemCode::StillReading;
    }
    // By whatever path; a hard link is another file.
    const bool isOwn = as.isEmpty() || (hasPlace() && Journal::keyOf(as) == Journal::keyOf(m_fileName));
    const QString name = isOwn ? m_fileName : as;
    const Document document = *m_workspace.document();
    if (!document.isWhole()) {
        return ProblemCode::NotWhole;
    }
    const QByteArray expected = !isOwn ? QByteArray() : overChange ? m_watcher.stamp() : m_knownStamp;
    SaveResult result = ProblemCode::StillReading;
    runBeside([&] {
        const std::vector<Splice> changes = document.changes();
        result = saveFile(name, spliced(document.bytes(), changes), expected, nullptr, document.fileBytes());
    });
    if (!result) {
        return result;
    }
    if (!isOwn) {
        m_journal.remove();
        m_fileName = name;
        m_journal.begin(Journal(name));
    }
    m_saved = document.edited();
    m_knownStamp = *result;
    m_watcher.watch(name, m_knownStamp);
    m_editor.undoStack()->setClean();
    m_journal.remove();
    m_journalDue.stop();
    updateReadOnly();
    return result;
}

/// Waits for it with the window alive, where it is not done at once.
void FileSession::runBeside(const std::function<void()> &work) {
    constexpr int atOnce = 20; // milliseconds
    handOver();
    const std::unique_ptr<QThread> thread(QThread::create([&work] {
        takeOver();
        work();
        handOver();
    }));
    QEventLoop waiting;
    connect(thread.get(), &QThread::finished, &waiting, &QEventLoop::quit);
    thread->start();
    if (!thread->wait(atOnce)) {
        m_editor.setSaving(true);
        if (!thread->isFinished()) {
            waiting.exec();
        }
        thread->wait(); // the loop may have been ended by others
        m_editor.setSaving(false);
    }
    takeOver();
}

void FileSession::discard() {
    m_journalDue.stop();
    m_journal.remove();
}

void FileSession::dropLeftBehind() {
    m_journal.journal().leftBehind().remove();
}

std::optional<Journal::Content> FileSession::leftBehind() {
    const Journal &journal = m_journal.journal();
    for (Journal left = journal.leftBehind(); left.exists(); left = journal.leftBehind()) {
        const Result<Journal::Content> content = left.read();
        if (content && content->edits.isEmpty()) { // all were taken back
            left.remove();
            continue;
        }
        if (content) {
            return *content;
        }
        const Result<QString> keptAs = left.putAway();
        if (!keptAs) {
            break;
        }
        Q_EMIT journalUnreadable(*keptAs);
    }
    return std::nullopt;
}

PendingEdits FileSession::pendingEdits() const {
    return PendingEdits::of(*m_workspace.document(), m_saved);
}

void FileSession::mergeInto(const std::shared_ptr<const Document> &theirs, const Merge &merge,
                            const QString &stepName) {
    const bool isOther = !theirs->isVersionOf(*m_workspace.document());
    if (isOther) {
        m_workspace.setDocument(theirs, true);
    }
    const auto make = [this, isOther, theirs, merge, stepName] {
        if (m_workspace.document()->isVersionOf(*theirs)) {
            if (isOther) {
                m_document = theirs;
                m_saved = theirs->edited();
                m_knownStamp = theirs->stamp();
                m_journal.beginAnew();
                ownBytes();
            }
            const DocumentEdit edit = merge.edit(
                [this](const std::vector<QByteArray> &texts) {
                    std::vector<EventIndex> places;
                    m_workspace.addPlaces([&](Document &document) {
                        for (const auto &after : placesFor(document, texts)) {
                            places.push_back(document.addPlace(after));
                        }
                    });
                    return places;
                },
                [this](ByteRange unread) { return m_workspace.adopt(unread); });
            if (edit.isEmpty()) {
                discard(); // all of it is in the file
                dropLeftBehind();
            } else {
                const std::vector<EventIndex> selected = m_workspace.selection()->events();
                m_editor.apply(edit, stepName);
                if (isOther && !m_editor.work().isBusy()) { // nobody has edited them now
                    m_workspace.selection()->select(selected);
                }
            }
        }
    };
    if (m_workspace.canEdit()) {
        make();
    } else { // it is still being arranged
        connect(&m_workspace, &Workspace::documentChanged, this, make,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    }
}

void FileSession::noteEdit(const std::vector<EventIndex> &events) {
    if (isShown()) {
        m_document = m_workspace.document();
    }
    if (m_journal.hasJournal()) {
        m_journal.note(events);
        if (!m_journalDue.isActive()) {
            m_journalDue.start();
        }
    }
}

void FileSession::writeJournal() {
    if (!isShown() || !m_journal.hasJournal()) {
        return;
    }
    if (m_journal.isBusy()) { // it has the edits of before; these come after them
        m_journalDue.start();
    } else {
        m_journal.write(m_workspace.document(), m_saved, m_knownStamp);
    }
}

void FileSession::keepSafe() {
    m_journal.wait();
    writeJournal();
    m_journal.wait();
}

} // namespace timeloom
