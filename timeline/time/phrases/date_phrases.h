// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <vector>

namespace timeline {

/// What a phrase may mean, as an events file says it.
struct Reading {
    QString edtf;
    bool isSafe = false; ///< the only one, and a sure one: may be written without asking
    friend bool operator==(const Reading &, const Reading &) = default;
};

/// All that people may mean by a text, the most likely first; each is a date of an events file. In English,
/// German, French and Spanish, with GEDCOM's words, the digits of every script, and the months of the user's
/// language: "12.03.2024", "March 2024", "c.1830-40", "late 19th century", "before 1900", "44 BC",
/// "1824/5", "1966年5月3日". "02/03/2020" has two readings. What is a date already is one of its readings:
/// of "1905-11" the other is 1905/1911. Nothing for what is no date, and for texts of more than 100
/// characters.
///
/// What the words mean:
/// - "before 1900" is one time, [..1899]; "until 1900" lasted until then, /1900.
/// - Short years: "1914-18" is 1914/1918. Up to 12 it may be a month, and from 21 to 41 what EDTF has for
///   seasons: both are readings. "1824/5" is [1824,1825], one of them.
/// - Years counted back from Christ have no year 0; a bare "-44" may be meant one way or the other.
/// - Years of two digits are none, nor are days without a year.
std::vector<Reading> readingsOf(const QString &phrase);

/// The same of an interval whose ends stand apart: of both ends, day and month come in the same order.
std::vector<Reading> readingsOf(const QString &start, const QString &end);

/// Whether a date is a season and the like as EDTF has it, and would be a year and the next one to people:
/// "1920-21", of a season of sports.
bool isYearAndNext(std::string_view edtf);
/// These two years as an interval.
std::string yearAndNext(std::string_view edtf);
/// Whether a date, of which no more need be known, is a year with 21 to 24 behind it.
bool isSeason(std::string_view date);

/// The reading that is safe; nothing where there is none, or several.
std::optional<QString> safeReading(const QString &phrase);

} // namespace timeline
