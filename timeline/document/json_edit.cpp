// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json_edit.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>
#include <numeric>

namespace timeline {

namespace {

std::vector<JsonMember> membersOf(const JsonText &text, JsonValue object) {
    std::vector<JsonMember> members;
    JsonObjectCursor cursor(text, object);
    while (const auto member = cursor.next()) {
        members.push_back(*member);
    }
    return members;
}

std::vector<JsonValue> elementsOf(const JsonText &text, JsonValue array) {
    std::vector<JsonValue> elements;
    JsonArrayCursor cursor(text, array);
    while (const auto element = cursor.next()) {
        elements.push_back(*element);
    }
    return elements;
}

bool saysObject(const JsonText &text, JsonValue old, const QJsonObject &value) {
    QStringList found;
    JsonObjectCursor cursor(text, old);
    while (const auto member = cursor.next()) {
        const QString key = text.string(member->key);
        if (found.contains(key)) {
            continue;
        }
        found += key;
        const auto wanted = value.constFind(key);
        if (wanted == value.constEnd() ? isKnownKey(key) : !says(text, member->value, *wanted)) {
            return false;
        }
    }
    return std::ranges::all_of(value.keys(), [&](const QString &key) { return found.contains(key); });
}

bool saysArray(const JsonText &text, JsonValue old, const QJsonArray &value) {
    const std::vector<JsonValue> elements = elementsOf(text, old);
    return std::ranges::equal(elements, value, [&](JsonValue element, const QJsonValue &wanted) {
        return says(text, element, wanted);
    });
}

} // namespace

bool says(const JsonText &text, JsonValue old, const QJsonValue &value) {
    switch (old.type) {
    case JsonType::String:
        return value.isString() && text.string(old.range) == value.toString();
    case JsonType::Number: {
        const QByteArrayView raw = text.raw(old.range);
        return value.isDouble() &&
               finiteNumber({raw.data(), static_cast<std::size_t>(raw.size())}) == value.toDouble();
    }
    case JsonType::True:
    case JsonType::False:
        return value.isBool() && value.toBool() == (old.type == JsonType::True);
    case JsonType::Null:
        return value.isNull();
    case JsonType::Object:
        return value.isObject() && saysObject(text, old, value.toObject());
    case JsonType::Array:
        return value.isArray() && saysArray(text, old, value.toArray());
    }
    return false;
}

void JsonEdit::setMember(JsonValue object, const QString &key, const QJsonValue &value) {
    const std::vector<JsonMember> members = membersOf(m_text, object);
    const auto isIt = [&](const JsonMember &member) { return m_text.string(member.key) == key; };
    const auto found = std::ranges::find_if(members, isIt);
    if (found == members.end()) {
        if (!value.isUndefined()) {
            insertMember(object, members, key, value);
        }
        return;
    }
    if (!value.isUndefined() && says(m_text, found->value, value)) {
        return;
    }
    if (const auto second = std::find_if(found + 1, members.end(), isIt); second != members.end()) {
        m_ambiguous = *second;
        return;
    }
    if (!value.isUndefined()) {
        setValue(found->value, value, JsonStyle::of(m_text, object).inner());
        return;
    }
    std::vector<ByteRange> parts;
    for (const JsonMember &member : members) {
        parts.push_back({member.key.begin, member.value.range.end});
    }
    const auto index = static_cast<std::size_t>(found - members.begin());
    removeParts(object.range, parts, index, index + 1);
}

/// After the last member that stands before it in the format's order.
void JsonEdit::insertMember(JsonValue object, const std::vector<JsonMember> &members, const QString &key,
                            const QJsonValue &value) {
    const JsonStyle style = JsonStyle::of(m_text, object);
    const QByteArray text = writeJson(QJsonValue(key), style) + style.colon + writeJson(value, style.inner());
    if (members.empty()) {
        replace({object.range.begin + 1, object.range.begin + 1}, text);
        return;
    }
    const auto isBefore = [&](const JsonMember &member) {
        const QString other = m_text.string(member.key);
        return isKnownKey(other) && keyRank(other) < keyRank(key);
    };
    const auto before = std::find_if(members.rbegin(), members.rend(), isBefore);
    if (before == members.rend()) {
        const qint64 at = members.front().key.begin;
        replace({at, at}, text + style.separator);
    } else {
        const qint64 at = before->value.range.end;
        replace({at, at}, style.separator + text);
    }
}

/// Takes parts of a list out, with the commas and blanks that go with them.
void JsonEdit::removeParts(ByteRange inside, const std::vector<ByteRange> &parts, std::size_t first,
                           std::size_t last) {
    if (first > 0) {
        replace({parts[first - 1].end, parts[last - 1].end}, {});
    } else if (last < parts.size()) {
        replace({parts.front().begin, parts[last].begin}, {});
    } else {
        replace({inside.begin + 1, inside.end - 1}, {});
    }
}

void JsonEdit::setValue(JsonValue old, const QJsonValue &value, const JsonStyle &style) {
    if (says(m_text, old, value)) {
        return;
    }
    if (old.type == JsonType::Object && value.isObject()) {
        setObject(old, value);
    } else if (old.type == JsonType::Array && value.isArray()) {
        setArray(old, value, style);
    } else {
        replace(old.range, writeJson(value, style));
    }
}

void JsonEdit::setObject(JsonValue old, const QJsonValue &value) {
    const QJsonObject wanted = value.toObject();
    QStringList keys = wanted.keys();
    for (const JsonMember &member : membersOf(m_text, old)) {
        const QString key = m_text.string(member.key);
        if (isKnownKey(key) && !keys.contains(key)) {
            keys += key;
        }
    }
    // Several members going or coming at one place would each take the comma of the other: write it anew.
    const QByteArray before(m_text.raw(old.range).toByteArray());
    QByteArray text = before;
    for (const QString &key : keys) {
        const JsonText one(text);
        JsonEdit edit(one);
        edit.setMember(one.valueAt(0), key, wanted.value(key));
        if (edit.m_ambiguous) {
            m_ambiguous = edit.m_ambiguous;
            return;
        }
        text = edit.result();
    }
    if (text != before) {
        replace(old.range, text);
    }
}

void JsonEdit::setArray(JsonValue old, const QJsonValue &value, const JsonStyle &style) {
    const std::vector<JsonValue> elements = elementsOf(m_text, old);
    const QJsonArray wanted = value.toArray();
    const auto count = static_cast<std::size_t>(wanted.size());
    const auto wantedAt = [&](std::size_t i) { return wanted.at(static_cast<qsizetype>(i)); };
    const std::size_t common = std::min(elements.size(), count);
    std::size_t first = 0;
    while (first < common && says(m_text, elements[first], wantedAt(first))) {
        ++first;
    }
    std::size_t last = 0; // from the end
    while (last < common - first &&
           says(m_text, elements[elements.size() - 1 - last], wantedAt(count - 1 - last))) {
        ++last;
    }
    const std::size_t both = common - last;
    for (std::size_t i = first; i < both; ++i) {
        setValue(elements[i], wantedAt(i), style);
    }
    std::vector<ByteRange> parts;
    std::ranges::transform(elements, std::back_inserter(parts), &JsonValue::range);
    if (elements.size() > both + last) {
        removeParts(old.range, parts, both, elements.size() - last);
        return;
    }
    if (count == both + last) {
        return;
    }
    QByteArray separator = style.separator;
    if (parts.size() > 1) {
        separator = m_text.raw({parts[0].end, parts[1].begin}).toByteArray();
    } else if (parts.size() == 1 && old.range.begin + 1 != parts[0].begin) {
        separator = "," + m_text.raw({old.range.begin + 1, parts[0].begin}).toByteArray();
    }
    QByteArray text;
    for (std::size_t i = both; i < count - last; ++i) {
        const QByteArray element = written(wantedAt(i), elements, style);
        text += both > 0                                 ? separator + element
                : i + 1 < count - last || !parts.empty() ? element + separator
                                                         : element;
    }
    const qint64 at = both > 0 ? parts[both - 1].end : parts.empty() ? old.range.begin + 1 : parts[0].begin;
    replace({at, parts.empty() ? old.range.end - 1 : at}, text);
}

/// A new element like the objects beside it.
QByteArray JsonEdit::written(const QJsonValue &value, const std::vector<JsonValue> &beside,
                             const JsonStyle &style) const {
    const auto like = std::find_if(beside.rbegin(), beside.rend(),
                                   [](JsonValue element) { return element.type == JsonType::Object; });
    return writeJson(value, value.isObject() && like != beside.rend() ? JsonStyle::of(m_text, *like)
                                                                      : style.inner());
}

void JsonEdit::replace(ByteRange range, const QByteArray &text) {
    m_changes.push_back({range, text});
}

QByteArray JsonEdit::result() const {
    std::vector<Splice> changes = m_changes;
    std::ranges::stable_sort(changes, {}, [](const Splice &change) { return change.range.begin; });
    QByteArray text;
    for (const QByteArrayView piece : spliced(m_text.bytes(), changes)) {
        text.append(piece.data(), piece.size());
    }
    return text;
}

} // namespace timeline
