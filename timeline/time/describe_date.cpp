// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/describe_date.h"

#include "time/names.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace timeline::edtf {

namespace {

/// The year of a prefixed form. So many zeros that the 2000 years from year 0 to 2000 do not matter make it a
/// number of years ago: Y-17E7 is 170 Ma. Otherwise it is the year exactly: Y-12345 is 12,346 BCE.
QString longYearName(const DatePart &date) {
    if (!date.isBeforeYear0) {
        return names::grouped(date.longYear);
    }
    if (date.longYear % 10'000 == 0) {
        return names::deepYears(date.longYear);
    }
    return names::Words::tr("%1 BCE").arg(names::grouped(date.longYear + 1));
}

QString rangeOfYears(YearRange years) {
    if (years.last < 1) {
        return names::Words::tr("%1 to %2 BCE", "years")
            .arg(names::grouped(1 - years.first), names::grouped(1 - years.last));
    }
    return names::Words::tr("%1 to %2", "years").arg(names::year(years.first), names::year(years.last));
}

/// Below 100 "10s" would be no years to a reader, and the first decade begins in 1 BCE.
bool isDecade(const DatePart &date) {
    return date.year.unspecified == 0b0001 && date.year.value >= 100 && !date.isBeforeYear0;
}

bool isCenturyOrMillennium(const DatePart &date) {
    return date.year.unspecified == 0b0001 || date.year.unspecified == 0b0011 ||
           date.year.unspecified == 0b0111;
}

/// A year that has an X, as the end of "some month of …".
QString unspecifiedYear(const DatePart &date) {
    if (date.year.unspecified == 0b1111) {
        return names::Words::tr("some year");
    }
    if (isDecade(date)) {
        return names::Words::tr("some year in the %1s", "1560s").arg(date.year.value);
    }
    if (isCenturyOrMillennium(date)) {
        return names::Words::tr("some year from %1").arg(rangeOfYears(yearRange(date)));
    }
    QString digits;
    for (int place = 1000, bit = 8; place > 0; place /= 10, bit /= 2) {
        digits += (date.year.unspecified & bit) != 0 ? u'X' : QChar(u'0' + date.year.value / place % 10);
    }
    return names::Words::tr("some year %1", "19X5").arg(date.isBeforeYear0 ? u'-' + digits : digits);
}

QString yearName(const DatePart &date) {
    QString name;
    if (date.yearForm != YearForm::FourDigits) {
        name = longYearName(date);
    } else if (date.year.isFixed()) {
        name = names::year(date.isBeforeYear0 ? -date.year.value : date.year.value);
    } else {
        return unspecifiedYear(date);
    }
    return date.significantDigits == 0 ? name
                                       : names::Words::tr("about %1 (%2)", "1950 (1900 to 1999)")
                                             .arg(name, rangeOfYears(yearRange(date)));
}

/// "1560s" reads better than "some year in the 1560s" where nothing follows.
QString yearAlone(const DatePart &date) {
    return isDecade(date) ? names::Words::tr("%1s", "1560s").arg(date.year.value) : yearName(date);
}

QString seasonName(const DatePart &date) {
    static constexpr std::array<const char *, 21> texts = {
        QT_TRANSLATE_NOOP("timeline::Words", "spring %1"),
        QT_TRANSLATE_NOOP("timeline::Words", "summer %1"),
        QT_TRANSLATE_NOOP("timeline::Words", "autumn %1"),
        QT_TRANSLATE_NOOP("timeline::Words", "winter %1"),
        QT_TRANSLATE_NOOP("timeline::Words", "spring %1 (northern hemisphere)"),
        QT_TRANSLATE_NOOP("timeline::Words", "summer %1 (northern hemisphere)"),
        QT_TRANSLATE_NOOP("timeline::Words", "autumn %1 (northern hemisphere)"),
        QT_TRANSLATE_NOOP("timeline::Words", "winter %1 (northern hemisphere)"),
        QT_TRANSLATE_NOOP("timeline::Words", "spring %1 (southern hemisphere)"),
        QT_TRANSLATE_NOOP("timeline::Words", "summer %1 (southern hemisphere)"),
        QT_TRANSLATE_NOOP("timeline::Words", "autumn %1 (southern hemisphere)"),
        QT_TRANSLATE_NOOP("timeline::Words", "winter %1 (southern hemisphere)"),
        QT_TRANSLATE_NOOP("timeline::Words", "first quarter of %1"),
        QT_TRANSLATE_NOOP("timeline::Words", "second quarter of %1"),
        QT_TRANSLATE_NOOP("timeline::Words", "third quarter of %1"),
        QT_TRANSLATE_NOOP("timeline::Words", "fourth quarter of %1"),
        QT_TRANSLATE_NOOP("timeline::Words", "January to April %1"),
        QT_TRANSLATE_NOOP("timeline::Words", "May to August %1"),
        QT_TRANSLATE_NOOP("timeline::Words", "September to December %1"),
        QT_TRANSLATE_NOOP("timeline::Words", "first half of %1"),
        QT_TRANSLATE_NOOP("timeline::Words", "second half of %1"),
    };
    return names::Words::tr(texts.at(static_cast<std::size_t>(date.month.value - 21))).arg(yearName(date));
}

/// The numbers that fit a pattern with an X: "some day from 10 to 19" where they follow each other, else "1,
/// 11 or 21".
template <class Name>
QString choices(const DigitPattern &pattern, int most, Name name, const char *someFromTo) {
    QStringList fitting;
    int first = 0;
    int last = 0;
    for (int number = 1; number <= most; ++number) {
        if (pattern.matches(number)) {
            fitting << name(number);
            first = first == 0 ? number : first;
            last = number;
        }
    }
    if (fitting.size() > 2 && last - first + 1 == fitting.size()) {
        return names::Words::tr(someFromTo).arg(fitting.first(), fitting.last());
    }
    const QString final = fitting.takeLast();
    return fitting.isEmpty()
               ? final
               : names::Words::tr("%1 or %2", "months or days").arg(fitting.join(u", "_s), final);
}

bool isWhollyUnspecified(const DigitPattern &pattern) {
    return pattern.unspecified == 0b11;
}

/// The month with its year: "March 2024", "some month of 2004", "October to December 1984".
QString monthName(const DatePart &date) {
    const QString year = yearName(date);
    if (date.month.isFixed() && date.year.isFixed()) {
        return names::Words::tr("%1 %2", "month, year").arg(names::month(date.month.value), year);
    }
    if (isWhollyUnspecified(date.month)) {
        return names::Words::tr("some month of %1", "some month of 2004").arg(year);
    }
    const QString month = choices(date.month, 12, names::month,
                                  QT_TRANSLATE_NOOP("timeline::Words", "some month from %1 to %2"));
    return date.year.isFixed() ? names::Words::tr("%1 %2", "month, year").arg(month, year)
                               : names::Words::tr("%1 of %2", "December of some year").arg(month, year);
}

/// 30 for April, 29 for a February of some year.
int mostDays(const DatePart &date) {
    constexpr std::int64_t someLeapYear = 2000;
    return date.month.isFixed()
               ? daysInMonth(date.year.isFixed() ? yearRange(date).first : someLeapYear, date.month.value)
               : 31;
}

QString dayName(const DatePart &date) {
    if (isWhollyUnspecified(date.day)) {
        const QString within = isWhollyUnspecified(date.month) ? yearName(date) : monthName(date);
        return names::Words::tr("some day of %1", "some day of April 1985").arg(within);
    }
    const QString day = choices(
        date.day, mostDays(date), [](int number) { return QString::number(number); },
        QT_TRANSLATE_NOOP("timeline::Words", "some day from %1 to %2"));
    if (!isWhollyUnspecified(date.month)) {
        return names::Words::tr("%1 %2", "day, month").arg(day, monthName(date));
    }
    return (day.front().isDigit() ? names::Words::tr("day %1 of %2", "day 25 of some month")
                                  : names::Words::tr("%1 of %2", "some day from 10 to 19 of some month"))
        .arg(day, monthName(date));
}

QString unqualifiedName(const DatePart &date) {
    switch (date.precision) {
    case Precision::Year:
        return yearAlone(date);
    case Precision::Month:
        return monthName(date);
    case Precision::Season:
        return seasonName(date);
    case Precision::Day:
        return dayName(date);
    case Precision::Time:
        break;
    }
    return names::Words::tr("%1 %2", "day, time").arg(dayName(date), describe(date.time));
}

std::size_t partCount(const DatePart &date) {
    if (date.precision == Precision::Year) {
        return 1;
    }
    return date.precision == Precision::Month || date.precision == Precision::Season ? 2 : 3;
}

bool isQualifiedAsAWhole(const DatePart &date) {
    for (std::size_t part = 1; part < partCount(date); ++part) {
        if (date.qualifiers.at(part) != date.qualifiers.at(0)) {
            return false;
        }
    }
    return true;
}

QString aboutName(const DatePart &date, const QString &name) {
    if (date.significantDigits != 0) {
        return name; // it says "about" already
    }
    return date.precision == Precision::Year && isDecade(date)
               ? names::Words::tr("about the %1", "1560s").arg(name)
               : names::Words::tr("about %1").arg(name);
}

/// What may be said of some parts of a date: by the parts, a bit each (4 is the day), or 0 for the season,
/// and by the qualifier less one. All parts of a date are never told of one by one.
constexpr std::array<std::array<const char *, 3>, 7> partTexts = {{
    {QT_TRANSLATE_NOOP("timeline::Words", "season uncertain"),
     QT_TRANSLATE_NOOP("timeline::Words", "season approximate"),
     QT_TRANSLATE_NOOP("timeline::Words", "season approximate and uncertain")},
    {QT_TRANSLATE_NOOP("timeline::Words", "year uncertain"),
     QT_TRANSLATE_NOOP("timeline::Words", "year approximate"),
     QT_TRANSLATE_NOOP("timeline::Words", "year approximate and uncertain")},
    {QT_TRANSLATE_NOOP("timeline::Words", "month uncertain"),
     QT_TRANSLATE_NOOP("timeline::Words", "month approximate"),
     QT_TRANSLATE_NOOP("timeline::Words", "month approximate and uncertain")},
    {QT_TRANSLATE_NOOP("timeline::Words", "year and month uncertain"),
     QT_TRANSLATE_NOOP("timeline::Words", "year and month approximate"),
     QT_TRANSLATE_NOOP("timeline::Words", "year and month approximate and uncertain")},
    {QT_TRANSLATE_NOOP("timeline::Words", "day uncertain"),
     QT_TRANSLATE_NOOP("timeline::Words", "day approximate"),
     QT_TRANSLATE_NOOP("timeline::Words", "day approximate and uncertain")},
    {QT_TRANSLATE_NOOP("timeline::Words", "year and day uncertain"),
     QT_TRANSLATE_NOOP("timeline::Words", "year and day approximate"),
     QT_TRANSLATE_NOOP("timeline::Words", "year and day approximate and uncertain")},
    {QT_TRANSLATE_NOOP("timeline::Words", "month and day uncertain"),
     QT_TRANSLATE_NOOP("timeline::Words", "month and day approximate"),
     QT_TRANSLATE_NOOP("timeline::Words", "month and day approximate and uncertain")},
}};

/// "year uncertain, day approximate", "year and month approximate"
QString partsQualified(const DatePart &date) {
    QStringList texts;
    for (const Qualifier qualifier : {IsUncertain, IsApproximate, IsBoth}) {
        std::size_t parts = 0;
        for (std::size_t part = 0; part < partCount(date); ++part) {
            parts |= date.qualifiers.at(part) == qualifier ? std::size_t{1} << part : 0;
        }
        const bool isSeason = date.precision == Precision::Season && parts == 2;
        if (parts != 0) {
            const auto &told = partTexts.at(isSeason ? 0 : parts);
            texts << names::Words::tr(told.at(static_cast<std::size_t>(qualifier) - 1));
        }
    }
    return texts.join(u", "_s);
}

/// All that there is of it: no more, since that would be invented, and no less.
QString fractionText(std::string_view digits) {
    constexpr std::size_t most = 60; // are more than anybody can have measured
    const QString text =
        QString::fromLatin1(digits.data(), static_cast<qsizetype>(std::min(digits.size(), most)));
    return digits.size() > most ? text + u'…' : text;
}

} // namespace

