// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_paths.h"
#include "time/edtf.h"
#include "time/edtf_shift.h"

#include <QFile>
#include <QTest>

using namespace timeline;

class EdtfShiftTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void movesAllThatADateSays_data() {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<qint64>("months");
        QTest::addColumn<qint64>("days");
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QByteArray>("expected"); // empty: stays
        const auto row = [](const char *date, Shift shift, const char *expected) {
            QTest::addRow("%s by %lld, %lld, %lld", date, static_cast<long long>(shift.months),
                          static_cast<long long>(shift.days), static_cast<long long>(shift.milliseconds))
                << QByteArray(date) << qint64{shift.months} << qint64{shift.days}
                << qint64{shift.milliseconds} << QByteArray(expected);
        };
        constexpr std::int64_t second = 1000;
        constexpr std::int64_t minute = 60 * second;
        constexpr std::int64_t year = 12;
        row("1901-03-15", {0, 91, 0}, "1901-06-14");
        row("1901-03-15T14:30", {0, 91, 0}, "1901-06-14T14:30");
        row("1901-03", {0, 91, 0}, "1901-06");
        row("1901-03-XX", {0, 91, 0}, "1901-06-XX");
        row("1901-03-XX", {3, 0, 0}, "1901-06-XX");
        row("[1901-03-02,1901-03-09]", {0, 91, 0}, "[1901-06-01,1901-06-08]");
        row("1901", {0, 91, 0}, "");
        row("1901", {2 * year, 0, 0}, "1903");
        row("1904-02-29", {0, 91, 0}, "1904-05-30");
        row("1904-02-29", {year, 0, 0}, "1905-02-28");
        row("2024-01-31", {1, 1, 0}, "2024-03-01");
        row("2024-03-15", {0, 0, 5 * minute}, "");

        row("2024-05-02T08:04:10Z", {0, 0, -(7 * minute + 12 * second)}, "2024-05-02T07:56:58Z");
        row("2024-05-02T00:04", {0, 0, -(7 * minute + 12 * second)}, "2024-05-01T23:57");
        row("2024-05-02T23:30:00+02:00", {0, 0, 40 * minute}, "2024-05-03T00:10:00+02:00");
        row("2024-05-02T24:00:00", {0, 0, minute}, "2024-05-03T00:01:00");
        row("2024-12-31T10:30-05:00", {0, 1, 0}, "2025-01-01T10:30-05:00");
        row("2024-05-02T08:04:10.120400Z", {0, 0, 5}, "2024-05-02T08:04:10.125400Z");
        row("2024-05-02T08:04:10.5", {0, 0, second}, "2024-05-02T08:04:11.5");
        row("2024-05-02T08:04:10.5", {0, 0, 20}, "");
        row("2024-05-02T08:04:10.500", {0, 0, 20}, "2024-05-02T08:04:10.520");
        row("2024-05-02T08:04", {0, 0, 20 * second}, "");

        row("-0001", {year, 0, 0}, "0000");
        row("0000-01-01", {0, -1, 0}, "-0001-12-31");
        row("-0044-03-15?", {0, 1, 0}, "-0044-03-16?");
        row("?-2004-06", {1, 0, 0}, "?-2004-07");
        row("?2004-06-~11", {0, 30, 0}, "?2004-07-~11");
        row("2004~-06-11%", {7, 0, 0}, "2005~-01-11%");
        row("9999", {2 * year, 0, 0}, "Y10001");
        row("Y10001", {-2 * year, 0, 0}, "9999");
        row("9999-12-31", {0, 1, 0}, "");
        row("Y-170000002", {year, 0, 0}, "Y-170000001");
        row("Y-17E7", {year, 0, 0}, "");
        row("Y-17E7", {20'000'000 * year, 0, 0}, "Y-15E7");
        row("1950S2", {10 * year, 0, 0}, "");
        row("1950S2", {60 * year, 0, 0}, "2050S2");
        row("0950S2", {60 * year, 0, 0}, "");
        row("9999S1", {1000 * year, 0, 0}, "");
        row("1950S9", {year, 0, 0}, "1951S9");
        row("Y171010000S3", {1'000'000 * year, 0, 0}, "Y172010000S3");

