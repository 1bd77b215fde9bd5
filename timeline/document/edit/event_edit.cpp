// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/event_edit.h"

#include "document/bytes/visible_text.h"
#include "document/edit/as_written.h"
#include "document/edit/record_json.h"
#include "document/edit/word_list.h"
#include "document/format/event_fields.h"
#include "document/format/record_fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

class Setter {
public:
    /// `text` must outlive this. The object begins at `start`.
    Setter(QByteArrayView text, qint64 start) : m_text(text), m_start(start) {}

    bool has(const QString &key) {
        const auto found = find(key); // which may look for the members anew
        return found != m_members.end();
    }
    void set(const QString &key, const QJsonValue &value) {
        const auto before = find(key);
        const JsonText text(m_text);
        if (before != m_members.end() && isSameId(text, before->value, key, value)) {
            return;
        }
        JsonEdit edit(text, formatKeys());
        edit.setMember(*m_object, m_members, key,
                       before != m_members.end() ? asWritten(text, before->value, key, value) : value);
        if (Result<QByteArray> edited = edit.result()) {
            m_edited = std::move(*edited);
            m_text = m_edited;
            m_object.reset();
        } else {
            m_problem = edited.problem();
        }
    }
    EditedText result() const {
        return m_problem ? EditedText(*m_problem)
                         : EditedText(m_edited.isNull() ? m_text.toByteArray() : m_edited);
    }

private:
    std::vector<JsonMember>::const_iterator find(const QString &key) {
        const JsonText text(m_text);
        if (!m_object) {
            m_object = m_start == 0 ? text.root() : text.valueAt(m_start);
            m_members = membersOf(text, *m_object);
        }
        return std::ranges::find_if(std::as_const(m_members),
                                    [&text, utf8 = key.toStdString()](const JsonMember &member) {
                                        return hasKey(text, member, utf8);
                                    });
    }

    QByteArrayView m_text;
    QByteArray m_edited; ///< what `m_text` is once something was set
    std::optional<JsonValue> m_object;
    std::vector<JsonMember> m_members; ///< of that
    std::optional<Problem> m_problem;
    qint64 m_start;
};

QJsonObject withText(QJsonObject object, const QString &key, const QString &text) {
    if (!text.isEmpty()) {
        object.insert(key, text);
    }
    return object;
}

/// The "/" that parts the two ends of an interval; -1 where a date is none or a set.
qsizetype slashOf(const QString &date) {
    return date.startsWith(u'[') || date.startsWith(u'{') ? -1 : date.indexOf(u'/');
}

} // namespace

EditedText EventEdit::set(QByteArrayView event, const QString &field, const QJsonValue &value) {
    if (value.isString() && kindOf(eventField(field.toStdString())) == FieldKind::Place) {
        const JsonText text(event);
        const auto place = findMember(text, text.valueAt(0), field.toStdString());
        if (place && place->value.type == JsonType::Object) { // that has a position, perhaps, which stays
            Setter setter(event, place->value.range.begin);
            setter.set(u"title"_s, value.toString().isEmpty() ? QJsonValue(QJsonValue::Undefined) : value);
            return setter.result();
        }
    }
    Setter setter(event, 0);
    if (field != "date"_L1 || !setter.has(u"start"_s) || setter.has(u"date"_s)) {
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
        return head.toByteArray();
    }
    const QByteArray before = text.raw({0, root.range.begin}).toByteArray();
    const QByteArray after = text.raw({root.range.end, head.size()}).toByteArray();
    const QByteArray array = text.raw(root.range).toByteArray();
    const QByteArray member =
        writeJson(QJsonValue(field), {}, formatKeys()) + ": " + writeJson(value, {}, formatKeys());
    return before + "{" + member + ", \"events\": " + array + "}" + after;
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
    return set(event, u"id"_s, id.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(id))
        .valueOr(event.toByteArray());
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
        return statusWord(details);
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

bool EventEdit::has(QByteArrayView event, std::string_view field) {
    const JsonText text(event);
    const auto member =
        text.valueAt(0).type == JsonType::Object ? findMember(text, text.valueAt(0), field) : std::nullopt;
    return member && member->value.type != JsonType::Null;
}

Result<QJsonValue> EventEdit::parse(const QString &name, const QString &text) {
    const EventField field = eventField(name.toStdString());
    if (field == EventField::Importance) {
        bool isNumber = false;
        const double number = text.trimmed().toDouble(&isNumber);
        if (!isNumber || !std::isfinite(number)) { // Qt reads "nan" and "inf", which JSON does not know
            return Problem{ProblemCode::NoImportance, {name, quoted(text)}};
        }
        return QJsonValue(number);
    }
    if (!isList(name)) {
        return QJsonValue(text);
    }
    if (text.trimmed().startsWith(u'[')) {
        QJsonParseError problem;
        const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8(), &problem);
        if (problem.error == QJsonParseError::NoError) {
            return QJsonValue(json.array());
        }
        return Problem{ProblemCode::NoJsonList, {name, problem.errorString()}};
    }
    if (isObjectList(field)) {
        return Problem{ProblemCode::NoObjectList, {name, quoted(text)}};
    }
    return QJsonValue(QJsonArray::fromStringList(wordsIn(text)));
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
