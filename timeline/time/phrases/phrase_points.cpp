// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/phrases/phrase_points.h"

namespace timeline::phrases {

namespace {

/// How many tokens at the end are a qualifier: "?", "(?)", "circa".
std::size_t qualifierAtEnd(Tokens tokens, Qualifiers &found) {
    constexpr std::size_t most = 5; // "(", words, ")"
    for (std::size_t count = std::min(most, tokens.size()); count > 0; --count) {
        TokenCursor cursor(tokens.last(count));
        const bool isEnclosed = cursor.take(u'(');
        const bool isAbout = cursor.take(u'~') || cursor.take(Role::About).has_value();
        const bool isUncertain = !isAbout && (cursor.take(u'?') || cursor.take(Role::Perhaps).has_value());
        if ((isAbout || isUncertain) && (!isEnclosed || cursor.take(u')')) && cursor.atEnd()) {
            found.isAbout |= isAbout;
            found.isUncertain |= isUncertain;
            return count;
        }
    }
    return 0;
}

void readDates(TokenCursor cursor, Reads &reads) {
    readNumeric(cursor, reads);
    readNamed(cursor, reads);
    readSeasons(cursor, reads);
    readPartsOf(cursor, reads);
    readYears(cursor, reads);
}

/// The day at this time, in each zone that may be meant.
void addAt(Part day, const Part &time, Parts &parts) {
    day.time = time.time;
    day.hasHalf = time.hasHalf;
    day.mayEndInTime = time.mayEndInTime;
    day.isSafe &= time.isSafe;
    day.otherZones = time.otherZones;
    for (const QString &zone : QStringList(time.zone) + time.otherZones) {
        day.zone = zone;
        parts.push_back(day);
    }
}

/// With the time of day before or behind it.
Parts datesIn(TokenCursor cursor) {
    Parts parts;
    Reads reads;
    readDates(cursor, reads);
    for (Read &read : reads) {
        TokenCursor &rest = read.rest;
        if (rest.atEnd()) {
            parts.push_back(read.part);
            continue;
        }
        const bool isDay = read.part.day.day != 0 || read.part.digits > 0;
        const bool isAfterT = rest.rest().front().text == QLatin1StringView("t");
        if (!isDay || (!rest.isSpaced() && !rest.nextIs(u',') && !rest.nextIs(u':') && !isAfterT)) {
            continue;
        }
        rest.take(u',') || rest.take(u':') || rest.take(u'-');
        rest.takeAll(Role::TimeFiller);
        if (const auto time = takeTime(rest, isAfterT); time && rest.atEnd()) {
            addAt(read.part, *time, parts);
        }
    }
    TokenCursor rest = cursor;
    if (const auto time = takeTime(rest, false)) {
        if (rest.atEnd()) {
            addAt({}, *time, parts);
        }
        rest.take(u',');
        rest.takeAll(Role::Filler);
        reads.clear();
        readDates(rest, reads);
        for (const Read &read : reads) {
            if (read.rest.atEnd() && read.part.day.day != 0) {
                addAt(read.part, *time, parts);
            }
        }
    }
    return parts;
}

/// With the day of the week before it, if that is right: "mar." is one, and a month.
Parts datesOrWeekdaysIn(TokenCursor cursor) {
    Parts parts = datesIn(cursor);
    const auto weekday = parts.empty() ? cursor.take(Role::Weekday) : std::nullopt;
    if (weekday) {
        cursor.take(u',');
        cursor.takeAll(Role::Filler);
        parts = datesIn(cursor);
        std::erase_if(parts, [&weekday](const Part &part) {
            return part.day.day == 0 || !part.isWhole() || weekdayOf(part.day) != *weekday;
        });
    }
    return parts;
}

} // namespace

bool takeQualifier(TokenCursor &cursor, Qualifiers &found) {
    if (cursor.take(u'~') || cursor.take(u'\u2248') || cursor.take(Role::About)) {
        found.isAbout = true;
    } else if (cursor.take(u'?') || cursor.take(Role::Perhaps)) {
        found.isUncertain = true;
    } else {
        return false;
    }
    return true;
}

Tokens withoutQualifiersAtEnd(Tokens tokens, Qualifiers &found) {
    while (const std::size_t count = qualifierAtEnd(tokens, found)) {
        tokens = tokens.first(tokens.size() - count);
    }
    return tokens;
}

Parts pointsIn(Tokens tokens) {
    Qualifiers atEnd;
    const bool isOnDay =
        !tokens.empty() && tokens.front().text == QLatin1String("am"); // in German; else a calendar
    for (;;) {
        // What looks like a qualifier may be a part of the date, such as the C of "C12" and of "B. C."; so
        // may what looks like a filler.
        Qualifiers qualifiers = atEnd;
        TokenCursor cursor(tokens);
        Parts parts = datesOrWeekdaysIn(cursor);
        do {
            cursor.takeAll(Role::Filler);
            parts = parts.empty() ? datesOrWeekdaysIn(cursor) : std::move(parts);
        } while (parts.empty() && takeQualifier(cursor, qualifiers));
        const std::size_t count = parts.empty() ? qualifierAtEnd(tokens, atEnd) : 0;
        if (count == 0) {
            std::erase_if(parts, [&](const Part &part) { return isOnDay && part.isYear(); });
            for (Part &part : parts) {
                part.isAbout |= qualifiers.isAbout;
                part.isUncertain |= qualifiers.isUncertain;
            }
            return parts;
        }
        tokens = tokens.first(tokens.size() - count);
    }
}

Parts wholePointsIn(Tokens tokens) {
    Parts parts = pointsIn(tokens);
    std::erase_if(parts, [](const Part &part) { return !part.isWhole() || text(part).isEmpty(); });
    return parts;
}

} // namespace timeline::phrases
