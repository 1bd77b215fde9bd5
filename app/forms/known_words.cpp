// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/known_words.h"

#include "document/store/event_status.h"

#include <QSet>
#include <algorithm>

namespace timeloom {

using namespace timeline;

namespace {

/// Of so many events they are read in a moment; who has more has met them there.
constexpr EventIndex mostRead = 20'000;

QStringList sorted(const QSet<QString> &words) {
    QStringList list(words.cbegin(), words.cend());
    list.sort(); // so that those which differ in case alone have one order, too
    std::ranges::stable_sort(
        list, [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
    return list;
}

} // namespace

QStringList knownTags(const Document &document) {
    QSet<QString> tags;
    for (EventIndex event = 0; event < std::min(document.eventCount(), mostRead); ++event) {
        if (!document.isDeleted(event)) {
            for (const QString &tag : document.details(event).tags) {
                tags.insert(tag);
            }
        }
    }
    return sorted(tags);
}

QStringList knownStatuses(const Document &document) {
    constexpr qsizetype mostOffered = 50;
    QSet<QString> words;
    for (EventIndex event = 0;
         event < std::min(document.eventCount(), mostRead) && words.size() < mostOffered; ++event) {
        if (!document.isDeleted(event) && document.status(event) == Status::Own) {
            words.insert(statusWord(document, event));
        }
    }
    return sorted(words);
}

} // namespace timeloom
