// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/references.h"

#include "document/format/duplicate_keys.h"
#include "document/json/harmless_copy.h"

namespace timeline {

QString ReferenceWords::undeclaredCategory(const QString &id) {
    return tr(R"("category" is %1, which "categories" does not declare; expected a declared one)")
        .arg(quoted(id));
}

QString ReferenceWords::lostLink(const QString &id) {
    return tr("\"to\" is %1, and no event that is shown has this id; expected the id of an event")
        .arg(quoted(id));
}

QString ReferenceWords::linkToItself(const QString &id) {
    return tr("\"to\" is %1, the event's own id; expected that of another event").arg(quoted(id));
}

QString ReferenceWords::partOfItself(const QString &id, std::size_t events) {
    return tr("\"to\" is %1, which is a part of this event in turn: the links of %n events lead in a circle; "
              "expected an end to them",
              nullptr, static_cast<int>(events))
        .arg(quoted(id));
}

QString ReferenceWords::undeclaredSource(const QString &id) {
    return tr("the source %1 is not declared; expected the id of one of \"sources\"").arg(quoted(id));
}

QString ReferenceWords::repeatedId(const QString &id, const QString &title) {
    return tr("the id %1 is that of the event %2 too; expected an id that no other event has")
        .arg(quoted(id), quoted(title));
}

QString ReferenceWords::idOfUnread(const QString &id, qint64 line) {
    return tr("the id %1 is that of what cannot be read in line %2 too; expected an id that no other event "
              "has")
        .arg(quoted(id))
        .arg(line);
}

QString ReferenceWords::halfPair(QByteArrayView escape) {
    return tr("the escape %1 is half of a surrogate pair; expected both halves, and U+FFFD is shown")
        .arg(QString::fromLatin1(escape));
}

void ReferenceWords::warnOfSurrogates(const QByteArray &text, FindingSink &sink) {
    if (!text.contains('\\')) {
        return;
    }
    for (const qint64 offset : harmlessCopy(text).surrogates) {
        sink.warning(offset, halfPair(QByteArrayView(text).sliced(offset, 6)));
    }
}

CheckedEvent checkEvent(const Document &document, std::optional<EventIndex> event, const QByteArray &bytes) {
    const JsonText text(bytes);
    const JsonValue object = text.valueAt(0);
    FindingSink sink;
    sink.setEvent(event);
    if (object.type == JsonType::Object) {
        reportDuplicateKeys(text, object, sink);
    }
    ReferenceWords::warnOfSurrogates(bytes, sink);
    CheckedEvent checked{EventReader(text, &sink).read(object), {}};
    const EventDetails &details = checked.read.details;
    const auto known = std::ranges::find(document.categories(), details.category, &Category::id);
    if (document.declaresCategories() && !details.category.isEmpty() &&
        (known == document.categories().end() || !known->declared)) {
        const auto member = findMember(text, object, "category");
        sink.warning(member->value.range.begin, ReferenceWords::undeclaredCategory(details.category));
    }
    for (std::size_t i = 0; i < details.links.size(); ++i) {
        const QString &to = details.links[i].to;
        if (to == details.id) {
            sink.warning(checked.read.linksAt[i], ReferenceWords::linkToItself(to));
        } else if (!document.findEvent(to)) {
            sink.warning(checked.read.linksAt[i], ReferenceWords::lostLink(to));
        }
    }
    for (qsizetype i = 0; i < details.sources.size(); ++i) {
        if (document.findSource(details.sources[i]) == nullptr) {
            sink.warning(checked.read.sourcesAt[static_cast<std::size_t>(i)],
                         ReferenceWords::undeclaredSource(details.sources[i]));
        }
    }
    if (const auto other = details.id.isEmpty() ? std::nullopt : document.findEvent(details.id);
        other && other != event) {
        sink.error(checked.read.idAt, ReferenceWords::repeatedId(details.id, document.eventTitle(*other)));
    } else if (const auto twin = event && checked.read.isShown // without an index it is the unread one itself
                                     ? document.unreadTwin(details.id.toStdString())
                                     : std::nullopt) {
        sink.error(checked.read.idAt, ReferenceWords::idOfUnread(details.id, document.lineOf(twin->begin)));
    }
    std::ranges::copy(sink.findings(), std::back_inserter(checked.findings));
    return checked;
}

} // namespace timeline
