// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/calendar.h"
#include "time/ticks.h"

#include <QtTest>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

Instant at(std::int64_t year, int month = 1, int day = 1, int seconds = 0, int millis = 0) {
    return {startOfDay({year, month, day}).seconds + seconds, millis};
}

} // namespace

class DurationsTest : public QObject {
    Q_OBJECT

private slots:
    void durations_data() {
        QTest::addColumn<Instant>("from");
        QTest::addColumn<Instant>("to");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("round");
        QTest::addColumn<QString>("brief");
        const auto row = [](const char *title, Instant from, Instant to, const QString &name,
                            const QString &round, const QString &brief) {
            QTest::newRow(title) << from << to << name << round << brief;
        };
        row("nothing", at(2024), at(2024), u"0 ms"_s, u"0 ms"_s, u"0 ms"_s);
        row("milliseconds", at(2024, 1, 1, 0, 900), at(2024, 1, 1, 1, 150), u"250 ms"_s, u"250 ms"_s,
            u"250 ms"_s);
        row("a second", at(2024, 1, 1, 0), at(2024, 1, 1, 1), u"1 second"_s, u"1 second"_s, u"1 s"_s);
        row("hours", at(2024, 1, 1, 0), at(2024, 1, 1, 14 * 3600 + 180), u"14 hours, 3 minutes"_s,
            u"14 hours"_s, u"14 h"_s);
        row("over midnight", at(2023, 12, 31, 82'800), at(2024, 1, 1, 3600), u"2 hours"_s, u"2 hours"_s,
            u"2 h"_s);
        row("a day", at(2024, 2, 28), at(2024, 2, 29), u"1 day"_s, u"1 day"_s, u"1 d"_s);
        row("leap February", at(2024, 1, 31), at(2024, 3, 1), u"1 month, 1 day"_s, u"1 month 1 day"_s,
            u"1 mo 1 d"_s);
        row("common February", at(2023, 1, 31), at(2023, 3, 1), u"1 month, 1 day"_s, u"1 month 1 day"_s,
            u"1 mo 1 d"_s);
        row("borrowed days", at(2021, 10, 28), at(2024, 3, 31), u"2 years, 5 months, 3 days"_s,
            u"2 years 5 months"_s, u"2 y 5 mo"_s);
        row("borrowed seconds", at(2024, 1, 15, 7200), at(2024, 2, 15, 3600), u"30 days, 23 hours"_s,
            u"1 month"_s, u"1 mo"_s);
        row("months", at(2024, 1, 1), at(2024, 7, 1), u"6 months"_s, u"6 months"_s, u"6 mo"_s);
        row("years", at(2007), at(2024), u"17 years"_s, u"17 years"_s, u"17 y"_s);
        row("two campaigns", at(1810, 5, 7), at(1813, 4, 1), u"2 years, 10 months, 25 days"_s,
            u"2 years 11 months"_s, u"2 y 11 mo"_s);
        row("fifty years less a day", at(1850, 1, 1), at(1899, 12, 31), u"49 years, 11 months, 30 days"_s,
            u"50 years"_s, u"50 y"_s);
        row("fifteen minutes less a second", at(2024, 5, 2, 1), at(2024, 5, 2, 900),
            u"14 minutes, 59 seconds"_s, u"15 minutes"_s, u"15 min"_s);
        row("all but ten years", at(2010, 1, 10), at(2019, 12, 31), u"9 years, 11 months, 21 days"_s,
            u"10 years"_s, u"10 y"_s);
        row("a year less an hour", at(2023), at(2023, 12, 31, 82'800), u"11 months, 30 days, 23 hours"_s,
            u"1 year"_s, u"1 y"_s);
        row("leap day to common year", at(2024, 2, 29), at(2025, 2, 28), u"1 year"_s, u"1 year"_s, u"1 y"_s);
        row("over the turn of the eras", at(-43, 3, 15), at(14, 8, 19), u"57 years, 5 months, 4 days"_s,
            u"57 years"_s, u"57 y"_s);
        row("a thousand years", at(1000), at(2024, 5, 5), u"1024 years"_s, u"1024 years"_s, u"1024 y"_s);
        row("ka", at(-10'345), at(2000), u"12,300 years"_s, u"12,300 years"_s, u"12.3 kyr"_s);
        row("Ma", at(-65'943'210), at(0), u"65.9 million years"_s, u"65.9 million years"_s, u"65.9 Myr"_s);
        row("Ga", at(-13'787'000'000), at(2000), u"13.8 billion years"_s, u"13.8 billion years"_s,
            u"13.8 Gyr"_s);
        row("everything", Instant::distantPast(), Instant::distantFuture(), u"40.6 billion years"_s,
            u"40.6 billion years"_s, u"40.6 Gyr"_s);
    }

    void durations() {
        QFETCH(Instant, from);
        QFETCH(Instant, to);
        QFETCH(QString, name);
        QFETCH(QString, round);
        QFETCH(QString, brief);
        QCOMPARE(durationName(from, to), name);
        QCOMPARE(durationName(to, from), name);
        QCOMPARE(roundDurationName(from, to), round);
        QCOMPARE(roundDurationName(to, from), round);
        QCOMPARE(briefDurationName(from, to), brief);
    }
};

QTEST_GUILESS_MAIN(DurationsTest) // with the English forms of what is counted
#include "durations_test.moc"
