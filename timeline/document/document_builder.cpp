// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/document_builder.h"

#include "document/duplicate_keys.h"
#include "document/event_reader.h"
#include "document/event_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeline {

DocumentBuilder::DocumentBuilder(const FileBytes &bytes, FileScan scan)
    : m_text(bytes.view(), scan.events), m_scan(std::move(scan)), m_document(std::make_shared<Document>()) {
    m_document->m_bytes = bytes;
}

void DocumentBuilder::warnOfSurrogates(const std::vector<qint64> &offsets) {
    const EventColumns &events = m_scan.batch.columns;
    std::size_t row = 0;
    for (const qint64 offset : offsets) {
        while (row < events.size() && events.offset(row) + events.length(row) <= offset) {
            ++row;
        }
        const bool inside = row < events.size() && events.offset(row) <= offset;
        m_sink.setEvent(inside ? std::optional(static_cast<EventIndex>(row)) : std::nullopt);
        m_sink.warning(
            offset, tr("the escape %1 is half of a surrogate pair; expected both halves, and U+FFFD is shown")
                        .arg(QString::fromLatin1(m_text.raw({offset, offset + 6}))));
    }
    m_sink.setEvent(std::nullopt);
}

ReadResult DocumentBuilder::build() {
    const JsonValue root = m_scan.root;
    if (root.type != JsonType::Object && root.type != JsonType::Array) {
        m_sink.error(root.range.begin, tr("the file is %1; expected an object or an array of events")
                                           .arg(FieldReader(m_text, nullptr).shown(root)));
        return finish(false);
    }
    if (root.type == JsonType::Object) {
        reportDuplicateKeys(m_text, root, m_sink);
        FileHead head = FileReader(m_text, &m_sink).read(root);
        m_declaresCategories = head.declaresCategories;
        m_document->takeHead(std::move(head));
    }
    readDoubtful();
    numberCategories();
    m_document->m_events = std::move(m_scan.batch.columns);
    indexIds();
    followLinks();
    followSources();
    measureExtent();
    return finish(!m_scan.events.isEmpty());
}

void DocumentBuilder::readDoubtful() {
    std::vector<bool> dropped(m_scan.batch.columns.size());
    bool anyDropped = false;
    for (const std::uint32_t row : m_scan.batch.doubtful) {
        m_sink.setEvent(row);
        dropped[row] = !readRow(row);
        anyDropped |= dropped[row];
    }
    m_sink.setEvent(std::nullopt);
    if (!m_scan.batch.doubtful.empty()) {
        const auto byRow = [](const Reference &a, const Reference &b) { return a.row < b.row; };
        std::stable_sort(m_scan.batch.links.begin(), m_scan.batch.links.end(), byRow);
    }
    if (anyDropped) {
        dropRows(dropped);
    }
}

/// Reads a doubtful event; whether it is shown.
bool DocumentBuilder::readRow(std::uint32_t row) {
    EventBatch &batch = m_scan.batch;
    EventRow columns;
    columns.offset = batch.columns.offset(row);
    const JsonValue value = m_text.valueAt(columns.offset);
    columns.length = value.range.size();
    if (columns.length > std::numeric_limits<std::uint32_t>::max()) {
        m_sink.error(columns.offset, tr("this event is larger than 4 GiB; expected a smaller one"));
        return false;
    }
    reportDuplicateKeys(m_text, value, m_sink);
    const ReadEvent event = EventReader(m_text, &m_sink).read(value);
    if (!event.isShown) {
        return false;
    }
    columns.span = event.span;
    columns.status = event.details.status;
    columns.importance = importanceByte(static_cast<double>(event.details.importance));
    if (!event.details.category.isEmpty()) {
        columns.category =
            static_cast<CategoryIndex>(batch.categories.add(event.details.category.toStdString()));
    }
    if (event.idAt >= 0) {
        columns.idOffset = static_cast<std::uint32_t>(event.idAt - columns.offset);
        batch.idHashes[row] = idHash(event.details.id.toStdString());
    }
    batch.columns.set(row, columns);
    for (std::size_t i = 0; i < event.linksAt.size(); ++i) {
        batch.links.push_back({row, event.details.links[i].kind, event.linksAt[i]});
    }
    for (const qint64 at : event.sourcesAt) {
        batch.sources.push_back({row, {}, at});
    }
    return true;
}

void DocumentBuilder::dropRows(const std::vector<bool> &dropped) {
    std::vector<EventIndex> numbers(dropped.size());
    EventIndex kept = 0;
    for (std::size_t row = 0; row < dropped.size(); ++row) {
        numbers[row] = kept;
        m_scan.batch.idHashes[kept] = m_scan.batch.idHashes[row];
        kept += dropped[row] ? 0 : 1;
    }
    m_scan.batch.columns.drop(dropped);
    for (Reference &link : m_scan.batch.links) {
        link.row = numbers[link.row];
    }
    for (Reference &source : m_scan.batch.sources) {
        source.row = numbers[source.row];
    }
    for (Finding &finding : m_sink.findings()) {
        if (finding.event) {
            finding.event = dropped[*finding.event] ? std::nullopt : std::optional(numbers[*finding.event]);
        }
    }
}

