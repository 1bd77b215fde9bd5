// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/file_open.h"

#include "document/bytes/file_name.h"

#include <QCoreApplication>
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

QString tr(const char *text) {
    return QCoreApplication::translate("timeline::FileOpen", text);
}

#ifdef Q_OS_UNIX

/// Why a file could not be opened; `name` tells more than the error alone.
QString reasonOf(int error, const QByteArray &name) {
    struct stat status {};
    switch (error) {
    case ENOENT:
        return ::lstat(name.constData(), &status) == 0 ? tr("it is a link to a file that is not there")
                                                       : tr("there is no such file");
    case ELOOP:
        return tr("its links lead in a circle");
    case ENXIO:
        return ::stat(name.constData(), &status) == 0 && S_ISSOCK(status.st_mode)
                   ? tr("it is a socket; expected a file")
                   : qt_error_string(error);
    default:
        return qt_error_string(error);
    }
}

/// By a descriptor: QFile would not find a name that is no UTF-8.
QString openFile(QFile &file, const QString &fileName) {
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
        return tr("it is a folder; expected a file");
    }
    return file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle) ? QString()
                                                                                    : file.errorString();
}

bool isStandardInputOpen() {
    const int flags = ::fcntl(STDIN_FILENO, F_GETFL);
    return flags >= 0 && (flags & O_ACCMODE) != O_WRONLY;
}

#else

QString openFile(QFile &file, const QString &fileName) {
    file.setFileName(fileName);
    const QFileInfo info(fileName);
    if (!info.exists()) {
        return tr("there is no such file");
    }
    if (info.isDir()) {
        return tr("it is a folder; expected a file");
    }
    return file.open(QIODevice::ReadOnly) ? QString() : file.errorString();
}

bool isStandardInputOpen() {
    return true;
}

#endif

} // namespace

QString openToRead(QFile &file, const QString &fileName) {
    if (fileName == "-"_L1) {
        return !isStandardInputOpen()                  ? tr("it is closed")
               : file.open(stdin, QIODevice::ReadOnly) ? QString()
                                                       : file.errorString();
    }
    if (fileName == ":story"_L1) {
        file.setFileName(u":/timeloom/deepseek.json"_s);
        return file.open(QIODevice::ReadOnly) ? QString() : file.errorString();
    }
    return openFile(file, fileName);
}

} // namespace timeline
