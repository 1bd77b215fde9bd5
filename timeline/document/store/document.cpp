// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/document.h"

#include "document/bytes/look_alike.h"
#include "document/bytes/partition_index.h"
#include "document/bytes/visible_text.h"
#include "document/format/event_reader.h"

#include <QCoreApplication>
#include <array>

namespace timeline {

/// Which of the categories an event has.
std::vector<bool> Document::categoriesInUse() const {
    std::vector<bool> areUsed(categories().size());
    for (std::size_t column = 0; column < m_categoryNumbers.size(); ++column) {
        const CategoryIndex category = m_categoryNumbers[column];
        // Of a part of a file they are not counted.
        if (category < areUsed.size() && (m_categoryCounts.empty() || m_categoryCounts[column] > 0)) {
            areUsed[category] = true;
        }
    }
    return areUsed;
}

std::vector<CategoryIndex> Document::presentCategories() const {
    const std::vector<bool> areUsed = categoriesInUse();
    std::vector<CategoryIndex> present;
    for (std::size_t i = 0; i < categories().size(); ++i) {
        if (categories()[i].declared || areUsed[i]) {
            present.push_back(static_cast<CategoryIndex>(i));
        }
    }
    return present;
}

QByteArrayView Document::eventText(EventIndex event) const {
    if (m_events.offset(event) < 0) {
        return m_edited.find(event)->now(bytes());
    }
    return bytes().sliced(m_events.offset(event), m_events.length(event));
}

QByteArrayView Document::textOf(const EventText &edited) const {
    if (!edited.text.isInFile()) {
        return edited.text.view();
    }
    const EditedTexts::Entry *entry = m_edited.find(edited.event);
    return entry != nullptr ? entry->textInFile(bytes()) : eventText(edited.event);
}

/// Where an event stands in bytes().
ByteRange Document::inFile(EventIndex event) const {
    const EditedTexts::Entry *edited = m_edited.find(event);
    return edited != nullptr ? edited->inFile() : place(event);
}

/// The element of the events' array that a place lies in, looked for from the end of one before it.
std::optional<ByteRange> Document::elementAt(qint64 offset, qint64 from) const {
    const JsonText text(bytes());
    JsonArrayCursor elements(text, {JsonType::Array, {from - 1, m_lists.events.end}});
    for (auto element = elements.next(); element && element->range.begin <= offset;
         element = elements.next()) {
        if (element->range.contains(offset)) {
            return element->range;
        }
    }
    return std::nullopt;
}

/// Where the event ends that stands before a place, or where the array begins.
qint64 Document::endBefore(qint64 offset) const {
    // The events of the file stand in its order.
    const EventIndex next = partitionIndex(EventIndex{0}, m_countInEvents,
                                           [&](EventIndex event) { return inFile(event).begin <= offset; });
    return next > 0 ? inFile(next - 1).end : m_lists.events.begin + 1;
}

std::optional<ByteRange> Document::unreadAt(qint64 offset) const {
    const qint64 before = endBefore(offset);
    return m_lists.events.contains(offset) && before <= offset ? elementAt(offset, before) : std::nullopt;
}

std::vector<ByteRange> Document::unread() const {
    std::vector<ByteRange> all;
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        const FindingList::About finding = m_findings.about(i);
        if (finding.event || !m_lists.events.contains(finding.offset) ||
            (!all.empty() && finding.offset < all.back().end)) {
            continue;
        }
        // Often many come one after the other: none is walked over twice.
        const qint64 from = std::max(endBefore(finding.offset), all.empty() ? 0 : all.back().end);
        if (const auto found = from <= finding.offset ? elementAt(finding.offset, from) : std::nullopt) {
            all.push_back(*found);
        }
    }
    return all;
}

/// Empty without one.
std::string Document::eventId(EventIndex event) const {
    if (isDeleted(event) || m_events.idOffset(event) == 0) {
        return {};
    }
    const JsonText text(eventText(event));
    return text.utf8(idRange(text, 0, m_events.idOffset(event)));
}

/// Whether this event is the first of those that have an id.
bool Document::isFirstOf(const std::string &id, EventIndex event) const {
    return !id.empty() && findEvent(id) == event;
}

