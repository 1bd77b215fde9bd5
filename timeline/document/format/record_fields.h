// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event_fields.h"
#include "document/json/key_order.h"

#include <optional>
#include <vector>

namespace timeline {

/// The objects of a file beside its events: its head, and what the lists of the head and of an event hold.
enum class RecordKind : std::uint8_t { Head, Category, Source, Era, Series, Measure, Link, Media };
inline constexpr std::size_t recordKindCount = 8;

/// All that there is to know of a kind of records.
struct RecordInfo {
    RecordKind kind;
    std::string_view name;  ///< in the schema, and the begin of an id that is made
    std::string_view list;  ///< the key of the list that holds them; none of the head
    const char *what;       ///< within a finding; translated there
    const char *title = ""; ///< what people call the list; translated by recordListTitle()
};

inline constexpr std::array<RecordInfo, recordKindCount> recordInfos{{
    {RecordKind::Head, "head", "", QT_TRANSLATE_NOOP("timeline::Finding", "this file")},
    {RecordKind::Category, "category", "categories", QT_TRANSLATE_NOOP("timeline::Finding", "this category"),
     QT_TRANSLATE_NOOP("timeline::Record", "Categories")},
    {RecordKind::Source, "source", "sources", QT_TRANSLATE_NOOP("timeline::Finding", "this source"),
     QT_TRANSLATE_NOOP("timeline::Record", "Sources")},
    {RecordKind::Era, "era", "eras", QT_TRANSLATE_NOOP("timeline::Finding", "this era"),
     QT_TRANSLATE_NOOP("timeline::Record", "Eras")},
    {RecordKind::Series, "series", "series", QT_TRANSLATE_NOOP("timeline::Finding", "this series"),
     QT_TRANSLATE_NOOP("timeline::Record", "Series")},
    {RecordKind::Measure, "measure", "measures", QT_TRANSLATE_NOOP("timeline::Finding", "this measure"),
     QT_TRANSLATE_NOOP("timeline::Record", "Figures")},
    {RecordKind::Link, "link", "links", QT_TRANSLATE_NOOP("timeline::Finding", "this link"),
     QT_TRANSLATE_NOOP("timeline::Record", "Links")},
    {RecordKind::Media, "media", "media", QT_TRANSLATE_NOOP("timeline::Finding", "this media"),
     QT_TRANSLATE_NOOP("timeline::Record", "Media")},
}};

constexpr const RecordInfo &infoOf(RecordKind kind) {
    return recordInfos[static_cast<std::size_t>(kind)];
}
constexpr bool isOfHead(RecordKind kind) {
    return kind < RecordKind::Measure;
}

/// How the value of a record's field is read, checked, edited and shown.
enum class ValueKind : std::uint8_t {
    Id,       ///< a string that is not empty, by which others name the record
    Parent,   ///< the id of another record of the list
    EventId,  ///< the id of an event
    Title,    ///< a string with something to see
    Text,     ///< a string
    Markdown, ///< a string of several lines
    Date,     ///< EDTF
    Color,    ///< "#rgb" or "#rrggbb"
    Address,  ///< of a page or a file
    Number,   ///< a number that a double can hold
    Flag,     ///< true or false
    LinkKind, ///< a word
    Points,   ///< an array of pairs of a date and a number
    Records,  ///< an array of objects of a kind of their own
    Events,   ///< the array of events
};

/// One field of a kind of records.
struct RecordField {
    std::string_view key;
    ValueKind kind;
    bool isRequired = false;  ///< without it the record cannot be shown
    const char *label = "";   ///< the heading of its column; translated by labelOf()
    const char *meaning = ""; ///< translated by meaningOf()
    int share = 1;            ///< of the width of a narrow table
};

/// The fields of a kind, in the order in which they are written and shown; told in record_tables.h.
const std::vector<RecordField> &recordFields(RecordKind kind);
/// The kind of records that a list with this key holds.
std::optional<RecordKind> recordKindOf(std::string_view list);

QString listKey(RecordKind kind);
QString recordListTitle(RecordKind kind);
QString keyOf(const RecordField &field);
QString labelOf(const RecordField &field);
QString meaningOf(const RecordField &field);

/// All keys of the format, those of each kind of objects in the order of its fields.
const KeyOrder &formatKeys();

} // namespace timeline
