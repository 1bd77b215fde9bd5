// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/calendar.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace timeline::phrases {

/// A year, a month or a day; a month of 21 to 41 is a season or the like. 0: not said.
struct Day {
    std::int64_t year = 0; ///< astronomical
    int month = 0;
    int day = 0;
};

/// Years counted back from one: 44 BC is 1 - 44.
struct Counting {
    std::int64_t from = 1;
    std::int64_t unit = 1;
    bool isRough = false; ///< "66 million years ago"
};

/// Whether of two numbers the day or the month comes first, where that had to be chosen.
enum class Order : std::uint8_t { Clear, DayFirst, MonthFirst };

/// One date as far as a part of a phrase tells it; what it leaves out, another part may say.
struct Part {
    Day day;
    bool hasYear = false;
    std::optional<Day> last;   ///< one time from `day` to this, as precise
    bool isStretch = false;    ///< all of the time from `day` to `last`
    int openDigits = 0;        ///< of the year: 1 for a decade, 2 for a century
    QString time;              ///< "20:00", "20:00:05.250"
    QString zone;              ///< "Z", "+02:00"
    QStringList otherZones;    ///< that are meant elsewhere
    bool hasHalf = false;      ///< "PM" is said
    bool hasEra = false;       ///< "AD" is said
    bool mayEndInTime = false; ///< what was read as the zone: "03:00-05:00"
    bool isAbout = false;
    bool isUncertain = false;
    bool isSafe = true; ///< can be meant in no other way
    Order order = Order::Clear;
    std::optional<Counting> counting;
    std::int64_t number = 0; ///< of what says a number and nothing else
    int digits = 0;          ///< of that; 0: it says something else
    int decimals = 0;        ///< of these, how many are behind the point

    bool isWhole() const { return hasYear && digits == 0 && (day.day == 0 || day.month != 0); }
    bool isYear() const { return isWhole() && day.month == 0 && !last && openDigits == 0; }
    bool isRough() const { return isAbout || (counting && counting->isRough); }
    bool isQualified() const { return isRough() || isUncertain; }
};
using Parts = std::vector<Part>;

bool isDate(const QString &edtf);

QString text(const Day &day);
QString qualifierOf(const Part &part); ///< "~", "?" or "%"
/// Of what is whole; empty where EDTF has no such date.
QString text(const Part &part);
/// The end of an interval: one time of several is about its outermost.
QString textOfEnd(const Part &part, bool isLast);

/// Makes it the years of a century: 1700 to 1799 are the 18th, as people count them with digits; the first
/// has no digits that all its years begin with.
void setCentury(Part &part, std::int64_t number, bool isBeforeChrist);

/// The first and the last year, month or day of it, without qualifiers. A season has months.
Day firstOf(const Part &part);
Day lastOf(const Part &part);
/// The day that comes so many after one.
Day dayAfter(Day day, std::int64_t days);
/// Monday is 1.
int weekdayOf(Day day);
/// The one before or after, as precise; of no meaning for a time of day.
Day neighbour(Day day, int step);
/// The same as a month or day: the first or last one of it.
Day refined(Day day, const Day &like, bool isLast);

/// `part` with what it does not say and `other` does; nothing where it still lacks something.
std::optional<Part> completed(Part part, const Part &other);

} // namespace timeline::phrases
