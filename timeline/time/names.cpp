// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/names.h"

#include <array>

using namespace Qt::StringLiterals;

namespace timeline::names {

namespace {

/// `number` / 10^`places`, without zeros at the end.
QString decimal(std::int64_t number, int places) {
    QString digits = padded(number, places + 1);
    digits.insert(digits.size() - places, u'.');
    while (digits.endsWith(u'0')) {
        digits.chop(1);
    }
    if (digits.endsWith(u'.')) {
        digits.chop(1);
    }
    return digits;
}

} // namespace

QString month(int month) {
    static constexpr std::array<const char *, 12> texts = {
        QT_TRANSLATE_NOOP("timeline::Words", "January"),   QT_TRANSLATE_NOOP("timeline::Words", "February"),
        QT_TRANSLATE_NOOP("timeline::Words", "March"),     QT_TRANSLATE_NOOP("timeline::Words", "April"),
        QT_TRANSLATE_NOOP("timeline::Words", "May"),       QT_TRANSLATE_NOOP("timeline::Words", "June"),
        QT_TRANSLATE_NOOP("timeline::Words", "July"),      QT_TRANSLATE_NOOP("timeline::Words", "August"),
        QT_TRANSLATE_NOOP("timeline::Words", "September"), QT_TRANSLATE_NOOP("timeline::Words", "October"),
        QT_TRANSLATE_NOOP("timeline::Words", "November"),  QT_TRANSLATE_NOOP("timeline::Words", "December")};
    return Words::tr(texts.at(static_cast<std::size_t>(month - 1)));
}

QString shortMonth(int month) {
    static constexpr std::array<const char *, 12> texts = {
        QT_TRANSLATE_NOOP("timeline::Words", "Jan"), QT_TRANSLATE_NOOP("timeline::Words", "Feb"),
        QT_TRANSLATE_NOOP("timeline::Words", "Mar"), QT_TRANSLATE_NOOP("timeline::Words", "Apr"),
        QT_TRANSLATE_NOOP("timeline::Words", "May"), QT_TRANSLATE_NOOP("timeline::Words", "Jun"),
        QT_TRANSLATE_NOOP("timeline::Words", "Jul"), QT_TRANSLATE_NOOP("timeline::Words", "Aug"),
        QT_TRANSLATE_NOOP("timeline::Words", "Sep"), QT_TRANSLATE_NOOP("timeline::Words", "Oct"),
        QT_TRANSLATE_NOOP("timeline::Words", "Nov"), QT_TRANSLATE_NOOP("timeline::Words", "Dec")};
    return Words::tr(texts.at(static_cast<std::size_t>(month - 1)));
}

QString padded(std::int64_t number, int width) {
    return QString::number(number).rightJustified(width, u'0');
}

QString grouped(std::int64_t number) {
    QString digits = QString::number(number);
    const qsizetype signs = number < 0 ? 1 : 0;
    if (digits.size() - signs < 5) {
        return digits;
    }
    for (qsizetype at = digits.size() - 3; at > signs; at -= 3) {
        digits.insert(at, u',');
    }
    return digits;
}

QString deepYears(std::int64_t years) {
    if (years < 1'000'000) {
        return Words::tr("%1 ka", "thousand years").arg(decimal(years, 3));
    }
    if (years < 1'000'000'000) {
        return Words::tr("%1 Ma", "million years").arg(decimal(years, 6));
    }
    return Words::tr("%1 Ga", "billion years").arg(decimal(years, 9));
}

QString year(std::int64_t astronomicalYear) {
    return astronomicalYear < firstHistoricYear ? deepYears(yearCountedBackFrom - astronomicalYear)
                                                : yearOfEra(astronomicalYear);
}

QString yearOfEra(std::int64_t astronomicalYear) {
    if (astronomicalYear < 1) {
        return Words::tr("%1 BCE").arg(grouped(1 - astronomicalYear));
    }
    // A small number alone does not look like a year.
    return astronomicalYear < 1000 ? Words::tr("%1 CE").arg(astronomicalYear) : grouped(astronomicalYear);
}

QString monthOfYear(std::int64_t yearNumber, int monthNumber) {
    return Words::tr("%1 %2", "month, year").arg(month(monthNumber), year(yearNumber));
}

QString quarterOfYear(std::int64_t yearNumber, int monthNumber) {
    return Words::tr("Q%1 %2", "quarter, year").arg(QString::number((monthNumber + 2) / 3), year(yearNumber));
}

QString day(CivilDate date) {
    return Words::tr("%1 %2 %3", "day, month, year")
        .arg(QString::number(date.day), month(date.month), year(date.year));
}

QString hoursMinutes(const CivilTime &time) {
    return padded(time.hour, 2) + u':' + padded(time.minute, 2);
}

QString seconds(const CivilTime &time) {
    return hoursMinutes(time) + u':' + padded(time.second, 2);
}

QString milliseconds(const CivilTime &time) {
    return seconds(time) + u'.' + QString::number(time.millisecond).rightJustified(3, u'0');
}

QString dayAndTime(CivilDate date, const QString &time) {
    return Words::tr("%1 %2", "day, time").arg(day(date), time);
}

} // namespace timeline::names
