// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/journal.h"
#include "document/edit/merge.h"

#include <QMessageBox>
#include <functional>

namespace timeloom {

/// What people are asked about the file that is open, in boxes over its window.
class FileQuestions {
    Q_DECLARE_TR_FUNCTIONS(timeloom::FileQuestions)

public:
    /// Waits for the answer of a box that the function given shows.
    using Wait = std::function<int(const std::function<int()> &exec)>;
    FileQuestions(QWidget *window, Wait wait) : m_window(window), m_wait(std::move(wait)) {}

    void complain(const QString &text) const;
    /// Which file; empty where it is given up. The folder is kept for the next time.
    QString fileToOpen(const QString &nameNow) const; ///< asked for beside that one, if it is a file
    QString fileToSave(const QString &nameNow) const; ///< `nameNow` is empty where it has none yet
    /// Decides the conflicts of a merge; false where it was given up.
    bool decide(timeline::Merge &merge) const;

    /// What a crash left behind, with what would change.
    enum class LeftBehind : std::uint8_t { Restore, ThrowAway, Later };
    LeftBehind leftBehind(const Journal::Content &content, bool belongsToFile) const;

    enum class Changed : std::uint8_t { Overwrite, BringTogether, Cancel };
    Changed changedOnDisk() const;

    /// A file that has several names keeps its text under the others: whoever saves it is asked before.
    bool mayPartNames(const QString &name) const;
    /// Save, Discard or Cancel.
    QMessageBox::StandardButton leaving(const QString &text) const;

private:
    int show(QMessageBox &box) const;
    static QString nameFilter();
    QString askName(const std::function<QString(const QString &folder)> &ask) const;

    QWidget *m_window;
    Wait m_wait;
};

} // namespace timeloom
