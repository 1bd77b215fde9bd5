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

QList<TickStep> ladder(YearCount years = YearCount::Eras) {
    QList<TickStep> steps;
    for (std::optional<TickStep> step = stepOfAtLeast(0, years); step; step = coarserStep(*step)) {
        steps << *step;
    }
    return steps;
}

/// Moments of every kind: leap days, the turn of the eras, the seam at 10,000 BCE, deep time, both ends.
QList<Instant> moments() {
    QList<Instant> list = {Instant{},
                           {-1, 999},
                           at(2024, 2, 29, 86'399, 999),
                           at(2023, 2, 28),
                           at(2024, 1, 22),
                           at(2024, 12, 31, 3600 * 14 + 60 * 30 + 5, 250),
                           at(1999, 3, 31, 12),
                           Instant::distantPast(),
                           Instant::distantFuture()};
    for (const std::int64_t year :
         {10,     9,      5,      4,      3,      2,         1,         0,       -1,       -2,
          -3,     -4,     -9,     -43,    -99,    -100,      -4999,     -9998,   -9999,    -10000,
          -10001, -10002, -10499, -11000, -13000, -18000,    -48000,    -998000, -1000000, 2000,
          1999,   2001,   9999,   10000,  99999,  1'000'000, 66'000'000}) {
        list << at(year) << at(year, 7, 15, 43'200, 1);
    }
    for (const std::int64_t year : {66'000'000LL, 4'540'000'000LL, 13'800'000'000LL, 20'000'000'000LL}) {
        list << at(-year) << at(2000 - year) << at(2001 - year, 6) << at(year, 12, 31);
    }
    return list;
}

QString unitText(TickStep step) {
    static const QStringList units = {u"ms"_s, u"s"_s, u"min"_s, u"h"_s, u"days"_s, u"months"_s, u"years"_s};
    return u"%1 %2"_s.arg(step.count).arg(units.at(static_cast<int>(step.unit)));
}

void addEveryStep() {
    QTest::addColumn<int>("unit");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<bool>("isAge");
    for (const bool isAge : {false, true}) {
        for (const TickStep step : ladder()) {
            if (!isAge || step.unit == TickUnit::Year) {
                QTest::addRow("%s%s", qPrintable(unitText(step)), isAge ? " ago" : "")
                    << static_cast<int>(step.unit) << qint64{step.count} << isAge;
            }
        }
    }
}

TickStep fetchedStep() {
    QFETCH(int, unit);
    QFETCH(qint64, count);
    QFETCH(bool, isAge);
    return {static_cast<TickUnit>(unit), count, isAge ? YearCount::Age : YearCount::Eras};
}

} // namespace

class TicksTest : public QObject {
    Q_OBJECT

private slots:
    void ladderIsAsDescribed();
    void ladderGrows();
    void stepOfAtLeastIsTheFinest();
    void ticksEncloseEveryMoment_data() { addEveryStep(); }
    void ticksEncloseEveryMoment();
    void ticksAreAtLeastAStepApart_data() { addEveryStep(); }
    void ticksAreAtLeastAStepApart();
    void coarserTicksAreFinerTicks_data() { addEveryStep(); }
    void coarserTicksAreFinerTicks();
    void neighboursHaveDifferentNames_data() { addEveryStep(); }
    void neighboursHaveDifferentNames();
    void yearTicksReadRound_data();
    void yearTicksReadRound();
    void names_data();
    void names();
    void namesAfterAnother_data();
    void namesAfterAnother();
    void contexts();
    void instantNames_data();
    void instantNames();
};

void TicksTest::ladderIsAsDescribed() {
    QStringList texts;
    for (const TickStep step : ladder()) {
        texts << unitText(step);
    }
    QCOMPARE(texts.mid(0, 35).join(u' '),
             u"1 ms 2 ms 5 ms 10 ms 20 ms 50 ms 100 ms 200 ms 500 ms 1 s 2 s 5 s 10 s 15 s 30 s 1 min 2 min "
             "5 min 10 min 15 min 30 min 1 h 2 h 3 h 6 h 12 h 1 days 2 days 7 days 1 months 3 months 1 years "
             "2 years "
             "5 years 10 years"_s);
    QCOMPARE(texts.last(), u"10000000000 years"_s);
    QCOMPARE(texts.size(), 62);
    QVERIFY(!coarserStep({TickUnit::Year, 3}));
}

void TicksTest::ladderGrows() {
    for (const YearCount years : {YearCount::Eras, YearCount::Age}) {
        const QList<TickStep> steps = ladder(years);
        for (qsizetype index = 1; index < steps.size(); ++index) {
            QVERIFY(shortestMilliseconds(steps[index - 1]) < shortestMilliseconds(steps[index]));
            QCOMPARE(finerStep(steps[index]), steps[index - 1]);
        }
        QVERIFY(!finerStep(steps.first()));
        QCOMPARE(coarsestStep(years), steps.last());
    }
}

void TicksTest::stepOfAtLeastIsTheFinest() {
    for (const YearCount years : {YearCount::Eras, YearCount::Age}) {
        for (const TickStep step : ladder(years)) {
            QCOMPARE(stepOfAtLeast(shortestMilliseconds(step), years), step);
            if (const auto coarser = coarserStep(step)) {
                QCOMPARE(stepOfAtLeast(shortestMilliseconds(step) * 1.0001, years), *coarser);
            }
        }
    }
    QCOMPARE(stepOfAtLeast(-5), (TickStep{TickUnit::Millisecond, 1}));
    QCOMPARE(stepOfAtLeast(1e300), (TickStep{TickUnit::Year, 10'000'000'000}));
}

void TicksTest::ticksEncloseEveryMoment() {
    const TickStep step = fetchedStep();
    for (const Instant moment : moments()) {
        const Instant tick = tickAtOrBefore(moment, step);
        const Instant next = tickAfter(moment, step);
        QVERIFY(tick <= moment);
        QVERIFY(moment < next || next == Instant::distantFuture());
        QVERIFY(tick >= Instant::distantPast() && next <= Instant::distantFuture());
        if (tick > Instant::distantPast() && next < Instant::distantFuture()) {
            QCOMPARE(tickAtOrBefore(tick, step), tick);
            QCOMPARE(tickAfter(tick, step), next);
            QCOMPARE(tickAtOrBefore(next, step), next);
            QCOMPARE(tickAtOrBefore(plusMilliseconds(next, -1), step), tick);
        }
    }
}

void TicksTest::ticksAreAtLeastAStepApart() {
    const TickStep step = fetchedStep();
    for (const Instant moment : moments()) {
        Instant tick = tickAtOrBefore(moment, step);
        for (int count = 0; count < 40 && tick > Instant::distantPast(); ++count) {
            const Instant next = tickAfter(tick, step);
            if (next == Instant::distantFuture()) {
                break;
            }
            QVERIFY2(millisecondsBetween(tick, next) >= shortestMilliseconds(step),
                     qPrintable(tickName(tick, step, TickName::Full)));
            QVERIFY(millisecondsBetween(tick, next) <= 2 * shortestMilliseconds(step) + 4 * 86'400'000.0);
            tick = next;
        }
    }
}

void TicksTest::coarserTicksAreFinerTicks() {
    const TickStep finer = fetchedStep();
    for (const TickStep coarser : ladder(finer.years)) {
        const bool sameUnit = coarser.unit == finer.unit;
        if (coarser.unit < finer.unit || (sameUnit && coarser.count % finer.count != 0)) {
            continue;
        }
        for (const Instant moment : moments()) {
            const Instant tick = tickAfter(moment, coarser);
            if (tick < Instant::distantFuture()) {
                QVERIFY2(tickAtOrBefore(tick, finer) == tick,
                         qPrintable(unitText(coarser) + tickName(tick, coarser, TickName::Full)));
            }
        }
    }
}

void TicksTest::neighboursHaveDifferentNames() {
    const TickStep step = fetchedStep();
    for (const Instant moment : moments()) {
        Instant tick = tickAtOrBefore(moment, step);
        for (int count = 0; count < 20; ++count) {
            const Instant next = tickAfter(tick, step);
            if (tick == Instant::distantPast() || next == Instant::distantFuture()) {
                break;
            }
            QVERIFY(tickName(tick, step, TickName::Full) != tickName(next, step, TickName::Full));
            QVERIFY(tickName(tick, step, TickName::Short) != tickName(next, step, TickName::Short));
            tick = next;
        }
    }
}

void TicksTest::yearTicksReadRound_data() {
    QTest::addColumn<qint64>("count");
    QTest::addColumn<bool>("isAge");
    QTest::addColumn<qint64>("fromYear");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *title, qint64 count, bool isAge, qint64 from, const QString &names) {
        QTest::newRow(title) << count << isAge << from << names;
    };
    row("1", 1, false, -1, u"2 BCE|1 BCE|1 CE|2 CE|3 CE"_s);
    row("2", 2, false, -3, u"4 BCE|2 BCE|1 CE|4 CE|6 CE"_s);
    row("5", 5, false, -9, u"10 BCE|5 BCE|1 CE|5 CE|10 CE"_s);
    row("100", 100, false, -199, u"200 BCE|100 BCE|1 CE|100 CE|200 CE"_s);
    row("500", 500, false, 501, u"500 CE|1000|1500|2000|2500"_s);
    row("1000", 1000, false, -12500, u"13,000 BCE|12,000 BCE|11,000 BCE|10,000 BCE|9000 BCE"_s);
    row("5000", 5000, false, -18000, u"20,000 BCE|15,000 BCE|10,000 BCE|5000 BCE|1 CE"_s);
    row("20,000", 20'000, false, -38'000, u"40,000 BCE|20,000 BCE|1 CE|20,000|40,000"_s);
    row("ka", 1000, true, -998, u"3 ka|2 ka|1000|2000|3000"_s);
    row("20 ka", 20'000, true, -38'000, u"40 ka|20 ka|2000|+20 ka|+40 ka"_s);
    row("500,000", 500'000, true, -66'998'000, u"67 Ma|66.5 Ma|66 Ma|65.5 Ma|65 Ma"_s);
    row("100 million", 100'000'000, true, -13'850'000'000, u"13.9 Ga|13.8 Ga|13.7 Ga|13.6 Ga|13.5 Ga"_s);
    row("a year, deep", 1, true, 1999 - 66'000'000,
        u"66.000001 Ma|66 Ma|65.999999 Ma|65.999998 Ma|65.999997 Ma"_s);
    row("Ma to ka", 100'000, true, -1'098'000, u"1.1 Ma|1 Ma|900 ka|800 ka|700 ka"_s);
}

void TicksTest::yearTicksReadRound() {
    QFETCH(qint64, count);
    QFETCH(bool, isAge);
    QFETCH(qint64, fromYear);
    QFETCH(QString, names);
    const TickStep step{TickUnit::Year, count, isAge ? YearCount::Age : YearCount::Eras};
    QStringList found;
    for (Instant tick = tickAtOrBefore(at(fromYear), step); found.size() < 5; tick = tickAfter(tick, step)) {
        found << tickName(tick, step, TickName::Full);
    }
    QCOMPARE(found.join(u'|'), names);
}

void TicksTest::namesAfterAnother_data() {
    QTest::addColumn<int>("unit");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QStringList>("names"); // after none, a year before, the month, the day, the minute
    const auto row = [](TickUnit unit, qint64 count, const QStringList &names) {
        QTest::addRow("%d %lld", static_cast<int>(unit), count) << static_cast<int>(unit) << count << names;
    };
    row(TickUnit::Year, 10, {u"2020"_s, u"2020"_s, u"2020"_s, u"2020"_s, u"2020"_s});
    row(TickUnit::Month, 3, {u"Q1 2024"_s, u"Q1 2024"_s, u"Q1"_s, u"Q1"_s, u"Q1"_s});
    row(TickUnit::Month, 1, {u"Mar 2024"_s, u"Mar 2024"_s, u"Mar"_s, u"Mar"_s, u"Mar"_s});
    row(TickUnit::Day, 1, {u"12 Mar 2024"_s, u"12 Mar 2024"_s, u"12 Mar"_s, u"12"_s, u"12"_s});
    row(TickUnit::Hour, 2,
        {u"12 Mar 2024 14:00"_s, u"12 Mar 2024 14:00"_s, u"12 Mar 14:00"_s, u"14:00"_s, u"14:00"_s});
    row(TickUnit::Second, 5,
        {u"12 Mar 2024 14:30:05"_s, u"12 Mar 2024 14:30:05"_s, u"12 Mar 14:30:05"_s, u"14:30:05"_s,
         u":05"_s});
    row(TickUnit::Millisecond, 50,
        {u"12 Mar 2024 14:30:05.250"_s, u"12 Mar 2024 14:30:05.250"_s, u"12 Mar 14:30:05.250"_s,
         u"14:30:05.250"_s, u"14:30:05.250"_s});
}

void TicksTest::namesAfterAnother() {
    QFETCH(int, unit);
    QFETCH(qint64, count);
    QFETCH(QStringList, names);
    const TickStep step{static_cast<TickUnit>(unit), count};
    const Instant tick = tickAtOrBefore(at(2024, 3, 12, 14 * 3600 + 30 * 60 + 5, 250), step);
    const QList<std::optional<Instant>> read = {std::nullopt, at(2023, 3, 12), at(2024, 2, 12),
                                                at(2024, 3, 12), at(2024, 3, 12, 14 * 3600 + 30 * 60)};
    for (qsizetype i = 0; i < read.size(); ++i) {
        QCOMPARE(tickNameAfter(read[i], tick, step), names[i]);
    }
}

void TicksTest::names_data() {
    QTest::addColumn<int>("unit");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("shortName");
    QTest::addColumn<QString>("fullName");
    const auto row = [](const char *name, TickUnit unit, qint64 count, const QString &brief,
                        const QString &full) {
        QTest::newRow(name) << static_cast<int>(unit) << count << brief << full;
    };
    row("ms", TickUnit::Millisecond, 50, u".250"_s, u"12 March 2024 14:30:05.250"_s);
    row("s", TickUnit::Second, 5, u":05"_s, u"12 March 2024 14:30:05"_s);
    row("min", TickUnit::Minute, 15, u"14:30"_s, u"12 March 2024 14:30"_s);
    row("h", TickUnit::Hour, 6, u"12:00"_s, u"12 March 2024 12:00"_s);
    row("day", TickUnit::Day, 1, u"12"_s, u"12 March 2024"_s);
    row("two days", TickUnit::Day, 2, u"11"_s, u"11 March 2024"_s);
    row("week", TickUnit::Day, 7, u"8"_s, u"8 March 2024"_s);
    row("month", TickUnit::Month, 1, u"Mar"_s, u"March 2024"_s);
    row("quarter", TickUnit::Month, 3, u"Q1"_s, u"Q1 2024"_s);
    row("year", TickUnit::Year, 1, u"2024"_s, u"2024"_s);
    row("decade", TickUnit::Year, 10, u"2020"_s, u"2020"_s);
}

void TicksTest::names() {
    QFETCH(QString, shortName);
    QFETCH(QString, fullName);
    QFETCH(int, unit);
    QFETCH(qint64, count);
    const TickStep step{static_cast<TickUnit>(unit), count};
    const Instant tick = tickAtOrBefore(at(2024, 3, 12, 14 * 3600 + 30 * 60 + 5, 250), step);
    QCOMPARE(tickName(tick, step, TickName::Short), shortName);
    QCOMPARE(tickName(tick, step, TickName::Full), fullName);
}

void TicksTest::contexts() {
    QCOMPARE(contextStep({TickUnit::Millisecond, 20}), (TickStep{TickUnit::Second, 1}));
    QCOMPARE(contextStep({TickUnit::Second, 15}), (TickStep{TickUnit::Minute, 1}));
    QCOMPARE(contextStep({TickUnit::Minute, 1}), (TickStep{TickUnit::Day, 1}));
    QCOMPARE(contextStep({TickUnit::Hour, 6}), (TickStep{TickUnit::Day, 1}));
    QCOMPARE(contextStep({TickUnit::Day, 7}), (TickStep{TickUnit::Month, 1}));
    QCOMPARE(contextStep({TickUnit::Month, 3}), (TickStep{TickUnit::Year, 1}));
    QVERIFY(!contextStep({TickUnit::Year, 100}));
}

void TicksTest::instantNames_data() {
    QTest::addColumn<qint64>("year");
    QTest::addColumn<double>("milliseconds");
    QTest::addColumn<QString>("name");
    const double year = 365.2425 * 86'400'000.0;
    QTest::newRow("a millisecond") << qint64{2024} << 1.0 << u"12 March 2024 14:30:05.250"_s;
    QTest::newRow("seconds") << qint64{2024} << 4000.0 << u"12 March 2024 14:30:05"_s;
    QTest::newRow("hours") << qint64{2024} << 4e6 << u"12 March 2024 14:30"_s;
    QTest::newRow("days") << qint64{2024} << 86.4e6 << u"12 March 2024"_s;
    QTest::newRow("months") << qint64{2024} << 100 * 86.4e6 << u"March 2024"_s;
    QTest::newRow("years") << qint64{2024} << year << u"2024"_s;
    QTest::newRow("centuries") << qint64{-43} << 300 * year << u"44 BCE"_s;
    QTest::newRow("year zero") << qint64{0} << 300 * year << u"1 BCE"_s;
    QTest::newRow("deep") << qint64{-66'043'210} << 1.5e6 * year << u"66 Ma"_s;
    QTest::newRow("deep, finer") << qint64{-66'043'210} << 1e4 * year << u"66.05 Ma"_s;
    QTest::newRow("billions") << qint64{-13'787'000'000} << 2e7 * year << u"13.79 Ga"_s;
    QTest::newRow("now") << qint64{2024} << 1e6 * year << u"now"_s;
    QTest::newRow("ahead") << qint64{5'002'000} << 1e6 * year << u"5 Ma from now"_s;
}

void TicksTest::instantNames() {
    QFETCH(qint64, year);
    QFETCH(double, milliseconds);
    QFETCH(QString, name);
    QCOMPARE(instantName(at(year, 3, 12, 14 * 3600 + 30 * 60 + 5, 250), milliseconds), name);
}

QTEST_GUILESS_MAIN(TicksTest) // with the English forms of what is counted
#include "ticks_test.moc"
