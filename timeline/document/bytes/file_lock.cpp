// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/file_lock.h"

#include "document/bytes/file_name.h"
#include "document/bytes/file_open.h"

#include <QDeadlineTimer>
#include <QThread>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <sys/file.h>
#include <sys/stat.h>
#endif

namespace timeline {

namespace {

#ifdef Q_OS_UNIX

enum class Answer : std::uint8_t { Locked, Busy };

Answer lock(int file) {
    while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            return Answer::Busy;
        }
        if (errno != EINTR) {
            break; // there are no locks here
        }
    }
    return Answer::Locked;
}

/// Whether the file that is open is the one that its name leads to: another may have taken its place while
/// one waited.
bool isStillThere(const QFile &file, const QByteArray &name) {
    struct stat open {};
    struct stat named {};
    return ::fstat(file.handle(), &open) == 0 && ::stat(name.constData(), &named) == 0 &&
           open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

#endif

} // namespace

Result<std::unique_ptr<FileLock>> FileLock::of(const QString &fileName, std::chrono::milliseconds patience) {
    constexpr int pause = 5; // milliseconds
    std::unique_ptr<FileLock> held(new FileLock);
    QFile &file = held->m_file;
    for (const QDeadlineTimer deadline(patience); !deadline.hasExpired(); QThread::msleep(pause)) {
        if (const Result<> isOpen = openToRead(file, fileName); !isOpen) {
            return isOpen.problem();
        }
#ifdef Q_OS_UNIX
        if (lock(file.handle()) == Answer::Busy || !isStillThere(file, fileNameBytes(fileName))) {
            file.close();
            continue;
        }
#endif
        return held;
    }
    return ProblemCode::IsBusy;
}

} // namespace timeline
