// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/as_written.h"

#include "document/format/event_fields.h"
#include "document/format/event_words.h"

#include <QHash>
#include <QJsonArray>

namespace timeline {

namespace {

bool isId(const QString &key) {
    const FieldKind kind = kindOf(eventField(key.toStdString()));
    return kind == FieldKind::Id || kind == FieldKind::Name;
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
    for (const QJsonValue &each : list) {
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
    const EventField field = eventField(key.toStdString());
    const bool isDate = kindOf(field) == FieldKind::Date;
    if (before.type == JsonType::Number && value.isString() && (isDate || isId(key))) {
        return numberFor(value.toString(), isDate);
    }
    return isStringList(field) && before.type == JsonType::Array && value.isArray()
               ? withNumbers(text, before, value.toArray())
               : value;
}

} // namespace timeline
