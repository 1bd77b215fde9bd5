// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/document_builder.h"
#include "document/bytes/parallel.h"
#include "document/bytes/partition_index.h"
#include "document/bytes/visible_text.h"

#include "document/format/duplicate_keys.h"
#include "document/read/link_targets.h"
#include "document/read/part_circles.h"
#include "document/read/references.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace timeline {

DocumentBuilder::DocumentBuilder(const FileBytes &bytes, FileScan scan, ReadControl &control)
    : m_text(bytes.view(), scan.events), m_scan(std::move(scan)), m_control(control),
      m_document(std::make_shared<Document>()) {
    m_document->m_bytes = bytes;
    if (m_scan.root.type == JsonType::Object || m_scan.root.type == JsonType::Array) {
        m_document->m_lists = eventListsIn(m_text, m_scan.root, m_scan.events);
    }
    m_document->m_countInEvents = static_cast<EventIndex>(m_scan.batch.columns.size());
    readUndated();
    m_scan.batch.columns.trim();
}

std::shared_ptr<const Document> DocumentBuilder::partial(const FileBytes &bytes, const FileScan &soFar) {
    const auto document = std::make_shared<Document>();
    document->m_bytes = bytes;
    if (soFar.root.type == JsonType::Object) {
        const JsonText text(bytes.view().first(soFar.events.begin));
        document->takeHead(
            FileReader(text, nullptr).read({JsonType::Object, {soFar.root.range.begin, soFar.events.begin}}));
    }
    const NameTable &names = soFar.batch.categories;
    const EventColumns &events = soFar.batch.columns;
    std::size_t row = 0;
    while (row < events.size() && events.category(row) != noCategory) {
        ++row;
    }
    const std::size_t count = names.size() + (row < events.size() ? 1 : 0);
    for (std::size_t i = 0; i < count; ++i) {
        const QString id = i < names.size() ? stringFromUtf8(names.name(i)) : QString();
        document->m_categoryNumbers.push_back(document->needCategory(id));
    }
    document->m_events = EventTable(soFar.batch.columns);
    document->m_extent = soFar.batch.extent;
    document->m_dateFlags = soFar.batch.extent.value_or(Span()).flags;
    return document;
}

void DocumentBuilder::warnOfSurrogates(const std::vector<qint64> &offsets) {
    const EventColumns &events = m_scan.batch.columns;
    const auto count = static_cast<EventIndex>(events.size());
    const EventIndex inEvents = m_document->m_countInEvents;
    for (const qint64 offset : offsets) {
        const bool isUndated = m_document->m_lists.at(offset) == EventList::Undated;
        const EventIndex end = isUndated ? count : inEvents;
        const EventIndex row = partitionIndex(isUndated ? inEvents : 0, end, [&](EventIndex each) {
            return events.offset(each) + events.length(each) <= offset;
        });
        const bool isInside = row < end && events.offset(row) <= offset;
        m_sink.setEvent(isInside ? std::optional(row) : std::nullopt);
        m_sink.add(FindingCode::HalfPair, offset,
                   {m_text.raw({offset, offset + 6}).toByteArray().toStdString()});
    }
    m_sink.setEvent(std::nullopt);
}

ReadResult DocumentBuilder::build() {
    const JsonValue root = m_scan.root;
    if (root.type != JsonType::Object && root.type != JsonType::Array) {
        m_sink.add(FindingCode::NoEventsFile, root.range.begin, {FieldReader(m_text, nullptr).shown(root)});
        return finish(false);
    }
    if (root.type == JsonType::Object) {
        reportDuplicateKeys(m_text, root, m_sink, m_document->m_lists.undated);
        FileHead head = FileReader(m_text, &m_sink).read(root);
        m_categoriesLeftOut = std::move(head.categoriesLeftOut);
        m_document->takeHead(std::move(head));
    }
    m_sink.findings().append(std::exchange(m_scan.batch.findings, {}));
    judgeSeasons();
    numberCategories();
    m_document->m_events = EventTable(m_scan.batch.columns);
    m_document->m_countInFile = m_document->eventCount();
    m_document->m_undatedCount = m_scan.batch.undated;
    m_document->m_extent = m_scan.batch.extent;
    m_document->m_dateFlags = m_scan.batch.extent.value_or(Span()).flags;
    indexIds();
    followLinks();
    followSources();
    m_document->m_bytes.letGo(0, m_text.bytes().size());
    return finish(!m_scan.events.isEmpty());
}

