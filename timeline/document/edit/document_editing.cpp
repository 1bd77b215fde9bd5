// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/document.h"

#include "document/bytes/line_index.h"
#include "document/bytes/visible_text.h"
#include "document/format/duplicate_keys.h"
#include "document/format/event_words.h"
#include "document/read/file_reader.h"
#include "document/read/references.h"
#include "document/search/text_search.h"

#include <QSet>
#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_set>

namespace timeline {

namespace {

/// The ids that the events of a document can name without a finding.
QSet<QString> declaredCategories(const Document &document) {
    QSet<QString> ids;
    for (const Category &category : document.categories()) {
        if (category.declared || !document.declaresCategories()) {
            ids.insert(category.id);
        }
    }
    return ids;
}

QSet<QString> declaredSources(const Document &document) {
    QSet<QString> ids;
    for (const Source &source : document.sources()) {
        ids.insert(source.id);
    }
    return ids;
}

} // namespace

QByteArray Document::head() const {
    return m_edited.head() ? *m_edited.head() : headInFile();
}

QByteArray Document::headInFile() const {
    return m_edited.headBefore() ? *m_edited.headBefore() : headOf(m_bytes.view(), m_lists);
}

DocumentEdit Document::apply(const DocumentEdit &edit) {
    DocumentEdit inverse;
    std::unordered_set<std::string> named; // the ids of what is edited, before and after
    std::unordered_set<std::string> led;   // those of them that one of these was or is the first to have
    std::unordered_set<qint64> mended;     // where what could not be read stands
    bool idsChanged = false;
    std::vector<EventIndex> events;
    const FindingList::Counts found = m_findings.countsByKind();
    const bool areTwins = found.at(static_cast<std::size_t>(FindingCode::RepeatedId)) > 0 ||
                          found.at(static_cast<std::size_t>(FindingCode::RepeatedIdOfLine)) > 0;
    for (const EventText &change : edit.events) {
        const std::string before = eventId(change.event);
        if (areTwins && isFirstOf(before, change.event)) {
            led.insert(before);
        }
        inverse.events.push_back({change.event, replaceText(change.event, change.text)});
        const std::string now = eventId(change.event);
        idsChanged = idsChanged || now != before;
        if (areTwins || now != before) { // else nobody else is concerned
            named.insert({before, now});
        }
        events.push_back(change.event);
        if (const EditedTexts::Entry *entry = m_edited.find(change.event); entry != nullptr) {
            mended.insert(entry->inFile.begin);
        }
    }
    if (areTwins || idsChanged) {
        for (const EventText &change : edit.events) {
            if (const std::string now = eventId(change.event); isFirstOf(now, change.event)) {
                led.insert(now);
            }
        }
    }
    placeByDate(events);
    if (edit.head) { // last, when it is known which categories events have
        const auto categories = declaredCategories(*this);
        const auto sources = declaredSources(*this);
        inverse.head = head();
        replaceHead(*edit.head);
        for (const EventIndex event : recheckNames(categories, sources)) {
            events.push_back(event);
        }
    }
    for (const auto &[id, range] : *m_unreadIds) {
        if (mended.contains(range.begin)) {
            named.insert(id); // its twin is told no more, or again
        }
    }
    named.erase(std::string());
    QSet<QString> quotedIds; // what findings about ids and links begin with
    for (const std::string &id : named) {
        quotedIds.insert(quoted(QString::fromStdString(id)));
        if (led.contains(id)) { // that one has the same id is told with the title of the first
            const std::vector<EventIndex> same = m_ids->findAll(JsonText(bytes()), m_events, id);
            events.insert(events.end(), same.begin(), same.end());
        } else if (const auto first = m_ids->find(JsonText(bytes()), m_events, id)) {
            events.push_back(*first);
        }
        const std::vector<EventIndex> same = editedEventsNamed(id);
        events.insert(events.end(), same.begin(), same.end());
    }
    if (idsChanged) {
        std::vector<EventIndex> targets = events; // these, and those of the same ids
        std::ranges::sort(targets);
        const std::vector<EventIndex> concerned = m_findings.eventsOf(quotedIds);
        events.insert(events.end(), concerned.begin(), concerned.end());
        m_relations.forEach([&](const Relation &relation) {
            if (std::ranges::binary_search(targets, relation.to)) {
                events.push_back(relation.from);
            }
        });
    }
    recheck(std::move(events));
    return inverse;
}

/// Whether this event is the first of those that have an id.
bool Document::isFirstOf(const std::string &id, EventIndex event) const {
    return !id.empty() && findEvent(QString::fromStdString(id)) == event;
}

/// The file declares other categories and sources than before: takes away what was found wrong with names
/// that it declares now, and gives the events that use those that it does not declare any more.
std::vector<EventIndex> Document::recheckNames(const QSet<QString> &categories,
                                               const QSet<QString> &sources) {
    const auto categoriesNow = declaredCategories(*this);
    const auto sourcesNow = declaredSources(*this);
    const auto forgive = [this](FindingCode code, const QSet<QString> &declared) {
        QSet<QString> mended;
        for (const QString &id : declared) {
            mended.insert(quoted(id));
        }
        if (!mended.isEmpty()) {
            m_findings.eraseOfEvents(code, mended);
        }
    };
    forgive(FindingCode::UndeclaredCategory, categoriesNow - categories);
    forgive(FindingCode::UndeclaredSource, sourcesNow - sources);
    std::vector<EventIndex> events;
    std::vector<bool> isLost;
    for (const Category &category : DocumentHead::categories()) {
        isLost.push_back(!category.id.isEmpty() && categories.contains(category.id) &&
                         !categoriesNow.contains(category.id));
    }
    const bool isAnyLost = std::ranges::count(isLost, true) > 0;
    for (EventIndex event = 0; isAnyLost && event < eventCount(); ++event) {
        if (!isDeleted(event) && isLost[category(event)]) {
            events.push_back(event);
        }
    }
    const QSet<QString> lostSources = sources - sourcesNow;
    std::vector<std::uint8_t> found(lostSources.isEmpty() ? 0 : eventCount());
    for (const QString &id : lostSources) {
        TextSearch(*this, id, TextSearch::Where::Source).search(0, found, {});
        for (EventIndex event = 0; event < eventCount(); ++event) {
            if (found[event] != 0) {
                events.push_back(event);
            }
        }
    }
    return events;
}

/// Gives an event another text, and gives the one that it had. What cannot be shown is none, but keeps its
/// text.
QByteArray Document::replaceText(EventIndex event, const QByteArray &text) {
    const EventRow before = m_events.row(event);
    const bool wasDeleted = isDeleted(event);
    QByteArray textBefore = eventText(event).toByteArray();
    const EditedTexts::Entry *known = m_edited.find(event);
    EditedTexts::Entry entry = known != nullptr ? *known : EditedTexts::Entry();
    if (known == nullptr) {
        entry.inFile = {before.offset, before.offset + before.length};
        entry.idOffset = before.idOffset;
        entry.list = m_lists.at(before.offset).value_or(EventList::Events);
        entry.before = m_bytes.isOwn() ? QByteArray() : textBefore;
    } else if (!wasDeleted && before.idOffset != 0) {
        const std::uint32_t hash = idHash(eventId(event));
        if (std::vector<EventIndex> &alike = m_editedIds.at(hash); std::erase(alike, event), alike.empty()) {
            m_editedIds.erase(hash);
        }
    }
    entry.text = text;
    if (!wasDeleted) {
        --categoryCount(before.category);
    }
    m_undatedCount -= isUndated(event) ? 1 : 0;

    EventRow row;
    row.offset = -1;
    const EventList list = text.isEmpty() ? entry.list : listFor(event, text);
    const ReadEvent read = text.isEmpty() ? ReadEvent() : readEvent(text, list);
    if (!text.isEmpty()) {
        putInList(entry, list);
    }
    if (read.isShown) {
        row.length = text.size();
        row.span = read.span;
        row.status = read.details.status;
        row.importance = timeline::importanceByte(read.details.importance);
        row.category = columnCategory(read.details.category);
        ++categoryCount(row.category);
        row.setId(std::max<qint64>(read.idAt, 0));
    }
    const bool isShown = row.length > 0;
    m_deletedCount += (isShown ? 0 : 1);
    m_deletedCount -= (wasDeleted ? 1 : 0);
    m_undatedCount += row.span.isNever() ? 1 : 0;
    if (isShown && !entry.inFile.isEmpty() && entry.textInFile(bytes()) == text) {
        row.offset = entry.inFile.begin;
        row.idOffset = entry.idOffset;
        m_edited.forget(event);
    } else {
        m_edited.set(event, entry);
        if (row.idOffset != 0) {
            const JsonText json(text);
            auto &alike = m_editedIds.at(idHash(json.utf8(idRange(json, 0, row.idOffset))));
            alike.insert(std::ranges::lower_bound(alike, event), event);
        }
    }
    m_events.set(event, row);
    return textBefore;
}

/// The number of a category in the columns; makes a category where there is none of that name.
CategoryIndex Document::columnCategory(const QString &id) {
    const auto known = std::ranges::find(categories(), id, &Category::id);
    auto index = static_cast<CategoryIndex>(known - categories().begin());
    if (known == categories().end()) {
        if (categories().size() >= noCategory) {
            --index;
        } else {
            writableHead().categories.push_back({id, id, std::nullopt, false});
        }
    }
    if (m_categoryNumbers.empty()) {
        m_categoryNumbers.push_back(noCategory);
        m_categoryCounts.push_back(0);
    }
    if (id.isEmpty()) {
        m_categoryNumbers.back() = index;
        return noCategory;
    }
    const auto last = std::prev(m_categoryNumbers.end());
    auto number = std::find(m_categoryNumbers.begin(), last, index);
    if (number == last) {
        m_categoryCounts.insert(m_categoryCounts.end() - 1, 0);
        number = m_categoryNumbers.insert(last, index);
    }
    return static_cast<CategoryIndex>(number - m_categoryNumbers.begin());
}

void Document::replaceHead(const QByteArray &text) {
    const DocumentHead headBefore = *this;
    const std::vector<Category> &before = headBefore.categories();
    const std::vector<bool> wereUsed = categoriesInUse();
    if (!m_bytes.isOwn()) {
        m_edited.keepHead(head());
    }
    const bool isInFile = headInFile() == text;
    m_edited.setHead(isInFile ? std::nullopt : std::optional(text));
    const JsonText json(text);
    FindingSink sink;
    const JsonValue root = json.root();
    if (root.type == JsonType::Object) {
        reportDuplicateKeys(json, root, sink);
    }
    warnOfSurrogates(text, sink);
    takeHead(root.type == JsonType::Object ? FileReader(json, &sink).read(root) : FileHead());
    // Events know their categories by number: those of before that some event has come after the declared
    // ones, in the order that they had.
    std::vector<CategoryIndex> numberNow(before.size(), noCategory);
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!wereUsed[i]) {
            continue;
        }
        const auto same = std::ranges::find(categories(), before[i].id, &Category::id);
        numberNow[i] = static_cast<CategoryIndex>(same - categories().begin());
        if (same == categories().end()) {
            writableHead().categories.push_back({before[i].id, before[i].id, std::nullopt, false});
        }
    }
    for (CategoryIndex &number : m_categoryNumbers) {
        number = number == noCategory ? number : numberNow[number];
    }
    m_findings.eraseIf(
        [this](const FindingList::About &finding) { return !finding.event && !m_lists.at(finding.offset); });
    const EventLists inHead = eventListsIn(text);
    for (Finding finding : sink.findings()) {
        finding.offset = placeInFile(finding.offset, inHead, m_lists);
        m_findings.insert(finding);
    }
}

