// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/calendar.h"

#include <QDate>
#include <QtTest>

using namespace timeline;

class CalendarTest : public QObject {
    Q_OBJECT

private slots:
    void leapYears();
    void monthLengths();
    void agreesWithQt();
    void everyDayFollowsTheOneBefore();
    void farYearsGoThereAndBack();
    void timesOfDay();
    void daysBeyondTheMonthCountOn();
    void staysWithinTheRange();
};

void CalendarTest::leapYears() {
    for (const std::int64_t year : {2000, 2024, 1904, 0, -4, -400, 400, -2000}) {
        QVERIFY(isLeapYear(year));
    }
    for (const std::int64_t year : {1900, 2023, 2100, -1, -100, 1, -2001}) {
        QVERIFY(!isLeapYear(year));
    }
    QVERIFY(isLeapYear(-20'000'000'000));
}

void CalendarTest::monthLengths() {
    QCOMPARE(daysInMonth(2024, 2), 29);
    QCOMPARE(daysInMonth(2023, 2), 28);
    QCOMPARE(daysInMonth(1900, 2), 28);
    QCOMPARE(daysInMonth(2023, 4), 30);
    QCOMPARE(daysInMonth(2023, 12), 31);
}

/// Qt counts Julian days and has no year zero; after 1 CE both calendars are the same.
void CalendarTest::agreesWithQt() {
    for (QDate date(1, 1, 1); date.year() < 3000; date = date.addDays(17)) {
        const std::int64_t seconds = (date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86'400;
        QCOMPARE(startOfDay({date.year(), date.month(), date.day()}).seconds, seconds);
    }
    QCOMPARE(startOfDay({0, 1, 1}).seconds, (QDate(-1, 1, 1).toJulianDay() - 2'440'588) * 86'400);
    QCOMPARE(startOfDay({-43, 3, 15}).seconds, (QDate(-44, 3, 15).toJulianDay() - 2'440'588) * 86'400);
}

void CalendarTest::everyDayFollowsTheOneBefore() {
    Instant day = startOfDay({-401, 1, 1});
    CivilDate expected{-401, 1, 1};
    while (expected.year < 403) {
        QCOMPARE(civilTime(day).date, expected);
        QCOMPARE(startOfDay(expected), day);
        day.seconds += 86'400;
        if (++expected.day > daysInMonth(expected.year, expected.month)) {
            expected.day = 1;
            expected.month = expected.month % 12 + 1;
            expected.year += expected.month == 1 ? 1 : 0;
        }
    }
}

void CalendarTest::farYearsGoThereAndBack() {
    for (const std::int64_t year :
         {20'000'000'000LL, 19'999'999'999LL, 13'800'000'000LL, 4'540'000'000LL, 100'000LL}) {
        for (const std::int64_t signedYear : {year, -year}) {
            for (const CivilDate date : {CivilDate{signedYear, 1, 1}, CivilDate{signedYear, 2, 28},
                                         CivilDate{signedYear, 3, 1}, CivilDate{signedYear, 12, 31}}) {
                QCOMPARE(civilTime(startOfDay(date)).date, date);
            }
        }
    }
}

void CalendarTest::timesOfDay() {
    const CivilTime time = civilTime({startOfDay({-43, 3, 15}).seconds + 86'399, 250});
    QCOMPARE(time.date, (CivilDate{-43, 3, 15}));
    QCOMPARE(time.hour, 23);
    QCOMPARE(time.minute, 59);
    QCOMPARE(time.second, 59);
    QCOMPARE(time.millisecond, 250);
    QCOMPARE(civilTime({-1, 0}).date, (CivilDate{1969, 12, 31}));
}

void CalendarTest::daysBeyondTheMonthCountOn() {
    QCOMPARE(startOfDay({2024, 2, 30}), startOfDay({2024, 3, 1}));
    QCOMPARE(startOfDay({2024, 12, 32}), startOfDay({2025, 1, 1}));
}

void CalendarTest::staysWithinTheRange() {
    QCOMPARE(startOfDay({40'000'000'000, 1, 1}), Instant::distantFuture());
    QCOMPARE(startOfDay({-40'000'000'000, 1, 1}), Instant::distantPast());
    QCOMPARE(startOfDay(civilTime(Instant::distantPast()).date), Instant::distantPast());
    QCOMPARE(startOfDay(civilTime(Instant::distantFuture()).date), Instant::distantFuture());
}

QTEST_APPLESS_MAIN(CalendarTest)
#include "calendar_test.moc"
