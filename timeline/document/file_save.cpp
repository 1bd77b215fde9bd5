// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/file_save.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <algorithm>

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

/// Gives f names for a file beside another until one is free; whether f did what it does.
template <typename F>
bool withFreeName(const QByteArray &folder, QByteArray &name, F f) {
    constexpr int mostTries = 100;
    for (int i = 0; i < mostTries; ++i) {
        name = folder + ".timeloom-" + QByteArray::number(QRandomGenerator::system()->generate64(), 36);
        if (f()) {
            return true;
        }
        if (errno != EEXIST) {
            return false;
        }
    }
    return false;
}

/// A new file beside another, removed unless it takes the other's place. Where the system can, it has no name
/// until it is whole, so that a crash leaves nothing behind.
class Replacement {
public:
    /// `mode` as for open(): the user's mask is taken off.
    Replacement(const QByteArray &target, mode_t mode, [[maybe_unused]] bool isNamed)
        : m_target(target), m_folder(target.left(target.lastIndexOf('/') + 1)) {
#ifdef O_TMPFILE
        if (!isNamed && ::access("/proc/self/fd", X_OK) == 0) {
            m_file = ::open(m_folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
        }
#endif
        if (m_file < 0) {
            withFreeName(m_folder, m_name, [&] {
                m_file = ::open(m_name.constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode);
                return m_file >= 0;
            });
            m_hasName = m_file >= 0;
        }
    }
    ~Replacement() {
        const int why = errno; // to be told
        if (m_file >= 0) {
            ::close(m_file);
        }
        if (m_hasName) {
            ::unlink(m_name.constData());
        }
        errno = why;
    }
    Q_DISABLE_COPY_MOVE(Replacement)

    /// Each of these says whether it worked; errno tells why not.
    bool isOpen() const {
        return m_file >= 0;
    }
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
        if (::fsync(m_file) != 0 || !giveName() || ::close(std::exchange(m_file, -1)) != 0 ||
            ::rename(m_name.constData(), m_target.constData()) != 0) {
            return false;
        }
        m_hasName = false;
        const int opened = ::open(m_folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (opened >= 0) { // some file systems cannot; there the rename is as safe as it gets
            ::fsync(opened);
            ::close(opened);
        }
        return true;
    }

private:
    /// A file cannot take another's place by linkat(): it needs a name of its own for a moment.
    bool giveName() {
        const QByteArray file = "/proc/self/fd/" + QByteArray::number(m_file);
        const auto link = [&] {
            return ::linkat(AT_FDCWD, file.constData(), AT_FDCWD, m_name.constData(), AT_SYMLINK_FOLLOW) == 0;
        };
        return m_hasName || (m_hasName = withFreeName(m_folder, m_name, link));
    }

    QByteArray m_target;
    QByteArray m_folder; ///< with the stroke at its end
    QByteArray m_name;
    int m_file = -1;
    bool m_hasName = false;
};

/// `before`: the file whose place it takes, if there is one. Whether it worked; errno tells why not.
bool replaceFile(const QByteArray &target, const struct stat *before,
                 const std::vector<QByteArrayView> &pieces, bool isNamed) {
    constexpr mode_t forAll = 0666;
    constexpr mode_t forOwner = 0600; // until it has the permissions of the one before
    Replacement file(target, before != nullptr ? forOwner : forAll, isNamed);
    return file.isOpen() &&
           std::ranges::all_of(pieces, [&file](QByteArrayView piece) { return file.write(piece); }) &&
           (before == nullptr || file.likeBefore(*before)) && file.putInPlace();
}

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
    // Some file systems make files without a name, and then do not give them one.
    const bool isSaved = replaceFile(target, existed ? &before : nullptr, pieces, false) ||
                         (errno != ENOSPC && replaceFile(target, existed ? &before : nullptr, pieces, true));
    return isSaved ? QString() : systemError();
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
