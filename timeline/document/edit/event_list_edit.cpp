// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/as_written.h"
#include "document/edit/event_edit.h"
#include "document/format/event_fields.h"
#include "document/format/event_reader.h"
#include "document/format/field_reader.h"
#include "document/format/record_fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

/// An element of a list in a file.
struct ListElement {
    QJsonValue whole;
    QJsonValue understood; ///< undefined where nothing is
};

/// The value that an element gets: what is changed of what was understood, the rest as it was.
QJsonValue changed(const ListElement &before, const QJsonValue &now) {
    if (before.understood == now) {
        return before.whole;
    }
    if (!before.whole.isObject() || !now.isObject()) {
        return before.whole.isDouble() && now.isString() ? numberFor(now.toString(), false) : now;
    }
    QJsonObject object = before.whole.toObject();
    const QJsonObject known = before.understood.toObject();
    const QJsonObject wanted = now.toObject();
    const QStringList keys = known.keys() + wanted.keys();
    for (const QString &key : keys) {
        if (known.value(key) != wanted.value(key)) {
            const bool isNumber = key == "to"_L1 && object.value(key).isDouble();
            object.insert(key, isNumber ? numberFor(wanted.value(key).toString(), false)
                                        : wanted.value(key)); // undefined takes it out
        }
    }
    return object;
}

/// The list with those elements of before that were not understood, each behind the one that it stood behind.
QJsonArray withUnread(const std::vector<ListElement> &before, const QJsonArray &list) {
    std::vector<std::optional<std::size_t>> origins(static_cast<std::size_t>(list.size()));
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!before[i].understood.isUndefined()) {
            rest.push_back(i);
        }
    }
    for (qsizetype i = 0; i < list.size(); ++i) {
        const auto same = std::ranges::find_if(
            rest, [&](std::size_t element) { return before[element].understood == list.at(i); });
        if (same != rest.end()) {
            origins[static_cast<std::size_t>(i)] = *same;
            rest.erase(same);
        }
    }
    QJsonArray result;
    const auto addUnreadAfter = [&](std::size_t element) {
        for (; element < before.size() && before[element].understood.isUndefined(); ++element) {
            result.append(before[element].whole);
        }
    };
    addUnreadAfter(0);
    auto next = rest.begin();
    for (qsizetype i = 0; i < list.size(); ++i) {
        auto origin = origins[static_cast<std::size_t>(i)];
        if (!origin && next != rest.end()) {
            origin = *next++;
        }
        result.append(origin ? changed(before[*origin], list.at(i)) : list.at(i));
        if (origin) {
            addUnreadAfter(*origin + 1);
        }
    }
    for (; next != rest.end(); ++next) { // what stood behind one that is gone
        addUnreadAfter(*next + 1);
    }
    return result;
}

/// What is understood of an element of a list; undefined where nothing is.
QJsonValue understood(const QString &field, const QByteArray &element) {
    const QByteArray alone = "{\"" + field.toUtf8() + "\":[" + element + "]}";
    const QJsonArray known = EventEdit::value(readEvent(alone).details, field).toArray();
    return known.isEmpty() ? QJsonValue(QJsonValue::Undefined) : known.first();
}

} // namespace

bool EventEdit::isList(const QString &name) {
    const EventField field = eventField(name.toStdString());
    return isStringList(field) || isObjectList(field);
}

std::optional<QJsonValue> EventEdit::loneElement(QByteArrayView event, const QString &field) {
    const JsonText text(event);
    const auto member = findMember(text, text.valueAt(0), field.toStdString());
    if (!member || member->value.type == JsonType::Array ||
        FieldReader(text, nullptr).isAbsent(member->value)) {
        return std::nullopt;
    }
    return understood(field, text.raw(member->value.range).toByteArray());
}

EditedText EventEdit::setList(QByteArrayView event, const QString &field, const QJsonArray &list) {
    const QByteArray bytes = event.toByteArray();
    const JsonText text(bytes);
    const auto member = findMember(text, text.valueAt(0), field.toStdString());
    if (!member || member->value.type != JsonType::Array) {
        if (list.isEmpty()) {
            return bytes; // what is no list stays
        }
        const auto alone = loneElement(event, field);
        if (!alone) {
            return set(event, field, list);
        }
        if (alone->isUndefined()) {
            return Problem{ProblemCode::NoListToEdit, {field}};
        }
        const ByteRange range = member->value.range;
        const QByteArray asList =
            QByteArray(bytes).replace(range.begin, range.size(), '[' + text.raw(range).toByteArray() + ']');
        QJsonArray whole = list;
        if (!whole.contains(*alone)) {
            whole.prepend(*alone);
        }
        return setList(asList, field, whole);
    }
    // What each element says, and what is understood of it.
    std::vector<ListElement> elements;
    JsonArrayCursor cursor(text, member->value);
    while (const auto element = cursor.next()) {
        const QByteArray raw = text.raw(element->range).toByteArray();
        const QJsonValue whole = QJsonDocument::fromJson('[' + raw + ']').array().at(0);
        if (!says(text, *element, whole, formatKeys())) {
            return Problem{ProblemCode::NotWritableAgain, {field}};
        }
        elements.push_back({whole, understood(field, raw)});
    }
    const QJsonArray whole = withUnread(elements, list);
    return set(event, field, whole.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(whole));
}

} // namespace timeline
