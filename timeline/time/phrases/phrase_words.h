// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace timeline::phrases {

/// What a word does in a date. One word may do several things: "a" is to or, before "C.", Christ's.
enum class Role : std::uint8_t {
    Month,         ///< 1 to 12, in English, German, French, Spanish and the user's language
    Weekday,       ///< 1 to 7, from Monday on
    RomanNumber,   ///< 1 to 39
    OrdinalWord,   ///< "first": 1 to 21
    LastWord,      ///< "last" of "last quarter": 4
    OrdinalEnd,    ///< "th" of "5th"
    Filler,        ///< says nothing: "of", "the"
    TimeFiller,    ///< before a time of day: "at"
    About,         ///< approximately
    Perhaps,       ///< uncertain
    Before,        ///< not included
    After,         ///< not included
    Since,         ///< and lasts
    From,          ///< of an interval, and lasts where no end is told
    FromOrOf,      ///< "del": the same, or a date of something
    Until,         ///< lasted until then
    AtTheLatest,   ///< one time, at the latest then
    AtTheEarliest, ///< one time, at the earliest then
    OrEarlier,     ///< behind the date
    OrLater,
    Onwards,
    Now, ///< what still lasts
    Between,
    To,
    And,
    Or,
    BeforeChrist,
    AfterChrist,
    Century,
    Millennium,
    CenturyLetter, ///< "C12"
    DecadeEnd,     ///< "s" of "1850s"
    DecadeBegin,   ///< "années"
    Season,        ///< 21 to 24
    Quarter,
    QuarterLetter, ///< "Q3"
    HalfYear,
    HalfYearLetter, ///< "H1"
    PartOf,         ///< 1 early, 2 mid, 3 late
    HalfOf,         ///< "half" of a century
    Week,
    Scale,         ///< "Ma": the power of ten, and it is ago
    ScaleWord,     ///< "million years": the same, and "ago" is told elsewhere
    Ago,           ///< behind it
    AgoBefore,     ///< "vor", before it
    BeforePresent, ///< "BP"
    HalfDay,       ///< 0 AM, 12 PM
    Hours,         ///< "h" of "20h30", "Uhr"
    Utc,
    Zone,       ///< minutes before UTC; a name such as "CET" may also be said in the other half of the year
    SecondZone, ///< the same, elsewhere
    ThirdZone,
    YearUnit, ///< 年
    MonthUnit,
    DayUnit,
    Count
};

/// What a word means in this role; nothing where it does not occur in it. The word in small letters without
/// accents, several written together: "alrededorde".
std::optional<int> meaning(Role role, const QString &word);

/// Whether it means something in any role.
bool hasMeaning(const QString &word);

/// A word as meaning() knows it.
QString foldedWord(const QString &word);

} // namespace timeline::phrases
