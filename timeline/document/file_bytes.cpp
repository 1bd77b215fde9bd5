// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/file_bytes.h"

#include "document/file_stamp.h"
#include "document/large_memory.h"
#include "document/mapped_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

/// Smaller files are copied: that is as quick, and nobody can change the bytes.
constexpr qint64 smallestMapped = 1024 * 1024;

QString tr(const char *text) {
    return QCoreApplication::translate("timeline", text);
}

/// Opens what the name means; gives what stands in the way, or nothing.
QString open(QFile &file, const QString &fileName) {
    if (fileName == "-"_L1) {
        return file.open(stdin, QIODevice::ReadOnly) ? QString() : file.errorString();
    }
    file.setFileName(fileName == ":story"_L1 ? u":/timeloom/deepseek.json"_s : fileName);
    const QFileInfo info(file.fileName());
    if (!info.exists()) {
        return tr("there is no such file");
    }
    if (info.isDir()) {
        return tr("it is a folder; expected a file");
    }
    return file.open(QIODevice::ReadOnly) ? QString() : file.errorString();
}

/// A block of memory that a file is read into.
struct Block {
    explicit Block(qint64 bytes) : size(static_cast<std::size_t>(bytes)), memory(allocateLarge(size)) {}
    ~Block() { freeLarge(memory, size); }
    Q_DISABLE_COPY_MOVE(Block)

    std::size_t size;
    void *memory;
};

/// Reads up to `size` bytes in steps between which it can be cancelled; how many came.
qint64 readSteps(QFile &file, char *to, qint64 size, ReadControl &control) {
    constexpr qint64 step = 4 * 1024 * 1024;
    qint64 done = 0;
    while (done < size) {
        const qint64 came = file.read(to + done, std::min(step, size - done));
        if (came <= 0 || !control.advance(came, 0)) {
            break;
        }
        done += came;
    }
    return done;
}

FileBytes readKnownSize(QFile &file, const QByteArray &stamp, ReadControl &control) {
    const auto block = std::make_shared<const Block>(file.size());
    auto *memory = static_cast<char *>(block->memory);
    control.start(file.size());
    const qint64 done = readSteps(file, memory, file.size(), control);
    return {block, QByteArrayView(memory, done), stamp};
}

/// Standard input and the like, which end when they end.
FileBytes readUnknownSize(QFile &file, ReadControl &control) {
    QByteArray bytes;
    control.start(0);
    while (true) {
        const qsizetype done = bytes.size();
        const qsizetype step = std::max<qsizetype>(64 * 1024, done);
        bytes.resize(done + step);
        const qint64 came = readSteps(file, bytes.data() + done, step, control);
        bytes.resize(done + came);
        if (came < step) {
            return FileBytes(bytes);
        }
    }
}

FileBytes readOpen(QFile &file, ReadControl &control) {
    const bool hasSize = !file.isSequential() && file.size() > 0;
    if (!hasSize || file.size() < smallestMapped) {
        return readUnknownSize(file, control);
    }
    const bool isStandardInput = file.fileName().isEmpty(); // which may not stand at its beginning
    const QByteArray stamp = stampOf(file);                 // before anything is read of it
    if (const auto mapped = isStandardInput ? nullptr : MappedFile::map(file)) {
        return {mapped, stamp};
    }
    return readKnownSize(file, stamp, control);
}

} // namespace

FileBytes::FileBytes(const std::shared_ptr<const MappedFile> &mapped, const QByteArray &stamp)
    : m_owner(mapped), m_view(mapped->view()), m_mapped(mapped.get()), m_stamp(stamp) {}

QByteArray FileBytes::stamp() const {
    return m_stamp.isEmpty() ? stampOfContent({m_view}) : m_stamp;
}

bool FileBytes::makeOwn(const std::stop_token &stop) const {
    return m_mapped == nullptr || m_mapped->makeOwn(stop);
}

bool FileBytes::isCut() const {
    return m_mapped != nullptr && m_mapped->isCut();
}

bool FileBytes::isWritten() const {
    return m_mapped != nullptr && m_mapped->isWritten();
}

void FileBytes::letGo(qint64 begin, qint64 end) const {
    if (m_mapped != nullptr && begin < end) {
        m_mapped->letGo(begin, end);
    }
}

QByteArrayView FileBytes::look(qint64 begin, qint64 size, std::span<char> memory) const {
    const bool isRead =
        m_mapped != nullptr && size <= std::ssize(memory) && m_mapped->read(begin, memory.data(), size);
    return isRead ? QByteArrayView(memory.data(), size) : m_view.sliced(begin, size);
}

std::optional<FileBytes> readBytes(const QString &fileName, QString *error, ReadControl &control) {
    QFile file;
    QString problem = open(file, fileName);
    FileBytes bytes;
    if (problem.isEmpty()) {
        bytes = readOpen(file, control);
        if (file.error() != QFileDevice::NoError) {
            problem = file.errorString();
        }
    }
    if (control.isCancelled()) {
        return std::nullopt;
    }
    if (problem.isEmpty()) {
        return bytes;
    }
    if (error != nullptr) {
        *error = tr("cannot read %1: %2").arg(fileName, problem);
    }
    return std::nullopt;
}

} // namespace timeline
