// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/record_row.h"

#include "document/edit/event_edit.h"
#include "document/format/event_words.h"
#include "document/format/field_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

/// What a value says, where it is of the type that its field has.
std::optional<QString> textOf(ValueKind kind, const JsonText &json, JsonValue value) {
    const QByteArray raw = json.raw(value.range).toByteArray();
    const JsonType type = value.type;
    switch (kind) {
    case ValueKind::Id:
    case ValueKind::Parent:
    case ValueKind::EventId:
        return value.isName() ? std::optional(json.string(value.range)) : std::nullopt;
    case ValueKind::Number:
        return type == JsonType::Number ? std::optional(QString::fromLatin1(raw)) : std::nullopt;
    case ValueKind::Flag:
        return type == JsonType::True || type == JsonType::False ? std::optional(QString::fromLatin1(raw))
                                                                 : std::nullopt;
    case ValueKind::Points:
    case ValueKind::Records:
    case ValueKind::Events:
        return type == JsonType::Array ? std::optional(QString::fromUtf8(raw).simplified()) : std::nullopt;
    case ValueKind::Date:
        if (const auto year = type == JsonType::Number ? yearFromNumber(raw.toStdString()) : std::nullopt) {
            return QString::fromStdString(*year);
        }
        break;
    default:
        break;
    }
    return type == JsonType::String ? std::optional(json.string(value.range)) : std::nullopt;
}

} // namespace

QString shortened(QByteArrayView json) {
    constexpr qsizetype mostShown = 60; // characters
    const QString text = QString::fromUtf8(json.first(std::min(json.size(), 4 * mostShown))).simplified();
    return text.size() > mostShown ? text.left(mostShown) + u'…' : text;
}

QJsonValue valueOf(ValueKind kind, const QString &text) {
    if (text.isEmpty()) {
        return QJsonValue::Undefined;
    }
    switch (kind) {
    case ValueKind::Number:
    case ValueKind::Flag:
    case ValueKind::Points:
        return QJsonDocument::fromJson(u"[%1]"_s.arg(text).toUtf8()).array().at(0);
    default:
        return text;
    }
}

RecordRow::RecordRow(RecordKind kind) : m_kind(kind), m_cells(recordFields(kind).size()) {
    const auto points = std::ranges::find(recordFields(kind), ValueKind::Points, &RecordField::kind);
    if (points != recordFields(kind).end()) {
        m_cells[static_cast<std::size_t>(points - recordFields(kind).begin())].text = u"[]"_s;
    }
    m_before.resize(m_cells.size());
}

RecordRow::RecordRow(RecordKind kind, int origin, const QByteArray &text)
    : m_kind(kind), m_origin(origin), m_json(text), m_cells(recordFields(kind).size()) {
    const std::vector<RecordField> &fields = recordFields(kind);
    const JsonText json(m_json);
    const JsonValue value = json.valueAt(0);
    m_isObject = value.type == JsonType::Object;
    if (!m_isObject) {
        m_cells.front().other = shortened(m_json);
        m_before = m_cells;
        return;
    }
    JsonObjectCursor members(json, value);
    while (const auto member = members.next()) {
        const auto field = std::ranges::find(fields, json.utf8(member->key), &RecordField::key);
        if (field == fields.end()) {
            continue;
        }
        RecordCell &cell = m_cells[static_cast<std::size_t>(field - fields.begin())];
        cell.isTwice = cell.isThere; // the first counts, as for the reader
        if (!cell.isTwice) {
            cell.isThere = true;
            const bool isAbsent = !field->isRequired && FieldReader(json, nullptr).isAbsent(member->value);
            const auto read = isAbsent ? std::optional(u""_s) : textOf(field->kind, json, member->value);
            cell.text = read.value_or(QString());
            cell.other = read ? QString() : shortened(json.raw(member->value.range));
        }
    }
    m_before = m_cells;
}

void RecordRow::setText(std::size_t column, const QString &text) {
    const bool isAsBefore = m_origin >= 0 && text == m_before[column].text;
    m_cells[column] = isAsBefore ? m_before[column] : RecordCell{text, {}, true, false};
}

QByteArray RecordRow::toJson(const QByteArray &like) const {
    const std::vector<RecordField> &fields = recordFields(m_kind);
    if (m_origin < 0) {
        QJsonObject object;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (!m_cells[i].text.isEmpty()) {
                object.insert(keyOf(fields[i]), valueOf(fields[i].kind, m_cells[i].text));
            }
        }
        return EventEdit::write(object, like);
    }
    QByteArray text = m_json;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (isChanged(i)) {
            // A record is an object with members, as a head is.
            text = EventEdit::setInHead(text, keyOf(fields[i]), valueOf(fields[i].kind, m_cells[i].text))
                       .valueOr(text);
        }
    }
    return text;
}

QJsonObject RecordRow::toObject() const {
    return QJsonDocument::fromJson(toJson({})).object();
}

} // namespace timeloom
