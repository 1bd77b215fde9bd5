// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/as_written.h"

#include "document/format/event_fields.h"
#include "document/format/event_words.h"
#include "document/format/record_fields.h"

#include <QHash>
#include <QJsonArray>
#include <algorithm>

namespace timeline {

namespace {

/// Whether some kind of records has a field of this key and of one of these kinds.
bool isInRecords(std::string_view key, std::initializer_list<ValueKind> kinds) {
    return std::ranges::any_of(recordInfos, [&](const RecordInfo &info) {
        const std::vector<RecordField> &fields = recordFields(info.kind);
        const auto field = std::ranges::find(fields, key, &RecordField::key);
        return field != fields.end() && std::ranges::find(kinds, field->kind) != kinds.end();
    });
}

bool isDate(const QString &key) {
    const std::string utf8 = key.toStdString();
    return kindOf(eventField(utf8)) == FieldKind::Date || isInRecords(utf8, {ValueKind::Date});
}

bool isId(const QString &key) {
    const std::string utf8 = key.toStdString();
    const FieldKind kind = kindOf(eventField(utf8));
    return kind == FieldKind::Id || kind == FieldKind::Name ||
           isInRecords(utf8, {ValueKind::Id, ValueKind::Parent, ValueKind::EventId});
}

/// A list of ids or words, in which those are numbers that were written as such.
QJsonArray withNumbers(const JsonText &text, JsonValue before, const QJsonArray &list) {
    QHash<QString, QJsonValue> numbers;
    JsonArrayCursor elements(text, before);
    while (const auto element = elements.next()) {
        if (element->type == JsonType::Number) {
            const QString written = text.string(element->range);
            const QJsonValue integer = numberFor(written, false);
            numbers.insert(written, integer.isDouble() ? integer : QJsonValue(written.toDouble()));
        }
    }
    QJsonArray result;
    for (const QJsonValue each : list) {
        result.append(each.isString() ? numbers.value(each.toString(), each) : each);
    }
    return result;
}

} // namespace

QJsonValue numberFor(const QString &text, bool isYear) {
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    const QByteArray utf8 = text.toUtf8();
    const bool isSame = isYear ? yearFromNumber(std::to_string(number)) == utf8.toStdString()
                               : QByteArray::number(number) == utf8;
    return isNumber && isSame ? QJsonValue(number) : QJsonValue(text);
}

bool isSameId(const JsonText &text, JsonValue before, const QString &key, const QJsonValue &value) {
    return before.type == JsonType::Number && value.isString() && isId(key) &&
           text.string(before.range) == value.toString();
}

QJsonValue asWritten(const JsonText &text, JsonValue before, const QString &key, const QJsonValue &value) {
    if (before.type == JsonType::Number && value.isString()) {
        if (const bool isYear = isDate(key); isYear || isId(key)) {
            return numberFor(value.toString(), isYear);
        }
    }
    return isStringList(eventField(key.toStdString())) && before.type == JsonType::Array && value.isArray()
               ? withNumbers(text, before, value.toArray())
               : value;
}

} // namespace timeline
