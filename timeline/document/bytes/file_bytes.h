// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/read_control.h"
#include "document/bytes/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <optional>
#include <span>
#include <stop_token>

namespace timeline {

class MappedFile;

/// The bytes of a file, which stay where they are as long as somebody holds this. They never change; only of
/// a large file, which is mapped, others may change or cut off the bytes until makeOwn() has been called.
/// Copies share them.
class FileBytes {
public:
    FileBytes() = default;
    explicit FileBytes(const QByteArray &bytes)
        : m_owner(std::make_shared<const QByteArray>(bytes)),
          m_view(*static_cast<const QByteArray *>(m_owner.get())) {}
    FileBytes(std::shared_ptr<const void> owner, QByteArrayView view, const QByteArray &stamp = {})
        : m_owner(std::move(owner)), m_view(view), m_stamp(stamp) {}
    FileBytes(const std::shared_ptr<const MappedFile> &mapped, const QByteArray &stamp);

    QByteArrayView view() const { return m_view; }
    /// Of the file as it was right before it was read: see stampOf(). Empty where there is none.
    QByteArray stamp() const;

    /// For who keeps them for long: from then on nobody can change them. See MappedFile.
    bool makeOwn(const std::stop_token &stop = {}) const;
    bool isOwn() const;     ///< nobody can change them any more
    bool isCut() const;     ///< some are gone and read as zeros
    bool isWritten() const; ///< others wrote into the file before: some may be of before, some of after

    /// Says that whoever looked at these bytes has done so. Of a mapped file they then take no memory of this
    /// program until somebody looks again, which costs little; so a walk over all of a large file needs no
    /// more memory than a step of it. May be called while others look.
    void letGo(qint64 begin, qint64 end) const;
    bool isMapped() const { return m_mapped != nullptr; } ///< a file's, which read() reads
    /// Reads some of them into memory that does not count as that of the map. Within the bytes. False, and
    /// nothing is to be relied on, where they are not mapped or gone.
    bool read(qint64 begin, std::span<char> to) const;
    /// A part of them, for one look: where they are mapped and it fits, read into `memory`. For a look here
    /// and there that is much quicker than to bring in the pages, which would count as memory of this
    /// program.
    QByteArrayView look(qint64 begin, qint64 size, std::span<char> memory) const;

private:
    std::shared_ptr<const void> m_owner;
    QByteArrayView m_view;
    const MappedFile *m_mapped = nullptr; ///< the owner, if it is one
    QByteArray m_stamp;                   ///< empty where the bytes, which never change, tell it
};

/// The bytes of a file by name, "-" for standard input, ":story" for the bundled one, or
/// ProblemCode::Cancelled where `control` was. The one place that knows how bytes come into memory: large
/// files are mapped where they can be.
Result<FileBytes> readBytes(const QString &fileName, ReadControl &control);

} // namespace timeline
