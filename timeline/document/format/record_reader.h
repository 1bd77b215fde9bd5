// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/field_reader.h"
#include "document/format/record_tables.h"

#include <span>

namespace timeline {

/// A record as it was read; what is wrong in it is left out.
template <typename Record>
struct ReadRecord {
    Record record = {};
    std::span<const FieldOf<Record>> fields;
    /// What stands there, and what of that is as it should be; for each field.
    std::array<std::optional<JsonValue>, 16> values = {};
    std::array<bool, 16> areRead = {};

    std::size_t placeOf(std::string_view key) const {
        return static_cast<std::size_t>(std::ranges::find(fields, key, &RecordField::key) - fields.begin());
    }
    std::optional<JsonValue> value(std::string_view key) const { return values.at(placeOf(key)); }
    bool has(std::string_view key) const { return areRead.at(placeOf(key)); }
};

/// Reads records by their tables, with the findings of a FieldReader.
class RecordReader {
    Q_DECLARE_TR_FUNCTIONS(timeline::Finding)

public:
    explicit RecordReader(const FieldReader &fields) : m_fields(fields) {}

    /// Whether what the table says is required may say nothing.
    enum class Required : std::uint8_t { AsTold, Nothing };

    /// Reads the first member of each key that the table has; lists of records are left to others, and what
    /// is absent is passed over where it may be.
    template <typename Record>
    ReadRecord<Record> readMembers(std::span<const FieldOf<Record>> fields, JsonValue object,
                                   Required required = Required::AsTold) const {
        ReadRecord<Record> read{.fields = fields};
        std::string buffer;
        JsonObjectCursor members(m_fields.text(), object);
        while (const auto member = members.next()) {
            const std::size_t place = read.placeOf(m_fields.text().utf8(member->key, buffer));
            if (place < fields.size() && !read.values.at(place)) {
                read.values.at(place) = member->value;
                const bool mayBeAbsent = required == Required::Nothing || !fields[place].isRequired;
                read.areRead.at(place) = !(mayBeAbsent && m_fields.isAbsent(member->value)) &&
                                         readValue(fields[place], member->value, read.record);
            }
        }
        return read;
    }
    /// The same, and reports what is required and is not there.
    template <typename Record>
    ReadRecord<Record> read(RecordKind kind, std::span<const FieldOf<Record>> fields,
                            JsonValue object) const {
        ReadRecord<Record> read = readMembers(fields, object);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].isRequired && !read.values.at(i)) {
                m_fields.missing(infoOf(kind).what, fields[i].key, object, expectedOf(fields[i].kind));
            }
        }
        return read;
    }

private:
    static const char *expectedOf(ValueKind kind);
    std::optional<LinkKind> linkKind(std::string_view name, JsonValue value) const;
    std::optional<std::vector<SeriesPoint>> points(std::string_view name, JsonValue value) const;
    std::optional<SeriesPoint> point(JsonValue value) const;

    template <typename Record>
    bool readValue(const FieldOf<Record> &field, JsonValue value, Record &record) const {
        const std::string_view name = field.key;
        switch (field.kind) {
        case ValueKind::Id:
        case ValueKind::Parent:
        case ValueKind::EventId:
            m_fields.warnOfHidden(name, value);
            return take(field, m_fields.id(name, value), record);
        case ValueKind::Title:
            return take(field, m_fields.title(name, value), record);
        case ValueKind::Text:
            return take(field, m_fields.line(name, value), record);
        case ValueKind::Markdown:
            return take(field, m_fields.string(name, value), record);
        case ValueKind::Date: {
            Span span;
            const auto date = m_fields.date(name, value, span);
            if (field.span != nullptr) {
                record.*field.span = span;
            }
            return take(field, date, record);
        }
        case ValueKind::Color:
            return take(field, m_fields.color(name, value), record);
        case ValueKind::Address:
            return take(field, m_fields.url(name, value), record);
        case ValueKind::Number:
            return take(field, m_fields.number(name, value), record);
        case ValueKind::Flag:
            return take(field, m_fields.boolean(name, value), record);
        case ValueKind::LinkKind:
            return take(field, linkKind(name, value), record);
        case ValueKind::Points:
            return take(field, points(name, value), record);
        case ValueKind::Events:
            return m_fields.isA(JsonType::Array, name, value);
        case ValueKind::Records:
            break;
        }
        return false;
    }

    /// Puts a value where the table says, which has a place for just such a one, or for none.
    template <typename Record, typename Value>
    static bool take(const FieldOf<Record> &field, std::optional<Value> value, Record &record) {
        const auto put = [&]<typename Member>([[maybe_unused]] Member member) {
            if constexpr (std::is_same_v<Member, Value Record::*> ||
                          std::is_same_v<Member, std::optional<Value> Record::*>) {
                record.*member = *std::move(value);
            }
        };
        const bool isRead = value.has_value();
        if (isRead) {
            std::visit(put, field.member);
        }
        return isRead;
    }

    const FieldReader &m_fields;
};

} // namespace timeline