/// Their rows come after those of all others.
void DocumentBuilder::readUndated() {
    const ByteRange list = m_document->m_lists.undated;
    if (list.isEmpty()) {
        return;
    }
    constexpr std::size_t stretch = 4096;
    std::vector<EventBatch> batches;
    JsonArrayCursor elements(m_text, {JsonType::Array, list});
    for (auto each = elements.next(); each && !m_control.isCancelled(); each = elements.next()) {
        if (batches.empty() || batches.back().columns.size() == stretch) {
            batches.emplace_back();
        }
        EventBatch &batch = batches.back();
        EventRow row;
        row.offset = each->range.begin;
        batch.doubtful.push_back(static_cast<std::uint32_t>(batch.columns.size()));
        batch.columns.append(row);
        batch.idHashes.push_back(0);
    }
    forEachParallel(batches.size(), [&](std::size_t i) {
        if (!m_control.isCancelled()) {
            batches[i].readDoubtful(m_text, EventList::Undated);
        }
    });
    for (EventBatch &batch : batches) {
        m_scan.batch.append(std::move(batch));
    }
}

/// "2020-21" is spring in a file of seasons, of which but one in four looks like two years. What is edited
/// later is judged as the file was.
void DocumentBuilder::judgeSeasons() {
    FindingList &findings = m_sink.findings();
    const std::size_t years = findings.countsByKind().at(static_cast<std::size_t>(FindingCode::YearAndNext));
    m_document->m_hasSeasons = m_scan.batch.seasons > 0 && years <= m_scan.batch.seasons;
    if (m_document->m_hasSeasons && years > 0) {
        findings.eraseIf(
            [](const FindingList::About &about) { return about.code == FindingCode::YearAndNext; });
    }
}

CategoryIndex DocumentBuilder::addCategory(std::string_view name) {
    m_hasTooManyCategories |= m_document->categories().size() >= noCategory;
    return m_document->needCategory(stringFromUtf8(name));
}

void DocumentBuilder::numberCategories() {
    const EventColumns &events = m_scan.batch.columns;
    const NameTable &names = m_scan.batch.categories;
    std::vector<bool> isDeclared(names.size() + 1);
    isDeclared.back() = true; // events without a category need none that is declared
    std::vector<CategoryIndex> &numbers = m_document->m_categoryNumbers;
    numbers.assign(names.size() + 1, noCategory);
    m_document->m_categoryCounts.assign(numbers.size(), 0);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const QString id = stringFromUtf8(names.name(i));
        isDeclared[i] = m_categoriesLeftOut.contains(id);
        if (const auto declared = m_document->findCategory(id)) {
            numbers[i] = *declared;
            isDeclared[i] = true;
        }
    }
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::size_t number = std::min<std::size_t>(events.category(i), names.size());
        if (numbers[number] == noCategory) {
            numbers[number] = addCategory(number == names.size() ? std::string_view() : names.name(number));
        }
        ++m_document->m_categoryCounts[number];
        if (m_document->declaresCategories() && !isDeclared[number]) {
            warnOfCategory(i);
        }
    }
    if (m_hasTooManyCategories || names.hasOverflowed()) {
        m_sink.add(FindingCode::TooManyCategories, m_scan.events.begin, {std::to_string(noCategory)});
    }
}

void DocumentBuilder::warnOfCategory(std::size_t event) {
    const JsonValue value = m_text.valueAt(m_scan.batch.columns.offset(event));
    if (const auto member = findMember(m_text, value, "category")) {
        m_sink.setEvent(static_cast<EventIndex>(event));
        m_sink.add(FindingCode::UndeclaredCategory, member->value.range.begin,
                   {quotedUtf8(m_text.utf8(member->value.range))});
        m_sink.setEvent(std::nullopt);
    }
}