bool isPlain(const DatePart &date) {
    return date.anyQualifier() == NotQualified && !date.hasUnspecifiedDigit() && date.significantDigits == 0;
}

QString describe(const TimeOfDay &time) {
    QString text =
        names::padded(time.secondOfDay / 3600, 2) + u':' + names::padded(time.secondOfDay / 60 % 60, 2);
    if (time.widthMilliseconds < 60'000) {
        text += u':' + names::padded(time.secondOfDay % 60, 2);
    }
    if (time.widthMilliseconds < 1000) {
        text += u'.' + fractionText(time.fraction);
    }
    if (time.isZoned) {
        text += u" UTC"_s;
    }
    if (time.shiftSeconds != 0) {
        const int minutes = std::abs(time.shiftSeconds) / 60;
        text += (time.shiftSeconds < 0 ? u'-' : u'+') + names::padded(minutes / 60, 2) + u':' +
                names::padded(minutes % 60, 2);
    }
    return text;
}

QString describe(const DatePart &date, Place place) {
    const QString name = unqualifiedName(date);
    if (!isQualifiedAsAWhole(date)) {
        return names::Words::tr("%1 (%2)", "date, what is uncertain").arg(name, partsQualified(date));
    }
    const std::uint8_t qualifier = date.anyQualifier();
    QString about = (qualifier & IsApproximate) != 0 ? aboutName(date, name) : name;
    if ((qualifier & IsUncertain) == 0) {
        return about;
    }
    return (place == Place::Alone ? names::Words::tr("%1, uncertain") : names::Words::tr("%1 (uncertain)"))
        .arg(about);
}

} // namespace timeline::edtf