/// Those that have the id that they have in the file, in their order.
std::vector<EventIndex> Document::eventsNamedInFile(const std::string &id) const {
    return m_ids->findAll(JsonText(bytes()), m_events, id, &m_edited);
}

/// Those that have another than in the file, in their order.
std::vector<EventIndex> Document::editedEventsNamed(const std::string &id) const {
    const std::vector<EventIndex> *alike = m_editedIds.find(idHash(id));
    std::vector<EventIndex> named;
    if (alike != nullptr) {
        std::ranges::copy_if(*alike, std::back_inserter(named),
                             [&](EventIndex event) { return eventId(event) == id; });
    }
    return named;
}

QString Document::eventTitle(EventIndex event) const {
    std::array<char, 4096> own; // NOLINT(cppcoreguidelines-pro-type-member-init): what is read is looked at
    const bool isAsInFile = m_events.offset(event) >= 0;
    const JsonText text(isAsInFile ? look(place(event), own)
                                   : eventText(event)); // frames ask all over the file
    if (text.bytes().isEmpty()) {
        return {};
    }
    const auto title = findMember(text, {JsonType::Object, {0, text.bytes().size()}}, "title");
    QString shown =
        title && title->value.type == JsonType::String ? text.string(title->value.range) : QString();
    return shown.trimmed().isEmpty() ? QCoreApplication::translate("timeline::Document", "Untitled") : shown;
}

EventDetails Document::details(EventIndex event, std::uint32_t fields) const {
    const JsonText text(eventText(event));
    if (text.bytes().isEmpty()) {
        return {};
    }
    const EventList list = isUndated(event) ? EventList::Undated : EventList::Events;
    return EventReader(text, nullptr, list, fields)
        .read({JsonType::Object, {0, text.bytes().size()}})
        .details;
}

FinerDigits Document::finerDigits(EventIndex event) const {
    return flags(event).testFlag(DateFlag::Finer)
               ? timeline::finerDigits(details(event, 0).date.toStdString())
               : FinerDigits();
}

EventList Document::listFor(EventIndex event, const QByteArray &text) const {
    const ByteRange range = inFile(event);
    if (range.isEmpty() || !m_lists.at(range.begin)) {
        return listForNew(text);
    }
    const EditedTexts::Entry *edited = m_edited.find(event);
    return listFor(
        *m_lists.at(range.begin),
        edited != nullptr ? edited->textInFile(bytes()) : bytes().sliced(range.begin, range.size()), text);
}

EventList Document::listForUnread(ByteRange unread, const QByteArray &text) const {
    return listFor(EventList::Events, bytes().sliced(unread.begin, unread.size()), text);
}

EventList Document::listFor(EventList list, QByteArrayView inFile, const QByteArray &text) const {
    const QByteArrayList now = writtenDates(text);
    if (!m_lists.hasUndated || (list == EventList::Events && !now.isEmpty())) {
        return EventList::Events; // as nearly always
    }
    const QByteArrayList before = writtenDates(inFile);
    if (list == EventList::Events) {
        return before.isEmpty() ? EventList::Events : EventList::Undated;
    }
    const bool saysMore =
        std::ranges::any_of(now, [&](const QByteArray &date) { return !before.contains(date); });
    return saysMore ? EventList::Events : EventList::Undated;
}

EventList Document::listForNew(const QByteArray &text) const {
    return m_lists.hasUndated && writtenDates(text).isEmpty() ? EventList::Undated : EventList::Events;
}

std::optional<EventIndex> Document::findEvent(const std::string &id) const {
    std::optional<EventIndex> found = m_ids->find(JsonText(bytes()), m_events, id, &m_edited);
    if (const std::vector<EventIndex> edited = editedEventsNamed(id); !edited.empty()) {
        found = std::min(found.value_or(edited.front()), edited.front());
    }
    return found;
}

QString categoryTitle(const Document &document, CategoryIndex category) {
    const Category &named = document.categories()[category];
    if (!named.title.isEmpty()) {
        return visibleName(named.title);
    }
    if (!named.id.isEmpty()) {
        return visibleName(named.id);
    }
    return document.categories().size() == 1 ? QCoreApplication::translate("timeline::Document", "Events")
                                             : QCoreApplication::translate("timeline::Document", "Other");
}

} // namespace timeline
