// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/phrases/phrase_points.h"

namespace timeline::phrases {

namespace {

/// How many years: "44", "10,000", "13.8".
struct Count {
    std::int64_t value = 0;
    int digits = 0;
    int decimals = 0;
    TokenCursor rest;
};

/// All that a number may be: with thousands in groups, and with decimals.
std::vector<Count> countsAt(TokenCursor cursor) {
    constexpr int mostDigits = 12;
    constexpr int ofGroup = 3;
    const auto number = cursor.takeNumber(1, mostDigits);
    if (!number) {
        return {};
    }
    std::vector<Count> counts = {{number->value, number->digits, 0, cursor}};
    if (TokenCursor ahead = cursor;
        number->digits <= 5 && !ahead.isSpaced() && !ahead.takeOneOf(u".,").isNull()) {
        if (const auto decimals = ahead.isSpaced() ? std::nullopt : ahead.takeNumber(1, ofGroup)) {
            counts.push_back({number->value * powerOfTen(decimals->digits) + decimals->value,
                              number->digits + decimals->digits, decimals->digits, ahead});
        }
    }
    Count grouped = counts.front();
    while (grouped.digits <= (grouped.rest.rest().size() == cursor.rest().size() ? ofGroup : mostDigits)) {
        TokenCursor ahead = grouped.rest;
        const bool isParted = ahead.isSpaced() || !ahead.takeOneOf(u",.'").isNull();
        const auto next = isParted && (ahead.isSpaced() == grouped.rest.isSpaced())
                              ? ahead.takeNumber(ofGroup, ofGroup)
                              : std::nullopt;
        if (!next) {
            break;
        }
        grouped = {grouped.value * powerOfTen(ofGroup) + next->value, grouped.digits + ofGroup, 0, ahead};
        counts.push_back(grouped);
    }
    return counts;
}

Part yearPart(std::int64_t year, bool isSafe = true) {
    Part part;
    part.day.year = year;
    part.hasYear = true;
    part.isSafe = isSafe;
    return part;
}

Part beforeChrist(std::int64_t count) {
    Part part = yearPart(1 - count);
    part.counting = Counting{1, 1};
    return part;
}

/// One time from a year to another, where that is no digit left open.
Part between(std::int64_t first, std::int64_t last) {
    Part part = yearPart(first, false);
    part.last = Day{last, 0, 0};
    return part;
}

/// "18th", "18.", "XVIIIe", "eighteenth", or a bare number.
struct Ordinal {
    int number = 0;
    bool isMarked = false; ///< is more than a bare number
};
std::optional<Ordinal> takeOrdinal(TokenCursor &cursor) {
    if (const auto word = cursor.take(Role::OrdinalWord)) {
        return Ordinal{*word, true};
    }
    if (const auto number = cursor.takeNumber(1, 2)) {
        const bool isMarked = cursor.take(u'.') || (!cursor.isSpaced() && cursor.take(Role::OrdinalEnd));
        return Ordinal{static_cast<int>(number->value), isMarked};
    }
    if (cursor.atEnd() || cursor.rest().front().kind != Token::Kind::Word) {
        return std::nullopt;
    }
    const auto number = romanOrdinal(cursor.rest().front().text);
    if (!number) {
        return std::nullopt;
    }
    cursor = TokenCursor(cursor.rest().subspan(1));
    return Ordinal{*number, true};
}

void addCentury(int number, bool isMillennium, TokenCursor cursor, Reads &reads) {
    constexpr int mostCenturies = 21;
    constexpr int mostBefore = 99;
    constexpr std::int64_t years = 1000;
    const bool isBefore = cursor.take(Role::BeforeChrist).has_value();
    if (!isBefore) {
        cursor.take(Role::AfterChrist);
    }
    if (number < 1 || number > (isBefore ? mostBefore : mostCenturies)) {
        return;
    }
    if (!isMillennium) {
        Part part;
        setCentury(part, number, isBefore);
        reads.push_back({part, cursor});
    } else {
        const std::int64_t last = isBefore ? -years * (number - 1) : years * number;
        reads.push_back({between(last - years + 1, last), cursor});
    }
}

void readCenturies(TokenCursor cursor, Reads &reads) {
    if (TokenCursor ahead = cursor; const auto ordinal = takeOrdinal(ahead)) {
        TokenCursor behind = ahead;
        const bool isMillennium = behind.take(Role::Millennium).has_value();
        if (isMillennium || behind.take(Role::Century)) {
            const bool isLetter =
                ahead.rest().size() == behind.rest().size() + 1 && ahead.rest().front().text.size() == 1;
            if (ordinal->isMarked || !isLetter) { // a letter may be something else
                addCentury(ordinal->number, isMillennium, behind, reads);
            }
        } else if (ordinal->isMarked) { // "18th" of "18th or 19th century"
            Part part;
            part.number = ordinal->number;
            part.digits = 2;
            reads.push_back({part, ahead});
        }
    }
    if (TokenCursor ahead = cursor; ahead.take(Role::CenturyLetter) && !ahead.isSpaced()) {
        if (const auto number = ahead.takeNumber(1, 2)) {
            if (!ahead.isSpaced()) {
                ahead.take(Role::OrdinalEnd);
            }
            addCentury(static_cast<int>(number->value), false, ahead, reads);
        }
    }
    const bool isLetter = !cursor.atEnd() && cursor.rest().front().text.size() == 1;
    if (cursor.take(Role::Century)) { // siglo XII; "c. 12" is a year, and "s. 12" a page
        const bool isNumber = cursor.nextIsNumber();
        if (const auto ordinal = takeOrdinal(cursor); ordinal && !(isLetter && isNumber)) {
            addCentury(ordinal->number, false, cursor, reads);
        }
    }
}

void readDecades(TokenCursor cursor, Reads &reads) {
    constexpr int decade = 10;
    constexpr int centuryYears = 100;
    const bool isBegun = cursor.take(Role::DecadeBegin).has_value();
    cursor.takeAll(Role::Filler);
    const auto number = cursor.takeNumber(3, 4);
    if (!number || number->value % decade != 0) {
        return;
    }
    TokenCursor ahead = cursor;
    ahead.take(u'\'') || ahead.take(u'-');
    const bool isSeconds = ahead.isSpaced() && !ahead.atEnd() && ahead.rest().front().text.size() == 1;
    const bool isEnded = !isSeconds && ahead.take(Role::DecadeEnd);
    if (!isBegun && !isEnded) {
        return;
    }
    cursor = isEnded ? ahead : cursor;
    if (TokenCursor before = cursor; before.take(Role::BeforeChrist)) {
        if (number->value % centuryYears == 0) {
            reads.push_back({between(1 - number->value - centuryYears + 1, 1 - number->value), before});
        }
        reads.push_back({between(1 - number->value - decade + 1, 1 - number->value), before});
        return;
    }
    cursor.take(Role::AfterChrist);
    Part part = yearPart(number->value);
    if (number->value % centuryYears == 0) { // the 1800s are a century to some, a decade to others
        part.openDigits = 2;
        part.isSafe = false;
        reads.push_back({part, cursor});
    }
    part.openDigits = 1;
    reads.push_back({part, cursor});
}

void addAgo(const Count &count, Counting counting, bool isSafe, const TokenCursor &rest, Reads &reads) {
    constexpr std::int64_t mostYears = 20'000'000'000;
    const std::int64_t scale = powerOfTen(count.decimals);
    if (count.value > mostYears * scale / counting.unit || count.value * counting.unit % scale != 0) {
        return;
    }
    Part part = yearPart(counting.from - count.value * counting.unit / scale, isSafe);
    part.counting = counting;
    reads.push_back({part, rest});
}

/// 66 Ma, 66 million years ago, vor 66 Millionen Jahren, 10,000 BP
void readAgo(TokenCursor cursor, Reads &reads) {
    constexpr int million = 6;
    constexpr std::int64_t fewest = 5'000; // years, or it would be counted from today
    constexpr std::int64_t present = 1950;
    constexpr std::int64_t now = 2000;
    const bool isAgo = cursor.take(Role::AgoBefore).has_value();
    for (const Count &count : countsAt(cursor)) {
        TokenCursor rest = count.rest;
        if (TokenCursor behind = rest; count.decimals == 0 && behind.take(Role::BeforePresent)) {
            addAgo(count, {present, 1}, false, behind, reads);
            continue;
        }
        std::optional<int> exponent = rest.take(Role::Scale);
        const bool isShort = exponent.has_value();
        exponent = isShort ? exponent : rest.take(Role::ScaleWord);
        if (!exponent) {
            continue;
        }
        const std::int64_t unit = powerOfTen(*exponent);
        TokenCursor behind = rest;
        if (behind.take(Role::BeforePresent) && *exponent < million) {
            addAgo(count, {present, unit}, false, behind, reads);
        } else if ((rest.take(Role::Ago) || isAgo || isShort) &&
                   count.value * unit / powerOfTen(count.decimals) >= fewest) {
            addAgo(count, {*exponent < million ? now : 0, unit, !isShort}, *exponent >= million, rest, reads);
        }
    }
}

} // namespace

void readYear(TokenCursor cursor, Reads &reads) {
    constexpr int mostDigits = 4;
    constexpr std::int64_t mostYears = 20'000'000'000;
    TokenCursor counted = cursor;
    const bool isBeforeFirst = counted.take(Role::BeforeChrist).has_value();
    const bool isAfterFirst = !isBeforeFirst && counted.take(Role::AfterChrist);
    for (const Count &count : countsAt(counted)) {
        if (count.value < 1 || count.value > mostYears || count.decimals > 0) {
            continue;
        }
        TokenCursor rest = count.rest;
        const bool isBefore = isBeforeFirst || (!isAfterFirst && rest.take(Role::BeforeChrist));
        const bool isAfter = !isBefore && (isAfterFirst || rest.take(Role::AfterChrist));
        if (isBefore) {
            reads.push_back({beforeChrist(count.value), rest});
        } else if (isAfter && count.digits <= mostDigits) {
            reads.push_back({yearPart(count.value), rest});
            reads.back().part.hasEra = true;
        }
    }
    if (const auto number = cursor.takeNumber(mostDigits - 1, mostDigits); number && number->value > 0) {
        reads.push_back({yearPart(number->value), cursor});
    }
}

void readYears(TokenCursor cursor, Reads &reads) {
    readYear(cursor, reads);
    readDecades(cursor, reads);
    readCenturies(cursor, reads);
    readAgo(cursor, reads);
    for (const Count &count : countsAt(cursor)) { // "10,000" of "10,000 - 8,000 BC"
        if (count.rest.atEnd() && count.rest.rest().size() + 1 < cursor.rest().size()) {
            Part part;
            part.number = count.value;
            part.digits = count.digits;
            part.decimals = count.decimals;
            reads.push_back({part, count.rest});
        }
    }
    if (TokenCursor ahead = cursor; ahead.take(u'-') && !ahead.isSpaced()) { // counted one way or the other
        if (const auto number = ahead.takeNumber(1, 4); number && number->value > 0) {
            reads.push_back({yearPart(1 - number->value, false), ahead});
            reads.push_back({yearPart(-number->value, false), ahead});
        }
    }
}

} // namespace timeline::phrases