void DocumentBuilder::indexIds() {
    const EventTable &events = m_document->m_events;
    const auto repeated = [&](EventIndex first, EventIndex again) {
        const ByteRange range = idRange(m_text, events, again);
        m_repeated.emplace(again, first);
        m_sink.setEvent(again);
        m_sink.add(FindingCode::RepeatedIdOfLine, range.begin,
                   {quotedUtf8(m_text.utf8(range)),
                    std::to_string(lines().lineOf(idRange(m_text, events, first).begin))});
    };
    const auto ids = std::make_shared<EventIds>();
    ids->build(m_text, events, m_scan.batch.idHashes, m_control, repeated);
    m_document->m_ids = ids;
    m_scan.batch.idHashes = {};
    m_sink.setEvent(std::nullopt);
}

void DocumentBuilder::followLinks() {
    const std::vector<Reference> &links = m_scan.batch.links;
    const Document &document = *m_document;
    const std::vector<EventIndex> targets =
        LinkTargets(document.m_bytes, m_text, document.m_events, *document.m_ids, m_control)
            .find(m_scan.batch.linkNames);
    m_scan.batch.linkNames = {};
    if (m_control.isCancelled()) {
        return;
    }
    const auto lost = std::count(targets.begin(), targets.end(), LinkTargets::nowhere);
    m_document->m_relations.reserve(targets.size() - static_cast<std::size_t>(lost));
    std::vector<PartLink> parts;
    std::vector<std::size_t> partNumbers; // among all links
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (targets[i] == LinkTargets::nowhere) {
            warnOfLink(m_sink, links[i], FindingCode::LostLink);
            continue;
        }
        m_document->m_relations.add({links[i].row, targets[i], links[i].kind});
        // Of several events with one id, each that is linked to that id is linked to itself.
        const auto twin = m_repeated.find(links[i].row);
        if (targets[i] == links[i].row || (twin != m_repeated.end() && targets[i] == twin->second)) {
            warnOfLink(m_sink, links[i], FindingCode::LinkToItself);
        } else if (links[i].kind == LinkKind::PartOf) {
            parts.push_back({links[i].row, targets[i]});
            partNumbers.push_back(i);
        }
    }
    for (const PartCircle &circle : partCircles(parts)) {
        warnOfLink(m_ofWhole, links[partNumbers[circle.link]], FindingCode::PartOfItself,
                   std::to_string(circle.events));
    }
}

void DocumentBuilder::warnOfLink(FindingSink &sink, const Reference &link, FindingCode code,
                                 const std::string &more) {
    const ByteRange range = m_text.valueAt(link.at).range;
    sink.setEvent(link.row);
    const std::string name = quotedUtf8(m_text.utf8(range));
    more.empty() ? sink.add(code, range.begin, {name}) : sink.add(code, range.begin, {name, more});
    sink.setEvent(std::nullopt);
}

void DocumentBuilder::followSources() {
    for (const Reference &source : m_scan.batch.sources) {
        const ByteRange range = m_text.valueAt(source.at).range;
        const QString id = m_text.string(range);
        if (m_document->findSource(id) == nullptr) {
            m_sink.setEvent(source.row);
            m_sink.add(FindingCode::UndeclaredSource, range.begin, {quotedUtf8(m_text.utf8(range))});
        }
    }
    m_sink.setEvent(std::nullopt);
}

const LineIndex &DocumentBuilder::lines() {
    if (!m_lines) {
        m_lines.emplace(m_text.bytes(), m_control);
    }
    return *m_lines;
}

ReadResult DocumentBuilder::finish(bool isShown) {
    ReadResult result;
    result.isJson = true;
    result.bytes = m_document->m_bytes;
    result.findings = std::move(m_sink.findings());
    if (!result.findings.empty()) {
        result.findings.sortByOffset();
        result.findings.trim();
    }
    if (isShown) {
        m_document->m_findings = result.findings;
        result.document = std::move(m_document);
    }
    if (!m_ofWhole.findings().empty()) {
        result.findings.append(m_ofWhole.findings());
        result.findings.sortByOffset();
    }
    return result;
}

} // namespace timeline
