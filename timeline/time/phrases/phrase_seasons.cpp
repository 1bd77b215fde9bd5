// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/phrases/phrase_points.h"

namespace timeline::phrases {

namespace {

constexpr int winter = 24;
constexpr int firstQuarter = 33;
constexpr int firstHalf = 40;

void takeSeparators(TokenCursor &cursor) {
    cursor.takeOneOf(u"-/.,'");
    cursor.takeAll(Role::Filler);
}

/// "3rd", "third", "3."; of few the last one is said, too.
std::optional<int> takeOrdinal(TokenCursor &cursor, int most) {
    constexpr int last = 4;
    if (const auto word = cursor.takeOrdinalOrLast()) {
        return *word == last ? most : *word;
    }
    const auto number = cursor.takeNumber(1, 2);
    cursor.take(u'.');
    if (!cursor.isSpaced()) {
        cursor.take(Role::OrdinalEnd);
    }
    return number ? std::optional(static_cast<int>(number->value)) : std::nullopt;
}

/// What is said of a year without it: a season, or the number of a quarter or a half as EDTF has them.
std::optional<int> takePart(TokenCursor &cursor) {
    if (const auto season = cursor.take(Role::Season)) {
        return season;
    }
    struct Kind {
        Role letter;
        Role word;
        int first;
        int most;
    };
    constexpr std::array<Kind, 2> kinds = {{{Role::QuarterLetter, Role::Quarter, firstQuarter, 4},
                                            {Role::HalfYearLetter, Role::HalfYear, firstHalf, 2}}};
    for (const Kind &kind : kinds) {
        TokenCursor ahead = cursor;
        std::optional<int> number;
        if (ahead.take(kind.letter) || ahead.take(kind.word)) { // Q3
            const auto digit = ahead.takeNumber(1, 1);
            number = digit ? std::optional(static_cast<int>(digit->value)) : std::nullopt;
        } else if ((number = takeOrdinal(ahead, kind.most))) { // third quarter, 3Q
            number = ahead.take(kind.word) || ahead.take(kind.letter) ? number : std::nullopt;
        }
        if (number && *number >= 1 && *number <= kind.most) {
            cursor = ahead;
            return kind.first + *number - 1;
        }
    }
    return std::nullopt;
}

/// A winter has two years, and where it has one it may be either.
void addSeason(int season, const Part &year, TokenCursor cursor, Reads &reads) {
    Part part = year;
    part.day.month = season;
    if (season != winter) {
        reads.push_back({part, cursor});
        return;
    }
    TokenCursor ahead = cursor;
    if (!ahead.takeOneOf(u"/-–").isNull()) {
        const auto next = ahead.takeNumber(1, 4);
        if (next && next->digits != 3 && (year.day.year + 1) % powerOfTen(next->digits) == next->value) {
            reads.push_back({part, ahead});
        }
    }
    part.isSafe = false;
    reads.push_back({part, cursor});
    --part.day.year;
    reads.push_back({part, cursor});
}

void addWeek(std::int64_t year, std::int64_t week, TokenCursor cursor, Reads &reads) {
    constexpr int days = 7;
    const Day fourth{year, 1, 4}; // is always in week 1
    const Day monday = dayAfter(fourth, days * (week - 1) + 1 - weekdayOf(fourth));
    if (week < 1 || dayAfter(monday, 3).year != year) { // its Thursday says whose week it is
        return;
    }
    Part part;
    part.hasYear = true;
    part.isSafe = false;
    if (TokenCursor ahead = cursor; ahead.take(u'-')) {
        if (const auto day = ahead.takeNumber(1, 1); day && day->value >= 1 && day->value <= days) {
            part.day = dayAfter(monday, day->value - 1);
            reads.push_back({part, ahead});
        }
    }
    part.day = monday;
    part.last = dayAfter(monday, days - 1);
    part.isStretch = true;
    reads.push_back({part, cursor});
}

/// 2021-W03, week 3 of 2021, 3. KW 2021
void readWeek(TokenCursor cursor, Reads &reads) {
    if (TokenCursor ahead = cursor; const auto year = ahead.takeNumber(4, 4)) {
        ahead.takeOneOf(u"-/");
        const auto week = ahead.take(Role::Week) ? ahead.takeNumber(1, 2) : std::nullopt;
        if (week) {
            addWeek(year->value, week->value, ahead, reads);
        }
    }
    std::optional<int> week;
    if (cursor.take(Role::Week)) {
        const auto number = cursor.takeNumber(1, 2);
        week = number ? std::optional(static_cast<int>(number->value)) : std::nullopt;
    } else if ((week = takeOrdinal(cursor, 0)) && !cursor.take(Role::Week)) {
        return;
    }
    takeSeparators(cursor);
    if (const auto year = week ? cursor.takeNumber(4, 4) : std::nullopt) {
        addWeek(year->value, *week, cursor, reads);
    }
}

} // namespace

void readSeasons(TokenCursor cursor, Reads &reads) {
    readWeek(cursor, reads);
    TokenCursor behind = cursor;
    if (const auto season = takePart(behind)) {
        Part part;
        part.day.month = *season;
        reads.push_back({part, behind});
        takeSeparators(behind);
        Reads years;
        readYear(behind, years);
        for (const Read &year : years) {
            addSeason(*season, year.part, year.rest, reads);
        }
        return;
    }
    Reads years;
    readYear(cursor, years);
    for (Read &year : years) {
        year.rest.take(Role::YearUnit);
        takeSeparators(year.rest);
        if (const auto season = takePart(year.rest)) {
            addSeason(*season, year.part, year.rest, reads);
        }
    }
}

} // namespace timeline::phrases
