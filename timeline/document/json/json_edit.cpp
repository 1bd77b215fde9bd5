// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/json_edit.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

namespace timeline {

namespace {

std::vector<JsonValue> elementsOf(const JsonText &text, JsonValue array) {
    std::vector<JsonValue> elements;
    JsonArrayCursor cursor(text, array);
    while (const auto element = cursor.next()) {
        elements.push_back(*element);
    }
    return elements;
}

/// Ids of 64 bits differ where doubles do not.
bool saysNumber(QByteArrayView raw, const QJsonValue &value) {
    bool isInteger = false;
    const qint64 integer = raw.toLongLong(&isInteger);
    return isInteger ? value.toInteger(integer == 0 ? 1 : 0) == integer
                     : finiteNumber({raw.data(), static_cast<std::size_t>(raw.size())}) == value.toDouble();
}

bool saysObject(const JsonText &text, JsonValue old, const QJsonObject &value, const KeyOrder &keys) {
    QStringList found;
    JsonObjectCursor cursor(text, old);
    while (const auto member = cursor.next()) {
        const QString key = text.string(member->key);
        if (found.contains(key)) {
            continue;
        }
        found += key;
        const auto wanted = value.constFind(key);
        if (wanted == value.constEnd() ? keys.knows(key) : !says(text, member->value, *wanted, keys)) {
            return false;
        }
    }
    return std::ranges::all_of(value.keys(), [&](const QString &key) { return found.contains(key); });
}

bool saysArray(const JsonText &text, JsonValue old, const QJsonArray &value, const KeyOrder &keys) {
    const std::vector<JsonValue> elements = elementsOf(text, old);
    return std::ranges::equal(elements, value, [&](JsonValue element, const QJsonValue &wanted) {
        return says(text, element, wanted, keys);
    });
}

} // namespace

bool says(const JsonText &text, JsonValue old, const QJsonValue &value, const KeyOrder &keys) {
    switch (old.type) {
    case JsonType::String:
        return value.isString() && text.string(old.range) == value.toString();
    case JsonType::Number:
        return value.isDouble() && saysNumber(text.raw(old.range), value);
    case JsonType::True:
    case JsonType::False:
        return value.isBool() && value.toBool() == (old.type == JsonType::True);
    case JsonType::Null:
        return value.isNull();
    case JsonType::Object:
        return value.isObject() && saysObject(text, old, value.toObject(), keys);
    case JsonType::Array:
        return value.isArray() && saysArray(text, old, value.toArray(), keys);
    }
    return false;
}

void JsonEdit::setMember(JsonValue object, const std::vector<JsonMember> &members, const QString &key,
                         const QJsonValue &value) {
    const auto isIt = [&, utf8 = key.toStdString()](const JsonMember &member) {
        return hasKey(m_text, member, utf8);
    };
    const auto found = std::ranges::find_if(members, isIt);
    if (found == members.end()) {
        if (!value.isUndefined()) {
            insertMember(object, members, key, value);
        }
        return;
    }
    if (!value.isUndefined() && says(m_text, found->value, value, m_keys)) {
        return;
    }
    if (const auto second = std::find_if(found + 1, members.end(), isIt); second != members.end()) {
        m_problem = {ProblemCode::KeyTwice, {QString::fromUtf8(m_text.raw(second->key))}};
        return;
    }
    if (!value.isUndefined()) {
        setValue(found->value, value, JsonStyle::of(m_text, object, members).inner());
        return;
    }
    // With the comma and the blanks that go with it.
    if (const auto next = found + 1; found != members.begin()) {
        replace({std::prev(found)->value.range.end, found->value.range.end}, {});
    } else if (next != members.end()) {
        replace({found->key.begin, next->key.begin}, {});
    } else {
        replace({object.range.begin + 1, object.range.end - 1}, {});
    }
}

/// After the last member that stands before it in the format's order.
void JsonEdit::insertMember(JsonValue object, const std::vector<JsonMember> &members, const QString &key,
                            const QJsonValue &value) {
    const JsonStyle style = JsonStyle::of(m_text, object, members);
    QByteArray text = writeJson(key, style);
    text += style.colon;
    text += writeJson(value, style.inner(), m_keys);
    if (members.empty()) {
        replace({object.range.begin + 1, object.range.begin + 1}, text);
        return;
    }
    const auto isBefore = [&, rank = m_keys.rank(key.toStdString())](const JsonMember &member) {
        const QByteArrayView raw = m_text.raw({member.key.begin + 1, member.key.end - 1});
        const std::string_view plain(raw.data(), static_cast<std::size_t>(raw.size()));
        const int other = raw.contains('\\') ? m_keys.rank(m_text.utf8(member.key)) : m_keys.rank(plain);
        return other < rank; // unknown keys are behind all
    };
    const auto before = std::find_if(members.rbegin(), members.rend(), isBefore);
    if (before == members.rend()) {
        const qint64 at = members.front().key.begin;
        replace({at, at}, text + style.separator);
    } else {
        const qint64 at = before->value.range.end;
        replace({at, at}, text.prepend(style.separator));
    }
}

void JsonEdit::setValue(JsonValue old, const QJsonValue &value, const JsonStyle &style) {
    if (says(m_text, old, value, m_keys)) {
        return;
    }
    if (old.type == JsonType::Object && value.isObject()) {
        setObject(old, value);
    } else if (old.type == JsonType::Array && value.isArray()) {
        setArray(old, value, style);
    } else {
        replace(old.range, writeJson(value, style, m_keys));
    }
}

void JsonEdit::setObject(JsonValue old, const QJsonValue &value) {
    const QJsonObject wanted = value.toObject();
    QStringList keys = wanted.keys();
    for (const JsonMember &member : membersOf(m_text, old)) {
        const QString key = m_text.string(member.key);
        if (m_keys.knows(key) && !keys.contains(key)) {
            keys += key;
        }
    }
    // Several members going or coming at one place would each take the comma of the other: write it anew.
    const QByteArray before(m_text.raw(old.range).toByteArray());
    QByteArray text = before;
    for (const QString &key : keys) {
        const JsonText one(text);
        JsonEdit edit(one, m_keys);
        edit.setMember(one.valueAt(0), key, wanted.value(key));
        const Result<QByteArray> edited = edit.result();
        if (!edited) {
            m_problem = edited.problem();
            return;
        }
        text = *edited;
    }
    if (text != before) {
        replace(old.range, text);
    }
}

namespace {

/// For each wanted element the one of before that it is: the same at either end, else one that says the same
/// anywhere, else the next that is left.
std::vector<std::optional<std::size_t>> originsOf(const JsonText &text, const std::vector<JsonValue> &before,
                                                  const QJsonArray &wanted, const KeyOrder &keys) {
    constexpr std::size_t mostCompared = 1'000'000;
    const auto count = static_cast<std::size_t>(wanted.size());
    const auto isSame = [&](std::size_t old, std::size_t i) {
        return says(text, before[old], wanted.at(static_cast<qsizetype>(i)), keys);
    };
    const std::size_t common = std::min(before.size(), count);
    std::size_t first = 0;
    while (first < common && isSame(first, first)) {
        ++first;
    }
    std::size_t last = 0; // from the end
    while (last < common - first && isSame(before.size() - 1 - last, count - 1 - last)) {
        ++last;
    }
    std::vector<std::optional<std::size_t>> origins(count);
    std::vector<std::size_t> rest; // of those before
    for (std::size_t i = 0; i < first; ++i) {
        origins[i] = i;
    }
    for (std::size_t i = 1; i <= last; ++i) {
        origins[count - i] = before.size() - i;
    }
    for (std::size_t old = first; old < before.size() - last; ++old) {
        rest.push_back(old);
    }
    const bool isFew = rest.size() * (count - last - first) <= mostCompared;
    for (std::size_t i = first; isFew && i < count - last; ++i) {
        const auto same = std::ranges::find_if(rest, [&](std::size_t old) { return isSame(old, i); });
        if (same != rest.end()) {
            origins[i] = *same;
            rest.erase(same);
        }
    }
    auto next = rest.begin();
    for (std::size_t i = first; next != rest.end() && i < count - last; ++i) {
        if (!origins[i]) {
            origins[i] = *next++;
        }
    }
    return origins;
}

} // namespace

QByteArray rearranged(const JsonText &text, JsonValue array, const std::vector<JsonElement> &elements,
                      const QByteArray &otherSeparator) {
    const std::vector<JsonValue> before = elementsOf(text, array);
    if (elements.empty() || before.empty()) {
        QByteArray joined;
        for (const JsonElement &element : elements) {
            joined += (joined.isEmpty() ? QByteArray() : otherSeparator) + element.text;
        }
        return '[' + joined + ']';
    }
    const auto gapBefore = [&](std::size_t i) {
        const qint64 end = i == 0 ? array.range.begin + 1 : before[i - 1].range.end;
        return text.raw({end, before[i].range.begin}).toByteArray();
    };
    const QByteArray front = gapBefore(0);
    const QByteArray separator = before.size() > 1 ? gapBefore(1)
                                 : front.isEmpty() ? otherSeparator
                                                   : "," + front;
    QByteArray result = '[' + front;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (i > 0) {
            result += elements[i].origin.value_or(0) > 0 ? gapBefore(*elements[i].origin) : separator;
        }
        result += elements[i].text;
    }
    return result + text.raw({before.back().range.end, array.range.end}).toByteArray();
}

