// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

namespace timeline {

/// What was edited and is not saved, told without places in a file: so it can be kept in a journal, and made
/// again in another version of the file.
struct PendingEdits {
    struct Change {
        QByteArray saved; ///< the event's text in the file; empty: it is new
        QByteArray now;   ///< empty: it was deleted
    };
    std::vector<Change> events;
    std::optional<Change> head;

    bool isEmpty() const { return events.empty() && !head; }
    /// `saved` is Document::edited() as it was saved last.
    static PendingEdits of(const Document &document, const EditedTexts &saved);
    /// What that says of one event, and of the head; the same twice where nothing is to be saved.
    static Change changeOf(EventIndex event, const Document &document, const EditedTexts &saved);
    static Change changeOfHead(const Document &document, const EditedTexts &saved);
    /// Whether a document can have said it: each text is one JSON value, or a head.
    bool isSound() const;

    QByteArray toBytes() const;
    /// Nothing where the bytes are none of toBytes(), or say what no document can have said.
    static std::optional<PendingEdits> fromBytes(const QByteArray &bytes);
};

} // namespace timeline
