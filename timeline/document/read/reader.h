// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/read_observer.h"
#include "document/bytes/result.h"
#include "document/store/document.h"

#include <functional>

namespace timeline {

/// What reading gave. Without a document the bytes are no JSON at all, or no events file, and the findings
/// say why; or reading was cancelled, and there are none.
struct ReadResult {
    std::shared_ptr<Document> document; ///< for the one who edits it; all others share it as const
    bool isJson = false;                ///< whether the bytes are JSON, if perhaps no events file
    /// Those of document->findings(), where there is a document, and those about many events together.
    FindingList findings;
    FileBytes bytes; ///< what was read

    /// Calls `tell` for each finding, with its line and column.
    void tellFindings(const std::function<void(const Finding &)> &tell) const;
    Finding located(Finding finding) const; ///< the same with its line and column
};

/// Reads an events file (RFC 8259 JSON; a leading BOM is allowed and kept). Never throws, never recurses over
/// the input, and answers every finding, not only the first. A bad event is left out and reported. Large
/// files are read by several threads. Must not be called from several threads with one observer.
ReadResult readDocument(const FileBytes &bytes, ReadObserver *observer = nullptr);
inline ReadResult readDocument(const QByteArray &bytes, ReadObserver *observer = nullptr) {
    return readDocument(FileBytes(bytes), observer);
}

/// Reads a file by name, "-" for standard input, ":story" for the bundled one. A problem is that the file
/// cannot be read at all; one that is no events file gives findings and no document. Where the observer
/// cancelled it, nothing of meaning.
Result<ReadResult> readFile(const QString &fileName, ReadObserver *observer = nullptr);

} // namespace timeline
