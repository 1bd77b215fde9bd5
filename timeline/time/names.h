// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/calendar.h"

#include <QCoreApplication>
#include <QString>

/// Names of months, days and years for readers; the same in every locale, so that pictures are, and
/// translatable.
namespace timeline::names {

/// Where the words of this library are translated: Words::tr().
struct Words {
    Q_DECLARE_TR_FUNCTIONS(timeline::Words)
};

/// Years before this one are counted back from 2000 in ka, Ma and Ga; it is 10,000 BCE.
constexpr std::int64_t firstHistoricYear = -9999;
constexpr std::int64_t yearCountedBackFrom = 2000;

QString month(int month);      ///< "March"
QString shortMonth(int month); ///< "Mar"

/// "2024", "476 CE", "44 BCE", "66 Ma": exact, so that different years have different names.
QString year(std::int64_t astronomicalYear);

/// The same without "66 Ma": "66,000,000 BCE".
QString yearOfEra(std::int64_t astronomicalYear);

/// "66 Ma", "13.8 Ga", "12 ka" for a number of years, without rounding.
QString deepYears(std::int64_t years);

QString monthOfYear(std::int64_t year, int month);   ///< "March 2024"
QString quarterOfYear(std::int64_t year, int month); ///< "Q3 2024"
QString day(CivilDate date);                         ///< "12 March 2024"

QString hoursMinutes(const CivilTime &time); ///< "14:30"
QString seconds(const CivilTime &time);      ///< "14:30:05"
QString milliseconds(const CivilTime &time); ///< "14:30:05.250"
QString dayAndTime(CivilDate date, const QString &time);

/// With so many digits at least, zeros before: "07".
QString padded(std::int64_t number, int width);

/// Digits in groups of three from 10,000 on: "9999", "10,000".
QString grouped(std::int64_t number);

} // namespace timeline::names
