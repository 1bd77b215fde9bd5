// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/edtf_date.h"

namespace timeline::edtf {

namespace {

constexpr const char *hourExpected =
    QT_TRANSLATE_NOOP("timeline::Words", "an hour from 00 to 23, or 24:00:00");
constexpr const char *minuteExpected = QT_TRANSLATE_NOOP("timeline::Words", "minutes from 00 to 59");
// The axis has no leap seconds, and the specification's grammar neither.
constexpr const char *secondExpected = QT_TRANSLATE_NOOP("timeline::Words", "seconds from 00 to 59");
constexpr const char *shiftExpected =
    QT_TRANSLATE_NOOP("timeline::Words", "Z, or a shift from UTC from -14:00 to +14:00 such as +05:30");

bool readTwoDigits(Cursor &cursor, int most, int &value, const char *expected) {
    const std::size_t start = cursor.position();
    value = 0;
    for (int digit = 0; digit < 2; ++digit) {
        if (!isDigit(cursor.next())) {
            return cursor.fail(expected);
        }
        value = value * 10 + (cursor.next() - '0');
        cursor.skip();
    }
    return value <= most || cursor.failAt(start, expected);
}

/// ".25" is ten milliseconds wide; digits behind the third are finer than an Instant is.
bool readFraction(Cursor &cursor, TimeOfDay &time) {
    if (!isDigit(cursor.next())) {
        return cursor.fail(QT_TRANSLATE_NOOP("timeline::Words", "digits of a second"));
    }
    int unit = 1000;
    const std::size_t start = cursor.position();
    while (isDigit(cursor.next())) {
        unit /= 10;
        time.millisecond += unit * (cursor.next() - '0');
        time.widthMilliseconds = unit > 0 ? unit : 1;
        cursor.skip();
    }
    time.fraction = cursor.from(start);
    return true;
}

bool readShift(Cursor &cursor, TimeOfDay &time) {
    if (cursor.take('Z')) {
        time.isZoned = true;
        return true;
    }
    const std::size_t start = cursor.position();
    const bool isWest = cursor.take('-');
    if (!isWest && !cursor.take('+')) {
        return true;
    }
    int hours = 0;
    int minutes = 0;
    if (!readTwoDigits(cursor, 14, hours, shiftExpected)) {
        return false;
    }
    if (cursor.take(':') && !readTwoDigits(cursor, 59, minutes, shiftExpected)) {
        return false;
    }
    const int seconds = hours * 3600 + minutes * 60;
    // ISO 8601 has no "-00:00"; the farthest zone that there is, is 14 hours.
    if (seconds > 14 * 3600 || (isWest && seconds == 0)) {
        return cursor.failAt(start, shiftExpected);
    }
    time.shiftSeconds = isWest ? -seconds : seconds;
    time.isZoned = true;
    return true;
}

} // namespace

bool readTime(Cursor &cursor, DateSyntax syntax, TimeOfDay &time) {
    const std::size_t start = cursor.position();
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!readTwoDigits(cursor, 24, hour, hourExpected)) {
        return false;
    }
    if (!cursor.take(':')) {
        return cursor.fail(minuteExpected);
    }
    if (!readTwoDigits(cursor, 59, minute, minuteExpected)) {
        return false;
    }
    if (cursor.take(':')) {
        if (!readTwoDigits(cursor, 59, second, secondExpected)) {
            return false;
        }
        if (syntax == DateSyntax::EventsFile && cursor.take('.') && !readFraction(cursor, time)) {
            return false;
        }
    } else if (syntax == DateSyntax::EventsFile) {
        time.widthMilliseconds = 60'000;
    } else {
        return cursor.fail(secondExpected);
    }
    if (hour == 24 && (minute != 0 || second != 0 || time.millisecond != 0)) {
        return cursor.failAt(start, hourExpected);
    }
    time.secondOfDay = hour * 3600 + minute * 60 + second;
    return readShift(cursor, time);
}

} // namespace timeline::edtf
