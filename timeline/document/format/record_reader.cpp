// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/record_reader.h"

#include "document/format/event_words.h"

namespace timeline {

const char *RecordReader::expectedOf(ValueKind kind) {
    switch (kind) {
    case ValueKind::Id:
    case ValueKind::Parent:
        return FieldReader::anId;
    case ValueKind::EventId:
        return QT_TR_NOOP("an event's id");
    case ValueKind::Title:
        return FieldReader::aTitle;
    case ValueKind::Date:
        return FieldReader::aDate;
    case ValueKind::Address:
        return QT_TR_NOOP("an address");
    case ValueKind::Number:
        return QT_TR_NOOP("a number");
    case ValueKind::Points:
        return QT_TR_NOOP("an array of points");
    case ValueKind::Events:
        return QT_TR_NOOP("an array of events");
    default:
        return QT_TR_NOOP("a string");
    }
}

std::optional<LinkKind> RecordReader::linkKind(std::string_view name, JsonValue value) const {
    const auto kind =
        value.type == JsonType::String ? linkKindFromWord(m_fields.text().utf8(value.range)) : std::nullopt;
    if (!kind) {
        m_fields.wrong(name, value, QT_TR_NOOP("one of leads-to, part-of, contradicts, related"));
    }
    return kind;
}

std::optional<std::vector<SeriesPoint>> RecordReader::points(std::string_view name, JsonValue value) const {
    if (!m_fields.isA(JsonType::Array, name, value)) {
        return std::nullopt;
    }
    std::vector<SeriesPoint> points;
    JsonArrayCursor elements(m_fields.text(), value);
    while (const auto element = elements.next()) {
        if (const auto read = point(*element)) {
            points.push_back(*read);
        }
    }
    return points;
}

std::optional<SeriesPoint> RecordReader::point(JsonValue value) const {
    std::vector<JsonValue> parts;
    if (value.type == JsonType::Array) {
        JsonArrayCursor elements(m_fields.text(), value);
        while (const auto element = elements.next()) {
            parts.push_back(*element);
        }
    }
    if (parts.size() != 2) {
        value.type == JsonType::Array
            ? m_fields.report(FindingCode::PointOfSeveral, value.range.begin, {std::to_string(parts.size())})
            : m_fields.report(FindingCode::NoPoint, value.range.begin, {m_fields.shown(value)});
        return std::nullopt;
    }
    SeriesPoint read;
    const std::string_view name = "points";
    const auto date = m_fields.date(name, parts[0], read.span);
    const auto number = m_fields.number(name, parts[1]);
    if (!date || !number) {
        return std::nullopt;
    }
    read.value = *number;
    return read;
}

} // namespace timeline
