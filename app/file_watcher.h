// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace timeloom {

/// Tells when a file's content has changed on disk, however it was written: in place, by rename, or twice in
/// a row. Compares content, so that a mere touch is no change, and of files of many megabytes
/// time and size.
class FileWatcher : public QObject {
    Q_OBJECT

public:
    explicit FileWatcher(QObject *parent = nullptr);

    /// Watches this file from now on, and no other. An empty name watches nothing.
    void watch(const QString &fileName);
    /// Looks at once: for when the window gets the focus, since some changes are not told of.
    void look();

Q_SIGNALS:
    void changed();

private:
    void addPaths();
    static QByteArray hashOf(const QString &fileName); ///< empty where it cannot be read

    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< one change for a burst of writes
    QString m_fileName;
    QByteArray m_hash;
};

} // namespace timeloom
