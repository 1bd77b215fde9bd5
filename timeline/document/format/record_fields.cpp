// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/record_fields.h"

#include "document/format/record_tables.h"

#include <QCoreApplication>
#include <algorithm>
#include <span>

namespace timeline {

namespace {

/// See EventReader::readPlace().
constexpr std::array<RecordField, 2> placeFields{{{"title", ValueKind::Text}, {"at", ValueKind::Points}}};

template <typename Table>
std::vector<RecordField> fieldsIn(const Table &table) {
    return {table.begin(), table.end()};
}

QString fromKey(std::string_view key) {
    return QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
}

QString translated(const char *text) {
    return QCoreApplication::translate("timeline::Record", text);
}

/// Puts the keys of one kind of objects among those of others: each that is new right after the one that it
/// follows in its own order.
template <typename Table>
void mergeKeys(const Table &table, std::vector<std::string_view> &keys) {
    auto place = keys.begin();
    for (const auto &field : table) {
        const auto known = std::ranges::find(keys, field.key);
        place = known == keys.end() ? keys.insert(place, field.key) : std::max(place, known);
        ++place;
    }
}

KeyOrder allKeys() {
    std::vector<std::string_view> keys;
    mergeKeys(std::span(eventFields).subspan(1), keys); // the first is no field
    mergeKeys(headFields, keys);
    mergeKeys(eraFields, keys); // before categories, which say nothing of colours and dates
    mergeKeys(categoryFields, keys);
    mergeKeys(sourceFields, keys);
    mergeKeys(seriesFields, keys);
    mergeKeys(measureFields, keys);
    mergeKeys(linkFields, keys);
    mergeKeys(mediaFields, keys);
    mergeKeys(placeFields, keys);
    return KeyOrder(std::move(keys));
}

} // namespace

const std::vector<RecordField> &recordFields(RecordKind kind) {
    static const std::array<std::vector<RecordField>, recordKindCount> fields{
        fieldsIn(headFields),   fieldsIn(categoryFields), fieldsIn(sourceFields), fieldsIn(eraFields),
        fieldsIn(seriesFields), fieldsIn(measureFields),  fieldsIn(linkFields),   fieldsIn(mediaFields)};
    return fields.at(static_cast<std::size_t>(kind));
}

std::optional<RecordKind> recordKindOf(std::string_view list) {
    const auto *const found = std::ranges::find(recordInfos, list, &RecordInfo::list);
    return list.empty() || found == recordInfos.end() ? std::nullopt : std::optional(found->kind);
}

QString listKey(RecordKind kind) {
    return fromKey(infoOf(kind).list);
}

QString recordListTitle(RecordKind kind) {
    return translated(infoOf(kind).title);
}

QString keyOf(const RecordField &field) {
    return fromKey(field.key);
}

QString labelOf(const RecordField &field) {
    return translated(field.label);
}

QString meaningOf(const RecordField &field) {
    return *field.meaning == '\0' ? QString() : translated(field.meaning);
}

const KeyOrder &formatKeys() {
    static const KeyOrder keys = allKeys();
    return keys;
}

} // namespace timeline
