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

} // namespace timeline
