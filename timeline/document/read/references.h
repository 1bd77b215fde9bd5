// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event_reader.h"
#include "document/store/document.h"

namespace timeline {

/// What is found wrong where one part of a file names another.
class ReferenceWords {
    Q_DECLARE_TR_FUNCTIONS(timeline)

public:
    static QString undeclaredCategory(const QString &id);
    static QString lostLink(const QString &id);
    static QString linkToItself(const QString &id);
    static QString partOfItself(const QString &id, std::size_t events);
    static QString undeclaredSource(const QString &id);
    static QString halfPair(QByteArrayView escape);
    /// Warns of halves of surrogate pairs in JSON text.
    static void warnOfSurrogates(const QByteArray &text, FindingSink &sink);
    static QString repeatedId(const QString &id, const QString &title);
    static QString idOfUnread(const QString &id, qint64 line);
};

/// An event of a document that is edited: read, and what its text or what it names has wrong.
struct CheckedEvent {
    ReadEvent read;
    std::vector<Finding> findings; ///< offsets count from the text's beginning
};

/// Reads a text as that of an event of the document, which may have another one now. Ids are looked up as
/// they are in the document.
CheckedEvent checkEvent(const Document &document, std::optional<EventIndex> event, const QByteArray &text);

} // namespace timeline
