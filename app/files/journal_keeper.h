// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/journal.h"

#include <QObject>
#include <QThreadPool>
#include <memory>
#include <optional>

namespace timeloom {

/// Brings a journal up to date with the edits of a document, beside the window's thread. What it costs
/// depends on what was edited since the last time alone.
class JournalKeeper : public QObject {
    Q_OBJECT

public:
    explicit JournalKeeper(QObject *parent = nullptr);

    /// Another journal, of which nothing is written yet.
    void begin(const Journal &journal);
    Journal &journal(); ///< when nobody writes it
    bool hasJournal() const { return !m_journal.path().isEmpty(); }
    QString path() const { return m_journal.path(); }
    void remove();    ///< what was edited is saved or given up
    void beginAnew(); ///< the edits are those of another document, in which events have other numbers

    void note(const std::vector<timeline::EventIndex> &events); ///< were edited
    bool isBusy() const { return m_writing.activeThreadCount() > 0; }
    /// Writes what was noted. `saved` is Document::edited() as it was saved last, `fileHash` of that.
    void write(const std::shared_ptr<const timeline::Document> &document, const timeline::EditedTexts &saved,
               const QByteArray &fileHash);
    void wait();

Q_SIGNALS:
    void failed(); ///< once, until it works again

private:
    struct Work;
    void take(const std::shared_ptr<Work> &work);

    Journal m_journal;
    std::vector<timeline::EventIndex> m_noted;
    std::optional<QByteArray> m_head; ///< as edited when it was written last
    std::optional<qint64> m_size;     ///< of what is written; nothing: all is to be written anew
    qint64 m_sizeAnew = 0;            ///< when all was
    std::shared_ptr<Work> m_running;
    int m_number = 0; ///< of begin() and remove(): what was written before counts no more
    bool m_isFailing = false;
    QThreadPool m_writing; ///< one after the other; last, so that it is waited for
};

} // namespace timeloom
