// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/calendar.h"
#include "time/phrases/phrase_points.h"

namespace timeline::phrases {

namespace {

constexpr int centuryYears = 100;
constexpr int decadeYears = 10;

/// The years of a century or a decade; people begin centuries with their first year, digits with zero.
std::optional<std::pair<std::int64_t, int>> yearsOf(const Part &part) {
    const Day first = firstOf(part);
    const std::int64_t count = lastOf(part).year - first.year + 1;
    if (first.month != 0 || (count != centuryYears && count != decadeYears)) {
        return std::nullopt;
    }
    const bool isFromZero = part.openDigits == 2 && part.day.year >= 0;
    return std::pair(first.year + (isFromZero ? 1 : 0), static_cast<int>(count));
}

std::optional<Part> stretchOf(const Part &part, const Day &first, const Day &last) {
    Part inside = part;
    inside.day = first;
    inside.last = last;
    inside.openDigits = 0;
    inside.isSafe = false;
    return inside;
}

/// Early, mid or late in it: a third, and of years the one that two of them share.
std::optional<Part> third(const Part &part, int which) {
    const Day day = part.day;
    if (const auto years = yearsOf(part)) {
        const int step = years->second / 3;
        const std::int64_t first = years->first + std::int64_t{step} * (which - 1);
        return stretchOf(part, {first, 0, 0}, {first + step, 0, 0});
    }
    if (!part.isWhole() || part.last || part.openDigits > 0 || day.day != 0 || day.month > 12) {
        return std::nullopt;
    }
    if (day.month == 0) {
        constexpr int months = 4;
        return stretchOf(part, {day.year, (which - 1) * months + 1, 0}, {day.year, which * months, 0});
    }
    constexpr int days = 10;
    const int last = which == 3 ? daysInMonth(day.year, day.month) : which * days;
    return stretchOf(part, {day.year, day.month, (which - 1) * days + 1}, {day.year, day.month, last});
}

/// One of so many equal pieces.
std::optional<Part> piece(const Part &part, int which, int count) {
    const auto years = yearsOf(part);
    if (!years || years->second % count != 0 || which < 1 || which > count) {
        return std::nullopt;
    }
    const int length = years->second / count;
    const std::int64_t first = years->first + std::int64_t{length} * (which - 1);
    return stretchOf(part, {first, 0, 0}, {first + length - 1, 0, 0});
}

void takeSeparators(TokenCursor &cursor) {
    cursor.take(u'-');
    cursor.takeAll(Role::Filler);
}

} // namespace

void readPartsOf(TokenCursor cursor, Reads &reads) {
    Reads whole;
    TokenCursor ahead = cursor;
    if (const auto which = ahead.take(Role::PartOf)) {
        takeSeparators(ahead);
        readYears(ahead, whole);
        readNamed(ahead, whole);
        for (const Read &read : whole) {
            if (const auto part = third(read.part, *which)) {
                reads.push_back({*part, read.rest});
            }
        }
        return;
    }
    constexpr int last = 4;
    std::optional<int> which = cursor.takeOrdinalOrLast();
    if (!which) {
        const auto number = cursor.takeNumber(1, 1);
        which = number ? std::optional(static_cast<int>(number->value)) : std::nullopt;
        cursor.take(u'.');
        if (!cursor.isSpaced()) {
            cursor.take(Role::OrdinalEnd);
        }
    }
    const bool isHalf = cursor.take(Role::HalfOf).has_value();
    if (!which || (!isHalf && !cursor.take(Role::Quarter))) {
        return;
    }
    takeSeparators(cursor);
    readYears(cursor, whole);
    for (const Read &read : whole) {
        const auto part =
            isHalf ? piece(read.part, *which == last ? 2 : *which, 2) : piece(read.part, *which, 4);
        if (part) {
            reads.push_back({*part, read.rest});
        }
    }
}

} // namespace timeline::phrases
