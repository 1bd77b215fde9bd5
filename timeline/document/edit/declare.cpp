// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/declare.h"

#include "document/bytes/visible_text.h"
#include "document/format/record_fields.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace timeline {

EditedText withDeclared(const QByteArray &head, const QString &list, const QStringList &ids) {
    QJsonArray added;
    for (const QString &id : ids) {
        added += QJsonObject{{u"id"_s, id}, {u"title"_s, id}};
    }
    const JsonText text(head);
    const auto before = text.root().type == JsonType::Object
                            ? findMember(text, text.root(), list.toStdString())
                            : std::nullopt;
    if (!before || before->value.type == JsonType::Null) {
        return EventEdit::setInHead(head, list, added);
    }
    const JsonValue array = before->value;
    if (array.type != JsonType::Array) {
        return Problem{ProblemCode::NoJsonList, {list, quoted(text.string(array.range))}};
    }
    std::vector<JsonElement> elements;
    JsonStyle style;
    JsonArrayCursor cursor(text, array);
    for (auto element = cursor.next(); element; element = cursor.next()) {
        elements.push_back({elements.size(), text.raw(element->range).toByteArray()});
        style = element->type == JsonType::Object ? JsonStyle::of(text, *element) : style;
    }
    for (const QJsonValue one : added) {
        elements.push_back({{}, writeJson(one, style, formatKeys())});
    }
    return text.raw({0, array.range.begin}).toByteArray() + rearranged(text, array, elements, ", ") +
           text.raw({array.range.end, head.size()}).toByteArray();
}

namespace {

/// Where the first category with this id stands; nothing where none is declared.
std::optional<ByteRange> categoryIn(const JsonText &text, const QString &id) {
    const auto list =
        text.root().type == JsonType::Object ? findMember(text, text.root(), "categories") : std::nullopt;
    if (!list || list->value.type != JsonType::Array) {
        return std::nullopt;
    }
    JsonArrayCursor cursor(text, list->value);
    for (auto element = cursor.next(); element; element = cursor.next()) {
        const auto its = element->type == JsonType::Object ? findMember(text, *element, "id") : std::nullopt;
        const bool isText = its && its->value.type == JsonType::String;
        if (its && (isText ? text.string(its->value.range)
                           : stringFromUtf8(text.raw(its->value.range).toByteArray())) == id) {
            return element->range;
        }
    }
    return std::nullopt;
}

} // namespace

EditedText withCategoryField(const QByteArray &head, const QString &id, const QString &field,
                             const QJsonValue &value) {
    QByteArray declared = head;
    if (!categoryIn(JsonText(head), id)) {
        EditedText more = withDeclared(head, u"categories"_s, {id});
        if (!more) {
            return more;
        }
        declared = *more;
    }
    const JsonText text(declared);
    const std::optional<ByteRange> place = categoryIn(text, id);
    if (!place) {
        return declared; // there are two lists, and the last one counts
    }
    // A record is an object with members, as a head is.
    EditedText record = EventEdit::setInHead(text.raw(*place), field, value);
    if (!record) {
        return record;
    }
    return text.raw({0, place->begin}).toByteArray() + *record +
           text.raw({place->end, declared.size()}).toByteArray();
}

} // namespace timeline
