// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/phrases/phrase_points.h"

#include <algorithm>

namespace timeline::phrases {

namespace {

constexpr int mostDays = 31;

/// "5", "5.", "5th", "1er", "the 5th"
std::optional<int> takeDay(TokenCursor &cursor) {
    TokenCursor ahead = cursor;
    ahead.takeAll(Role::Filler);
    const auto number = ahead.takeNumber(1, 2);
    if (!number || number->value < 1 || number->value > mostDays) {
        return std::nullopt;
    }
    ahead.take(u'.');
    if (!ahead.isSpaced()) {
        ahead.take(Role::OrdinalEnd);
    }
    cursor = ahead;
    return static_cast<int>(number->value);
}

void takeSeparators(TokenCursor &cursor) {
    cursor.takeOneOf(u"-/.,");
    cursor.takeAll(Role::Filler);
    cursor.take(u',');
}

std::optional<int> takeMonth(TokenCursor &cursor, bool mayBeRoman) {
    constexpr int mostMonths = 12;
    if (const auto month = cursor.take(Role::Month)) {
        return month;
    }
    TokenCursor ahead = cursor;
    const auto roman = mayBeRoman ? ahead.take(Role::RomanNumber) : std::nullopt;
    if (!roman || *roman > mostMonths) {
        return std::nullopt;
    }
    cursor = ahead;
    return roman;
}

/// "1731/32": a year that began in March to some.
void addDoubleYears(const Part &part, TokenCursor cursor, Reads &reads) {
    const auto year = cursor.takeNumber(4, 4);
    const bool isDouble = year && cursor.take(u'/');
    const auto next = isDouble ? cursor.takeNumber(1, 2) : std::nullopt;
    const std::int64_t unit = next && next->digits == 1 ? 10 : 100;
    if (next && (year->value + 1) % unit == next->value) {
        for (const int step : {0, 1}) {
            Part one = part;
            one.day.year = year->value + step;
            one.hasYear = true;
            one.isSafe = false;
            reads.push_back({one, cursor});
        }
    }
}

/// The month and perhaps the day are told; here the year comes, or nothing.
void addWithYear(const Part &part, const TokenCursor &cursor, Reads &reads) {
    reads.push_back({part, cursor});
    TokenCursor year = cursor;
    part.day.month != 0 ? takeSeparators(year) : void(year.take(u','));
    Reads years;
    readYear(year, years);
    for (const Read &read : years) {
        Part whole = part;
        whole.day.year = read.part.day.year;
        whole.hasYear = true;
        whole.isSafe &= read.part.isSafe;
        reads.push_back({whole, read.rest});
    }
    addDoubleYears(part, year, reads);
}

/// 5 March 1850
void readDayFirst(TokenCursor cursor, Reads &reads) {
    const Tokens all = cursor.rest();
    const auto day = takeDay(cursor);
    if (!day) {
        return;
    }
    const TokenCursor behindDay = cursor;
    takeSeparators(cursor);
    Part part;
    const Tokens before = all.first(all.size() - cursor.rest().size());
    const bool isParted =
        std::ranges::any_of(before, [](const Token &t) { return t.kind == Token::Kind::Sign; });
    const bool isWord =
        TokenCursor(cursor).take(Role::Month) || (!cursor.atEnd() && cursor.rest().front().text.size() > 1);
    if (const auto month = takeMonth(cursor, true)) {
        part.day = {0, *month, *day};
        part.isSafe = isWord || isParted; // 5.III.1850; but "5 x 1850"
        addWithYear(part, cursor, reads);
    } else { // "7, 1850" of "March 5-7, 1850"; "5th" of "5th to 7th March"
        part.day = {0, 0, *day};
        addWithYear(part, behindDay, reads);
    }
}

/// March 1850, March 5, 1850
void readMonthFirst(TokenCursor cursor, Reads &reads) {
    const bool isWord = TokenCursor(cursor).take(Role::Month).has_value();
    const auto month = takeMonth(cursor, true);
    if (!month) {
        return;
    }
    Part part;
    part.day.month = *month;
    part.isSafe = isWord; // V may be something else
    addWithYear(part, cursor, reads);
    takeSeparators(cursor);
    if (const auto day = takeDay(cursor); day && isWord) {
        part.day.day = *day;
        addWithYear(part, cursor, reads);
    }
}

/// 1850 March 5
void readYearFirst(TokenCursor cursor, Reads &reads) {
    Reads years;
    readYear(cursor, years);
    for (const Read &year : years) {
        TokenCursor behind = year.rest;
        takeSeparators(behind);
        const bool isAgo = behind.rest().size() == 1 && behind.rest().front().text == QLatin1String("ago");
        if (const auto month = takeMonth(behind, false); month && !isAgo) { // agosto, too
            Part part = year.part;
            part.day.month = *month;
            reads.push_back({part, behind});
            takeSeparators(behind);
            if (const auto day = takeDay(behind)) {
                part.day.day = *day;
                reads.push_back({part, behind});
            }
        }
    }
}

} // namespace

void readNamed(TokenCursor cursor, Reads &reads) {
    readDayFirst(cursor, reads);
    readMonthFirst(cursor, reads);
    readYearFirst(cursor, reads);
}

} // namespace timeline::phrases