void JsonEdit::setArray(JsonValue old, const QJsonValue &value, const JsonStyle &style) {
    const std::vector<JsonValue> before = elementsOf(m_text, old);
    const QJsonArray wanted = value.toArray();
    std::vector<JsonElement> elements;
    qsizetype i = 0;
    for (const auto &origin : originsOf(m_text, before, wanted, m_keys)) {
        const QJsonValue element = wanted.at(i++);
        if (!origin) {
            elements.push_back({origin, written(element, before, style)});
            continue;
        }
        const QByteArray one = m_text.raw(before[*origin].range).toByteArray();
        const JsonText text(one);
        JsonEdit edit(text, m_keys);
        edit.setValue(text.valueAt(0), element, style);
        const Result<QByteArray> edited = edit.result();
        m_problem = edited ? m_problem : edited.problem();
        elements.push_back({origin, edited.valueOr(one)});
    }
    replace(old.range, rearranged(m_text, old, elements, style.separator));
}

/// A new element like the objects beside it.
QByteArray JsonEdit::written(const QJsonValue &value, const std::vector<JsonValue> &beside,
                             const JsonStyle &style) const {
    const auto like = std::find_if(beside.rbegin(), beside.rend(),
                                   [](JsonValue element) { return element.type == JsonType::Object; });
    return writeJson(value,
                     value.isObject() && like != beside.rend() ? JsonStyle::of(m_text, *like) : style.inner(),
                     m_keys);
}

void JsonEdit::replace(ByteRange range, const QByteArray &text) {
    m_changes.push_back({range, text});
}

Result<QByteArray> JsonEdit::result() const {
    if (m_problem) {
        return *m_problem;
    }
    if (m_changes.size() < 2) {
        return joined(m_text.bytes(), m_changes);
    }
    std::vector<Splice> changes = m_changes;
    std::ranges::stable_sort(changes, {}, [](const Splice &change) { return change.range.begin; });
    return joined(m_text.bytes(), changes);
}

} // namespace timeline
