// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/edtf_date.h"

#include <algorithm>

namespace timeline::edtf {

namespace {

constexpr const char *yearExpected = QT_TRANSLATE_NOOP("timeline::Words", "a year of four digits");
constexpr const char *monthExpected =
    QT_TRANSLATE_NOOP("timeline::Words", "a month from 01 to 12 or a season from 21 to 41");
constexpr const char *dayExpected = QT_TRANSLATE_NOOP("timeline::Words", "a day from 01 to 31");

/// Exactly so many digits or X.
bool readDigits(Cursor &cursor, int count, DigitPattern &digits, const char *expected) {
    int value = 0;
    unsigned unspecified = 0;
    for (int digit = 0; digit < count; ++digit) {
        const char letter = cursor.next();
        if (isDigit(letter)) {
            value = value * 10 + (letter - '0');
        } else if (letter == 'X') {
            value *= 10;
            unspecified |= 1U << static_cast<unsigned>(count - 1 - digit);
        } else {
            return cursor.fail(expected);
        }
        cursor.skip();
    }
    digits = {static_cast<std::int16_t>(value), static_cast<std::uint8_t>(unspecified)};
    return true;
}

std::uint8_t takeQualifier(Cursor &cursor) {
    if (cursor.take('?')) {
        return IsUncertain;
    }
    if (cursor.take('~')) {
        return IsApproximate;
    }
    return cursor.take('%') ? IsBoth : NotQualified;
}

/// Reads one date's parts and keeps count of what raises its level.
class DateReader {
public:
    DateReader(Cursor &cursorOfText, DateSyntax dateSyntax, DatePart &datePart)
        : cursor(cursorOfText), syntax(dateSyntax), date(datePart) {}

    bool read() {
        if (!readPart(0, [this] { return readYear(); })) {
            return false;
        }
        if (date.yearForm != YearForm::FourDigits || date.significantDigits != 0 || !cursor.take('-')) {
            return finish();
        }
        if (!readPart(1, [this] { return readMonthOrSeason(); })) {
            return false;
        }
        if (date.precision != Precision::Month || !cursor.take('-')) {
            return finish();
        }
        return readPart(2, [this] { return readDay(); }) && readTimeIfAny() && finish();
    }

private:
    /// One part with the qualifiers beside it: on its left they are its own, on its right they hold for all
    /// so far.
    template <class Read>
    bool readPart(std::size_t index, Read readNumber) {
        hasInnerQualifier = hasInnerQualifier || lastOnRight != NotQualified;
        const std::uint8_t onLeft = takeQualifier(cursor);
        hasInnerQualifier = hasInnerQualifier || onLeft != NotQualified;
        if (!readNumber()) {
            return false;
        }
        lastOnRight = takeQualifier(cursor);
        date.qualifiers.at(index) = onLeft;
        for (std::size_t part = 0; part <= index && lastOnRight != NotQualified; ++part) {
            date.qualifiers.at(part) |= lastOnRight;
        }
        return true;
    }

    bool readYear() {
        start = cursor.position();
        if (cursor.take('Y')) {
            return readPrefixedYear(cursor, date) && readSignificantDigits(cursor, date);
        }
        date.isBeforeYear0 = cursor.take('-');
        if (!readDigits(cursor, 4, date.year, yearExpected)) {
            return false;
        }
        if (isDigit(cursor.next())) {
            return cursor.fail(QT_TRANSLATE_NOOP("timeline::Words",
                                                 "four digits, or Y before a year of more (Y-170000002)"));
        }
        // As in the specification's grammar: year zero has no sign.
        if (date.isBeforeYear0 && date.year.highest() == 0) {
            return cursor.failAt(
                start, QT_TRANSLATE_NOOP("timeline::Words", "0000 without a sign, or a year below it"));
        }
        return readSignificantDigits(cursor, date);
    }

    bool readMonthOrSeason() {
        const std::size_t at = cursor.position();
        if (!readDigits(cursor, 2, date.month, monthExpected)) {
            return false;
        }
        const int value = date.month.lowest();
        date.precision =
            date.month.isFixed() && value >= 21 && value <= 41 ? Precision::Season : Precision::Month;
        const bool isMonth = value <= 12 && date.month.highest() >= 1;
        return date.precision == Precision::Season || isMonth || cursor.failAt(at, monthExpected);
    }

    bool readDay() {
        const std::size_t at = cursor.position();
        date.precision = Precision::Day;
        if (!readDigits(cursor, 2, date.day, dayExpected)) {
            return false;
        }
        return (date.day.lowest() <= 31 && date.day.highest() >= 1) || cursor.failAt(at, dayExpected);
    }

    bool readTimeIfAny() {
        if (cursor.next() != 'T') {
            return true;
        }
        if (date.hasUnspecifiedDigit() || date.anyQualifier() != NotQualified) {
            return cursor.fail(
                QT_TRANSLATE_NOOP("timeline::Words", "no time of day after a date with X, ?, ~ or %"));
        }
        cursor.skip();
        date.precision = Precision::Time;
        return readTime(cursor, syntax, date.time);
    }

    bool finish() {
        date.level =
            std::max({date.level, levelOfYearAndSeason(), levelOfQualifiers(), levelOfUnspecified()});
        return true;
    }

    std::uint8_t levelOfYearAndSeason() const {
        if (date.yearForm == YearForm::Exponential || date.significantDigits != 0) {
            return 2;
        }
        if (date.precision == Precision::Season) {
            return date.month.value <= 24 && date.year.isFixed() ? 1 : 2;
        }
        return date.yearForm == YearForm::Prefixed || date.isBeforeYear0 ? 1 : 0;
    }

    std::uint8_t levelOfQualifiers() const {
        if (hasInnerQualifier) {
            return 2;
        }
        return lastOnRight != NotQualified ? 1 : 0;
    }

    /// Level 1 has 201X and 20XX alone, and months and days of which nothing is known, after a year that is
    /// known.
    std::uint8_t levelOfUnspecified() const {
        if (!date.hasUnspecifiedDigit()) {
            return 0;
        }
        if (date.precision == Precision::Year) {
            return date.year.unspecified == 0b01 || date.year.unspecified == 0b11 ? 1 : 2;
        }
        constexpr std::uint8_t both = 0b11;
        const bool isKnownThenUnknown =
            date.precision == Precision::Month
                ? date.month.unspecified == both
                : date.day.unspecified == both &&
                      (date.month.unspecified == both || date.month.unspecified == 0);
        return date.year.isFixed() && isKnownThenUnknown ? 1 : 2;
    }

    Cursor &cursor;
    DateSyntax syntax;
    DatePart &date;
    std::size_t start = 0;
    std::uint8_t lastOnRight = NotQualified;
    bool hasInnerQualifier = false;
};

} // namespace

bool readDate(Cursor &cursor, DateSyntax syntax, DatePart &date) {
    return DateReader(cursor, syntax, date).read();
}

} // namespace timeline::edtf
