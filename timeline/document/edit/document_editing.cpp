// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/document_editing.h"

#include "document/bytes/parallel.h"
#include "document/bytes/visible_text.h"
#include "document/read/references.h"

#include <QSet>
#include <algorithm>
#include <iterator>

namespace timeline {

namespace {

constexpr std::size_t stretch = 1024; // events that one thread takes at once

/// Those that findings tell of an id.
constexpr std::array ofIds = {FindingCode::LostLink, FindingCode::LinkToItself, FindingCode::RepeatedId,
                              FindingCode::RepeatedIdOfLine};

std::size_t stretchesOf(std::size_t count) {
    return (count + stretch - 1) / stretch;
}

template <typename T>
std::span<const T> stretchOf(const std::vector<T> &all, std::size_t number) {
    const std::size_t first = number * stretch;
    return std::span(all).subspan(first, std::min(stretch, all.size() - first));
}

void sortEvents(std::vector<EventIndex> &events) {
    if (!std::ranges::is_sorted(events)) {
        std::ranges::sort(events);
    }
    events.erase(std::unique(events.begin(), events.end()), events.end());
}

bool isSame(const Relation &a, const Relation &b) {
    return a.from == b.from && a.to == b.to && a.kind == b.kind;
}

/// Of references in the order of their rows, those of one, which come next.
std::vector<Reference> takeThoseOf(std::uint32_t row, std::vector<Reference>::const_iterator &next,
                                   std::vector<Reference>::const_iterator end) {
    const auto begin = next;
    next = std::ranges::upper_bound(begin, end, row, {}, &Reference::row);
    return {begin, next};
}

} // namespace

DocumentEdit Document::apply(const DocumentEdit &edit) {
    EditControl control;
    return apply(edit, control);
}

DocumentEdit Document::apply(const DocumentEdit &edit, EditControl &control) {
    return DocumentEditing(*this, control).apply(edit);
}

DocumentEdit DocumentEditing::apply(const DocumentEdit &edit) {
    DocumentEdit inverse;
    m_control.expect(2 * edit.events.size());
    const FindingList::Counts found = m_document.m_findings.countsByKind();
    m_areTwins = found.at(static_cast<std::size_t>(FindingCode::RepeatedId)) > 0 ||
                 found.at(static_cast<std::size_t>(FindingCode::RepeatedIdOfLine)) > 0;
    takeTexts(edit.events, inverse);
    if (m_control.isStopped()) {
        return {};
    }
    noteFirsts();
    m_document.placeByDate(m_moved);
    if (edit.head) { // last, when it is known which categories events have
        inverse.head = m_document.head();
        const std::vector<EventIndex> named = m_document.takeEditedHead(*edit.head);
        m_concerned.insert(m_concerned.end(), named.begin(), named.end());
    }
    findConcerned();
    lookAnew();
    return inverse;
}

/// Some megabytes at a time, so that what was read of them is still near when it is put in its place.
void DocumentEditing::takeTexts(const std::vector<EventText> &changes, DocumentEdit &inverse) {
    constexpr std::size_t atOnce = 32; // stretches
    inverse.events.reserve(changes.size());
    const ChangeReader reader(m_document);
    const std::size_t count = stretchesOf(changes.size());
    for (std::size_t first = 0; first < count && !m_control.isStopped(); first += atOnce) {
        std::vector<ChangedEvents> read(std::min(atOnce, count - first));
        forEachParallel(read.size(), [&](std::size_t i) {
            if (!m_control.isStopped()) {
                const auto part = stretchOf(changes, first + i);
                read[i] = reader.read(part);
                m_control.advance(part.size());
            }
        });
        for (ChangedEvents &part : read) {
            take(part, inverse);
        }
    }
}

void DocumentEditing::take(ChangedEvents &changed, DocumentEdit &inverse) {
    std::vector<std::optional<CategoryIndex>> columns(changed.categories.size() + 1);
    Placed placed;
    placed.events.reserve(changed.events.size());
    for (ChangedEvent &each : changed.events) {
        if (each.row.length > 0) {
            const std::size_t name = std::min<std::size_t>(each.row.category, changed.categories.size());
            if (!columns[name]) {
                const bool hasOne = name < changed.categories.size();
                columns[name] =
                    columnOf(hasOne ? stringFromUtf8(changed.categories.name(name)) : QString(), each.event);
            }
            each.row.category = *columns[name];
        }
        inverse.events.push_back({each.event, each.before});
        const bool isWatched = m_areTwins || !each.keepsId;
        const std::string before = isWatched ? m_document.eventId(each.event) : std::string();
        if (isWatched && m_areTwins && m_document.isFirstOf(before, each.event) && mayHaveTwin(before)) {
            m_led.insert(before);
        }
        put(each);
        if (isWatched) {
            noteIds(each, before);
        }
        placed.events.push_back(each.event);
        placed.arePlain.push_back(each.isPlain);
        if (!each.isPlain) {
            m_concerned.push_back(each.event);
        }
    }
    placed.links = std::move(changed.links);
    placed.sources = std::move(changed.sources);
    m_placed.push_back(std::move(placed));
    changed = {};
}

/// The number in the columns of a category that an event has now; mostly that of before.
CategoryIndex DocumentEditing::columnOf(const QString &category, EventIndex event) {
    const CategoryIndex before = m_document.m_events.category(event);
    const auto known = m_document.findCategory(category);
    const bool isSame = before != noCategory && known && m_document.category(event) == *known;
    return isSame ? before : m_document.columnCategory(category);
}

void DocumentEditing::put(ChangedEvent &changed) {
    Document &document = m_document;
    const EventIndex event = changed.event;
    const EventRow before = document.m_events.row(event);
    const bool wasDeleted = before.length == 0;
    const bool isShown = changed.row.length > 0;
    const EditedTexts::Entry &entry = changed.entry;
    if (changed.wasListed) {
        const std::uint32_t hash = idHash(document.eventId(event));
        if (std::vector<EventIndex> &alike = document.m_editedIds.at(hash);
            std::erase(alike, event), alike.empty()) {
            document.m_editedIds.erase(hash);
        }
    }
    if (!wasDeleted) {
        --document.categoryCount(before.category);
    }
    if (isShown) {
        ++document.categoryCount(changed.row.category);
    }
    document.m_deletedCount += (isShown ? 0 : 1);
    document.m_deletedCount -= (wasDeleted ? 1 : 0);
    document.m_undatedCount += changed.row.span.isNever() ? 1 : 0;
    document.m_undatedCount -= before.span.isNever() ? 1 : 0;
    document.m_dateFlags |= changed.row.span.flags;
    document.m_events.set(event, changed.row);
    if (changed.isInFile) {
        document.m_edited.forget(event);
        return;
    }
    document.m_edited.set(event, entry);
    if (isShown && changed.row.idOffset != 0 && !entry.keepsId()) {
        auto &alike = document.m_editedIds.at(idHash(document.eventId(event)));
        alike.insert(std::ranges::lower_bound(alike, event), event);
    }
    if (entry.after() == EditedTexts::Entry::byDate) {
        m_moved.push_back(event);
    }
}

void DocumentEditing::noteIds(const ChangedEvent &changed, const std::string &before) {
    const std::string now = m_document.eventId(changed.event);
    if (now != before) {
        m_renamed.push_back(changed.event);
        m_ids.insert({before, now});
    } else if (m_areTwins && mayHaveTwin(now)) { // else nobody else is concerned
        m_ids.insert(now);
    }
}

bool DocumentEditing::mayHaveTwin(const std::string &id) const {
    return !id.empty() &&
           (m_document.m_ids->isRepeated(idHash(id)) || m_document.m_editedIds.find(idHash(id)) != nullptr);
}

/// All that were edited are in their places: which of them are the first of their ids now.
void DocumentEditing::noteFirsts() {
    for (const Placed &placed : m_placed) {
        m_edited.insert(m_edited.end(), placed.events.begin(), placed.events.end());
        std::ranges::copy_if(placed.events, std::back_inserter(m_plain),
                             [&, i = std::size_t{0}](EventIndex) mutable { return placed.arePlain[i++]; });
    }
    sortEvents(m_edited);
    sortEvents(m_plain);
    for (const std::string &id : m_ids) {
        const auto first = m_areTwins || !m_renamed.empty() ? m_document.findEvent(id) : std::nullopt;
        if (first && std::ranges::binary_search(m_edited, *first)) {
            m_led.insert(id);
        }
    }
}

/// Who names what was edited, and has something else wrong by that.
void DocumentEditing::findConcerned() {
    m_ids.erase(std::string());
    const FindingList::Counts counts = m_document.m_findings.countsByKind();
    const bool areTold = std::ranges::any_of(
        ofIds, [&](FindingCode code) { return counts.at(static_cast<std::size_t>(code)) > 0; });
    QSet<QString> quotedIds; // what findings about ids and links begin with
    std::vector<EventIndex> named;
    for (const std::string &id : m_ids) {
        if (areTold) {
            quotedIds.insert(quoted(QString::fromStdString(id)));
        }
        if (m_led.contains(id)) { // that one has the same id is told with the title of the first
            const std::vector<EventIndex> same = m_document.eventsNamedInFile(id);
            named.insert(named.end(), same.begin(), same.end());
        } else if (const auto first = m_document.findEvent(id)) {
            named.push_back(*first);
        }
        const std::vector<EventIndex> same = m_document.editedEventsNamed(id);
        named.insert(named.end(), same.begin(), same.end());
    }
    m_concerned.insert(m_concerned.end(), named.begin(), named.end());
    if (!m_renamed.empty()) {
        named.insert(named.end(), m_renamed.begin(), m_renamed.end());
        sortEvents(named);
        const std::vector<EventIndex> told = m_document.m_findings.eventsOf(quotedIds);
        m_concerned.insert(m_concerned.end(), told.begin(), told.end());
        m_document.m_relations.forEach([&](const Relation &relation) {
            if (std::ranges::binary_search(named, relation.to)) {
                m_concerned.push_back(relation.from);
            }
        });
    }
    sortEvents(m_concerned);
    std::vector<EventIndex> others; // plain ones are looked at anyway
    std::ranges::set_difference(m_concerned, m_plain, std::back_inserter(others));
    m_concerned = std::move(others);
}

/// Finds links and findings anew: of what was edited, and of whom that concerns.
void DocumentEditing::lookAnew() {
    const std::size_t others = stretchesOf(m_concerned.size());
    std::vector<Found> found(m_placed.size() + others);
    forEachParallel(found.size(), [&](std::size_t i) {
        if (m_control.isStopped()) {
            return;
        }
        if (i < others) {
            found[i] = lookWithCare(stretchOf(m_concerned, i));
        } else {
            const Placed &placed = m_placed[i - others];
            found[i] = lookAt(placed);
            m_control.advance(placed.events.size());
        }
    });
    std::vector<EventIndex> events;
    std::ranges::set_union(m_edited, m_concerned, std::back_inserter(events));
    std::vector<ByteRange> adopted;
    for (auto event = std::ranges::lower_bound(events, m_document.m_countInFile); event != events.end();
         ++event) {
        if (const ByteRange range = m_document.inFile(*event); !range.isEmpty()) {
            adopted.push_back(range);
        }
    }
    std::ranges::sort(adopted, {}, &ByteRange::begin);
    m_document.m_findings.eraseOf(events, adopted);
    FindingList findings;
    for (Found &part : found) {
        findings.append(part.findings);
        for (auto &[event, relations] : part.relations) {
            m_document.m_relations.set(event, std::move(relations));
        }
    }
    m_document.m_findings.insert(findings);
}

/// Where findings about an event stand: all at the same place where its text is not that of the file.
qint64 DocumentEditing::placeOfFindings(EventIndex event) const {
    const EditedTexts::Entry *edited = m_document.m_edited.find(event);
    return edited == nullptr            ? m_document.m_events.offset(event)
           : edited->inFile().isEmpty() ? edited->after()
                                        : edited->inFile().begin;
}

/// What there is to say of the plain ones: all of it is known by what stands in their texts and by the names
/// that the document has.
DocumentEditing::Found DocumentEditing::lookAt(const Placed &placed) const {
    const Document &document = m_document;
    const bool mayClash = m_areTwins || !m_renamed.empty();
    Found found;
    auto link = placed.links.cbegin();
    auto source = placed.sources.cbegin();
    for (std::uint32_t i = 0; i < placed.events.size(); ++i) {
        const EventIndex event = placed.events[i];
        if (!placed.arePlain[i]) {
            continue;
        }
        const std::vector<Reference> links = takeThoseOf(i, link, placed.links.cend());
        const std::vector<Reference> sources = takeThoseOf(i, source, placed.sources.cend());
        std::vector<Relation> relations;
        if (mayClash && isOfSeveral(event)) {
            Found more = lookWithCare({&event, 1});
            found.findings.append(more.findings);
            std::ranges::move(more.relations, std::back_inserter(found.relations));
            continue;
        }
        const JsonText text(document.eventText(event));
        const bool isInPlace = document.m_events.offset(event) >= 0;
        const qint64 place = placeOfFindings(event);
        const auto tell = [&](FindingCode code, qint64 at, const QStringList &arguments) {
            found.findings.add({code, isInPlace ? place + at : place, arguments, event});
        };
        const Category &category = document.categories()[document.category(event)];
        if (document.declaresCategories() && !category.declared && !category.id.isEmpty()) {
            const auto member = findMember(text, text.valueAt(0), "category");
            tell(FindingCode::UndeclaredCategory, member->value.range.begin, {quoted(category.id)});
        }
        for (const Reference &each : links) {
            const std::string to = text.utf8(text.valueAt(each.at).range);
            const auto target = document.findEvent(to);
            if (target) {
                relations.push_back({event, *target, each.kind});
            }
            if (!target || to == document.eventId(event)) {
                tell(target ? FindingCode::LinkToItself : FindingCode::LostLink, each.at,
                     {quoted(QString::fromStdString(to))});
            }
        }
        for (const Reference &each : sources) {
            tell(FindingCode::UndeclaredSource, each.at, {quoted(text.string(text.valueAt(each.at).range))});
        }
        noteRelations(event, std::move(relations), found);
    }
    return found;
}

/// Whether something else has the same id.
bool DocumentEditing::isOfSeveral(EventIndex event) const {
    const std::string id = m_document.eventId(event);
    return !id.empty() && m_document.findEvent(id) != event;
}

DocumentEditing::Found DocumentEditing::lookWithCare(std::span<const EventIndex> events) const {
    const Document &document = m_document;
    Found found;
    for (const EventIndex event : events) {
        std::vector<Relation> relations;
        if (!document.eventText(event).isEmpty()) {
            CheckedEvent checked = checkEvent(document, event, document.eventText(event).toByteArray());
            const bool isDeleted = document.isDeleted(event);
            const bool isInPlace = isDeleted || document.m_edited.find(event) == nullptr;
            const qint64 place = placeOfFindings(event);
            for (Finding &finding : checked.findings) {
                finding.offset = isInPlace ? place + finding.offset : place;
                finding.event = isDeleted ? std::nullopt : finding.event;
                found.findings.add(finding);
            }
            for (const Link &link : isDeleted ? std::vector<Link>() : checked.read.details.links) {
                if (const auto to = document.findEvent(link.to)) {
                    relations.push_back({event, *to, link.kind});
                }
            }
        }
        noteRelations(event, std::move(relations), found);
    }
    return found;
}

/// Most lead where they did before.
void DocumentEditing::noteRelations(EventIndex event, std::vector<Relation> relations, Found &found) const {
    if (!std::ranges::equal(relations, m_document.m_relations.from(event), isSame)) {
        found.relations.emplace_back(event, std::move(relations));
    }
}

} // namespace timeline
