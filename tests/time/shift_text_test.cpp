// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/shift_text.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

class ShiftTextTest : public QObject {
    Q_OBJECT

    static constexpr std::int64_t second = 1000;
    static constexpr std::int64_t minute = 60 * second;
    static constexpr std::int64_t hour = 60 * minute;

private Q_SLOTS:
    void readsWhatPeopleWrite_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("months");
        QTest::addColumn<qint64>("days");
        QTest::addColumn<qint64>("milliseconds");
        const auto row = [](const QString &text, Shift shift) {
            QTest::addRow("%s", qPrintable(text))
                << text << qint64{shift.months} << qint64{shift.days} << qint64{shift.milliseconds};
        };
        row(u"-7 min 12 s"_s, {0, 0, -(7 * minute + 12 * second)});
        row(u"\u22127 min 12 s"_s, {0, 0, -(7 * minute + 12 * second)});
        row(u"\u2013 7\u00a0Min. 12\u202fSec."_s, {0, 0, -(7 * minute + 12 * second)});
        row(u"+3 days"_s, {0, 3, 0});
        row(u"3days"_s, {0, 3, 0});
        row(u"1 h"_s, {0, 0, hour});
        row(u"2 weeks"_s, {0, 14, 0});
        row(u"a fortnight earlier"_s, {0, -14, 0});
        row(u"-1 year 2 months"_s, {-14, 0, 0});
        row(u"+1 month -2 days"_s, {1, -2, 0});
        row(u"1 day - 1 hour"_s, {0, 1, -hour});
        row(u"250 ms"_s, {0, 0, 250});
        row(u"0.25 s"_s, {0, 0, 250});
        row(u"1,5 h"_s, {0, 0, 90 * minute});
        row(u"1.5 days"_s, {0, 1, 12 * hour});
        row(u"36 h"_s, {0, 1, 12 * hour});
        row(u"0.5 years"_s, {6, 0, 0});
        row(u"an hour and 5 minutes later"_s, {0, 0, hour + 5 * minute});
        row(u"7 minutes, 12 seconds back"_s, {0, 0, -(7 * minute + 12 * second)});
        row(u"1h5m"_s, {0, 0, hour + 5 * minute});
        row(u"7m12s"_s, {0, 0, 7 * minute + 12 * second});
        row(u"1y 5m"_s, {17, 0, 0});
        row(u"1y6mo"_s, {18, 0, 0});
        row(u"2 quarters"_s, {6, 0, 0});
        row(u"3 CENTURIES"_s, {3600, 0, 0});
        row(u"-0:07:12.5"_s, {0, 0, -(7 * minute + 12 * second + 500)});
        row(u"100:00:00"_s, {0, 4, 4 * hour});
        row(u"66000000 years"_s, {66'000'000LL * 12, 0, 0});
        row(u"\u200e-\u0663 days\u200f"_s, {0, -3, 0}); // Arabic digits, with what turns the direction
        row(u"P1Y2M"_s, {14, 0, 0});
        row(u"PT7M12S"_s, {0, 0, 7 * minute + 12 * second});
        row(u"-pt7m12s"_s, {0, 0, -(7 * minute + 12 * second)});
        row(u"P1Y2M10DT2H30M"_s, {14, 10, 2 * hour + 30 * minute});
        row(u"P2W"_s, {0, 14, 0});
        row(u"P-1Y2M"_s, {-10, 0, 0});
        row(u"PT0.25S"_s, {0, 0, 250});
        row(u""_s, {});
        row(u"  "_s, {});
        row(u"0 min"_s, {});
    }
    void readsWhatPeopleWrite() {
        QFETCH(QString, text);
        QFETCH(qint64, months);
        QFETCH(qint64, days);
        QFETCH(qint64, milliseconds);
        const auto read = readShift(text);
        if (const auto *problem = std::get_if<ShiftProblem>(&read)) {
            QFAIL(qPrintable(problem->words));
        }
        const Shift shift = std::get<Shift>(read);
        QCOMPARE(shift.months, months);
        QCOMPARE(shift.days, days);
        QCOMPARE(shift.milliseconds, milliseconds);
    }

    void saysWhatItCannotRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problem");
        const auto row = [](const QString &text, const QString &problem) {
            QTest::addRow("%s", qPrintable(text.left(30))) << text << problem;
        };
        row(u"7"_s, u"7 of what? Of minutes (min), days or months?"_s);
        row(u"-7 min 12"_s, u"12 of what? Of minutes (min), days or months?"_s);
        row(u"5 m"_s, u"“5 m” can be minutes (min) or months (mo)"_s);
        row(u"1 y 2 h 5 m"_s, u"“5 m” can be minutes (min) or months (mo)"_s);
        row(u"7:12"_s, u"“7:12” can be hours and minutes or minutes and seconds"_s);
        row(u"7:72:12"_s, u"“7:72:12” are no hours, minutes and seconds"_s);
        row(u"1,000 days"_s, u"“1,000” can be thousands or decimals"_s);
        row(u"3 parsecs"_s, u"“parsecs” is no unit of time"_s);
        row(u"3 µs"_s, u"“µs” is no unit of time"_s);
        row(u"0.5 ms"_s, u"“0.5 ms” is no whole number of milliseconds"_s);
        row(u"0.1 years"_s, u"“0.1 years” is no whole number of months"_s);
        row(u"days"_s, u"there is no number before “days”"_s);
        row(u"soon"_s, u"“soon” is no number"_s);
        row(u"five days"_s, u"“five” is no number"_s);
        row(u"-"_s, u"there is no number after “-”"_s);
        row(u"+-3 days"_s, u"there is no number after “+”"_s);
        row(u"-3 days earlier"_s, u"“earlier” and a sign say it twice"_s);
        row(u"<b>3</b> days"_s, u"“<b>3</b> days” is no part of an amount of time"_s);
        row(u"50000000000 years"_s, u"“50000000000 years” is farther than time reaches"_s);
        row(QString(5000, u'9') + u" s"_s, u"“999999999999…” has too many digits"_s);
        for (const char *iso : {"P", "PT", "P1", "P1S", "PT1Y", "P1M1Y", "P1DT"}) {
            row(QLatin1String(iso),
                u"after P and T of ISO 8601 come numbers with Y, M, W, D, H, M, S: P1Y2M, PT7M12S"_s);
        }
    }
    void saysWhatItCannotRead() {
        QFETCH(QString, text);
        QFETCH(QString, problem);
        const auto read = readShift(text);
        QVERIFY(std::holds_alternative<ShiftProblem>(read));
        QCOMPARE(std::get<ShiftProblem>(read).words, problem);
    }

    /// What it says of an amount can be typed again.
    void saysTheAmountInWords_data() {
        QTest::addColumn<qint64>("months");
        QTest::addColumn<qint64>("days");
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("words");
        const auto row = [](Shift shift, const QString &words) {
            QTest::addRow("%s", qPrintable(words))
                << qint64{shift.months} << qint64{shift.days} << qint64{shift.milliseconds} << words;
        };
        row({14, 0, 0}, u"1 year 2 months later"_s);
        row({0, 0, -(7 * minute + 12 * second)}, u"7 minutes 12 seconds earlier"_s);
        row({12, 3, hour}, u"1 year 3 days 1 hour later"_s);
        row({0, 0, -250}, u"250 ms earlier"_s);
        row({1, -2, 0}, u"1 month later, 2 days earlier"_s);
        row({0, 1, -hour}, u"1 day later, 1 hour earlier"_s);
        row({-1, 0, -hour}, u"1 month 1 hour earlier"_s);
        row({}, u""_s);
    }
    void saysTheAmountInWords() {
        QFETCH(qint64, months);
        QFETCH(qint64, days);
        QFETCH(qint64, milliseconds);
        QFETCH(QString, words);
        const Shift shift{months, days, milliseconds};
        QCOMPARE(shiftName(shift), words);
        QVERIFY(std::get<Shift>(readShift(words)) == shift);
    }
};

QTEST_GUILESS_MAIN(ShiftTextTest)
#include "shift_text_test.moc"
