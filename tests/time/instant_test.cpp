// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/instant.h"

#include <QtTest>

#include <limits>

using namespace timeline;

class InstantTest : public QObject {
    Q_OBJECT

private slots:
    void ordersBySecondsThenMillis();
    void differencesAreExact();
    void movesCarryMilliseconds_data();
    void movesCarryMilliseconds();
    void movesStayWithinTheRange();
    void epochMillisecondsGoThereAndBack();
};

void InstantTest::ordersBySecondsThenMillis() {
    QVERIFY((Instant{-1, 999} < Instant{0, 0}));
    QVERIFY((Instant{0, 1} > Instant{0, 0}));
    QVERIFY(Instant::distantPast() < Instant{});
    QVERIFY(Instant{} < Instant::distantFuture());
    // A little beyond 20 billion years of 365.2425 days.
    QVERIFY(Instant::distantFuture().seconds > 631'139'040'000'000'000);
}

void InstantTest::differencesAreExact() {
    QCOMPARE(millisecondsBetween({0, 0}, {1, 250}), 1250.0);
    QCOMPARE(millisecondsBetween({1, 250}, {0, 0}), -1250.0);
    QCOMPARE(millisecondsBetween({-1, 999}, {0, 0}), 1.0);
    QCOMPARE(millisecondsBetween({9'007'199'254'740, 0}, {0, 1}), -9'007'199'254'739'999.0);
    const double whole = millisecondsBetween(Instant::distantPast(), Instant::distantFuture());
    QVERIFY(whole > 1.27e21 && whole < 1.29e21);
}

void InstantTest::movesCarryMilliseconds_data() {
    QTest::addColumn<Instant>("from");
    QTest::addColumn<double>("milliseconds");
    QTest::addColumn<Instant>("to");
    QTest::newRow("nothing") << Instant{5, 6} << 0.0 << Instant{5, 6};
    QTest::newRow("a carry") << Instant{0, 999} << 1.0 << Instant{1, 0};
    QTest::newRow("a borrow") << Instant{0, 0} << -1.0 << Instant{-1, 999};
    QTest::newRow("seconds back") << Instant{0, 500} << -1500.0 << Instant{-1, 0};
    QTest::newRow("a day") << Instant{-7, 1} << 86'400'001.0 << Instant{86'393, 2};
    QTest::newRow("rounded") << Instant{0, 0} << 0.6 << Instant{0, 1};
    QTest::newRow("rounded down") << Instant{0, 0} << -0.4 << Instant{0, 0};
    QTest::newRow("far") << Instant{0, 0} << 9'007'199'254'740'991.0 << Instant{9'007'199'254'740, 991};
    QTest::newRow("no number") << Instant{3, 4} << std::numeric_limits<double>::quiet_NaN() << Instant{3, 4};
}

void InstantTest::movesCarryMilliseconds() {
    QFETCH(Instant, from);
    QFETCH(double, milliseconds);
    QFETCH(Instant, to);
    QCOMPARE(plusMilliseconds(from, milliseconds), to);
}

void InstantTest::movesStayWithinTheRange() {
    const double infinite = std::numeric_limits<double>::infinity();
    for (const double far : {1e21, 1e30, 1e308, infinite}) {
        QCOMPARE(plusMilliseconds({}, far), Instant::distantFuture());
        QCOMPARE(plusMilliseconds({}, -far), Instant::distantPast());
    }
    QCOMPARE(plusMilliseconds(Instant::distantFuture(), 1), Instant::distantFuture());
    QCOMPARE(plusMilliseconds(Instant::distantPast(), -1), Instant::distantPast());
    QCOMPARE(plusMilliseconds(Instant::distantPast(), 1e300), Instant::distantFuture());
}

void InstantTest::epochMillisecondsGoThereAndBack() {
    for (const Instant instant :
         {Instant{}, Instant{-1, 1}, Instant{1'709'303'405, 250}, Instant{-62'135'596'800, 999}}) {
        QCOMPARE(fromEpochMilliseconds(toEpochMilliseconds(instant)), instant);
    }
    QCOMPARE(toEpochMilliseconds({-1, 250}), -750.0);
    QCOMPARE(fromEpochMilliseconds(toEpochMilliseconds(Instant::distantFuture())), Instant::distantFuture());
}

QTEST_APPLESS_MAIN(InstantTest)
#include "instant_test.moc"
