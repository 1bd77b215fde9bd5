// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

#include <QSet>

namespace timeline {

// Where new events go in a file, and what they are called there.

/// For each of these, which begin then, the event of the file that it is to come after: in a file in the
/// order of dates where its date belongs, else the last. Nothing: it comes before all.
std::vector<std::optional<EventIndex>> placesByDate(const Document &document,
                                                    const std::vector<Instant> &begins);
/// The same for events with these texts.
std::optional<EventIndex> placeFor(const Document &document, const QByteArray &text);
std::vector<std::optional<EventIndex>> placesFor(const Document &document,
                                                 const std::vector<QByteArray> &texts);

/// An id made of a title: "The R1 release" becomes "the-r1-release".
QString idFrom(const QString &title);
/// This id, or with a number, so that no event of the document has it and it is none of these.
QString freeId(const Document &document, const QString &id, const QSet<QString> &taken = {});
/// The same events, each with an id that is free; links among them lead to them.
std::vector<QByteArray> withFreeIds(const Document &document, const std::vector<QByteArray> &texts);

/// Events as they stand in their file, in a file of their own with the categories and sources that they name.
QByteArray copied(const Document &document, const std::vector<EventIndex> &events);

} // namespace timeline
