// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/map_guard.h"

#include <QByteArrayView>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <stop_token>

class QFile;

namespace timeline {

/// A file's bytes where the system keeps them, without a copy. Others may write into the file or cut it off
/// meanwhile, and never wait for this program: until makeOwn() has copied the bytes away, what they write may
/// show here, and what they cut off reads as zeros (isCut()).
class MappedFile {
public:
    /// Nothing where the system cannot, and on systems other than Linux.
    static std::shared_ptr<const MappedFile> map(const QFile &file);

    MappedFile(void *memory, std::size_t size, int file) : m_memory(memory), m_size(size), m_file(file) {
        m_guard.emplace(memory, size, file);
    }
    ~MappedFile();
    Q_DISABLE_COPY_MOVE(MappedFile)

    QByteArrayView view() const {
        return {static_cast<const char *>(m_memory), static_cast<qsizetype>(m_size)};
    }

    /// Copies the bytes into a file without a name and shows that one in the same place: from then on they
    /// never change. Readers may read meanwhile. Takes as long as a copy takes; where the file system can
    /// clone, no time. False where it was stopped, or there is no room.
    bool makeOwn(const std::stop_token &stop = {}) const;
    bool isOwn() const { return m_isOwn; }
    /// Bytes are gone that nobody can bring back.
    bool isCut() const { return m_guard->isCut(); }
    /// Others wrote into the file before the bytes were copied: they may be partly of before, partly of
    /// after.
    bool isWritten() const;

    /// Takes these bytes out of the program's memory. They stay where they are: looking at them again brings
    /// them back, from the system's cache if it still has them.
    void letGo(qint64 begin, qint64 end) const;
    /// Reads some of the bytes from the file, without bringing its pages into the program's memory. False,
    /// and nothing is to be relied on, where that fails.
    bool read(qint64 begin, char *to, qint64 size) const;

private:
    void *m_memory;
    std::size_t m_size;
    mutable std::mutex m_owning;       ///< one copies, the others wait for it
    mutable std::shared_mutex m_mutex; ///< of what makeOwn() changes
    mutable int m_file;                ///< the descriptor
    mutable std::atomic<bool> m_isOwn = false;
    mutable bool m_wasWritten = false; ///< when it became that
    qint64 m_writtenAt = 0; ///< nanoseconds since 1970, when the file was last written before it was mapped
    mutable std::optional<MapGuard> m_guard; ///< never empty while others look
};

} // namespace timeline
