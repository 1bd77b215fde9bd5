// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/references.h"

#include "document/bytes/visible_text.h"
#include "document/format/duplicate_keys.h"
#include "document/json/harmless_copy.h"

namespace timeline {

void warnOfSurrogates(const QByteArray &text, FindingSink &sink) {
    if (!text.contains('\\')) {
        return;
    }
    for (const qint64 offset : harmlessCopy(text).surrogates) {
        sink.add(FindingCode::HalfPair, offset, {text.sliced(offset, 6).toStdString()});
    }
}

CheckedEvent checkEvent(const Document &document, std::optional<EventIndex> event, const QByteArray &bytes) {
    return checkEvent(document, event, bytes, event ? document.listFor(*event, bytes) : EventList::Events);
}

CheckedEvent checkEvent(const Document &document, std::optional<EventIndex> event, const QByteArray &bytes,
                        EventList list) {
    const JsonText text(bytes);
    const JsonValue object = text.valueAt(0);
    FindingSink sink;
    sink.setEvent(event);
    if (object.type == JsonType::Object) {
        reportDuplicateKeys(text, object, sink);
    }
    warnOfSurrogates(bytes, sink);
    CheckedEvent checked{EventReader(text, &sink, list).read(object), {}};
    const EventDetails &details = checked.read.details;
    const auto known = document.findCategory(details.category);
    if (document.declaresCategories() && !details.category.isEmpty() &&
        !(known && document.categories()[*known].declared)) {
        const auto member = findMember(text, object, "category");
        sink.add(FindingCode::UndeclaredCategory, member->value.range.begin,
                 {quotedUtf8(details.category.toStdString())});
    }
    for (std::size_t i = 0; i < details.links.size(); ++i) {
        const QString &to = details.links[i].to;
        if (to == details.id) {
            sink.add(FindingCode::LinkToItself, checked.read.linksAt[i], {quotedUtf8(to.toStdString())});
        } else if (!document.findEvent(to)) {
            sink.add(FindingCode::LostLink, checked.read.linksAt[i], {quotedUtf8(to.toStdString())});
        }
    }
    for (qsizetype i = 0; i < details.sources.size(); ++i) {
        const qint64 at = checked.read.sourcesAt[static_cast<std::size_t>(i)];
        if (at >= 0 && document.findSource(details.sources[i]) == nullptr) {
            sink.add(FindingCode::UndeclaredSource, at, {quotedUtf8(details.sources[i].toStdString())});
        }
    }
    if (const auto other = details.id.isEmpty() ? std::nullopt : document.findEvent(details.id);
        other && other != event) {
        sink.add(
            FindingCode::RepeatedId, checked.read.idAt,
            {quotedUtf8(details.id.toStdString()), quotedUtf8(document.eventTitle(*other).toStdString())});
    }
    std::ranges::copy_if(sink.findings(), std::back_inserter(checked.findings),
                         [&document](const Finding &finding) {
                             return finding.code != FindingCode::YearAndNext || !document.hasSeasons();
                         });
    return checked;
}

} // namespace timeline
