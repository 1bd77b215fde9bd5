// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/pending_edits.h"

#include "document/read/reader.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeline {

PendingEdits::Change PendingEdits::changeOf(EventIndex event, const Document &document,
                                            const EditedTexts &saved) {
    const QByteArray now = document.eventText(event).toByteArray();
    if (const EditedTexts::Entry *known = saved.find(event)) {
        return {known->now(document.bytes()).toByteArray(), now};
    }
    const EditedTexts::Entry *entry = document.edited().find(event);
    return {entry == nullptr ? now : entry->textInFile(document.bytes()).toByteArray(), now};
}

PendingEdits::Change PendingEdits::changeOfHead(const Document &document, const EditedTexts &saved) {
    return {saved.head().value_or(document.headInFile()), document.head()};
}

PendingEdits PendingEdits::of(const Document &document, const EditedTexts &saved) {
    PendingEdits pending;
    const auto add = [&](EventIndex event) {
        if (Change change = changeOf(event, document, saved); change.saved != change.now) {
            pending.events.push_back(std::move(change));
        }
    };
    document.edited().entries().forEach([&](EventIndex event, const EditedTexts::Entry &) { add(event); });
    saved.entries().forEach([&](EventIndex event, const EditedTexts::Entry &) {
        if (document.edited().find(event) == nullptr) {
            add(event); // edited, saved, and edited back
        }
    });
    if (Change change = changeOfHead(document, saved); change.saved != change.now) {
        pending.head = std::move(change);
    }
    return pending;
}

QByteArray PendingEdits::toBytes() const {
    QByteArray bytes;
    QCborStreamWriter cbor(&bytes); // which takes no copy of what may be the whole file
    const auto add = [&cbor](const Change &change) {
        cbor.startArray(2);
        cbor.append(change.saved);
        cbor.append(change.now);
        cbor.endArray();
    };
    cbor.startMap(head ? 2 : 1);
    cbor.append("events"_L1);
    cbor.startArray(events.size());
    std::ranges::for_each(events, add);
    cbor.endArray();
    if (head) {
        cbor.append("head"_L1);
        add(*head);
    }
    cbor.endMap();
    return bytes;
}

namespace {

/// Whether each text is one JSON value and nothing beside it, as all that reads them takes for granted.
bool areValues(const std::vector<PendingEdits::Change> &changes) {
    QByteArray joined = "[";
    std::vector<ByteRange> places;
    for (const auto &[saved, now] : changes) {
        for (const QByteArray &text : {saved, now}) {
            if (!text.isEmpty()) {
                joined += places.empty() ? "" : ",";
                places.push_back({joined.size() + JsonText(text).skipBlanks(0), joined.size() + text.size()});
                joined += text;
            }
        }
    }
    joined += ']';
    if (!readDocument(joined).isJson) {
        return false;
    }
    const JsonText text(joined);
    JsonArrayCursor elements(text, text.root());
    auto place = places.cbegin();
    while (const auto element = elements.next()) {
        if (place == places.cend() || place->begin != element->range.begin ||
            place->end < element->range.end) {
            return false;
        }
        ++place;
    }
    return place == places.cend();
}

bool isHead(const QByteArray &text) {
    return readDocument(text).document && !eventListsIn(text).events.isEmpty();
}

std::optional<PendingEdits::Change> changeIn(const QCborValue &value) {
    const QCborArray pair = value.toArray();
    if (!value.isArray() || pair.size() != 2 || !pair.at(0).isByteArray() || !pair.at(1).isByteArray()) {
        return std::nullopt;
    }
    const PendingEdits::Change change{pair.at(0).toByteArray(), pair.at(1).toByteArray()};
    return change.saved.isEmpty() && change.now.isEmpty() ? std::nullopt : std::optional(change);
}

} // namespace

std::optional<PendingEdits> PendingEdits::fromBytes(const QByteArray &bytes) {
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || !value.isMap() || !value[u"events"_s].isArray()) {
        return std::nullopt;
    }
    PendingEdits pending;
    const QCborArray events = value[u"events"_s].toArray();
    for (const auto &each : events) {
        const auto change = changeIn(QCborValue(each));
        if (!change) {
            return std::nullopt;
        }
        pending.events.push_back(*change);
    }
    if (const QCborValue head = value[u"head"_s]; !head.isUndefined()) {
        pending.head = changeIn(head);
        if (!pending.head) {
            return std::nullopt;
        }
    }
    return pending.isSound() ? std::optional(pending) : std::nullopt;
}

bool PendingEdits::isSound() const {
    return (!head || (isHead(head->saved) && isHead(head->now))) && areValues(events);
}

} // namespace timeline