CategoryIndex DocumentBuilder::addCategory(const std::string &name) {
    auto &categories = m_document->m_categories;
    if (categories.size() < noCategory) {
        const QString id = QString::fromStdString(name);
        categories.push_back({id, id, std::nullopt, false});
    } else {
        m_hasTooManyCategories = true;
    }
    return static_cast<CategoryIndex>(categories.size() - 1);
}

void DocumentBuilder::numberCategories() {
    EventColumns &events = m_scan.batch.columns;
    const NameTable &names = m_scan.batch.categories;
    QHash<QString, CategoryIndex> declared;
    for (const Category &category : m_document->m_categories) {
        declared.insert(category.id, static_cast<CategoryIndex>(declared.size()));
    }
    std::vector<bool> isDeclared(names.size());
    std::vector<CategoryIndex> numbers(std::size_t{noCategory} + 1, noCategory);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (const auto found = declared.constFind(QString::fromStdString(names.name(i)));
            found != declared.cend()) {
            numbers[i] = *found;
            isDeclared[i] = true;
        }
    }
    for (std::size_t i = 0; i < events.size(); ++i) {
        const CategoryIndex number = events.category(i);
        if (numbers[number] == noCategory) {
            numbers[number] = addCategory(number == noCategory ? std::string() : names.name(number));
        }
        events.setCategory(i, numbers[number]);
        if (m_declaresCategories && number != noCategory && !isDeclared[number]) {
            warnOfCategory(i);
        }
    }
    if (m_hasTooManyCategories || names.hasOverflowed()) {
        m_sink.error(
            m_scan.events.begin,
            tr("the events have too many categories; expected at most %1, and the last takes the others")
                .arg(noCategory));
    }
}

void DocumentBuilder::warnOfCategory(std::size_t event) {
    const JsonValue value = m_text.valueAt(m_scan.batch.columns.offset(event));
    if (const auto member = findMember(m_text, value, "category")) {
        m_sink.setEvent(static_cast<EventIndex>(event));
        FieldReader(m_text, &m_sink)
            .warning(member->value.range.begin,
                     tr(R"("category" is %1, which "categories" does not declare; expected a declared one)")
                         .arg(quoted(m_text.string(member->value.range))));
        m_sink.setEvent(std::nullopt);
    }
}

void DocumentBuilder::indexIds() {
    const EventColumns &events = m_document->m_events;
    const auto repeated = [&](EventIndex first, EventIndex again) {
        const ByteRange range = idRange(m_text, events, again);
        m_sink.setEvent(again);
        m_sink.error(
            range.begin,
            tr("the id %1 is that of the event in line %2 too; expected an id that no other event has")
                .arg(quoted(m_text.string(range)))
                .arg(lines().lineOf(idRange(m_text, events, first).begin)));
    };
    m_document->m_ids.build(m_text, events, m_scan.batch.idHashes, repeated);
    m_sink.setEvent(std::nullopt);
}

void DocumentBuilder::followLinks() {
    for (const Reference &link : m_scan.batch.links) {
        const ByteRange range = {link.at, m_text.endOfString(link.at)};
        if (const auto to = m_document->m_ids.find(m_text, m_document->m_events, m_text.utf8(range))) {
            m_document->m_relations.push_back({link.row, *to, link.kind});
        } else {
            m_sink.setEvent(link.row);
            m_sink.warning(
                range.begin,
                tr("\"to\" is %1, and no event that is shown has this id; expected the id of an event")
                    .arg(quoted(m_text.string(range))));
        }
    }
    m_sink.setEvent(std::nullopt);
}

void DocumentBuilder::followSources() {
    for (const Reference &source : m_scan.batch.sources) {
        const ByteRange range = {source.at, m_text.endOfString(source.at)};
        const QString id = m_text.string(range);
        if (m_document->findSource(id) == nullptr) {
            m_sink.setEvent(source.row);
            m_sink.warning(
                range.begin,
                tr("the source %1 is not declared; expected the id of one of \"sources\"").arg(quoted(id)));
        }
    }
    m_sink.setEvent(std::nullopt);
}

void DocumentBuilder::measureExtent() {
    std::optional<Span> &extent = m_document->m_extent;
    const auto include = [&extent](Instant instant) {
        extent = extent ? Span{std::min(extent->begin, instant), std::max(extent->end, instant), {}}
                        : Span{instant, instant, {}};
    };
    const EventColumns &events = m_document->m_events;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Span span = events.span(i);
        if (!span.isOpenAtStart()) {
            include(span.begin);
        }
        if (!span.isOpenAtEnd()) {
            include(span.end);
        }
    }
}

const LineIndex &DocumentBuilder::lines() {
    if (!m_lines) {
        m_lines.emplace(m_text.bytes());
    }
    return *m_lines;
}

ReadResult DocumentBuilder::finish(bool isShown) {
    ReadResult result;
    result.isJson = true;
    result.findings = std::move(m_sink.findings());
    if (!result.findings.empty()) {
        std::stable_sort(result.findings.begin(), result.findings.end(),
                         [](const Finding &a, const Finding &b) { return a.offset < b.offset; });
        lines().locate(result.findings);
    }
    if (isShown) {
        m_document->m_findings = result.findings;
        result.document = std::move(m_document);
    }
    return result;
}

} // namespace timeline
