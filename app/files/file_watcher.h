// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace timeloom {

/// Tells when a file's content has changed on disk, however it was written: in place, by rename, or twice in
/// a row. Compares its stamps: see timeline::stampOf().
class FileWatcher : public QObject {
    Q_OBJECT

public:
    explicit FileWatcher(QObject *parent = nullptr);

    /// Watches this file from now on, and no other. An empty name watches nothing.
    /// Another file, or none. What differs from `stamp` is a change already; without one, from what is there.
    void watch(const QString &fileName, const QByteArray &stamp = {});
    /// Looks at once: for when the window gets the focus, since some changes are not told of.
    void look();
    QByteArray stamp() const { return m_stamp; } ///< of what was seen last
    bool isVanished() const { return m_absence == Absence::Told; }

Q_SIGNALS:
    void changed();
    void vanished(); ///< it is not there any more, and did not come back soon

private:
    void addPaths();
    void noteAbsence(bool isThere);

    enum class Absence : std::uint8_t { None, Seen, Told };
    Absence m_absence = Absence::None;
    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< one change for a burst of writes
    QString m_fileName;
    QByteArray m_stamp;
};

} // namespace timeloom
