// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/mapped_file.h"

#include "document/bytes/large_memory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QTemporaryFile>
#include <algorithm>

#ifdef Q_OS_LINUX

#include <fcntl.h>
#include <linux/fs.h>
#include <mutex>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace timeline {

namespace {

struct FileState {
    qint64 size = -1;
    qint64 writtenAt = 0;
};

FileState stateOf(int file) {
    struct stat now {};
    if (::fstat(file, &now) != 0 || !S_ISREG(now.st_mode)) {
        return {};
    }
    constexpr qint64 second = 1'000'000'000;
    return {now.st_size, now.st_mtim.tv_sec * second + now.st_mtim.tv_nsec};
}

/// A descriptor of a new file in a folder, which goes when the descriptor does; -1 where there is none.
int unnamedFile(const QString &folder) {
    QTemporaryFile file(folder + QLatin1String("/.timeloom-XXXXXX")); // on Linux it has no name at all
    return file.open() ? ::fcntl(file.handle(), F_DUPFD_CLOEXEC, 0) : -1;
}

/// A clone shares the blocks of the other: it takes neither time nor room.
bool clone(int from, int to) {
    return ::ioctl(to, FICLONE, from) == 0;
}

bool copy(int from, int to, qint64 size, const std::stop_token &stop) {
    std::vector<char> piece(1 << 20);
    for (qint64 done = 0; done < size;) {
        const ssize_t came = ::pread(from, piece.data(), piece.size(), done);
        if (stop.stop_requested() || came < 0) {
            return false;
        }
        if (came == 0) {
            break; // the file has become shorter
        }
        for (ssize_t written = 0; written < came;) {
            const ssize_t more =
                ::write(to, piece.data() + written, static_cast<std::size_t>(came - written));
            if (more <= 0) {
                return false;
            }
            written += more;
        }
        done += came;
    }
    return true;
}

/// A copy in a folder that has room for it; -1 where there is none. Not in memory, which is what is saved.
int copyOf(int file, qint64 size, const std::stop_token &stop) {
    const QString own = QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(file));
    const QString beside = QFileInfo(own).path();
    if (const int cloned = unnamedFile(beside); cloned >= 0) {
        if (clone(file, cloned)) {
            return cloned;
        }
        ::close(cloned);
    }
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    for (const QString &folder : {cache, QStringLiteral("/var/tmp"), beside}) {
        const QStorageInfo storage(folder);
        if (stop.stop_requested() || storage.fileSystemType() == "tmpfs" ||
            storage.bytesAvailable() < size + size / 4) {
            continue;
        }
        if (const int copied = unnamedFile(folder); copied >= 0) {
            if (copy(file, copied, size, stop)) {
                return copied;
            }
            ::close(copied);
        }
    }
    return -1;
}

} // namespace

std::shared_ptr<const MappedFile> MappedFile::map(const QFile &file) {
    const int own = ::fcntl(file.handle(), F_DUPFD_CLOEXEC, 0);
    const FileState state = stateOf(own);
    void *memory = MAP_FAILED;
    if (state.size > 0) {
        memory = ::mmap(nullptr, static_cast<std::size_t>(state.size), PROT_READ, MAP_PRIVATE, own, 0);
    }
    if (memory == MAP_FAILED) {
        if (own >= 0) {
            ::close(own);
        }
        return nullptr;
    }
    auto mapped = std::make_shared<MappedFile>(memory, static_cast<std::size_t>(state.size), own);
    mapped->m_writtenAt = state.writtenAt;
    return mapped->m_guard->isOnGuard() ? mapped : nullptr;
}

MappedFile::~MappedFile() {
    m_guard.reset();
    ::munmap(m_memory, m_size);
    ::close(m_file);
}

bool MappedFile::makeOwn(const std::stop_token &stop) const {
    const std::lock_guard alone(m_owning);
    if (m_isOwn) {
        return true;
    }
    const auto size = static_cast<qint64>(m_size);
    const int own = copyOf(m_file, size, stop);
    if (own < 0) {
        return false;
    }
    // What is missing reads as zeros; what was longer is not looked at.
    const bool isShorter = stateOf(own).size < size;
    const bool wasWritten = isWritten();
    const std::unique_lock nobodyReads(m_mutex);
    if (::ftruncate(own, size) != 0 ||
        ::mmap(m_memory, m_size, PROT_READ, MAP_PRIVATE | MAP_FIXED, own, 0) == MAP_FAILED) {
        ::close(own);
        return false;
    }
    if (isShorter) {
        m_guard->setCut();
    }
    m_guard->setFile(own);
    ::close(std::exchange(m_file, own));
    m_wasWritten = wasWritten;
    m_isOwn = true;
    return true;
}

bool MappedFile::isWritten() const {
    const std::shared_lock lock(m_mutex);
    if (m_isOwn) {
        return m_wasWritten;
    }
    const FileState now = stateOf(m_file);
    return now.size != static_cast<qint64>(m_size) || now.writtenAt != m_writtenAt;
}

void MappedFile::letGo(qint64 begin, qint64 end) const {
    if (!isCut()) { // what stands for bytes that are gone is not in the file
        giveBack(static_cast<char *>(m_memory) + begin, static_cast<std::size_t>(end - begin));
    }
}

bool MappedFile::read(qint64 begin, char *to, qint64 size) const {
    const std::shared_lock lock(m_mutex);
    qint64 done = 0;
    while (done < size && !isCut()) {
        const ssize_t came = ::pread(m_file, to + done, static_cast<std::size_t>(size - done), begin + done);
        if (came <= 0) {
            return false;
        }
        done += came;
    }
    return done == size;
}

} // namespace timeline

#else

namespace timeline {

std::shared_ptr<const MappedFile> MappedFile::map(const QFile & /*file*/) {
    return nullptr;
}

MappedFile::~MappedFile() = default;

bool MappedFile::makeOwn(const std::stop_token & /*stop*/) const {
    return false;
}

bool MappedFile::isWritten() const {
    return false;
}

void MappedFile::letGo(qint64 /*begin*/, qint64 /*end*/) const {}

bool MappedFile::read(qint64 /*begin*/, char * /*to*/, qint64 /*size*/) const {
    return false;
}

} // namespace timeline

#endif
