// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/file_head.h"
#include "document/format/record_fields.h"

#include <variant>

namespace timeline {

/// A field and where it is decoded to.
template <typename Record>
struct FieldOf : RecordField {
    std::variant<std::monostate, QString Record::*, std::optional<Rgb> Record::*, double Record::*,
                 std::optional<double> Record::*, bool Record::*, LinkKind Record::*,
                 std::vector<SeriesPoint> Record::*>
        member = {};
    Span Record::*span = nullptr; ///< what a date means
};

// The format of what stands around and within events, told once: readers, edits, tables of the window and
// checks take it from here; the test document.record_fields holds the schema to it.

inline constexpr std::array categoryFields{std::to_array<FieldOf<Category>>({
    {{"id", ValueKind::Id, true, QT_TRANSLATE_NOOP("timeline::Record", "Id"),
      QT_TRANSLATE_NOOP("timeline::Record", "What events name it by")},
     &Category::id},
    {{"title", ValueKind::Title, false, QT_TRANSLATE_NOOP("timeline::Record", "Title"),
      QT_TRANSLATE_NOOP("timeline::Record", "The heading of its lane")},
     &Category::title},
    {{"parent", ValueKind::Parent, false, QT_TRANSLATE_NOOP("timeline::Record", "Parent"),
      QT_TRANSLATE_NOOP("timeline::Record", "The category that it belongs to")},
     &Category::parent},
    {{"color", ValueKind::Color, false, QT_TRANSLATE_NOOP("timeline::Record", "Colour"),
      QT_TRANSLATE_NOOP("timeline::Record", "That of its events; one of the palette without it")},
     &Category::color},
})};

inline constexpr std::array sourceFields{std::to_array<FieldOf<Source>>({
    {{"id", ValueKind::Id, true, QT_TRANSLATE_NOOP("timeline::Record", "Id"),
      QT_TRANSLATE_NOOP("timeline::Record", "What events name it by")},
     &Source::id},
    {{"title", ValueKind::Title, false, QT_TRANSLATE_NOOP("timeline::Record", "Title"),
      QT_TRANSLATE_NOOP("timeline::Record", "That of the article, book or paper")},
     &Source::title},
    {{"publisher", ValueKind::Text, false, QT_TRANSLATE_NOOP("timeline::Record", "Publisher"),
      QT_TRANSLATE_NOOP("timeline::Record", "Who brought it out")},
     &Source::publisher},
    {{"date", ValueKind::Date, false, QT_TRANSLATE_NOOP("timeline::Record", "Date"),
      QT_TRANSLATE_NOOP("timeline::Record", "When it came out")},
     &Source::date},
    {{"url", ValueKind::Address, false, QT_TRANSLATE_NOOP("timeline::Record", "Address"),
      QT_TRANSLATE_NOOP("timeline::Record", "Where to read it")},
     &Source::url},
})};

inline constexpr std::array eraFields{std::to_array<FieldOf<Era>>({
    {{"title", ValueKind::Title, true, QT_TRANSLATE_NOOP("timeline::Record", "Title"),
      QT_TRANSLATE_NOOP("timeline::Record", "The era's name")},
     &Era::title},
    {{"date", ValueKind::Date, true, QT_TRANSLATE_NOOP("timeline::Record", "Date"),
      QT_TRANSLATE_NOOP("timeline::Record", "From when to when")},
     &Era::date,
     &Era::span},
    {{"color", ValueKind::Color, false, QT_TRANSLATE_NOOP("timeline::Record", "Colour"),
      QT_TRANSLATE_NOOP("timeline::Record", "A quiet one without it")},
     &Era::color},
})};

inline constexpr std::array seriesFields{std::to_array<FieldOf<Series>>({
    {{"id", ValueKind::Id, true, QT_TRANSLATE_NOOP("timeline::Record", "Id"),
      QT_TRANSLATE_NOOP("timeline::Record", "A name that no other series has")},
     &Series::id},
    {{"title", ValueKind::Title, false, QT_TRANSLATE_NOOP("timeline::Record", "Title"),
      QT_TRANSLATE_NOOP("timeline::Record", "What the numbers are")},
     &Series::title},
    {{"unit", ValueKind::Text, false, QT_TRANSLATE_NOOP("timeline::Record", "Unit"),
      QT_TRANSLATE_NOOP("timeline::Record", "In what it is counted")},
     &Series::unit},
    {{"points", ValueKind::Points, true, QT_TRANSLATE_NOOP("timeline::Record", "Points"),
      QT_TRANSLATE_NOOP("timeline::Record", "Dates and numbers, as [[\"2024\", 12], [\"2025-03\", 15.5]]")},
     &Series::points},
})};

inline constexpr std::array measureFields{std::to_array<FieldOf<Measure>>({
    {{"name", ValueKind::Text, true, QT_TRANSLATE_NOOP("timeline::Record", "Name"),
      QT_TRANSLATE_NOOP("timeline::Record", "What is counted or measured"), 5},
     &Measure::name},
    {{"value", ValueKind::Number, true, QT_TRANSLATE_NOOP("timeline::Record", "Value"),
      QT_TRANSLATE_NOOP("timeline::Record", "How much, or the lower end of a range"), 3},
     &Measure::value},
    {{"max", ValueKind::Number, false, QT_TRANSLATE_NOOP("timeline::Record", "Up to"),
      QT_TRANSLATE_NOOP("timeline::Record", "The upper end of a range"), 3},
     &Measure::max},
    {{"unit", ValueKind::Text, false, QT_TRANSLATE_NOOP("timeline::Record", "Unit"),
      QT_TRANSLATE_NOOP("timeline::Record", "In what it is counted"), 3},
     &Measure::unit},
    {{"approximate", ValueKind::Flag, false, QT_TRANSLATE_NOOP("timeline::Record", "≈"),
      QT_TRANSLATE_NOOP("timeline::Record", "Approximate")},
     &Measure::approximate},
})};

inline constexpr std::array linkFields{std::to_array<FieldOf<Link>>({
    {{"to", ValueKind::EventId, true, QT_TRANSLATE_NOOP("timeline::Record", "Event"),
      QT_TRANSLATE_NOOP("timeline::Record", "The event that this one has to do with"), 3},
     &Link::to},
    {{"kind", ValueKind::LinkKind, false, QT_TRANSLATE_NOOP("timeline::Record", "Relation"),
      QT_TRANSLATE_NOOP("timeline::Record", "What it has to do with it"), 2},
     &Link::kind},
})};

inline constexpr std::array mediaFields{std::to_array<FieldOf<Media>>({
    {{"url", ValueKind::Address, true, QT_TRANSLATE_NOOP("timeline::Record", "Address"),
      QT_TRANSLATE_NOOP("timeline::Record", "An address, or a file beside this one"), 4},
     &Media::url},
    {{"caption", ValueKind::Text, false, QT_TRANSLATE_NOOP("timeline::Record", "Caption"),
      QT_TRANSLATE_NOOP("timeline::Record", "What stands below it"), 3},
     &Media::caption},
    {{"credit", ValueKind::Text, false, QT_TRANSLATE_NOOP("timeline::Record", "Credit"),
      QT_TRANSLATE_NOOP("timeline::Record", "Whom to name as its author"), 2},
     &Media::credit},
    {{"alt", ValueKind::Text, false, QT_TRANSLATE_NOOP("timeline::Record", "Alt text"),
      QT_TRANSLATE_NOOP("timeline::Record", "What it shows, for those who do not see it"), 2},
     &Media::alt},
})};

/// The lists are read by FileReader, each record by its own table. What has a label is edited as a text of
/// the file; its "&" is before the letter that leads there.
inline constexpr std::array headFields{std::to_array<FieldOf<FileHead>>({
    {{"$schema", ValueKind::Text}},
    {{"title", ValueKind::Title, false, QT_TRANSLATE_NOOP("timeline::Record", "&Title"),
      QT_TRANSLATE_NOOP("timeline::Record", "What the timeline is about, in a few words")},
     &FileHead::title},
    {{"description", ValueKind::Markdown, false, QT_TRANSLATE_NOOP("timeline::Record", "&Description"),
      QT_TRANSLATE_NOOP("timeline::Record", "What a reader should know before looking")},
     &FileHead::description},
    {{"asOf", ValueKind::Date, false, QT_TRANSLATE_NOOP("timeline::Record", "A&s of"),
      QT_TRANSLATE_NOOP("timeline::Record", "When the file was last true")},
     &FileHead::asOfText,
     &FileHead::asOf},
    {{"categories", ValueKind::Records}},
    {{"sources", ValueKind::Records}},
    {{"eras", ValueKind::Records}},
    {{"events", ValueKind::Events, true}},
    {{"undated", ValueKind::Events}},
    {{"series", ValueKind::Records}},
})};

} // namespace timeline
