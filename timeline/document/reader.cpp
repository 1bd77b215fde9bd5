// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/reader.h"

#include "document/document_builder.h"
#include "document/file_bytes.h"
#include "document/file_scan.h"
#include "document/harmless_copy.h"
#include "document/text_check.h"

namespace timeline {

namespace {

class BytesCheck {
    Q_DECLARE_TR_FUNCTIONS(timeline)

public:
    /// What keeps bytes from being text. The parser takes both for granted.
    static std::optional<SyntaxError> check(QByteArrayView bytes) {
        if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
            return SyntaxError{0, tr("the file is UTF-16; expected UTF-8")};
        }
        if (const qsizetype nul = bytes.indexOf('\0'); nul >= 0) {
            return SyntaxError{nul, tr("found a NUL character; expected text")};
        }
        if (const auto offset = findInvalidUtf8(bytes)) {
            const auto byte = static_cast<unsigned char>(bytes[*offset]);
            return SyntaxError{*offset, tr("found the byte 0x%1, which is no UTF-8; expected UTF-8 text")
                                            .arg(byte, 2, 16, QLatin1Char('0'))};
        }
        return std::nullopt;
    }
};

ReadResult refuse(QByteArrayView bytes, const SyntaxError &error) {
    ReadResult result;
    result.findings.push_back({Severity::Error, error.offset, 1, 1, error.message, {}});
    LineIndex(bytes).locate(result.findings);
    return result;
}

} // namespace

// Measured on 305 MB of a million events, bytes in memory, on one core of an AMD EPYC, before this was
// written: RapidJSON through JsonStream 0.20 to 0.32 s; RapidJSON copying strings 0.50 to 0.73 s; a bare walk
// by simdjson On-Demand 1.1 s, by its DOM 0.08 s, to which come 2 s for the memory that it takes. All of
// readDocument() takes 0.60 s, of which the pass with its columns 0.52 s, and 55 bytes an event at its peak.
ReadResult readDocument(const FileBytes &file) {
    const QByteArrayView bytes = file.view();
    if (const auto error = BytesCheck::check(bytes)) {
        return refuse(bytes, *error);
    }
    FileScan scan = scanFile(bytes, {});
    HarmlessCopy copy;
    if (scan.needsHarmlessCopy) {
        copy = harmlessCopy(bytes);
        scan = scanFile(copy.bytes, copy.replaced);
        copy.bytes.clear();
    }
    if (scan.error) {
        return refuse(bytes, *scan.error);
    }
    DocumentBuilder builder(file, std::move(scan));
    builder.warnOfSurrogates(copy.surrogates);
    return builder.build();
}

ReadResult readFile(const QString &fileName, QString *error) {
    ReadControl control(nullptr);
    const auto bytes = readBytes(fileName, error, control);
    return bytes ? readDocument(*bytes) : ReadResult{};
}

} // namespace timeline
