// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/file_watcher.h"
#include "app/files/journal_keeper.h"
#include "document/edit/file_save.h"
#include "document/edit/merge.h"
#include "widgets/workspace/editor.h"

#include <QTimer>
#include <functional>
#include <memory>
#include <thread>

namespace timeloom {

/// The file that is open, as far as writing goes: saves it, keeps the journal of what is not saved, and
/// brings edits and what others wrote meanwhile together. Asks nobody: what has to be decided it tells by
/// signals and takes by calls.
class FileSession : public QObject {
    Q_OBJECT

public:
    FileSession(timeline::Workspace &workspace, timeline::Editor &editor, QObject *parent = nullptr);
    ~FileSession() override;

    /// Another file is shown, all of it. ":story" and "-" have a name, but no place to be saved to.
    /// `journalName`: what the journal of one without a place is kept under.
    void begin(const QString &fileName, std::shared_ptr<const timeline::Document> document,
               const QString &journalName = {});
    QString fileName() const { return m_fileName; }
    bool hasPlace() const;
    bool isDirty() const { return m_editor.isDirty(); }
    /// The workspace shows what this session is about, and not what is on its way.
    bool isShown() const {
        return m_document && m_workspace.document()->isVersionOf(*m_document) && m_workspace.canEdit();
    }

    /// Writes the document, to another place where a name is given. In its own place it is only put over what
    /// it was made from or, with `overChange`, over what the watcher saw last. While it
    /// takes longer than a moment, events are handled, and nothing may be edited.
    timeline::SaveResult save(const QString &as = {}, bool overChange = false);
    /// Others wrote the file since it was read or saved here, and that was not brought together.
    bool isChangedOnDisk() const { return hasPlace() && m_knownStamp != m_watcher.stamp(); }
    /// The edits are not wanted any more: nothing of them stays.
    void discard();
    void dropLeftBehind(); ///< the same for those that a crash left behind

    /// Edits that a crash left behind; nothing where there are none. What cannot be read is put away.
    std::optional<Journal::Content> leftBehind();
    bool belongsToFile(const Journal::Content &content) const { return content.fileHash == m_knownStamp; }

    /// The file as it is on disk now, with the edits that are not saved made in it again.
    timeline::PendingEdits pendingEdits() const;
    void mergeInto(const std::shared_ptr<const timeline::Document> &theirs, const timeline::Merge &merge,
                   const QString &stepName);

    void keepSafe(); ///< writes the journal at once
    FileWatcher &watcher() { return m_watcher; }

Q_SIGNALS:
    void dirtyChanged(bool isDirty);
    void changedOnDisk();                    ///< by another program
    void journalFailed(const QString &path); ///< once, until it works again
    void journalUnreadable(const QString &keptAs);

private:
    void runBeside(const std::function<void()> &work);
    void noteEdit(const std::vector<timeline::EventIndex> &events);
    void writeJournal();
    void ownBytes();
    void updateReadOnly();

    timeline::Workspace &m_workspace;
    timeline::Editor &m_editor;
    FileWatcher m_watcher;
    QTimer m_journalDue;
    QString m_fileName;
    std::shared_ptr<const timeline::Document> m_document;
    QByteArray m_knownStamp; ///< of what the edits belong to
    std::jthread m_owning;   ///< copies the bytes of a large file, so that others may write into it
    timeline::EditedTexts m_saved;
    JournalKeeper m_journal; ///< last: it looks at what there is here
};

} // namespace timeloom
