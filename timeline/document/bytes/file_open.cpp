// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/file_open.h"

#include "document/bytes/file_name.h"

#include <QFile>
#include <QFileInfo>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

Problem saidBySystem(const QString &text) {
    return {ProblemCode::System, {text}};
}

Result<> opened(const QFile &file, bool isOpen) {
    return isOpen ? Result<>() : saidBySystem(file.errorString());
}

#ifdef Q_OS_UNIX

/// Why a file could not be opened; `name` tells more than the error alone.
Problem reasonOf(int error, const QByteArray &name) {
    struct stat status {};
    switch (error) {
    case ENOENT:
        return {::lstat(name.constData(), &status) == 0 ? ProblemCode::LinkToNothing
                                                        : ProblemCode::NoSuchFile};
    case ELOOP:
        return {ProblemCode::LinksInCircle};
    case ENXIO:
        return ::stat(name.constData(), &status) == 0 && S_ISSOCK(status.st_mode)
                   ? Problem{ProblemCode::IsSocket}
                   : saidBySystem(qt_error_string(error));
    default:
        return saidBySystem(qt_error_string(error));
    }
}

/// By a descriptor: QFile would not find a name that is no UTF-8.
Result<> openFile(QFile &file, const QString &fileName) {
    const QByteArray name = fileNameBytes(fileName);
    int descriptor = -1;
    do {
        descriptor = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    } while (descriptor < 0 && errno == EINTR);
    if (descriptor < 0) {
        return reasonOf(errno, name);
    }
    struct stat status {};
    if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        ::close(descriptor);
        return ProblemCode::IsFolder;
    }
    return opened(file, file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
}

bool isStandardInputOpen() {
    const int flags = ::fcntl(STDIN_FILENO, F_GETFL);
    return flags >= 0 && (flags & O_ACCMODE) != O_WRONLY;
}

#else

Result<> openFile(QFile &file, const QString &fileName) {
    file.setFileName(fileName);
    const QFileInfo info(fileName);
    if (!info.exists()) {
        return ProblemCode::NoSuchFile;
    }
    if (info.isDir()) {
        return ProblemCode::IsFolder;
    }
    return opened(file, file.open(QIODevice::ReadOnly));
}

bool isStandardInputOpen() {
    return true;
}

#endif

} // namespace

Result<> openToRead(QFile &file, const QString &fileName) {
    if (fileName == "-"_L1) {
        return isStandardInputOpen() ? opened(file, file.open(stdin, QIODevice::ReadOnly))
                                     : ProblemCode::IsClosed;
    }
    if (fileName == ":story"_L1) {
        file.setFileName(u":/timeloom/deepseek.json"_s);
        return opened(file, file.open(QIODevice::ReadOnly));
    }
    return openFile(file, fileName);
}

} // namespace timeline
