// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <memory>
#include <vector>

namespace timeloom {

/// A file held for one window, however it is reached: by its path and by what it is on disk, so that links
/// are no second way to it. Locks of the system hold it, which end with the process, however that ends;
/// whoever comes second is heard.
class FileClaim : public QObject {
    Q_OBJECT

public:
    /// Null where another window has it; `other` is what that one listens under.
    static std::unique_ptr<FileClaim> take(const QString &fileName, QString *other);
    ~FileClaim() override;

    /// The file on disk is another since: it was saved, or written by others.
    void renew();
    QString fileName() const { return m_fileName; }

Q_SIGNALS:
    void wanted(); ///< somebody wants to see the file

private:
    class Lock;
    FileClaim(QString fileName, QString key);
    bool hold(const QString &key, QString *other);

    QString m_fileName;
    QString m_key; ///< of what it listens under
    std::vector<std::unique_ptr<Lock>> m_locks;
    QLocalServer m_server;
};

/// Sees to it that a file is open in one window only.
class WindowPerFile : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Has the window that shows this file come forward; false where there is none.
    static bool raise(const QString &fileName);
    /// Takes a file that shall be shown here. Null where another window has it, which comes forward. Of the
    /// bundled story each window has one of its own.
    static std::unique_ptr<FileClaim> take(const QString &fileName);

    /// A file that is on its way; what is shown stays this window's until it is there.
    void prepare(std::unique_ptr<FileClaim> claim);
    void settle(bool isOther); ///< it is there; `isOther`: than what was shown
    void giveUp();             ///< it does not come
    void renew();              ///< what is shown was written
    QString claimed() const { return m_shown ? m_shown->fileName() : QString(); }

Q_SIGNALS:
    void wanted(); ///< somebody wants to see the file

private:
    std::unique_ptr<FileClaim> m_shown, m_next;
};

} // namespace timeloom
