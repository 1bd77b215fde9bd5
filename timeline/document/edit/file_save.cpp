// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/file_save.h"

#include "document/bytes/file_lock.h"
#include "document/bytes/file_name.h"
#include "document/bytes/file_stamp.h"
#include "document/edit/file_writer.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <algorithm>
#include <optional>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/xattr.h>
#endif
#else
#include <QSaveFile>
#endif

namespace timeline {

namespace {

Problem failure(const QString &fileName, const Problem &why) {
    return why.of(Problem::Attempt::Save, fileName);
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

#ifdef Q_OS_LINUX
constexpr const char *accessList = "system.posix_acl_access";

/// Gives the group in an access list no more than everybody has. The list is a header of 4 bytes and entries
/// of 8: a tag, the rights and an id, least byte first.
void takeFromGroup(char *list, ssize_t size) {
    constexpr char groupTag = 0x04;
    constexpr char othersTag = 0x20;
    char others = 0;
    for (const bool gives : {false, true}) {
        for (ssize_t at = 4; at + 8 <= size; at += 8) {
            if (!gives && list[at] == othersTag) {
                others = list[at + 2];
            } else if (gives && list[at] == groupTag) {
                list[at + 2] = others;
            }
        }
    }
}
#endif

/// Copies what may be read and written of a file beside its bytes: who has access, and what the user or his
/// programs have noted of it. False, with errno, where something cannot be kept. `isOtherGroup`: the new file
/// has not the group of the old one, which may hence do no more than everybody.
bool copyAttributes([[maybe_unused]] int from, [[maybe_unused]] int to, [[maybe_unused]] bool isOtherGroup) {
#ifdef Q_OS_LINUX
    QByteArray names(64 * 1024, '\0'); // the most that Linux has
    const ssize_t length = ::flistxattr(from, names.data(), static_cast<std::size_t>(names.size()));
    names.truncate(std::max<ssize_t>(length, 0));
    QByteArray value(64 * 1024, Qt::Uninitialized);
    for (const QByteArray &name : names.split('\0')) {
        if (name != accessList && !name.startsWith("user.")) {
            continue;
        }
        const ssize_t size =
            ::fgetxattr(from, name.constData(), value.data(), static_cast<std::size_t>(value.size()));
        if (isOtherGroup && name == accessList && size > 0) {
            takeFromGroup(value.data(), size);
        }
        if (size < 0 ||
            ::fsetxattr(to, name.constData(), value.constData(), static_cast<std::size_t>(size), 0) != 0) {
            return false;
        }
    }
#endif
    return true;
}

/// Whether nobody wrote a file, or put another in its place. `isMoved`: it has been renamed, which counts as
/// a change of its own.
bool isSame(const struct stat &a, const struct stat &b, [[maybe_unused]] bool isMoved = false) {
    bool areTimes = true;
#ifdef Q_OS_LINUX
    const auto isTime = [](timespec x, timespec y) { return x.tv_sec == y.tv_sec && x.tv_nsec == y.tv_nsec; };
    areTimes = isTime(a.st_mtim, b.st_mtim) && (isMoved || isTime(a.st_ctim, b.st_ctim));
#endif
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size && areTimes;
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
    bool write(const std::vector<QByteArrayView> &pieces, const FileBytes &origin) const {
        FileWriter writer(m_file, origin);
        return std::ranges::all_of(pieces, [&](QByteArrayView piece) { return writer.write(piece); }) &&
               writer.finish();
    }
    bool likeBefore(int old) const {
        struct stat before {};
        if (::fstat(old, &before) != 0) {
            return false;
        }
#ifdef Q_OS_LINUX
        ::fremovexattr(m_file, accessList); // the folder's, which the old one has not, or has in its own
#endif
        bool isOtherGroup = false;
        mode_t mode = before.st_mode & 07777;
        // Only root may give files away, and the group may be one that the user is not in. Then no other
        // group gets that one's rights, but those of everybody.
        if (::fchown(m_file, before.st_uid, before.st_gid) != 0) {
            mode &= 0777;
            if (::fchown(m_file, static_cast<uid_t>(-1), before.st_gid) != 0) {
                mode = (mode & ~mode_t{070}) | ((mode & 07) << 3);
                isOtherGroup = true;
            }
        }
        return ::fchmod(m_file, mode) == 0 && copyAttributes(old, m_file, isOtherGroup);
    }
    bool flush() const {
        return ::fsync(m_file) == 0;
    }
    /// `expected`: what must be there, if that matters. Sets `wasChanged`, and leaves it alone, where that is
    /// another by now.
    bool putInPlace(const struct stat *expected, bool &wasChanged) {
        ::flock(m_file, LOCK_EX | LOCK_NB); // who comes next waits until we know what stands there now
        if (!giveName()) {
            return false;
        }
        struct stat now {};
        wasChanged =
            expected != nullptr && ::stat(m_target.constData(), &now) == 0 && !isSame(*expected, now);
        if (wasChanged) {
            return true;
        }
#ifdef RENAME_EXCHANGE
        // What comes in after this look is seen in what was taken out, and put back.
        const auto exchange = [this] {
            return ::renameat2(AT_FDCWD, m_name.constData(), AT_FDCWD, m_target.constData(),
                               RENAME_EXCHANGE) == 0;
        };
        if (expected != nullptr && exchange()) {
            struct stat out {};
            wasChanged = ::stat(m_name.constData(), &out) == 0 && !isSame(*expected, out, true);
            if (wasChanged) {
                m_hasName = exchange(); // else what others wrote keeps that name: it is not ours to remove
                return true;
            }
            ::unlink(m_name.constData());
        } else
#endif
            if (::rename(m_name.constData(), m_target.constData()) != 0) {
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

    /// Of what has been put in place, and may be another's already.
    QByteArray stamp(const std::vector<QByteArrayView> &pieces) const {
        QFile file;
        return file.open(m_file, QIODevice::ReadOnly) ? stampOf(file, pieces) : QByteArray();
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

struct Saving {
    QByteArray target; ///< where it is in the end
    const std::vector<QByteArrayView> &pieces;
    const FileBytes &origin; ///< of pieces
    QByteArray expected;
    int old = -1; ///< the file whose place it takes, open; -1 where there is none
};

/// How it went: the new stamp, or that others changed the file. Nothing where it did not go; errno tells why.
std::optional<SaveResult> replaceFile(const Saving &saving, bool isNamed) {
    constexpr mode_t forAll = 0666;
    constexpr mode_t forOwner = 0600; // until it has the permissions of the one before
    Replacement file(saving.target, saving.old >= 0 ? forOwner : forAll, isNamed);
    if (!file.isOpen() || !file.write(saving.pieces, saving.origin) ||
        (saving.old >= 0 && !file.likeBefore(saving.old)) || !file.flush()) {
        return std::nullopt;
    }
    // What is looked through now must be there still when it is replaced. One that was deleted is written
    // again.
    const QString name = fileNameFromBytes(saving.target);
    struct stat seen {};
    const bool isLooked = !saving.expected.isEmpty() && ::stat(saving.target.constData(), &seen) == 0;
    bool wasChanged = isLooked && stampOf(name) != saving.expected && isThere(name);
    if (!wasChanged && !file.putInPlace(isLooked ? &seen : nullptr, wasChanged)) {
        return std::nullopt;
    }
    return wasChanged ? failure(name, {ProblemCode::ChangedMeanwhile})
                      : SaveResult(file.stamp(saving.pieces));
}

Problem reasonOf(int error) {
    return error == EFAULT ? Problem{ProblemCode::WasCut}
                           : Problem{ProblemCode::System, {qt_error_string(error)}};
}

} // namespace

SaveResult saveFile(const QString &fileName, const std::vector<QByteArrayView> &pieces,
                    const QByteArray &expected, const FileLock *held, const FileBytes &origin) {
    const std::optional<QString> file = withoutLinks(fileName);
    if (!file) {
        return failure(fileName, {ProblemCode::LinksInCircle});
    }
    Saving saving{fileNameBytes(*file), pieces, origin, expected};
    saving.target.prepend(saving.target.contains('/') ? "" : "./");
    struct stat before {};
    const bool existed = ::stat(saving.target.constData(), &before) == 0;
    if (existed && !S_ISREG(before.st_mode)) {
        return failure(fileName, {ProblemCode::NoRegularFile});
    }
    if (existed && ::access(saving.target.constData(), W_OK) != 0) {
        return failure(fileName, reasonOf(errno));
    }
    std::unique_ptr<FileLock> own;
    if (existed && held == nullptr) {
        auto lock = FileLock::of(fileNameFromBytes(saving.target));
        if (!lock) {
            return failure(fileName, lock.problem());
        }
        own = std::move(*lock);
        held = own.get();
    }
    saving.old = existed ? held->file().handle() : -1;
    // Some file systems make files without a name, and then do not give them one.
    std::optional<SaveResult> result = replaceFile(saving, false);
    if (!result && errno != ENOSPC && errno != EFAULT) {
        result = replaceFile(saving, true);
    }
    return result ? *result : failure(fileName, reasonOf(errno));
}

int otherNamesOf(const QString &fileName) {
    struct stat file {};
    const bool isThere = ::stat(fileNameBytes(fileName).constData(), &file) == 0;
    return isThere && S_ISREG(file.st_mode) ? static_cast<int>(file.st_nlink) - 1 : 0;
}

#else

SaveResult saveFile(const QString &fileName, const std::vector<QByteArrayView> &pieces,
                    const QByteArray &expected, const FileLock * /*held*/, const FileBytes & /*origin*/) {
    if (!expected.isEmpty() && isThere(fileName) && stampOf(fileName) != expected) {
        return failure(fileName, {ProblemCode::ChangedMeanwhile});
    }
    QSaveFile file(fileName);
    bool isFine = file.open(QIODevice::WriteOnly);
    for (const QByteArrayView piece : pieces) {
        isFine = isFine && file.write(piece.data(), piece.size()) == piece.size();
    }
    // commit() alone does not notice everything.
    if (!isFine || !file.flush() || !file.commit()) {
        file.cancelWriting();
        return failure(fileName, {ProblemCode::System, {file.errorString()}});
    }
    return stampOf(fileName);
}

int otherNamesOf(const QString & /*fileName*/) {
    return 0;
}

#endif

} // namespace timeline