        row("2025-21", {3, 0, 0}, "2025-22");
        row("2025-24", {3, 0, 0}, "2026-21");
        row("2025-31", {6, 0, 0}, "2025-29");
        row("2025-30~", {3, 0, 0}, "2026-31~");
        row("2025-36", {0, 92, 0}, "2026-33");
        row("2025-37", {-4, 0, 0}, "2024-39");
        row("2025-41", {year, 0, 0}, "2026-41");
        row("2025-21", {0, 10, 0}, "");

        row("201X", {10 * year, 0, 0}, "202X");
        row("201X", {3 * year, 0, 0}, "");
        row("19XX", {100 * year, 0, 0}, "20XX");
        row("1XXX", {-1000 * year, 0, 0}, "0XXX");
        row("19XX", {10 * year, 0, 0}, "");
        row("XXXX", {500 * year, 0, 0}, "");
        row("-01XX", {100 * year, 0, 0}, "");
        row("-02XX", {100 * year, 0, 0}, "-01XX");
        row("XXXX-05", {3, 0, 0}, "XXXX-08");
        row("XXXX-11", {3, 0, 0}, "");
        row("19XX-11-XX", {100 * year, 0, 0}, "20XX-11-XX");
        row("2004-XX", {year, 0, 0}, "2005-XX");
        row("2004-XX-05", {2, 0, 0}, "");
        row("2004-XX-XX", {2 * year, 0, 0}, "2006-XX-XX");
        row("2004-01-3X", {1, 0, 0}, "");
        row("2004-01-2X", {1, 0, 0}, "2004-02-2X");

