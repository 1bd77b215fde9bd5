// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/document.h"

#include "document/bytes/partition_index.h"
#include "document/bytes/visible_text.h"
#include "document/format/event_reader.h"
#include "document/format/file_head.h"

#include <QCoreApplication>
#include <array>

namespace timeline {

void Document::takeHead(FileHead &&head) {
    m_title = std::move(head.title);
    m_description = std::move(head.description);
    m_asOfText = std::move(head.asOfText);
    m_asOf = m_asOfText.isEmpty() ? std::nullopt : std::optional(head.asOf);
    m_declaresCategories = head.declaresCategories;
    m_categories = std::move(head.categories);
    m_sources = std::move(head.sources);
    m_eras = std::move(head.eras);
    m_series = std::move(head.series);
    m_sourceNumbers.clear();
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        m_sourceNumbers.insert(m_sources[i].id, i);
    }
}

/// Which of the categories an event has.
std::vector<bool> Document::categoriesInUse() const {
    std::vector<bool> areUsed(m_categories.size());
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
    for (std::size_t i = 0; i < m_categories.size(); ++i) {
        if (m_categories[i].declared || areUsed[i]) {
            present.push_back(static_cast<CategoryIndex>(i));
        }
    }
    return present;
}

QByteArrayView Document::eventText(EventIndex event) const {
    if (m_events.offset(event) < 0) {
        return m_edited.find(event)->text;
    }
    return bytes().sliced(m_events.offset(event), m_events.length(event));
}

/// Where an event stands in bytes().
ByteRange Document::inFile(EventIndex event) const {
    const EditedTexts::Entry *edited = m_edited.find(event);
    return edited != nullptr ? edited->inFile : place(event);
}

/// The element of the events' array that a place lies in, looked for from the end of one before it.
std::optional<ByteRange> Document::elementAt(qint64 offset, qint64 from) const {
    const JsonText text(bytes());
    JsonArrayCursor elements(text, {JsonType::Array, {from - 1, m_array.end}});
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
    const EventIndex next = partitionIndex(EventIndex{0}, m_countInFile,
                                           [&](EventIndex event) { return inFile(event).begin <= offset; });
    return next > 0 ? inFile(next - 1).end : m_array.begin + 1;
}

std::optional<ByteRange> Document::unreadAt(qint64 offset) const {
    const qint64 before = endBefore(offset);
    return m_array.contains(offset) && before <= offset ? elementAt(offset, before) : std::nullopt;
}

std::vector<ByteRange> Document::unreadAmong(const FindingList &findings) const {
    std::vector<ByteRange> all;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const FindingList::About finding = findings.about(i);
        if (finding.event || !m_array.contains(finding.offset) ||
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

void Document::noteUnreadIds(const FindingList &findings) {
    const JsonText text(bytes());
    const auto ids = std::make_shared<UnreadIds>();
    for (const ByteRange range : unreadAmong(findings)) {
        const JsonValue value = text.valueAt(range.begin);
        const auto id = value.type == JsonType::Object ? findMember(text, value, "id") : std::nullopt;
        if (id && id->value.type == JsonType::String) {
            ids->emplace(text.utf8(id->value.range), range);
        }
    }
    m_unreadIds = ids;
}

std::optional<ByteRange> Document::unreadTwin(const std::string &id) const {
    const auto isAnEventNow = [this](ByteRange range) {
        const auto &entries = m_edited.entries();
        return std::any_of(entries.lower_bound(m_countInFile), entries.end(), [&](const auto &entry) {
            return entry.second.inFile == range && !isDeleted(entry.first);
        });
    };
    for (auto [twin, end] = m_unreadIds->equal_range(id); twin != end; ++twin) {
        if (!isAnEventNow(twin->second)) {
            return twin->second;
        }
    }
    return std::nullopt;
}

/// Empty without one.
std::string Document::eventId(EventIndex event) const {
    if (isDeleted(event) || m_events.idOffset(event) == 0) {
        return {};
    }
    const JsonText text(eventText(event));
    return text.utf8(idRange(text, 0, m_events.idOffset(event)));
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
    return title ? text.string(title->value.range) : QString();
}

EventDetails Document::details(EventIndex event) const {
    const JsonText text(eventText(event));
    if (text.bytes().isEmpty()) {
        return {};
    }
    return EventReader(text, nullptr).read({JsonType::Object, {0, text.bytes().size()}}).details;
}

std::optional<EventIndex> Document::findEvent(const QString &id) const {
    const std::string text = id.toStdString();
    std::optional<EventIndex> found = m_ids->find(JsonText(bytes()), m_events, text);
    if (const auto edited = m_editedIds.find(text); edited != m_editedIds.end()) {
        const EventIndex first = edited->second.front();
        found = std::min(found.value_or(first), first);
    }
    return found;
}

const Source *Document::findSource(const QString &id) const {
    const auto found = m_sourceNumbers.constFind(id);
    return found == m_sourceNumbers.cend() ? nullptr : &m_sources[*found];
}

std::vector<Document::Relation> Document::relationsOf(EventIndex event) const {
    std::vector<Relation> found;
    for (const Relation &relation : m_relations) {
        if (relation.from == event || relation.to == event) {
            found.push_back(relation);
        }
    }
    return found;
}

QString categoryTitle(const Document &document, CategoryIndex category) {
    const Category &named = document.categories()[category];
    if (!named.title.isEmpty()) {
        return visibleText(named.title);
    }
    if (!named.id.isEmpty()) {
        return visibleText(named.id);
    }
    return document.categories().size() == 1 ? QCoreApplication::translate("timeline::Document", "Events")
                                             : QCoreApplication::translate("timeline::Document", "Other");
}

} // namespace timeline
