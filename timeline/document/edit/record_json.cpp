// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/record_json.h"

#include "document/format/record_tables.h"

#include <QJsonArray>
#include <QJsonObject>
#include <span>

namespace timeline {

namespace {

/// A decoded value of a record's field; undefined where saying nothing says the same.
struct FieldToJson {
    QJsonValue operator()(const QString &text) const {
        return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
    }
    QJsonValue operator()(double number) const { return number; }
    QJsonValue operator()(bool flag) const {
        return flag ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined);
    }
    QJsonValue operator()(LinkKind kind) const {
        return kind == LinkKind::Related ? QJsonValue(QJsonValue::Undefined) : QJsonValue(toString(kind));
    }
    QJsonValue operator()(std::optional<double> number) const {
        return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Undefined);
    }
};

template <typename Record>
QJsonArray recordsToJson(std::span<const FieldOf<Record>> fields, const std::vector<Record> &records) {
    QJsonArray list;
    for (const Record &record : records) {
        QJsonObject object;
        for (const FieldOf<Record> &field : fields) {
            const auto insert = [&]<typename Member>([[maybe_unused]] Member member) {
                if constexpr (requires { FieldToJson()(record.*member); }) {
                    const QJsonValue value = FieldToJson()(record.*member);
                    object.insert(keyOf(field), value.isUndefined() && field.isRequired ? QString() : value);
                }
            };
            std::visit(insert, field.member);
        }
        list.append(object);
    }
    return list;
}

} // namespace

QJsonArray toJson(const std::vector<Measure> &measures) {
    return recordsToJson<Measure>(measureFields, measures);
}

QJsonArray toJson(const std::vector<Link> &links) {
    return recordsToJson<Link>(linkFields, links);
}

QJsonArray toJson(const std::vector<Media> &media) {
    return recordsToJson<Media>(mediaFields, media);
}

} // namespace timeline
