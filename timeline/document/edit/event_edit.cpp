// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/event_edit.h"

#include "document/bytes/visible_text.h"
#include "document/edit/record_json.h"
#include "document/format/event_fields.h"
#include "document/format/event_reader.h"
#include "document/format/event_words.h"
#include "document/format/record_fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

class Setter {
public:
    Setter(QByteArrayView text, qint64 start)
        : m_result{text.toByteArray()}, m_before(m_result.text), m_start(start) {}

    bool has(const QString &key) const {
        const JsonText text(m_result.text);
        return findMember(text, text.valueAt(m_start), key.toStdString()).has_value();
    }
    void set(const QString &key, const QJsonValue &value) {
        const JsonText text(m_result.text);
        JsonEdit edit(text, formatKeys());
        edit.setMember(text.valueAt(m_start), key,
                       isYear(text, key, value) ? value.toString().toInt() : value);
        if (const QByteArray twice = edit.ambiguousKey(); !twice.isEmpty()) {
            m_result.error =
                QCoreApplication::translate("timeline::EventEdit",
                                            "the key %1 occurs twice; expected it once, so that it is "
                                            "sure which is meant")
                    .arg(QString::fromUtf8(twice));
        } else {
            m_result.text = edit.result();
        }
    }
    EditedText result() {
        if (!m_result.error.isEmpty()) {
            m_result.text = m_before;
        }
        return m_result;
    }

private:
    static bool isDate(std::string_view key) {
        const auto &head = recordFields(RecordKind::Head);
        const auto field = std::ranges::find(head, key, &RecordField::key);
        return kindOf(eventField(key)) == FieldKind::Date ||
               (field != head.end() && field->kind == ValueKind::Date);
    }
    /// A year in the place of one that is written as a number.
    bool isYear(const JsonText &text, const QString &key, const QJsonValue &value) const {
        const auto year = yearFromNumber(QByteArray::number(value.toString().toInt()).toStdString());
        if (!isDate(key.toStdString()) || year != value.toString().toStdString()) {
            return false;
        }
        const auto member = findMember(text, text.valueAt(m_start), key.toStdString());
        return member && member->value.type == JsonType::Number;
    }

    EditedText m_result;
    QByteArray m_before;
    qint64 m_start;
};

QJsonObject withText(QJsonObject object, const QString &key, const QString &text) {
    if (!text.isEmpty()) {
        object.insert(key, text);
    }
    return object;
}

/// An element of a list in a file.
struct ListElement {
    QJsonValue whole;
    QJsonValue understood; ///< undefined where nothing is
};