        row("2020/2022~", {year, 0, 0}, "2021/2023~");
        row("2020-01-05/..", {0, 3, 0}, "2020-01-08/..");
        row("../2020-01-05", {0, 3, 0}, "../2020-01-08");
        row("/2020", {year, 0, 0}, "/2021");
        row("2020/2020-12-24", {0, 20, 0}, "");
        row("2020/2020-12-24", {0, 366, 0}, "2021/2021-12-24");
        row("2024-05-02T08:00/2024-05-02T09:00", {0, 0, 15 * minute}, "2024-05-02T08:15/2024-05-02T09:15");
        row("{1960..1970}", {2 * year, 0, 0}, "{1962..1972}");
        row("[..1667,1670-12]", {year, 0, 0}, "[..1668,1671-12]");
        row("2020-33/2020-37", {0, 92, 0}, "");
        row("2020-33/2020-37", {year, 0, 0}, "2021-33/2021-37");
        row("2024-05-02T08:00:00.5/2024-05-02T09:00", {0, 0, 90 * second},
            "2024-05-02T08:02:00.5/2024-05-02T09:02");
        row("2021-01-30/2021-01-31", {1, 0, 0}, "");
        row("2021-01-29/2021-01-31", {1, 0, 0}, "");
        row("2021-01-27/2021-01-31", {1, 0, 0}, "2021-02-27/2021-02-28");
        row("[2021-01-30,2021-01-31]", {1, 0, 0}, "");
        row("{2021-01-30..2021-01-31}", {1, 0, 0}, "");
        row("2021-01-31/2021-01-31", {1, 0, 0}, "2021-02-28/2021-02-28");
        row("2020-02-28/2020-02-29", {year, 0, 0}, "");
        row("../..", {year, 0, 0}, "");
        row("..", {year, 0, 0}, "");
        row("", {year, 0, 0}, "");
        row("nonsense", {year, 0, 0}, "");
        row("2024", {}, "2024");
    }
    void movesAllThatADateSays() {
        QFETCH(QByteArray, date);
        QFETCH(qint64, months);
        QFETCH(qint64, days);
        QFETCH(qint64, milliseconds);
        QFETCH(QByteArray, expected);
        const auto moved = shiftedDate(date.constData(), {months, days, milliseconds});
        QCOMPARE(QByteArray::fromStdString(moved.value_or("")), expected);
    }

    /// There and back again gives the same text, whatever the notation; what stays has a reason.
    void comesBackAsItWas_data() {
        QTest::addColumn<QByteArray>("date");
        for (const char *name : {"/edtf-examples.tsv", "/edtf-cases.tsv"}) {
            QFile file(QStringLiteral(TEST_DATA) + QLatin1String(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (int line = 1; !file.atEnd(); ++line) {
                const QByteArray date = file.readLine().split('\t').front();
                if (std::holds_alternative<ParsedDate>(parseDate(date.toStdString()))) {
                    QTest::addRow("%s:%d %s", name, line, date.constData()) << date;
                }
            }
        }
        for (const char *date :
             {"2024-05-02T08:04", "2024-05-02T08:04:10.5Z", "2024-05-02T08:04:10.123456-04:30",
              "2024-05-02T08:04/2024-05-03T08:04:10.5", "2024-30/2025-29", "2020-37/2020-33", "Y-17E7S2/..",
              "{..1984-06~-02?,?1985-~05-%01..}", "[1XXX-12-25,..]", "-0001-12-31"}) {
            QTest::addRow("%s", date) << QByteArray(date);
        }
    }
    void comesBackAsItWas() {
        QFETCH(QByteArray, date);
        const std::string text = date.toStdString();
        constexpr std::int64_t day = 86'400'000;
        for (const std::int64_t n : {1, 2, 5, 11, 12, 29, 100, 400, 12'000, 120'000'000}) {
            for (const Shift &there : {Shift{n, 0, 0}, Shift{0, n, 0}, Shift{0, 0, n},
                                       Shift{0, 0, n * 60'000}, Shift{0, 0, n * day / 4}}) {
                const auto snapped = snappedShift(text, there);
                const auto moved = shiftedDate(text, there);
                if (!snapped) {
                    QVERIFY(!moved);
                    QVERIFY(!knownTo(text)); // it has no place
                    continue;
                }
                QVERIFY(!snapped->isNone() || !moved); // too coarse
                if (!moved) {
                    continue;
                }
                QCOMPARE(snappedShift(text, *snapped), snapped);
                QVERIFY(*moved != text);
                const Span before = std::get<ParsedDate>(parseDate(text)).span;
                const Span after = std::get<ParsedDate>(parseDate(*moved)).span;
                QCOMPARE(after.flags, before.flags);
                const bool isAnyLeapDay = date.contains('X') && date.contains("-02-29");
                QVERIFY(after.begin > before.begin || before.isOpenAtStart() || isAnyLeapDay);
                QVERIFY(after.end > before.end || before.isOpenAtEnd() || isAnyLeapDay);
                const auto back =
                    shiftedDate(*moved, {-snapped->months, -snapped->days, -snapped->milliseconds});
                QVERIFY(back);
                if (snapped->months == 0 || *knownTo(text) >= TickUnit::Month) { // else a month has no 31st
                    const bool isEndOfDay = date.contains("T24:00"); // which becomes the next day's begin
                    QCOMPARE(isEndOfDay ? date : QByteArray::fromStdString(*back), date);
                    QCOMPARE(std::get<ParsedDate>(parseDate(*back)).span, before);
                }
            }
        }
    }

    void tellsWhatADateIsKnownTo() {
        QCOMPARE(knownTo("2020/2020-12"), std::optional(TickUnit::Year));
        QCOMPARE(knownTo("1901-03-XX"), std::optional(TickUnit::Month));
        QCOMPARE(knownTo("1901-03-02"), std::optional(TickUnit::Day));
        QCOMPARE(knownTo("1901-03-02T10:30"), std::optional(TickUnit::Minute));
        QCOMPARE(knownTo("1901-03-02T10:30:00.1"), std::optional(TickUnit::Millisecond));
        QCOMPARE(knownTo("nonsense"), std::nullopt);
        QCOMPARE(knownTo("../.."), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(EdtfShiftTest)
#include "edtf_shift_test.moc"
