// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/strict_check.h"

#include "document/format/event_fields.h"
#include "document/format/event_words.h"
#include "document/format/field_reader.h"
#include "document/format/record_fields.h"

#include <QCoreApplication>
#include <algorithm>

namespace timeline {

namespace {

class StrictCheck {
    Q_DECLARE_TR_FUNCTIONS(timeline::Finding)

public:
    StrictCheck(const JsonText &text, FindingSink &sink) : m_fields(text, &sink) {}

    void checkHead(JsonValue root) {
        if (root.type == JsonType::Object) {
            checkRecord(RecordKind::Head, root);
        }
    }

    void checkEvent(JsonValue event) {
        std::uint32_t seen = 0;
        JsonObjectCursor members(m_fields.text(), event);
        while (const auto member = members.next()) {
            const EventField field = eventField(m_fields.text().utf8(member->key));
            if (field != EventField::Unknown && (seen & bit(field)) == 0) {
                seen |= bit(field);
                checkField(field, infoOf(field).key, member->value);
            }
        }
    }

private:
    void checkField(EventField field, std::string_view name, JsonValue value) {
        const bool isAbsent = m_fields.isAbsent(value);
        switch (kindOf(field)) {
        case FieldKind::Id:
        case FieldKind::Name:
            refuseIf(isAbsent || value.type == JsonType::Number, name, value, aString);
            break;
        case FieldKind::Text:
        case FieldKind::Markdown:
        case FieldKind::Place:
            refuseIf(isAbsent && value.type != JsonType::String, name, value, QT_TR_NOOP("a string"));
            checkPlace(value);
            break;
        case FieldKind::Date:
            refuseIf(isAbsent, name, value, FieldReader::aDate);
            break;
        case FieldKind::Status:
            refuseIf(isAbsent || (value.type == JsonType::String &&
                                  !statusFromWord(m_fields.text().utf8(value.range))),
                     name, value,
                     QT_TR_NOOP("one of confirmed, reported, claimed, disputed, planned, cancelled"));
            break;
        case FieldKind::Importance:
            refuseIf(isAbsent, name, value, QT_TR_NOOP("a number from 0 to 1"));
            break;
        case FieldKind::Words:
        case FieldKind::Ids:
        case FieldKind::Parts:
            refuseIf(isAbsent && value.type != JsonType::Array, name, value, QT_TR_NOOP("an array"));
            checkElements(field, name, value);
            break;
        case FieldKind::Title: // warned of in any case
        case FieldKind::Unknown:
            break;
        }
    }

    void checkElements(EventField field, std::string_view name, JsonValue array) {
        if (array.type != JsonType::Array) {
            return;
        }
        const auto kind = isObjectList(field) ? recordKindOf(infoOf(field).key) : std::nullopt;
        JsonArrayCursor elements(m_fields.text(), array);
        while (const auto element = elements.next()) {
            if (kind && element->type == JsonType::Object) {
                checkRecord(*kind, *element);
            } else if (isStringList(field)) {
                refuseIf(element->type == JsonType::Number ||
                             (element->type == JsonType::Object && hasParts(field)),
                         name, *element, aString);
            }
        }
    }

    void checkPlace(JsonValue place) {
        const auto find = [&](const char *key) {
            return place.type == JsonType::Object ? findMember(m_fields.text(), place, key) : std::nullopt;
        };
        if (const auto title = find("title")) {
            refuseIf(m_fields.isAbsent(title->value) && title->value.type != JsonType::String, "title",
                     title->value, QT_TR_NOOP("a string"));
        }
        if (const auto at = find("at")) {
            refuseIf(m_fields.isAbsent(at->value), "at", at->value,
                     QT_TR_NOOP("latitude and longitude in degrees, as [52.52, 13.405]"));
        }
    }

    void checkRecord(RecordKind kind, JsonValue object) {
        const std::vector<RecordField> &fields = recordFields(kind);
        std::vector<bool> areSeen(fields.size());
        JsonObjectCursor members(m_fields.text(), object);
        while (const auto member = members.next()) {
            const auto field =
                std::ranges::find(fields, m_fields.text().utf8(member->key), &RecordField::key);
            const auto place = static_cast<std::size_t>(field - fields.begin());
            if (field == fields.end() || areSeen[place]) {
                continue;
            }
            areSeen[place] = true;
            const JsonType type = member->value.type;
            const Earlier earlier = earlierOf(field->kind);
            refuseIf((!field->isRequired && type != earlier.empty && m_fields.isAbsent(member->value)) ||
                         (type == JsonType::Number && isId(field->kind)),
                     field->key, member->value, earlier.expected);
            if (field->kind == ValueKind::Records && type == JsonType::Array) {
                JsonArrayCursor elements(m_fields.text(), member->value);
                while (const auto element = elements.next()) {
                    if (element->type == JsonType::Object) {
                        checkRecord(*recordKindOf(field->key), *element);
                    }
                }
            }
        }
    }

    static bool isId(ValueKind kind) {
        return kind == ValueKind::Id || kind == ValueKind::Parent || kind == ValueKind::EventId;
    }

    /// What version 0.1 expects of a value, and what may be empty.
    struct Earlier {
        const char *expected;
        std::optional<JsonType> empty = std::nullopt;
    };
    static Earlier earlierOf(ValueKind kind) {
        switch (kind) {
        case ValueKind::Id:
        case ValueKind::Parent:
        case ValueKind::EventId:
        case ValueKind::Address:
            return {aString};
        case ValueKind::Title:
            return {FieldReader::aTitle};
        case ValueKind::Date:
            return {FieldReader::aDate};
        case ValueKind::Color:
            return {QT_TR_NOOP(R"(a colour as "#rgb" or "#rrggbb")")};
        case ValueKind::Number:
            return {QT_TR_NOOP("a number")};
        case ValueKind::Flag:
            return {QT_TR_NOOP("true or false")};
        case ValueKind::LinkKind:
            return {QT_TR_NOOP("one of leads-to, part-of, contradicts, related")};
        case ValueKind::Points:
        case ValueKind::Records:
        case ValueKind::Events:
            return {QT_TR_NOOP("an array"), JsonType::Array};
        case ValueKind::Text:
        case ValueKind::Markdown:
            break;
        }
        return {QT_TR_NOOP("a string"), JsonType::String};
    }

    void refuseIf(bool isRefused, std::string_view name, JsonValue value, const char *expected) {
        if (isRefused) {
            m_fields.report(FindingCode::RefusedEarlier, value.range.begin,
                            {name, m_fields.shown(value), expected});
        }
    }

    static constexpr const char *aString = QT_TR_NOOP("a string that is not empty");

    FieldReader m_fields;
};

} // namespace

FindingList refusedEarlier(const Document &document) {
    const JsonText text(document.bytes());
    FindingSink sink;
    StrictCheck strict(text, sink);
    if (!document.edited().head()) {
        strict.checkHead(text.root());
    }
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (!document.isDeleted(event) && !document.edited().find(event)) {
            sink.setEvent(event);
            strict.checkEvent({JsonType::Object, document.place(event)});
        }
    }
    return std::move(sink.findings());
}

} // namespace timeline
