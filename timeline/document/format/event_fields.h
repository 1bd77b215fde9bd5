// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event.h"

#include <QtGlobal>
#include <array>
#include <string_view>

namespace timeline {
/// The keys that an event may have, in the order in which the program writes them; Unknown ones are kept and
/// not read.
enum class EventField : std::uint8_t {
    Unknown,
    Id,
    Title,
    Date,
    Start,
    End,
    Category,
    Place,
    Description,
    Status,
    Attribution,
    Importance,
    Tags,
    Sources,
    Measures,
    Links,
    Media,
};

/// How the value of a field is read, checked, edited and shown.
enum class FieldKind : std::uint8_t {
    Unknown,
    Id,         ///< a string that is not empty, or a number
    Name,       ///< the id of something else
    Title,      ///< a string with something to see
    Text,       ///< a string
    Markdown,   ///< a string of several lines
    Date,       ///< EDTF
    Status,     ///< a word of the format or of the file's own
    Importance, ///< a number from 0 to 1
    Place,      ///< a string, or an object with title and position
    Words,      ///< an array of strings and numbers
    Ids,        ///< an array of ids and of objects that stand for what has one: see part_fields.h
    Parts,      ///< an array of objects: see part_fields.h
};

/// All that there is to know of a field; where it is decoded to, if that is a text or a list of texts.
struct EventFieldInfo {
    EventField field;
    std::string_view key;
    FieldKind kind;
    const char *name = "";   ///< what people call it within a sentence; translated by eventFieldName()
    const char *label = "";  ///< what stands before its value; translated by eventFieldLabel()
    bool isSearched = false; ///< words of a query are looked for in it
    std::string_view queryKey =
        {}; ///< what a query calls it whose values can be asked for, such as `tag:A100`
    QString EventDetails::*text = nullptr;
    QStringList EventDetails::*list = nullptr;
};

/// The format of an event, told once: reader, scan, editor, form, search and query take it from here; a test
/// holds the schema to it.
inline constexpr std::array eventFields{std::to_array<EventFieldInfo>({
    {EventField::Unknown, "", FieldKind::Unknown},
    {EventField::Id, "id", FieldKind::Id, QT_TRANSLATE_NOOP("timeline::EventField", "id"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Id"), false, "id", &EventDetails::id},
    {EventField::Title,
     "title",
     FieldKind::Title,
     QT_TRANSLATE_NOOP("timeline::EventField", "title"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Title"),
     true,
     {},
     &EventDetails::title},
    {EventField::Date,
     "date",
     FieldKind::Date,
     QT_TRANSLATE_NOOP("timeline::EventField", "date"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Date"),
     false,
     {},
     &EventDetails::date},
    {EventField::Start, "start", FieldKind::Date, QT_TRANSLATE_NOOP("timeline::EventField", "start"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Start")},
    {EventField::End, "end", FieldKind::Date, QT_TRANSLATE_NOOP("timeline::EventField", "end"),
     QT_TRANSLATE_NOOP("timeline::EventField", "End")},
    {EventField::Category, "category", FieldKind::Name, QT_TRANSLATE_NOOP("timeline::EventField", "category"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Category"), false, "category", &EventDetails::category},
    {EventField::Place, "place", FieldKind::Place, QT_TRANSLATE_NOOP("timeline::EventField", "place"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Place"), true},
    {EventField::Description,
     "description",
     FieldKind::Markdown,
     QT_TRANSLATE_NOOP("timeline::EventField", "description"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Description"),
     true,
     {},
     &EventDetails::description},
    {EventField::Status, "status", FieldKind::Status, QT_TRANSLATE_NOOP("timeline::EventField", "status"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Status"), false, "status"},
    {EventField::Attribution,
     "attribution",
     FieldKind::Text,
     QT_TRANSLATE_NOOP("timeline::EventField", "attribution"),
     QT_TRANSLATE_NOOP("timeline::EventField", "According to"),
     true,
     {},
     &EventDetails::attribution},
    {EventField::Importance, "importance", FieldKind::Importance,
     QT_TRANSLATE_NOOP("timeline::EventField", "importance"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Importance")},
    {EventField::Tags, "tags", FieldKind::Words, QT_TRANSLATE_NOOP("timeline::EventField", "tags"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Tags"), true, "tag", nullptr, &EventDetails::tags},
    {EventField::Sources, "sources", FieldKind::Ids, QT_TRANSLATE_NOOP("timeline::EventField", "sources"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Sources"), false, "source", nullptr, &EventDetails::sources},
    {EventField::Measures, "measures", FieldKind::Parts,
     QT_TRANSLATE_NOOP("timeline::EventField", "measures"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Figures")},
    {EventField::Links, "links", FieldKind::Parts, QT_TRANSLATE_NOOP("timeline::EventField", "links"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Links")},
    {EventField::Media, "media", FieldKind::Parts, QT_TRANSLATE_NOOP("timeline::EventField", "media"),
     QT_TRANSLATE_NOOP("timeline::EventField", "Media")},
})};

constexpr const EventFieldInfo &infoOf(EventField field) {
    return eventFields[static_cast<std::size_t>(field)]; // in their order: see event_fields.cpp
}
constexpr FieldKind kindOf(EventField field) {
    return infoOf(field).kind;
}

/// The field of a key; fast, since it is asked for every key of a file.
EventField eventField(std::string_view key);
QString eventKey(EventField field);
/// See EventFieldInfo; the key itself where there is none.
QString eventFieldName(const QString &key);
QString eventFieldLabel(EventField field);

/// Fields that are arrays of strings, and of objects.
constexpr bool isStringList(EventField field) {
    return kindOf(field) == FieldKind::Words || kindOf(field) == FieldKind::Ids;
}
constexpr bool isObjectList(EventField field) {
    return kindOf(field) == FieldKind::Parts;
}

/// Fields whose elements can be objects.
constexpr bool hasParts(EventField field) {
    return isObjectList(field) || field == EventField::Sources;
}

/// Sets of fields as bits.
constexpr std::uint32_t bit(EventField field) {
    return std::uint32_t{1} << static_cast<unsigned>(field);
}
inline constexpr std::uint32_t allEventFields = ~std::uint32_t{0};

} // namespace timeline
