// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/event_reader.h"

#include "document/format/record_reader.h"

// The records within an event, and what their tables cannot say of them.

namespace timeline {

void EventReader::readMeasure(JsonValue object) {
    auto read = RecordReader(m_fields).read<Measure>(RecordKind::Measure, measureFields, object);
    Measure &measure = read.record;
    if (!read.has("name") || !read.has("value")) {
        return;
    }
    if (measure.max && *measure.max < measure.value) {
        const JsonValue max = *read.value("max");
        m_fields.report(FindingCode::MaxBelowValue, max.range.begin,
                        {"max", m_fields.shown(max), QString::number(measure.value).toStdString()});
        measure.max.reset();
    }
    m_event.details.measures.push_back(measure);
}

void EventReader::readLink(JsonValue object) {
    const auto read = RecordReader(m_fields).read<Link>(RecordKind::Link, linkFields, object);
    if (read.has("to")) {
        m_event.details.links.push_back(read.record);
        m_event.linksAt.push_back(read.value("to")->range.begin);
    }
}

void EventReader::readMedia(JsonValue object) {
    const auto read = RecordReader(m_fields).read<Media>(RecordKind::Media, mediaFields, object);
    if (read.has("url")) {
        m_event.details.media.push_back(read.record);
    }
}

/// A source that is not only named.
void EventReader::readInlineSource(JsonValue object) {
    const Source source = RecordReader(m_fields)
                              .readMembers<Source>(sourceFields, object, RecordReader::Required::Nothing)
                              .record;
    const QString name = !source.id.isEmpty()      ? source.id
                         : !source.title.isEmpty() ? source.title
                                                   : source.url;
    if (name.isEmpty()) {
        m_fields.missing(infoOf(RecordKind::Source).what, "title", object, FieldReader::aTitle);
        return;
    }
    QStringList &names = m_event.details.sources;
    m_event.details.inlineSources.push_back({names.size(), source});
    names.append(name);
    m_event.sourcesAt.push_back(-1);
}

} // namespace timeline
