// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/file_stamp.h"

#include "document/bytes/file_name.h"
#include "document/bytes/file_open.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <algorithm>

#ifdef Q_OS_UNIX
#include <ctime>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace timeline {

namespace {

constexpr qint64 largeFile = 8 << 20; // bytes; hashing less takes some milliseconds
constexpr auto algorithm = QCryptographicHash::Blake2b_256;

/// What the system knows of a file.
struct Known {
    qint64 size = -1; ///< -1: it is no regular file
    QByteArray traits;
    qint64 age = 0; ///< nanoseconds since anything of it changed
};

#ifdef Q_OS_UNIX
Known knownOf(const QFile &file) {
    struct stat now {};
    if (::fstat(file.handle(), &now) != 0 || !S_ISREG(now.st_mode)) {
        return {};
    }
#ifdef Q_OS_DARWIN
    const timespec written = now.st_mtimespec;
    const timespec changed = now.st_ctimespec;
#else
    const timespec written = now.st_mtim;
    const timespec changed = now.st_ctim;
#endif
    timespec clock{};
    ::clock_gettime(CLOCK_REALTIME, &clock);
    QByteArray traits;
    for (const auto number : {static_cast<qint64>(now.st_dev), static_cast<qint64>(now.st_ino),
                              static_cast<qint64>(written.tv_sec), static_cast<qint64>(written.tv_nsec),
                              static_cast<qint64>(changed.tv_sec), static_cast<qint64>(changed.tv_nsec)}) {
        traits += QByteArray::number(number) + ' ';
    }
    constexpr qint64 second = 1'000'000'000;
    return {now.st_size, traits, (clock.tv_sec - changed.tv_sec) * second + clock.tv_nsec - changed.tv_nsec};
}
#else
Known knownOf(const QFile &file) {
    const QFileInfo info(file.fileName());
    if (!info.isFile()) {
        return {};
    }
    const qint64 written = info.lastModified().toMSecsSinceEpoch();
    return {file.size(), QByteArray::number(written),
            (QDateTime::currentMSecsSinceEpoch() - written) * 1'000'000};
}
#endif

/// A part of a file, wherever it is being read.
QByteArray readAt(const QFile &file, qint64 at, qint64 size) {
    QByteArray bytes(size, Qt::Uninitialized);
#ifdef Q_OS_UNIX
    const qint64 came = ::pread(file.handle(), bytes.data(), static_cast<std::size_t>(size), at);
#else
    QFile again(file.fileName());
    const qint64 came =
        again.open(QIODevice::ReadOnly) && again.seek(at) ? again.read(bytes.data(), size) : -1;
#endif
    bytes.truncate(std::max<qint64>(came, 0));
    return bytes;
}

} // namespace

QByteArray stampOfContent(const std::vector<QByteArrayView> &content) {
    qint64 size = 0;
    QCryptographicHash hash(algorithm);
    for (const QByteArrayView piece : content) {
        size += piece.size();
        if (size >= largeFile) {
            return {};
        }
        hash.addData(QByteArray::fromRawData(piece.data(), piece.size()));
    }
    return hash.result();
}

QByteArray stampOf(const QFile &open, const std::vector<QByteArrayView> &content) {
    const QByteArray stamp = stampOfContent(content);
    return stamp.isEmpty() ? stampOf(open) : stamp;
}

QByteArray stampOf(const QFile &open) {
    Known known = knownOf(open);
    if (known.size < 0) {
        return {};
    }
    if (known.size < largeFile) {
        const QByteArray all = readAt(open, 0, largeFile);
        return all.size() < largeFile ? stampOfContent({all}) : QByteArray();
    }
    // Times are told in steps of some milliseconds: what is written in this very one might not be told.
    constexpr qint64 step = 20; // milliseconds
    for (int i = 0; i < 3 && known.age < step * 1'000'000; ++i) {
        QThread::msleep(step);
        known = knownOf(open);
    }
    QCryptographicHash hash(algorithm);
    hash.addData(known.traits);
    constexpr qint64 blocks = 16;
    constexpr qint64 blockSize = 4096;
    for (qint64 i = 0; i < blocks; ++i) {
        hash.addData(readAt(open, (known.size - blockSize) / (blocks - 1) * i, blockSize));
    }
    return QByteArray::number(known.size) + ' ' + hash.result().toHex();
}

QByteArray stampOf(const QString &fileName) {
    QFile file;
    return isRegularFile(fileName) && openToRead(file, fileName) ? stampOf(file) : QByteArray();
}

} // namespace timeline
