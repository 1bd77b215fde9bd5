// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/file_watcher.h"

#include "document/bytes/file_name.h"
#include "document/bytes/file_stamp.h"

#include <QFileInfo>

namespace timeloom {

namespace {
constexpr int settleMilliseconds = 120;
constexpr int returnMilliseconds = 600; // for programs that delete a file and write it again
} // namespace

FileWatcher::FileWatcher(QObject *parent) : QObject(parent) {
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, &FileWatcher::look);
    const auto start = [this] { m_settle.start(settleMilliseconds); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, start);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, start);
}

void FileWatcher::watch(const QString &fileName, const QByteArray &stamp) {
    m_settle.stop();
    if (const QStringList old = m_watcher.files() + m_watcher.directories(); !old.isEmpty()) {
        m_watcher.removePaths(old);
    }
    m_fileName = fileName;
    m_absence = Absence::None;
    m_stamp = stamp.isEmpty() && !fileName.isEmpty() ? timeline::stampOf(fileName) : stamp;
    addPaths();
    m_settle.start(settleMilliseconds); // it may have been written before it was watched
}

void FileWatcher::addPaths() {
    if (m_fileName.isEmpty()) {
        return;
    }
    // A file replaced by rename is lost to the watcher, a write in place is not told of by the folder: watch
    // both.
    const QFileInfo info(m_fileName);
    m_watcher.addPath(info.absolutePath());
    if (info.exists()) {
        m_watcher.addPath(info.absoluteFilePath());
    }
}

void FileWatcher::noteAbsence(bool isThere) {
    if (isThere) {
        m_absence = Absence::None;
    } else if (m_absence == Absence::None) {
        m_absence = Absence::Seen;
        m_settle.start(returnMilliseconds);
    } else if (m_absence == Absence::Seen && !m_settle.isActive()) {
        m_absence = Absence::Told;
        Q_EMIT vanished();
    }
}

void FileWatcher::look() {
    addPaths();
    if (m_fileName.isEmpty()) {
        return;
    }
    noteAbsence(timeline::isThere(m_fileName));
    const QByteArray stamp = timeline::stampOf(m_fileName);
    if (!stamp.isEmpty() && stamp != m_stamp) {
        m_stamp = stamp;
        Q_EMIT changed();
    }
}

} // namespace timeloom
