// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/result.h"

#include <QFile>
#include <QString>
#include <chrono>
#include <memory>

namespace timeline {

/// Keeps other Timelooms from writing a file: a lock (flock) on the file itself, so that no crash leaves it
/// behind. Other programs do not mind it. Where the file system has no locks, it locks nothing.
class FileLock {
public:
    /// Locks the file that stands at this place when the lock is there, waiting no longer than `patience`.
    /// Symlinks are followed.
    static Result<std::unique_ptr<FileLock>> of(const QString &fileName,
                                                std::chrono::milliseconds patience = std::chrono::seconds(5));

    const QFile &file() const { return m_file; } ///< open for reading; closing it ends the lock

private:
    FileLock() = default;
    QFile m_file;
};

} // namespace timeline
