// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/merge.h"
#include "document/saved_bytes.h"

/// Texts to be replaced by others; each must be there.
using Replacements = QList<std::pair<QByteArray, QByteArray>>;

inline const QByteArray eventA = "{\"id\": \"a\", \"title\": \"A\", \"date\": \"2001\", \"x-note\": 1.50e0}";
inline const QByteArray eventB =
    "{\"id\": \"b\", \"title\": \"B\", \"date\": \"2002\", \"status\": \"claimed\", \"importance\": 0.10}";
inline const QByteArray eventC = "{ \"title\" : \"no id\", \"date\" : \"2003\" }";
inline const QByteArray eventD = "{\"id\":\"d\",\"title\":\"\\u0044\",\"date\":\"2004\"}";

inline QByteArray fileOf(const QByteArrayList &events) {
    return "{\n  \"title\": \"T\",\n  \"x-head\": [ 1.0 ],\n  \"events\": [\n    " + events.join(",\n    ") +
           "\n  ]\n}\n";
}

inline const QByteArray base = fileOf({eventA, eventB, eventC, eventD});

inline QByteArray replaced(QByteArray text, const Replacements &replacements) {
    for (const auto &[from, to] : replacements) {
        text.replace(from, to);
    }
    return text;
}

/// Edits the document: texts of events and the head with these replacements. What becomes empty is deleted.
inline void edit(timeline::Document &document, const Replacements &replacements) {
    timeline::DocumentEdit edit;
    for (timeline::EventIndex event = 0; event < document.eventCount(); ++event) {
        const QByteArray before = document.eventText(event).toByteArray();
        if (const QByteArray after = replaced(before, replacements); after != before) {
            edit.events.push_back({event, after});
        }
    }
    if (const QByteArray head = replaced(document.head(), replacements); head != document.head()) {
        edit.head = head;
    }
    document.apply(edit);
}

inline timeline::EventIndex addAtEnd(timeline::Document &document) {
    return document.addPlace(document.eventCount() - 1);
}

/// What the file says when the edits have been made in it.
inline QByteArray broughtTogether(const timeline::Merge &merge, timeline::Document &theirs) {
    theirs.apply(merge.edit(
        [&](const std::vector<QByteArray> &texts) {
            std::vector<timeline::EventIndex> places;
            std::ranges::generate_n(std::back_inserter(places), std::ssize(texts),
                                    [&] { return addAtEnd(theirs); });
            return places;
        },
        [&](timeline::ByteRange unread) { return theirs.adopt(unread); }));
    return savedBytes(theirs);
}

inline bool isSame(const timeline::PendingEdits::Change &a, const timeline::PendingEdits::Change &b) {
    return a.saved == b.saved && a.now == b.now;
}
