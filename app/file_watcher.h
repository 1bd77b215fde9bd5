// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <vector>

namespace timeloom {

/// Tells when a file's content has changed on disk, however it was written: in place, by rename, or twice in
/// a row. Compares content, so that a mere touch is no change, and of files of many megabytes
/// time and size.
class FileWatcher : public QObject {
    Q_OBJECT

public:
    explicit FileWatcher(QObject *parent = nullptr);

    /// Watches this file from now on, and no other. An empty name watches nothing.
    /// Another file, or none. What differs from `hash` is a change already; without one, from what is there.
    void watch(const QString &fileName, const QByteArray &hash = {});
    static QByteArray hashOf(const QString &fileName); ///< empty where it cannot be read
    /// The hash of a file that was just read or written and had this content; of a large one `before`, if
    /// given.
    static QByteArray hashOf(const QString &fileName, const std::vector<QByteArrayView> &content,
                             const QByteArray &before = {});
    /// Looks at once: for when the window gets the focus, since some changes are not told of.
    void look();
    QByteArray hash() const { return m_hash; } ///< of the content seen last

Q_SIGNALS:
    void changed();

private:
    void addPaths();

    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< one change for a burst of writes
    QString m_fileName;
    QByteArray m_hash;
};

} // namespace timeloom
