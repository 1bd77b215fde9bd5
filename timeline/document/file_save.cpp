// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/file_save.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QSaveFile>
#endif

namespace timeline {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("timeline", text);
}

QString failure(const QString &fileName, const QString &why) {
    return tr("cannot save %1: %2").arg(fileName, why);
}

} // namespace

#ifdef Q_OS_UNIX

namespace {

/// A new file beside another, removed unless it takes the other's place.
class Replacement {
public:
    explicit Replacement(const QByteArray &target)
        : m_target(target), m_name(target.left(target.lastIndexOf('/') + 1) + ".timeloom-XXXXXX") {
        m_file = ::mkostemp(m_name.data(), O_CLOEXEC); // 0600 until the old permissions are known to fit
    }
    ~Replacement() {
        if (m_file >= 0) {
            ::close(m_file);
        }
        if (m_exists) {
            ::unlink(m_name.constData());
        }
    }
    Q_DISABLE_COPY_MOVE(Replacement)

    /// Each of these says whether it worked; errno tells why not.
    bool isOpen() { return m_exists = m_file >= 0; }
    bool write(QByteArrayView piece) const {
        while (!piece.isEmpty()) {
            const ssize_t written = ::write(m_file, piece.data(), static_cast<std::size_t>(piece.size()));
            if (written < 0 && errno == EINTR) {
                continue;
            }
            if (written <= 0) {
                errno = written == 0 ? ENOSPC : errno;
                return false;
            }
            piece = piece.sliced(written);
        }
        return true;
    }
    bool likeBefore(const struct stat &before) const {
        mode_t mode = before.st_mode & 07777;
        // Only root may give files away, and the group may be one that the user is not in. Then no other
        // group gets that one's rights, but those of everybody.
        if (::fchown(m_file, before.st_uid, before.st_gid) != 0) {
            mode &= 0777;
            if (::fchown(m_file, static_cast<uid_t>(-1), before.st_gid) != 0) {
                mode = (mode & ~mode_t{070}) | ((mode & 07) << 3);
            }
        }
        return ::fchmod(m_file, mode) == 0;
    }
    bool putInPlace() {
        if (::fsync(m_file) != 0 || ::close(std::exchange(m_file, -1)) != 0 ||
            ::rename(m_name.constData(), m_target.constData()) != 0) {
            return false;
        }
        m_exists = false;
        const QByteArray folder = m_target.left(std::max<qsizetype>(1, m_target.lastIndexOf('/')));
        const int opened = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (opened >= 0) { // some file systems cannot; there the rename is as safe as it gets
            ::fsync(opened);
            ::close(opened);
        }
        return true;
    }

private:
    QByteArray m_target;
    QByteArray m_name;
    int m_file = -1;
    bool m_exists = false;
};

} // namespace

QString saveFile(const QString &fileName, const std::vector<QByteArrayView> &pieces) {
    const auto systemError = [&fileName] { return failure(fileName, qt_error_string(errno)); };
    QFileInfo info(fileName);
    // A symlink to a file that is not there yet makes that file; one that leads in a circle has no end.
    for (int hops = 0; info.isSymLink(); ++hops) {
        constexpr int mostHops = 40;
        if (hops == mostHops) {
            return failure(fileName, tr("its links lead in a circle"));
        }
        info = QFileInfo(info.symLinkTarget());
    }
    const QByteArray target = QFile::encodeName(info.absoluteFilePath());
    struct stat before {};
    const bool existed = ::stat(target.constData(), &before) == 0;
    if (existed && !S_ISREG(before.st_mode)) {
        return failure(fileName, tr("it is no regular file"));
    }
    if (existed && ::access(target.constData(), W_OK) != 0) {
        return systemError();
    }
    Replacement file(target);
    if (!file.isOpen()) {
        return systemError();
    }
    for (const QByteArrayView piece : pieces) {
        if (!file.write(piece)) {
            return systemError();
        }
    }
    if (!existed) {
        const mode_t mask = ::umask(0);
        ::umask(mask);
        before.st_mode = 0666 & ~mask;
        before.st_uid = ::geteuid();
        before.st_gid = ::getegid();
    }
    return file.likeBefore(before) && file.putInPlace() ? QString() : systemError();
}

#else

QString saveFile(const QString &fileName, const std::vector<QByteArrayView> &pieces) {
    QSaveFile file(fileName);
    bool isFine = file.open(QIODevice::WriteOnly);
    for (const QByteArrayView piece : pieces) {
        isFine = isFine && file.write(piece.data(), piece.size()) == piece.size();
    }
    // commit() alone does not notice everything.
    if (!isFine || !file.flush() || !file.commit()) {
        file.cancelWriting();
        return failure(fileName, file.errorString());
    }
    return {};
}

#endif

} // namespace timeline
