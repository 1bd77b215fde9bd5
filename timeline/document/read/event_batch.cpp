// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/event_batch.h"

#include "document/format/duplicate_keys.h"
#include "document/format/event_words.h"
#include "document/store/event_ids.h"
#include "document/store/events_extent.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>
#include <utility>

namespace timeline {

namespace {

class DoubtfulRows {
    Q_DECLARE_TR_FUNCTIONS(timeline::DoubtfulRows)

public:
    DoubtfulRows(const JsonText &text, EventBatch &batch, EventList list)
        : m_text(text), m_batch(batch), m_reader(text, &m_sink, list) {}

    /// In the order of the rows, which is that of the findings.
    void read() {
        std::vector<bool> dropped(m_batch.columns.size());
        bool anyDropped = false;
        auto value = m_batch.doubtfulValues.cbegin();
        const auto readValuesUpTo = [&](std::uint32_t row) {
            for (; value != m_batch.doubtfulValues.cend() && value->row < row; ++value) {
                readValue(*value);
            }
        };
        for (const std::uint32_t row : m_batch.doubtful) {
            readValuesUpTo(row);
            m_sink.setEvent(row);
            dropped[row] = !readRow(row);
            anyDropped |= dropped[row];
        }
        readValuesUpTo(std::numeric_limits<std::uint32_t>::max());
        m_batch.doubtful.clear();
        m_batch.doubtfulValues.clear();
        const auto byRow = [](const Reference &a, const Reference &b) { return a.row < b.row; };
        std::stable_sort(m_batch.links.begin(), m_batch.links.end(), byRow);
        if (anyDropped) {
            dropRows(dropped);
        }
        m_batch.findings = std::move(m_sink.findings());
        m_batch.findings.sortByOffset();
    }

private:
    /// Reads a doubtful event; whether it is shown.
    bool readRow(std::uint32_t row) {
        EventRow columns;
        columns.offset = m_batch.columns.offset(row);
        const JsonValue value = m_text.valueAt(columns.offset);
        columns.length = value.range.size();
        if (columns.length > std::numeric_limits<std::uint32_t>::max()) {
            m_sink.add(FindingCode::LargeEvent, columns.offset);
            return false;
        }
        reportDuplicateKeys(m_text, value, m_sink);
        const ReadEvent event = m_reader.read(value);
        if (!event.isShown) {
            return false;
        }
        columns.span = event.span;
        m_batch.undated += event.span.isNever() ? 1 : 0;
        columns.status = event.details.status;
        columns.importance = importanceByte(event.details.importance);
        take(row, columns, event);
        return true;
    }

    /// Of an event of which the rest is fine.
    void readValue(const DoubtfulValue &value) {
        EventRow columns = m_batch.columns.row(value.row);
        m_sink.setEvent(value.row);
        if (value.field == EventField::Unknown) {
            reportDuplicateKeys(m_text, {JsonType::Object, {columns.offset, columns.offset + columns.length}},
                                m_sink);
            return;
        }
        if (value.keyAt < 0) {
            m_sink.add(FindingCode::NoTitle, columns.offset);
            return;
        }
        const auto member =
            JsonObjectCursor(m_text, {JsonType::Object, {value.keyAt - 1, value.keyAt}}).next();
        const ReadEvent event = m_reader.read(value.field, *member);
        if (value.field == EventField::Date) {
            columns.span = event.span;
            m_batch.undated += event.isDated ? 0 : 1;
        } else if (value.field == EventField::Status) {
            columns.status = event.details.status;
        }
        take(value.row, columns, event);
    }

    void take(std::uint32_t row, EventRow &columns, const ReadEvent &event) {
        if (!event.details.category.isEmpty()) {
            columns.category =
                static_cast<CategoryIndex>(m_batch.categories.add(event.details.category.toStdString()));
        }
        if (event.idAt >= 0) {
            columns.setId(event.idAt - columns.offset);
            m_batch.idHashes[row] = idHash(event.details.id.toStdString());
        }
        m_batch.columns.set(row, columns);
        for (std::size_t i = 0; i < event.linksAt.size(); ++i) {
            m_batch.links.push_back({row, event.details.links[i].kind, event.linksAt[i]});
        }
        for (const qint64 at : event.sourcesAt) {
            if (at >= 0) {
                m_batch.sources.push_back({row, {}, at});
            }
        }
    }

    void dropRows(const std::vector<bool> &dropped) {
        std::vector<EventIndex> numbers(dropped.size());
        EventIndex kept = 0;
        for (std::size_t row = 0; row < dropped.size(); ++row) {
            numbers[row] = kept;
            m_batch.idHashes[kept] = m_batch.idHashes[row];
            kept += dropped[row] ? 0 : 1;
        }
        m_batch.idHashes.resize(kept);
        m_batch.columns.drop(dropped);
        for (Reference &link : m_batch.links) {
            link.row = numbers[link.row];
        }
        for (Reference &source : m_batch.sources) {
            source.row = numbers[source.row];
        }
        m_sink.findings().renumberEvents(
            [&](EventIndex row) { return dropped[row] ? std::nullopt : std::optional(numbers[row]); });
    }

    JsonText m_text;
    EventBatch &m_batch;
    FindingSink m_sink;
    EventReader m_reader;
};

void appendReferences(std::vector<Reference> &to, const std::vector<Reference> &from, std::uint32_t row) {
    for (Reference reference : from) {
        reference.row += row;
        to.push_back(reference);
    }
}

} // namespace

void EventBatch::readDoubtful(const JsonText &text, EventList list) {
    if (!doubtful.empty() || !doubtfulValues.empty()) {
        DoubtfulRows(text, *this, list).read();
    }
    std::string buffer;
    for (const Reference &link : links) {
        linkNames.add(text.utf8(text.valueAt(link.at).range, buffer));
    }
    extent = extentOf(columns, {});
}

void EventBatch::append(EventBatch &&next) {
    const auto row = static_cast<std::uint32_t>(columns.size());
    std::vector<CategoryIndex> numbers(next.categories.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        numbers[i] = static_cast<CategoryIndex>(categories.add(next.categories.name(i)));
    }
    if (next.categories.hasOverflowed()) {
        categories.setOverflowed();
    }
    columns.append(next.columns, numbers);
    idHashes.insert(idHashes.end(), next.idHashes.begin(), next.idHashes.end());
    appendReferences(links, next.links, row);
    linkNames.append(next.linkNames);
    appendReferences(sources, next.sources, row);
    findings.append(std::move(next.findings), row);
    undated += next.undated;
    seasons += next.seasons;
    if (next.extent) {
        extent = extent ? Span{std::min(extent->begin, next.extent->begin),
                               std::max(extent->end, next.extent->end), extent->flags | next.extent->flags}
                        : *next.extent;
    }
}

void EventBatch::clear() {
    columns.clear();
    doubtful.clear();
    doubtfulValues.clear();
    idHashes.clear();
    categories.clear();
    links.clear();
    linkNames.clear();
    sources.clear();
    findings.clear();
    undated = 0;
    seasons = 0;
    extent.reset();
}

} // namespace timeline
