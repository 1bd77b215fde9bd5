// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/new_events.h"

#include "document/edit/belongings.h"
#include "document/format/event_reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeline {

std::optional<EventIndex> placeFor(const Document &document, const QByteArray &text) {
    return placesFor(document, {text}).front();
}

std::vector<std::optional<EventIndex>> placesByDate(const Document &document,
                                                    const std::vector<Instant> &begins) {
    std::vector<std::pair<Instant, std::size_t>> sorted;
    sorted.reserve(begins.size());
    for (const Instant begin : begins) {
        sorted.emplace_back(begin, sorted.size());
    }
    std::ranges::sort(sorted);
    std::vector<std::optional<EventIndex>> places(begins.size());
    if (begins.empty()) {
        return places;
    }
    std::optional<EventIndex> last;
    auto next = sorted.cbegin();
    bool isSorted = true;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (!document.isPlaced(event) || document.isNew(event)) {
            continue;
        }
        isSorted = isSorted && (!last || document.begin(*last) <= document.begin(event));
        for (; next != sorted.cend() && next->first < document.begin(event); ++next) {
            places[next->second] = last;
        }
        last = event;
    }
    for (; next != sorted.cend(); ++next) {
        places[next->second] = last;
    }
    return isSorted ? places : std::vector(begins.size(), last);
}

std::vector<std::optional<EventIndex>> placesFor(const Document &document,
                                                 const std::vector<QByteArray> &texts) {
    std::vector<Instant> begins;
    std::ranges::transform(texts, std::back_inserter(begins),
                           [](const QByteArray &text) { return readEvent(text).span.begin; });
    return placesByDate(document, begins);
}

QString idFrom(const QString &title) {
    QString id;
    for (const QChar c : title.toLower()) {
        if (c.isLetterOrNumber()) {
            id += c;
        } else if (!id.isEmpty() && !id.endsWith(u'-')) {
            id += u'-';
        }
    }
    id = id.left(40);
    while (id.endsWith(u'-')) {
        id.chop(1);
    }
    return id.isEmpty() ? u"event"_s : id;
}

QString freeId(const Document &document, const QString &id, const QSet<QString> &taken) {
    QString free = id;
    for (int number = 2; taken.contains(free) || document.findEvent(free); ++number) {
        free = u"%1-%2"_s.arg(id).arg(number);
    }
    return free;
}

std::vector<QByteArray> withFreeIds(const Document &document, const std::vector<QByteArray> &texts) {
    std::vector<QByteArray> unique;
    QSet<QString> taken;
    QHash<QString, QString> renamed; // the first of each id, which links mean
    for (const QByteArray &text : texts) {
        const QString id = readEvent(text).details.id;
        unique.push_back(text);
        if (!id.isEmpty()) {
            const QString free = freeId(document, id, taken);
            taken.insert(free);
            if (!renamed.contains(id)) {
                renamed.insert(id, free);
            }
            unique.back() = free == id ? text : EventEdit::withId(text, free);
        }
    }
    // Links among them lead to the copies.
    for (QByteArray &text : unique) {
        std::vector<Link> links = readEvent(text).details.links;
        const bool isInner = std::ranges::any_of(
            links, [&](const Link &link) { return renamed.value(link.to, link.to) != link.to; });
        for (Link &one : links) {
            one.to = renamed.value(one.to, one.to);
        }
        text = isInner ? EventEdit::setList(text, u"links"_s, toJson(links)).valueOr(text) : text;
    }
    return unique;
}

QByteArray copied(const Document &document, const std::vector<EventIndex> &events) {
    QByteArrayList texts, undated;
    for (const EventIndex event : events) {
        (document.isUndated(event) ? undated : texts) += document.eventText(event).toByteArray();
    }
    return Belongings(document, events).fileOf(texts, undated);
}

} // namespace timeline
