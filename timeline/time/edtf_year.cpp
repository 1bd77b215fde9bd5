// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/edtf_date.h"

#include <algorithm>

namespace timeline::edtf {

namespace {

constexpr std::int64_t farthestYear = 20'000'000'000;
constexpr std::int64_t mostDigits = 99; // more than any year has, whatever the text says
constexpr const char *farthestExpected =
    QT_TRANSLATE_NOOP("timeline::Words", "a year within 20 billion of now");

/// A positive integer without leading zeros. What is above `most` becomes `most` + 1, however long it is.
bool readInteger(Cursor &cursor, std::int64_t most, std::int64_t &value, const char *expected) {
    if (!isDigit(cursor.next()) || cursor.next() == '0') {
        return cursor.fail(expected);
    }
    value = 0;
    while (isDigit(cursor.next())) {
        value = std::min(value * 10 + (cursor.next() - '0'), most + 1);
        cursor.skip();
    }
    return true;
}

int digitCount(std::int64_t value) {
    int count = 1;
    while (value >= 10) {
        value /= 10;
        ++count;
    }
    return count;
}

/// `value` with so many zeros after it, or something beyond the farthest year.
std::int64_t timesPowerOfTen(std::int64_t value, std::int64_t exponent) {
    while (exponent > 0 && value <= farthestYear) {
        value *= 10;
        --exponent;
    }
    return value;
}

} // namespace

bool readPrefixedYear(Cursor &cursor, DatePart &date) {
    date.isBeforeYear0 = cursor.take('-');
    const std::size_t start = cursor.position();
    date.yearForm = YearForm::Prefixed;
    if (!readInteger(cursor, farthestYear, date.longYear,
                     QT_TRANSLATE_NOOP("timeline::Words", "a year of more than four digits"))) {
        return false;
    }
    if (cursor.take('E')) {
        date.yearForm = YearForm::Exponential;
        std::int64_t exponent = 0;
        if (!readInteger(cursor, mostDigits, exponent,
                         QT_TRANSLATE_NOOP("timeline::Words", "an exponent above 0"))) {
            return false;
        }
        date.longYear = timesPowerOfTen(date.longYear, exponent);
    }
    // "When (and only when) the year exceeds four digits."
    if (date.longYear <= 9999) {
        return cursor.failAt(start,
                             QT_TRANSLATE_NOOP("timeline::Words", "a year of more than four digits after Y"));
    }
    return date.longYear <= farthestYear || cursor.failAt(start, farthestExpected);
}

bool readSignificantDigits(Cursor &cursor, DatePart &date) {
    if (cursor.next() != 'S') {
        return true;
    }
    if (!date.year.isFixed()) {
        return cursor.fail(QT_TRANSLATE_NOOP("timeline::Words", "no significant digits after a year with X"));
    }
    cursor.skip();
    const std::size_t start = cursor.position();
    std::int64_t digits = 0;
    if (!readInteger(cursor, mostDigits, digits,
                     QT_TRANSLATE_NOOP("timeline::Words", "how many digits of the year are significant"))) {
        return false;
    }
    date.significantDigits = static_cast<std::uint8_t>(digits);
    const YearRange range = yearRange(date);
    return (range.first >= -farthestYear && range.last <= farthestYear) ||
           cursor.failAt(start, farthestExpected);
}

YearRange yearRange(const DatePart &date) {
    std::int64_t low = date.longYear;
    std::int64_t high = date.longYear;
    if (date.yearForm == YearForm::FourDigits) {
        low = date.year.lowest();
        high = date.year.highest();
    }
    if (date.significantDigits != 0) {
        std::int64_t unit = 1;
        for (int digit = digitCount(low); digit > date.significantDigits; --digit) {
            unit *= 10;
        }
        low = low / unit * unit;
        high = low + unit - 1;
    }
    if (!date.isBeforeYear0) {
        return {low, high};
    }
    // Year zero is not written with a sign: "-000X" ends with -0001, "-00X0" with -0010.
    return {-high, -(low == 0 ? date.year.lowestUnspecifiedPlace() : low)};
}

} // namespace timeline::edtf
