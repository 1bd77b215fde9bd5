// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/file_writer.h"

#include <algorithm>
#include <cstring>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace timeline {

namespace {

constexpr qsizetype blockSize = 1 << 20;
constexpr qint64 stretch = 32 * blockSize; // that the disk is asked to take at once

/// Whether a part begins in the memory of some bytes.
bool isIn(QByteArrayView part, QByteArrayView bytes) {
    return std::less_equal()(bytes.data(), part.data()) &&
           std::less()(part.data(), bytes.data() + bytes.size());
}

} // namespace

FileWriter::FileWriter(int file, const FileBytes &origin) : m_file(file), m_origin(origin) {}

bool FileWriter::write(QByteArrayView piece) {
    return m_origin.isMapped() && isIn(piece, m_origin.view()) ? addFromOrigin(piece) : add(piece);
}

bool FileWriter::finish() {
    return put(QByteArrayView(m_block.data(), std::exchange(m_filled, 0)));
}

/// Small pieces are collected: there may be millions.
bool FileWriter::add(QByteArrayView bytes) {
    if (bytes.size() >= blockSize) {
        return finish() && put(bytes);
    }
    m_block.resize(blockSize);
    const auto first = std::min(bytes.size(), blockSize - m_filled);
    std::copy_n(bytes.data(), first, m_block.data() + m_filled);
    m_filled += first;
    if (m_filled < blockSize) {
        return true;
    }
    const QByteArrayView rest = bytes.sliced(first);
    const bool isPut = finish();
    std::ranges::copy(rest, m_block.data());
    m_filled = rest.size();
    return isPut;
}

bool FileWriter::addFromOrigin(QByteArrayView part) {
    m_block.resize(blockSize);
    qint64 begin = part.data() - m_origin.view().data();
    for (qsizetype left = part.size(); left > 0;) {
        const auto size = std::min(left, blockSize - m_filled);
        if (!m_origin.read(begin, {m_block.data() + m_filled, static_cast<std::size_t>(size)})) {
            errno = EFAULT; // as where the map is read
            return false;
        }
        m_filled += size;
        begin += size;
        left -= size;
        if (m_filled == blockSize && !finish()) {
            return false;
        }
    }
    return true;
}

bool FileWriter::put(QByteArrayView bytes) {
    while (!bytes.isEmpty()) {
        // Never past the end of a stretch.
        const qint64 room = stretch - m_written % stretch;
        const auto size = static_cast<std::size_t>(std::min<qint64>(bytes.size(), room));
        const ssize_t written = ::write(m_file, bytes.data(), size);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            errno = written == 0 ? ENOSPC : errno;
            return false;
        }
        m_written += written;
        bytes = bytes.sliced(written);
        if (m_written % stretch == 0 && !drain()) {
            return false;
        }
    }
    return true;
}

/// At the end of a stretch: the disk begins with it, and what it had before leaves the system's memory, so
/// that the next stretches find pages that are there already. Only hints, but a disk that fails says so here.
bool FileWriter::drain() const {
#ifdef Q_OS_LINUX
    constexpr qint64 behind = 2 * stretch;
    ::sync_file_range(m_file, m_written - stretch, stretch, SYNC_FILE_RANGE_WRITE);
    if (const qint64 done = m_written - stretch - behind; done >= 0) {
        constexpr unsigned all =
            SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
        if (::sync_file_range(m_file, done, stretch, all) != 0 &&
            (errno == EIO || errno == ENOSPC || errno == EDQUOT)) {
            return false; // told but once: fsync() would not say it again
        }
        ::posix_fadvise(m_file, done, stretch, POSIX_FADV_DONTNEED);
    }
#endif
    return true;
}

} // namespace timeline

#endif
