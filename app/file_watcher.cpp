// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/file_watcher.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace timeloom {

FileWatcher::FileWatcher(QObject *parent) : QObject(parent) {
    constexpr int settleMilliseconds = 120;
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, &FileWatcher::look);
    const auto start = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, start);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, start);
}

void FileWatcher::watch(const QString &fileName, const QByteArray &hash) {
    m_settle.stop();
    if (const QStringList old = m_watcher.files() + m_watcher.directories(); !old.isEmpty()) {
        m_watcher.removePaths(old);
    }
    m_fileName = fileName;
    m_hash = hash.isEmpty() && !fileName.isEmpty() ? hashOf(fileName) : hash;
    addPaths();
    m_settle.start(); // it may have been written before it was watched
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

void FileWatcher::look() {
    addPaths();
    if (m_fileName.isEmpty()) {
        return;
    }
    const QByteArray hash = hashOf(m_fileName);
    if (!hash.isEmpty() && hash != m_hash) {
        m_hash = hash;
        Q_EMIT changed();
    }
}

namespace {
constexpr qint64 largeFile = 8 << 20; // bytes
}

QByteArray FileWatcher::hashOf(const QString &fileName, const std::vector<QByteArrayView> &content,
                               const QByteArray &before) {
    qint64 size = 0;
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const QByteArrayView piece : content) {
        size += piece.size();
        if (size >= largeFile) {
            return before.isEmpty() ? hashOf(fileName) : before;
        }
        hash.addData(QByteArray::fromRawData(piece.data(), piece.size()));
    }
    return hash.result();
}

QByteArray FileWatcher::hashOf(const QString &fileName) {
    const QFileInfo info(fileName);
    if (info.size() >= largeFile) { // to read it through would stop the window; its time and size must do
        return QByteArray::number(info.size()) + ' ' +
               QByteArray::number(info.lastModified().toMSecsSinceEpoch());
    }
    QFile file(fileName);
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

} // namespace timeloom
