// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/file_bytes.h"

#include "document/bytes/available_memory.h"
#include "document/bytes/file_open.h"
#include "document/bytes/file_stamp.h"
#include "document/bytes/large_memory.h"
#include "document/bytes/mapped_file.h"

#include <QFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

/// Smaller files are copied: that is as quick, and nobody can change the bytes.
constexpr qint64 smallestMapped = 1024 * 1024;

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

Result<FileBytes> readKnownSize(QFile &file, const QByteArray &stamp, ReadControl &control) {
    if (const qint64 room = availableMemory(); file.size() > room) {
        return Problem{ProblemCode::MoreThanMemory, {memoryText(file.size()), memoryText(room)}};
    }
    const auto block = std::make_shared<const Block>(file.size());
    auto *memory = static_cast<char *>(block->memory);
    control.start(file.size());
    const qint64 done = readSteps(file, memory, file.size(), control);
    return FileBytes(block, QByteArrayView(memory, done), stamp);
}

/// Whether a text that has no end yet may become JSON: so that what never ends is not waited for.
bool mayBeJson(QByteArrayView beginning) {
    if (beginning.startsWith("\xEF\xBB\xBF")) {
        beginning = beginning.sliced(3);
    }
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    const auto *first = std::ranges::find_if_not(beginning, isBlank);
    return !beginning.contains('\0') && (first == beginning.end() || *first == '{' || *first == '[');
}

/// Small files, and standard input and the like, which end when they end, if ever.
Result<FileBytes> readToEnd(QFile &file, bool mayBeEndless, ReadControl &control) {
    constexpr qsizetype firstStep = 64 * 1024;
    QByteArray bytes;
    control.start(0);
    while (true) {
        const qsizetype done = bytes.size();
        const qsizetype step = std::max(firstStep, done);
        if (mayBeEndless && done == firstStep && !mayBeJson(bytes)) {
            return ProblemCode::NoJsonBeginning;
        }
        if (step > firstStep && step > availableMemory()) {
            return Problem{ProblemCode::NoMemoryForMore, {memoryText(done)}};
        }
        bytes.resize(done + step);
        const qint64 came = readSteps(file, bytes.data() + done, step, control);
        bytes.resize(done + came);
        if (came < step) {
            return FileBytes(bytes);
        }
    }
}

Result<FileBytes> readOpen(QFile &file, bool isStandardInput, ReadControl &control) {
    const bool hasSize = !file.isSequential() && file.size() > 0;
    if (!hasSize || file.size() < smallestMapped) {
        return readToEnd(file, !hasSize, control);
    }
    const QByteArray stamp = stampOf(file); // before anything is read of it
    // Standard input may not stand at its beginning.
    if (const auto mapped = isStandardInput ? nullptr : MappedFile::map(file)) {
        return FileBytes(mapped, stamp);
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

bool FileBytes::isOwn() const {
    return m_mapped == nullptr || m_mapped->isOwn();
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

bool FileBytes::read(qint64 begin, std::span<char> to) const {
    return m_mapped != nullptr && m_mapped->read(begin, to.data(), std::ssize(to));
}

QByteArrayView FileBytes::look(qint64 begin, qint64 size, std::span<char> memory) const {
    const bool isRead =
        size <= std::ssize(memory) && read(begin, memory.first(static_cast<std::size_t>(size)));
    return isRead ? QByteArrayView(memory.data(), size) : m_view.sliced(begin, size);
}

Result<FileBytes> readBytes(const QString &fileName, ReadControl &control) {
    QFile file;
    const Result<> isOpen = openToRead(file, fileName);
    Result<FileBytes> bytes =
        isOpen ? readOpen(file, fileName == "-"_L1, control) : Result<FileBytes>(isOpen.problem());
    if (control.isCancelled()) {
        return ProblemCode::Cancelled;
    }
    if (bytes && file.error() != QFileDevice::NoError) {
        bytes = Problem{ProblemCode::System, {file.errorString()}};
    }
    return bytes ? bytes : bytes.problem().of(Problem::Attempt::Read, fileName);
}

} // namespace timeline
