// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Edits and what others wrote, or a crash left behind, brought together.

#include "app/files/file_actions.h"
#include "document/read/reader.h"

#include <QEventLoop>
#include <QThread>

namespace timeloom {

using namespace timeline;

/// Somebody else has written the file: without edits here it is read again, else both are brought together.
void FileActions::takeChangeOnDisk() {
    if (m_isAsking || m_editor.work().isBusy() || (m_opening.loader().isLoading() && !m_isReloading)) {
        return; // looked at again when the answer or the edit is there, or the other file is not
    }
    if (m_session.isDirty() && m_workspace.canEdit() && !m_editor.canEdit()) {
        Q_EMIT told(
            tr("The file was changed by another program and may not be written any more. Your edits are "
               "kept here: save them elsewhere."),
            0);
        return;
    }
    if (!m_session.isDirty()) {
        reload();
        return;
    }
    Result<ReadResult> theirs = ReadResult();
    const std::unique_ptr<QThread> reading(
        QThread::create([&, name = fileName()] { theirs = readFile(name); }));
    ask([&reading] { // the window is drawn meanwhile, but takes no edits
        QEventLoop waiting;
        connect(reading.get(), &QThread::finished, &waiting, &QEventLoop::quit);
        reading->start();
        return waiting.exec(QEventLoop::ExcludeUserInputEvents);
    });
    reading->wait();                    // the loop may have been ended by others
    if (!theirs || !theirs->document) { // perhaps half written; the next change tells
        Q_EMIT told(
            tr("Not read again: %1").arg(theirs ? theirs->findings.front().message() : theirs.error()), 0);
        return;
    }
    Merge merge(m_session.pendingEdits(), *theirs->document);
    if (m_questions.decide(merge)) {
        m_session.mergeInto(theirs->document, merge, tr("Edits of before, in the file as it is now"));
        Q_EMIT told(tr("The file was changed by another program; your edits were brought into it."), 0);
    } else {
        Q_EMIT told(tr("The file was changed by another program; saving will ask again."), 0);
    }
}

/// What a crash left behind is offered, with what would change.
void FileActions::offerLeftBehind() {
    if (!m_workspace.canEdit()) { // it is still being arranged
        connect(&m_workspace, &Workspace::documentChanged, this, &FileActions::offerLeftBehind,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        return;
    }
    const auto content = m_session.leftBehind();
    if (!content || m_session.isDirty() || !m_editor.canEdit()) {
        return;
    }
    const auto answer = m_questions.leftBehind(*content, m_session.belongsToFile(*content));
    if (answer == FileQuestions::LeftBehind::Restore) {
        Merge merge(content->edits, *m_workspace.document(), Merge::Origin::Journal);
        if (m_questions.decide(merge)) {
            m_session.mergeInto(m_workspace.document(), merge, tr("Edits that were not saved"));
            if (m_editor.work().isBusy()) {
                connect(&m_editor.work(), &EditWork::busyChanged, this, &FileActions::settleLeftBehind,
                        Qt::SingleShotConnection);
            } else {
                settleLeftBehind();
            }
        }
    } else if (answer == FileQuestions::LeftBehind::ThrowAway) {
        m_session.dropLeftBehind();
    }
}

/// They are in the document again, and in its own journal.
void FileActions::settleLeftBehind() {
    m_session.keepSafe();
    m_session.dropLeftBehind();
}

} // namespace timeloom
