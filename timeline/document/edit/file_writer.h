// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/file_bytes.h"

#include <vector>

namespace timeline {

/// Writes a new file from its beginning to its end, where the system is a Unix. Large ones go to the disk
/// while they are written, and do not push what others look at out of the system's memory.
class FileWriter {
public:
    /// `file`: an empty file's descriptor, open for writing for as long as this is. `origin`: what pieces may
    /// be parts of; those of a mapped file are read from it, which is quicker than to bring its pages into
    /// memory.
    explicit FileWriter(int file, const FileBytes &origin = {});

    /// These say whether it worked; errno tells why not: EFAULT where bytes of the origin are gone. Nothing
    /// is sure to be in the file before finish().
    bool write(QByteArrayView piece);
    bool finish(); ///< the rest; not that the disk has it, which is fsync()'s

private:
    bool add(QByteArrayView bytes);
    bool addFromOrigin(QByteArrayView part);
    bool put(QByteArrayView bytes);
    bool drain() const;

    int m_file;
    FileBytes m_origin;
    std::vector<char> m_block; ///< what waits to be written
    qsizetype m_filled = 0;    ///< bytes of it
    qint64 m_written = 0;      ///< bytes of the file
};

} // namespace timeline
