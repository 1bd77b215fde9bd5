// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/mapped_file.h"

#include "document/large_memory.h"

#include <QFile>
#include <algorithm>

#ifdef Q_OS_LINUX

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <future>
#include <linux/magic.h>
#include <mutex>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <thread>
#include <unistd.h>
#include <unordered_map>
#include <vector>

namespace timeline {

/// Waits in a thread of its own for the kernel to say that somebody wants to write into a leased file. The
/// signals are sent to this thread alone, which fetches them: there is no signal handler, and no other thread
/// is disturbed.
class LeaseKeeper {
public:
    /// Lives as long as the process: files may stay open to its end.
    static LeaseKeeper &instance() {
        static auto *keeper = new LeaseKeeper;
        return *keeper;
    }

    /// Leases the file; whether that succeeded.
    bool lease(int descriptor) const {
        const f_owner_ex owner = {F_OWNER_TID, m_thread};
        return fcntl(descriptor, F_SETSIG, wanted()) == 0 && fcntl(descriptor, F_SETOWN_EX, &owner) == 0 &&
               fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0;
    }

    void add(MappedFile *file) {
        const std::lock_guard lock(m_mutex);
        m_files.emplace(file->m_lease, file);
        look(file->m_lease); // should somebody have come between the lease and this
    }

    void remove(MappedFile *file) {
        const std::lock_guard lock(m_mutex);
        munmap(file->m_memory, file->m_size);
        end(*file);
    }

private:
    LeaseKeeper() {
        std::promise<pid_t> thread;
        std::thread([this, &thread] { run(thread); }).detach();
        m_thread = thread.get_future().get();
    }

    static int wanted() { return SIGRTMIN + 5; }

    [[noreturn]] void run(std::promise<pid_t> &thread) {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_BLOCK, &all, nullptr);
        thread.set_value(gettid());
        sigset_t awaited;
        sigemptyset(&awaited);
        sigaddset(&awaited, wanted());
        sigaddset(&awaited, SIGIO); // comes instead when too many signals wait
        while (true) {
            siginfo_t info = {};
            const int signal = sigwaitinfo(&awaited, &info);
            const std::lock_guard lock(m_mutex);
            if (signal == wanted()) {
                look(info.si_fd);
            } else {
                std::vector<int> descriptors;
                for (const auto &[descriptor, file] : m_files) {
                    descriptors.push_back(descriptor);
                }
                std::for_each(descriptors.begin(), descriptors.end(), [this](int d) { look(d); });
            }
        }
    }

    /// Lets the file go if somebody wants to write. The descriptor may meanwhile be another file's.
    void look(int descriptor) {
        const auto found = m_files.find(descriptor);
        if (found != m_files.end() && fcntl(descriptor, F_GETLEASE) != F_RDLCK) {
            MappedFile &file = *found->second;
            const std::lock_guard nobodyReads(file.m_mutex);
            file.copyAway();
            end(file);
        }
    }

    void end(MappedFile &file) {
        if (file.m_lease >= 0) {
            m_files.erase(file.m_lease);
            fcntl(file.m_lease, F_SETLEASE, F_UNLCK);
            close(file.m_lease);
            file.m_lease = -1;
        }
    }

    std::mutex m_mutex;
    std::unordered_map<int, MappedFile *> m_files;
    pid_t m_thread = 0;
};

namespace {

/// Whether a file system can go away and take its maps along, so that who reads them is killed.
bool canGoAway(int descriptor) {
    struct statfs system = {};
    if (fstatfs(descriptor, &system) != 0) {
        return true;
    }
    switch (static_cast<std::uint32_t>(system.f_type)) {
    case NFS_SUPER_MAGIC:
    case SMB_SUPER_MAGIC:
    case SMB2_SUPER_MAGIC:
    case CIFS_SUPER_MAGIC:
    case V9FS_MAGIC:
    case FUSE_SUPER_MAGIC:
    case CEPH_SUPER_MAGIC:
    case AFS_SUPER_MAGIC:
        return true;
    default:
        return false;
    }
}

} // namespace

std::shared_ptr<const MappedFile> MappedFile::map(const QFile &file) {
    if (canGoAway(file.handle())) {
        return nullptr;
    }
    const int lease = fcntl(file.handle(), F_DUPFD_CLOEXEC, 0);
    struct stat status = {};
    void *memory = MAP_FAILED;
    if (lease >= 0 && LeaseKeeper::instance().lease(lease) && fstat(lease, &status) == 0 &&
        status.st_size > 0) {
        memory = mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, lease, 0);
    }
    if (memory == MAP_FAILED) {
        if (lease >= 0) {
            fcntl(lease, F_SETLEASE, F_UNLCK);
            close(lease);
        }
        return nullptr;
    }
    const auto mapped = std::make_shared<MappedFile>(memory, static_cast<std::size_t>(status.st_size), lease);
    LeaseKeeper::instance().add(mapped.get());
    return mapped;
}

MappedFile::~MappedFile() {
    LeaseKeeper::instance().remove(this);
}

void MappedFile::letGo(qint64 begin, qint64 end) const {
    const std::shared_lock lock(m_mutex);
    if (m_lease >= 0) { // a copy would be lost
        giveBack(static_cast<char *>(m_memory) + begin, static_cast<std::size_t>(end - begin));
    }
}

bool MappedFile::read(qint64 begin, char *to, qint64 size) const {
    const std::shared_lock lock(m_mutex);
    qint64 done = 0;
    while (m_lease >= 0 && done < size) {
        const ssize_t came = pread(m_lease, to + done, static_cast<std::size_t>(size - done), begin + done);
        if (came <= 0) {
            break;
        }
        done += came;
    }
    return m_lease >= 0 && done == size;
}

/// Readers may be reading meanwhile: the copy takes the map's place in one step.
void MappedFile::copyAway() {
    void *copy =
        mmap(nullptr, m_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (copy == MAP_FAILED) {
        return; // nothing better than the map as it is
    }
    madvise(copy, m_size, MADV_HUGEPAGE);
    std::memcpy(copy, m_memory, m_size);
    mprotect(copy, m_size, PROT_READ);
    if (mremap(copy, m_size, m_size, MREMAP_MAYMOVE | MREMAP_FIXED, m_memory) == MAP_FAILED) {
        munmap(copy, m_size);
    }
}

} // namespace timeline

#else

namespace timeline {

std::shared_ptr<const MappedFile> MappedFile::map(const QFile & /*file*/) {
    return nullptr;
}

MappedFile::~MappedFile() = default;

void MappedFile::letGo(qint64 /*begin*/, qint64 /*end*/) const {}

bool MappedFile::read(qint64 /*begin*/, char * /*to*/, qint64 /*size*/) const {
    return false;
}

} // namespace timeline

#endif