Finding Document::located(Finding finding) const {
    const bool isEdited =
        finding.event ? m_edited.find(*finding.event) != nullptr : m_edited.head().has_value();
    if (finding.line == 0 && !isEdited) {
        std::tie(finding.line, finding.column) = LineIndex::Sweep(m_lines.of(bytes()))(finding.offset);
    }
    return finding;
}

/// Finds links and findings of these events anew.
void Document::recheck(std::vector<EventIndex> events) {
    std::ranges::sort(events);
    events.erase(std::unique(events.begin(), events.end()), events.end());
    std::vector<ByteRange> adopted;
    for (auto event = std::ranges::lower_bound(events, m_countInFile); event != events.end(); ++event) {
        if (const ByteRange range = inFile(*event); !range.isEmpty()) {
            adopted.push_back(range);
        }
    }
    std::ranges::sort(adopted, {}, &ByteRange::begin);
    m_findings.eraseOf(events, adopted);
    for (const EventIndex event : events) {
        std::vector<Relation> relations;
        if (!eventText(event).isEmpty()) {
            CheckedEvent checked = checkEvent(*this, event, eventText(event).toByteArray());
            const EditedTexts::Entry *edited = m_edited.find(event);
            const qint64 begin = edited == nullptr          ? m_events.offset(event)
                                 : edited->inFile.isEmpty() ? edited->after
                                                            : edited->inFile.begin;
            for (Finding &finding : checked.findings) {
                const bool isInPlace = edited == nullptr || isDeleted(event);
                finding.offset = isInPlace ? begin + finding.offset : begin;
                finding.event = isDeleted(event) ? std::nullopt : finding.event;
                m_findings.insert(finding);
            }
            for (const Link &link : isDeleted(event) ? std::vector<Link>() : checked.read.details.links) {
                if (const auto to = findEvent(link.to)) {
                    relations.push_back({event, *to, link.kind});
                }
            }
        }
        m_relations.set(event, std::move(relations));
    }
}

} // namespace timeline
