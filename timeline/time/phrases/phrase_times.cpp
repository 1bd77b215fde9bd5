// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/names.h"
#include "time/phrases/phrase_points.h"

using namespace Qt::StringLiterals;

namespace timeline::phrases {

namespace {

/// "+02:00", "+0200", "+2"; empty where there is none.
QString takeShift(TokenCursor &cursor) {
    TokenCursor ahead = cursor;
    const QChar sign = ahead.takeOneOf(u"+-");
    const bool isParted = ahead.isSpaced(); // "10:00 - 12:00"
    const auto hours = sign.isNull() ? std::nullopt : ahead.takeNumber(1, 4);
    if (!hours || hours->digits == 3 || isParted) {
        return {};
    }
    QString shift = sign + (hours->digits == 4 ? names::padded(hours->value / 100, 2) + u':' +
                                                     names::padded(hours->value % 100, 2)
                                               : names::padded(hours->value, 2) + u":00"_s);
    if (TokenCursor minutes = ahead; hours->digits <= 2 && minutes.take(u':')) {
        if (const auto number = minutes.takeNumber(2, 2)) {
            shift = shift.first(4) + names::padded(number->value, 2);
            ahead = minutes;
        }
    }
    cursor = ahead;
    return shift == "-00:00"_L1 || shift == "+00:00"_L1 ? u"Z"_s : shift;
}

QString shiftOf(int minutes) {
    constexpr int hour = 60;
    return minutes == 0 ? u"Z"_s
                        : (minutes < 0 ? u'-' : u'+') + names::padded(std::abs(minutes) / hour, 2) + u':' +
                              names::padded(std::abs(minutes) % hour, 2);
}

void takeZone(TokenCursor &cursor, Part &part) {
    if (cursor.take(Role::Utc)) {
        const QString shift = takeShift(cursor);
        part.zone = shift.isEmpty() ? u"Z"_s : shift;
    } else if (const TokenCursor before = cursor; const auto minutes = cursor.take(Role::Zone)) {
        part.isSafe = false; // which shift it was depends on where, and on how exactly people say it
        part.zone = shiftOf(*minutes);
        for (const Role role : {Role::SecondZone, Role::ThirdZone}) {
            if (const auto other = TokenCursor(before).take(role)) {
                part.otherZones += shiftOf(*other);
            }
        }
    } else {
        const bool isDash = cursor.nextIs(u'-') && !cursor.isSpaced() && part.time.size() == 5;
        part.zone = takeShift(cursor);
        part.mayEndInTime = isDash && part.zone.size() == 6; // "22:00-06:00"
        part.isSafe &= !part.mayEndInTime;
    }
}

/// The fraction of a second, with its point; empty where there is none.
QString takeFraction(TokenCursor &cursor) {
    TokenCursor ahead = cursor;
    if (ahead.takeOneOf(u".,").isNull() || !ahead.nextIsNumber() || ahead.isSpaced()) {
        return {};
    }
    const QString digits = ahead.rest().front().text;
    ahead = TokenCursor(ahead.rest().subspan(1));
    cursor = ahead;
    return u'.' + digits;
}

/// "103005" behind a T.
std::optional<QString> compactTime(const TokenCursor &cursor) {
    const QString digits = cursor.nextIsNumber() ? cursor.rest().front().text : QString();
    return digits.size() == 4 ? std::optional(digits.first(2) + u':' + digits.last(2))
           : digits.size() == 6
               ? std::optional(digits.first(2) + u':' + digits.sliced(2, 2) + u':' + digits.last(2))
               : std::nullopt;
}

} // namespace

std::optional<Part> takeTime(TokenCursor &cursor, bool mayBeCompact) {
    constexpr int noon = 12;
    TokenCursor ahead = cursor;
    Part part;
    if (const auto compact = mayBeCompact ? compactTime(ahead) : std::nullopt) {
        part.time = *compact;
        ahead = TokenCursor(ahead.rest().subspan(1));
        part.time += takeFraction(ahead);
    } else {
        const auto hours = ahead.takeNumber(1, 2);
        if (!hours) {
            return std::nullopt;
        }
        bool saysTime = false;
        QString rest = u":00"_s;
        TokenCursor minutes = ahead;
        const bool isPoint = minutes.nextIs(u'.');
        if (minutes.take(u':') || minutes.take(u'.') || minutes.take(Role::Hours)) {
            if (const auto number = minutes.takeNumber(2, 2)) {
                saysTime = !isPoint;
                rest = u':' + names::padded(number->value, 2);
                ahead = minutes;
                TokenCursor seconds = ahead;
                if (seconds.take(u':')) {
                    if (const auto second = seconds.takeNumber(2, 2)) {
                        rest += u':' + names::padded(second->value, 2) + takeFraction(seconds);
                        ahead = seconds;
                    }
                }
            }
        }
        std::int64_t hour = hours->value;
        if (const auto half = ahead.take(Role::HalfDay)) {
            if (hour < 1 || hour > noon) {
                return std::nullopt;
            }
            hour = hour % noon + *half;
            part.hasHalf = true;
            saysTime = true;
        }
        saysTime |= ahead.take(Role::Hours).has_value();
        if (!saysTime) {
            return std::nullopt;
        }
        part.time = names::padded(hour, 2) + rest;
    }
    takeZone(ahead, part);
    cursor = ahead;
    return part;
}

} // namespace timeline::phrases
