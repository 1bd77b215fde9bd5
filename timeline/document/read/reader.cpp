// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/reader.h"

#include "document/bytes/file_bytes.h"
#include "document/bytes/file_name.h"
#include "document/bytes/line_index.h"
#include "document/bytes/text_check.h"
#include "document/json/harmless_copy.h"
#include "document/read/document_builder.h"
#include "document/read/file_scan.h"

#include <QCoreApplication>
#include <algorithm>
#include <new>
#include <tuple>

namespace timeline {

namespace {

class BytesCheck {
public:
    static std::optional<Finding> checkMark(QByteArrayView bytes) {
        if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
            return Finding{FindingCode::NoUtf16, 0, {}};
        }
        return std::nullopt;
    }

    /// What keeps bytes from being text. The first that there is is not the first in the file: a NUL anywhere
    /// says more about a file than an odd byte.
    static std::optional<Finding> check(QByteArrayView bytes, ReadControl &control) {
        const auto isGoingOn = [&control] { return !control.isCancelled(); };
        if (const qint64 nul = findNul(bytes, isGoingOn); nul >= 0) {
            return Finding{FindingCode::NulCharacter, nul, {}};
        }
        if (const auto offset = findInvalidUtf8(bytes, isGoingOn)) {
            const auto byte = static_cast<unsigned char>(bytes[*offset]);
            return Finding{FindingCode::NoUtf8, *offset, {QString::number(byte, 16).rightJustified(2, u'0')}};
        }
        return std::nullopt;
    }

private:
    static qint64 findNul(QByteArrayView bytes, const std::function<bool()> &isGoingOn) {
        for (qint64 at = 0; at < bytes.size() && isGoingOn(); at += ReadControl::stride) {
            const QByteArrayView part = bytes.sliced(at, std::min(ReadControl::stride, bytes.size() - at));
            if (const qsizetype nul = part.indexOf('\0'); nul >= 0) {
                return at + nul;
            }
        }
        return -1;
    }
};

ReadResult refuse(const FileBytes &file, const Finding &error) {
    ReadResult result;
    result.bytes = file;
    result.findings.add(error);
    return result;
}

/// Hands over what has been read when there is enough of it, and then each time that it has grown fourfold.
class Partials {
public:
    Partials(const FileBytes &bytes, ReadObserver *observer) : m_bytes(bytes), m_observer(observer) {}

    void look(const FileScan &soFar, qint64 end) {
        m_bytes.letGo(m_read, end);
        m_read = end;
        // So near to the end, the whole comes as soon.
        if (m_observer != nullptr && end >= m_next && end < m_bytes.view().size() / 2) {
            m_next = 4 * end;
            m_observer->partial(DocumentBuilder::partial(m_bytes, soFar));
        }
    }

private:
    FileBytes m_bytes;
    ReadObserver *m_observer;
    qint64 m_read = 0;
    qint64 m_next = 16 * 1024 * 1024;
};

ReadResult read(const FileBytes &file, ReadControl &control) {
    const QByteArrayView bytes = file.view();
    if (const auto error = BytesCheck::checkMark(bytes)) {
        return refuse(file, *error);
    }
    Partials partials(file, control.observer());
    const auto grown = [&partials](const FileScan &soFar, qint64 end) { partials.look(soFar, end); };
    FileScan scan = scanFile({bytes, bytes, {}}, control, grown);
    if (scan.error || scan.hasBadText) {
        if (const auto error = BytesCheck::check(bytes, control)) {
            return refuse(file, *error);
        }
    }
    HarmlessCopy copy;
    if (scan.needsHarmlessCopy && !control.isCancelled()) {
        copy = harmlessCopy(bytes);
        scan = scanFile({copy.bytes, bytes, copy.replaced}, control, grown);
        copy.bytes.clear();
    }
    if (control.isCancelled()) {
        return {};
    }
    if (scan.error) {
        return refuse(file, *scan.error);
    }
    DocumentBuilder builder(file, std::move(scan), control);
    builder.warnOfSurrogates(copy.surrogates);
    return builder.build();
}

} // namespace

// Measured on 305 MB of a million events, bytes in memory, on one core of an AMD EPYC, before this was
// written: RapidJSON through JsonStream 0.20 to 0.32 s; RapidJSON copying strings 0.50 to 0.73 s; a bare walk
// by simdjson On-Demand 1.1 s, by its DOM 0.08 s, to which come 2 s for the memory that it takes. All of
// readDocument() takes 0.60 s, of which the pass with its columns 0.52 s, and 55 bytes an event at its peak.
ReadResult readDocument(const FileBytes &file, ReadObserver *observer) {
    ReadControl control(observer);
    ReadResult result = read(file, control);
    return control.isCancelled() ? ReadResult{} : std::move(result);
}

namespace {

/// Again where others write into it meanwhile.
Result<ReadResult> readUnchanged(const QString &fileName, ReadObserver *observer) {
    constexpr int mostTries = 3;
    for (int i = 1;; ++i) {
        ReadControl control(observer);
        const Result<FileBytes> bytes = readBytes(fileName, control);
        if (!bytes) {
            return bytes.is(ProblemCode::Cancelled) ? Result<ReadResult>(ReadResult()) : bytes.problem();
        }
        ReadResult result = readDocument(*bytes, observer);
        if (control.isCancelled() || !(bytes->isCut() || bytes->isWritten())) {
            return result;
        }
        if (i == mostTries) { // some of it may be of before, some of after
            return Problem{ProblemCode::WrittenMeanwhile}.of(Problem::Attempt::Read, fileName);
        }
    }
}

} // namespace

Result<ReadResult> readFile(const QString &fileName, ReadObserver *observer) {
    try {
        return readUnchanged(fileName, observer);
    } catch (const std::bad_alloc &) {
        return Problem{ProblemCode::NotEnoughMemory}.of(Problem::Attempt::Read, fileName);
    }
}

namespace {

/// A file that is no text may be larger than all that is to be looked through.
LineIndex linesUpTo(const FileBytes &bytes, qint64 offset) {
    static const ReadControl nobodyStopsIt(nullptr);
    return {bytes.view().first(std::min(offset + 1, bytes.view().size())), nobodyStopsIt};
}

} // namespace

void ReadResult::tellFindings(const std::function<void(const Finding &)> &tell) const {
    if (findings.empty()) {
        return;
    }
    const LineIndex lines = linesUpTo(bytes, findings.back().offset);
    LineIndex::Sweep sweep(lines);
    for (Finding finding : findings) {
        std::tie(finding.line, finding.column) = sweep(finding.offset);
        tell(finding);
    }
}

Finding ReadResult::located(Finding finding) const {
    const LineIndex lines = linesUpTo(bytes, finding.offset);
    std::tie(finding.line, finding.column) = LineIndex::Sweep(lines)(finding.offset);
    return finding;
}

} // namespace timeline