/// The value that an element gets: what is changed of what was understood, the rest as it was.
QJsonValue changed(const ListElement &before, const QJsonValue &now) {
    if (!before.whole.isObject() || !now.isObject()) {
        return now;
    }
    QJsonObject object = before.whole.toObject();
    const QJsonObject known = before.understood.toObject();
    const QJsonObject wanted = now.toObject();
    const QStringList keys = known.keys() + wanted.keys();
    for (const QString &key : keys) {
        if (known.value(key) != wanted.value(key)) {
            object.insert(key, wanted.value(key)); // undefined takes it out
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

/// The "/" that parts the two ends of an interval; -1 where a date is none or a set.
qsizetype slashOf(const QString &date) {
    return date.startsWith(u'[') || date.startsWith(u'{') ? -1 : date.indexOf(u'/');
}

} // namespace

EditedText EventEdit::set(QByteArrayView event, const QString &field, const QJsonValue &value) {
    if (kindOf(eventField(field.toStdString())) == FieldKind::Place && value.isString()) {
        const JsonText text(event);
        const auto place = findMember(text, text.valueAt(0), field.toStdString());
        if (place && place->value.type == JsonType::Object) { // that has a position, perhaps, which stays
            Setter setter(event, place->value.range.begin);
            setter.set(u"title"_s, value.toString().isEmpty() ? QJsonValue(QJsonValue::Undefined) : value);
            return setter.result();
        }
    }
    Setter setter(event, 0);
    const bool hasStart = setter.has(u"start"_s) && !setter.has(u"date"_s);
    if (field != "date"_L1 || !hasStart) {
        setter.set(field, value);
        return setter.result();
    }
    const QString date = value.toString();
    const qsizetype slash = slashOf(date);
    if (slash < 0 && !setter.has(u"end"_s)) {
        setter.set(u"start"_s, value);
    } else if (slash > 0 && slash + 1 < date.size()) {
        setter.set(u"start"_s, date.first(slash));
        setter.set(u"end"_s, date.sliced(slash + 1));
    } else {
        setter.set(u"end"_s, QJsonValue::Undefined);
        setter.set(u"date"_s, value);
        setter.set(u"start"_s, QJsonValue::Undefined);
    }
    return setter.result();
}

bool EventEdit::isList(const QString &name) {
    const EventField field = eventField(name.toStdString());
    return isStringList(field) || isObjectList(field);
}

EditedText EventEdit::setList(QByteArrayView event, const QString &field, const QJsonArray &list) {
    const QByteArray bytes = event.toByteArray();
    const JsonText text(bytes);
    const auto member = findMember(text, text.valueAt(0), field.toStdString());
    if (!member || member->value.type != JsonType::Array) {
        return list.isEmpty() ? EditedText{bytes} : set(event, field, list); // what is no list stays
    }
    // What each element says, and what is understood of it.
    std::vector<ListElement> elements;
    JsonArrayCursor cursor(text, member->value);
    while (const auto element = cursor.next()) {
        const QByteArray raw = text.raw(element->range).toByteArray();
        const QJsonValue whole = QJsonDocument::fromJson('[' + raw + ']').array().at(0);
        if (!says(text, *element, whole, formatKeys())) {
            return {bytes, tr("\"%1\" holds a value that cannot be written again as it is; change it in a "
                              "text editor")
                               .arg(field)};
        }
        const QByteArray alone = "{\"" + field.toUtf8() + "\":[" + raw + "]}";
        const QJsonArray known = value(readEvent(alone).details, field).toArray();
        elements.push_back({whole, known.isEmpty() ? QJsonValue(QJsonValue::Undefined) : known.first()});
    }
    const QJsonArray whole = withUnread(elements, list);
    return set(event, field, whole.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(whole));
}

EditedText EventEdit::setInHead(QByteArrayView head, const QString &field, const QJsonValue &value) {
    const qint64 start = head.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    const JsonText text(head);
    const JsonValue root = text.valueAt(start);
    if (root.type == JsonType::Object) {
        Setter setter(head, start);
        setter.set(field, value);
        return setter.result();
    }
    if (value.isUndefined()) {
        return {head.toByteArray()};
    }
    const QByteArray before = text.raw({0, root.range.begin}).toByteArray();
    const QByteArray after = text.raw({root.range.end, head.size()}).toByteArray();
    const QByteArray array = text.raw(root.range).toByteArray();
    const QByteArray member =
        writeJson(QJsonValue(field), {}, formatKeys()) + ": " + writeJson(value, {}, formatKeys());
    return {before + "{" + member + ", \"events\": " + array + "}" + after};
}

QByteArray EventEdit::write(const QJsonObject &event, QByteArrayView like) {
    JsonStyle style;
    QStringList order;
    if (!like.isEmpty()) {
        const JsonText text(like);
        style = JsonStyle::of(text, text.valueAt(0));
        JsonObjectCursor members(text, text.valueAt(0));
        while (const auto member = members.next()) {
            order += text.string(member->key);
        }
    }
    // A key that the other has not goes after the one that it follows in the format's order.
    JsonMembers members;
    for (const QString &key : event.keys()) {
        members.emplace_back(key, event.value(key));
    }
    const KeyOrder &keys = formatKeys();
    const auto place = [&order, &keys](const QString &key) {
        if (const qsizetype at = order.indexOf(key); at >= 0) {
            return std::pair(at, -1);
        }
        qsizetype after = -1;
        for (qsizetype i = 0; i < order.size(); ++i) {
            after = keys.knows(order[i]) && keys.rank(order[i]) < keys.rank(key) ? i : after;
        }
        return std::pair(after, keys.rank(key));
    };
    std::ranges::stable_sort(members, {}, [&](const auto &member) { return place(member.first); });
    return writeJson(members, style, keys);
}

QByteArray EventEdit::withId(QByteArrayView event, const QString &id) {
    return set(event, u"id"_s, id.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(id)).text;
}

QJsonValue EventEdit::value(const EventDetails &details, const QString &field) {
    const auto text = [](const QString &value) {
        return value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value);
    };
    const auto list = [](const QJsonArray &value) {
        return value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value);
    };
    const EventFieldInfo &info = infoOf(eventField(field.toStdString()));
    switch (info.kind) {
    case FieldKind::Status:
        return toString(details.status);
    case FieldKind::Importance:
        // As short as a person wrote it: 0.9, not the float nearest to it.
        return QString::number(details.importance, 'g', 6).toDouble();
    case FieldKind::Place:
        return toJson(details.place);
    case FieldKind::Parts:
        return list(info.field == EventField::Measures ? toJson(details.measures)
                    : info.field == EventField::Links  ? toJson(details.links)
                                                       : toJson(details.media));
    default:
        return info.text != nullptr   ? text(details.*info.text)
               : info.list != nullptr ? list(QJsonArray::fromStringList(details.*info.list))
                                      : QJsonValue(QJsonValue::Undefined);
    }
}

std::optional<QJsonValue> EventEdit::parse(const QString &name, const QString &text, QString *error) {
    const EventField field = eventField(name.toStdString());
    if (field == EventField::Importance) {
        bool isNumber = false;
        const double number = text.trimmed().toDouble(&isNumber);
        if (!isNumber) {
            *error = tr("\"%1\" is %2; expected a number from 0 to 1").arg(name, quoted(text));
            return std::nullopt;
        }
        return number;
    }
    if (!isList(name)) {
        return text;
    }
    if (text.trimmed().startsWith(u'[')) {
        QJsonParseError problem;
        const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8(), &problem);
        if (problem.error == QJsonParseError::NoError) {
            return json.array();
        }
        *error = tr("\"%1\" is no JSON: %2; expected an array").arg(name, problem.errorString());
        return std::nullopt;
    }
    if (isObjectList(field)) {
        *error = tr("\"%1\" is %2; expected a JSON array of objects").arg(name, quoted(text));
        return std::nullopt;
    }
    QJsonArray list;
    for (const QString &element : text.split(u',')) {
        if (!element.trimmed().isEmpty()) {
            list.append(element.trimmed());
        }
    }
    return list;
}

QStringList EventEdit::fields() {
    QStringList keys;
    for (const EventFieldInfo &info : std::span(eventFields).subspan(1)) {
        keys += eventKey(info.field);
    }
    return keys;
}

/// As short as it can be told.
QJsonValue toJson(const Place &place) {
    if (place.isEmpty()) {
        return QJsonValue::Undefined;
    }
    return place.at
               ? withText({{u"at"_s, QJsonArray{place.at->first, place.at->second}}}, u"title"_s, place.title)
               : QJsonValue(place.title);
}

QString toString(Rgb color) {
    return u"#%1"_s.arg(color, 6, 16, QChar(u'0'));
}

} // namespace timeline
