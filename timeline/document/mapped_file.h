// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <memory>
#include <shared_mutex>

class QFile;

namespace timeline {

/// A file's bytes where the system keeps them, without a copy. They never change: the map comes with a lease,
/// so that whoever is about to write into the file or to cut it off is held back until the bytes have been
/// copied away, and then finds them copied to the same addresses.
class MappedFile {
public:
    /// Nothing where there is no lease: a file that somebody has open for writing, of another owner or on a
    /// network, what is no file, and on systems other than Linux.
    static std::shared_ptr<const MappedFile> map(const QFile &file);

    MappedFile(void *memory, std::size_t size, int lease) : m_memory(memory), m_size(size), m_lease(lease) {}
    ~MappedFile();
    Q_DISABLE_COPY_MOVE(MappedFile)

    QByteArrayView view() const {
        return {static_cast<const char *>(m_memory), static_cast<qsizetype>(m_size)};
    }

    /// Takes these bytes out of the program's memory. They stay where they are: looking at them again brings
    /// them back, from the system's cache if it still has them.
    void letGo(qint64 begin, qint64 end) const;
    /// Reads some of the bytes from the file, without bringing its pages into the program's memory. False,
    /// and nothing has been read, where they are a copy by now.
    bool read(qint64 begin, char *to, qint64 size) const;

private:
    friend class LeaseKeeper;
    void copyAway();

    mutable std::shared_mutex m_mutex; ///< whoever needs the lease holds it shared

    void *m_memory;
    std::size_t m_size;
    int m_lease; ///< the file descriptor that has it; -1 once the bytes are a copy. The LeaseKeeper's to
                 ///< change
};

} // namespace timeline
