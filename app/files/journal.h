// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/result.h"
#include "document/edit/pending_edits.h"

#include <QDateTime>
#include <functional>

namespace timeloom {

class JournalBatch;

/// Unsaved edits of a file, kept in the user's state folder, so that a crash loses no more than a second. It
/// carries the hash of the content that it belongs to. Readable by its owner alone. Edits are appended in
/// batches: whatever is cut off, all whole batches before count.
class Journal {
public:
    struct Content {
        timeline::PendingEdits edits;
        QByteArray fileHash; ///< of the content that was edited
        QDateTime written;
    };

    Journal() = default;
    explicit Journal(const QString &fileName); ///< of an events file

    bool exists() const;
    /// It is checked as a stranger's file would be: ProblemCode::NoJournal where it tells of no edits. There
    /// may be none left, where all were taken back.
    timeline::Result<Content> read() const;
    timeline::Result<> write(const timeline::PendingEdits &edits, const QByteArray &fileHash) const;
    using Fill = std::function<void(JournalBatch &batch)>;
    /// The same for one batch of edits; gives how many bytes the journal has.
    timeline::Result<qint64> rewrite(const Fill &fill, const QByteArray &fileHash) const;
    /// Another batch for a journal that has so many bytes; ProblemCode::NoJournal where it has not.
    timeline::Result<qint64> append(const Fill &fill, qint64 size) const;
    void remove() const;
    /// What is there was left behind by a crash: puts it aside, so that new edits do not take its place.
    /// After a problem it is still there.
    timeline::Result<> setAside() const;
    Journal leftBehind() const; ///< the first that was put aside; it may not exist
    /// Puts what cannot be read where nobody looks for edits, and gives its name.
    timeline::Result<QString> putAway() const;
    QString path() const { return m_path; }

    /// A name for what belongs to this file and user alone: the same however the file is reached.
    static QString keyOf(const QString &fileName);

private:
    QString m_path, m_fileName;
};

/// $XDG_STATE_HOME/timeloom, ~/.local/state/timeloom without it; made where it is not there.
QString stateFolder();

} // namespace timeloom
