// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_between.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

class TimeBetweenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAsExactAsBothAreKnown_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *from, const char *to, const QString &words) {
            QTest::addRow("%s to %s", from, to) << QByteArray(from) << QByteArray(to) << words;
        };
        row("2024-05-02T08:04:00", "2024-05-02T08:45:00", u"41 min 0 s"_s);
        row("2024-05-02T08:04", "2024-05-02T08:45", u"41 min"_s);
        row("2024-05-02T08:04", "2024-05-02T08:45:30", u"about 41 min"_s);
        row("2024-05-02T08:04:10.250Z", "2024-05-03T08:04:11.500Z", u"1 d 1 s 250 ms"_s);
        row("2024-05-02T08:04:00Z", "2024-05-02T10:45:00+02:00", u"41 min 0 s"_s);
        row("2024-05-02T08:04:00Z", "2024-05-02T08:45:00", u"about 41 min 0 s, as one has no zone"_s);
        row("2024-05-02T08:04:00", "2024-05-02T08:04:00", u"0 s"_s);
        row("2024-05-02", "2024-05-05", u"3 days"_s);
        row("2024-05-02", "2024-05-02", u"at most 1 day"_s);
        row("2024-05-02~", "2026-10-05", u"about 2 years, 5 months, 3 days"_s);
        row("2024-05-02/2024-05-04", "2024-05-05/2024-06", u"3 days"_s);
        row("2001", "2003", u"about 2 years"_s);
        row("2001-05", "2003-07", u"about 2 years 2 months"_s);
        row("2001", "2001", u"at most 1 year"_s);
        row("1850~", "1850?", u"at most 1 year"_s);
        row("1850~", "1900-10", u"between 49 years 9 months and 50 years 10 months"_s);
        row("1900-10", "2001/..", u"between 100 years 2 months and 101 years 3 months"_s);
        row("2024-01-31", "2024-03-01T14:30Z", u"between 1 month and 1 month 2 days"_s);
        row("09:00", "10:00", u""_s);
        row("2024-05-02T08:04:10.1204Z", "2024-05-02T08:04:10.1209Z", u"at most 1 ms"_s);
        row("2024-05-02T08:04:10.1204Z", "2024-05-02T08:04:10.1259Z", u"5 ms"_s);
        row("2023", "2024-12", u"between 11 months and 2 years"_s);
        row("2024-05-02", "2024-05-05T14:30:00", u"between 2 days 14 hours and 3 days 15 hours"_s);
        row("2024", "2024-05-05", u"at most 7 months 27 days"_s);
        row("[1667,1668]", "1670", u"between 1 year and 4 years"_s);
        row("199X", "2003", u"between 3 years and 14 years"_s);
        row("Y-66000000", "2003", u"about 66 million years"_s);
        row("../2003", "2005", u""_s);
        row("/2003", "2005", u""_s);
        row("2001", "../2005", u""_s);
        row("[..1667]", "1670", u""_s);
        row("nonsense", "2003", u""_s);
        row("", "2003", u""_s);
    }
    void isAsExactAsBothAreKnown() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, words);
        QCOMPARE(timeBetween(from.constData(), DateMoment::Begin, to.constData(), DateMoment::Begin), words);
    }

    void gapsBeginWhereSomethingIsOver_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *from, const char *to, const QString &words) {
            QTest::addRow("%s to %s", from, to) << QByteArray(from) << QByteArray(to) << words;
        };
        row("2024-05-02T08:04:00/2024-05-02T08:10:00", "2024-05-02T08:45:00", u"35 min 0 s"_s);
        row("2024-05-02/2024-05-05", "2024-05-07", u"1 day"_s);
        row("2024-05-02/2024-05-05", "2024-05-06", u"0 d"_s);
        row("2001/2003", "2005", u"about 1 year"_s);
        row("2001/..", "2005", u""_s);
    }
    void gapsBeginWhereSomethingIsOver() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, words);
        QCOMPARE(timeBetween(from.constData(), DateMoment::End, to.constData(), DateMoment::Begin), words);
    }
};

QTEST_GUILESS_MAIN(TimeBetweenTest)
#include "time_between_test.moc"
