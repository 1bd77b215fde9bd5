// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/strict_check.h"

#include "document/format/event_fields.h"
#include "document/format/event_words.h"
#include "document/format/field_reader.h"

#include <QCoreApplication>

namespace timeline {

namespace {

class StrictCheck {
    Q_DECLARE_TR_FUNCTIONS(timeline::Finding)

public:
    StrictCheck(const JsonText &text, FindingSink &sink) : m_fields(text, &sink) {}

    void check(JsonValue event) {
        std::uint32_t seen = 0;
        JsonObjectCursor members(m_fields.text(), event);
        while (const auto member = members.next()) {
            const EventField field = eventField(m_fields.text().utf8(member->key));
            if (field != EventField::Unknown && (seen & bit(field)) == 0) {
                seen |= bit(field);
                checkField(field, m_fields.text().string(member->key), member->value);
            }
        }
    }

private:
    void checkField(EventField field, const QString &name, JsonValue value) {
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

    void checkElements(EventField field, const QString &name, JsonValue array) {
        if (array.type != JsonType::Array) {
            return;
        }
        JsonArrayCursor elements(m_fields.text(), array);
        while (const auto element = elements.next()) {
            const bool isLink = field == EventField::Links && element->type == JsonType::Object;
            if (const auto to = isLink ? findMember(m_fields.text(), *element, "to") : std::nullopt) {
                refuseIf(to->value.type == JsonType::Number, QStringLiteral("to"), to->value, aString);
            } else if (isStringList(field)) {
                refuseIf(element->type == JsonType::Number ||
                             (element->type == JsonType::Object && hasParts(field)),
                         name, *element, aString);
            }
        }
    }

    void refuseIf(bool isRefused, const QString &name, JsonValue value, const char *expected) {
        if (isRefused) {
            m_fields.report(FindingCode::RefusedEarlier, value.range.begin,
                            {name, m_fields.shown(value), QString::fromUtf8(expected)});
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
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (!document.isDeleted(event) && !document.edited().find(event)) {
            sink.setEvent(event);
            strict.check({JsonType::Object, document.place(event)});
        }
    }
    return std::move(sink.findings());
}

} // namespace timeline
