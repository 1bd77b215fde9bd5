// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/edtf_move.h"

#include <QTest>

using namespace timeline;

class EdtfMoveTest : public QObject {
    Q_OBJECT

    static Instant begin(const char *date) { return std::get<ParsedDate>(parseDate(date)).span.begin; }

private Q_SLOTS:
    void getsAnotherPrecisionWhereThatIsAskedFor_data() {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("end");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("precision");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *date, DateEnd end, const char *to, TickUnit precision,
                            const char *expected) {
            QTest::addRow("%s to %s", date, to) << QByteArray(date) << static_cast<int>(end) << QByteArray(to)
                                                << static_cast<int>(precision) << QByteArray(expected);
        };
        row("2025", DateEnd::Both, "2025-03-10", TickUnit::Month, "2025-03");
        row("2025~", DateEnd::Both, "2025-03-10", TickUnit::Day, "2025-03-10~");
        row("2025-03-10", DateEnd::Both, "2026-02-01", TickUnit::Month, "2026-02");
        row("2020/2021", DateEnd::Both, "2020-02-01", TickUnit::Month, "2020-02/2022-01");
        row("2020/2021", DateEnd::End, "2021-06-11", TickUnit::Day, "2020/2021-06-10");
        row("2020/2021", DateEnd::Start, "2020-06-11", TickUnit::Day, "2020-06-11/2021");
        row("2020", DateEnd::End, "2021-04-01", TickUnit::Month, "2020/2021-03");
    }
    void getsAnotherPrecisionWhereThatIsAskedFor() {
        QFETCH(QByteArray, date);
        QFETCH(int, end);
        QFETCH(QByteArray, to);
        QFETCH(int, precision);
        QFETCH(QByteArray, expected);
        const auto moved = movedDate(date.toStdString(), static_cast<DateEnd>(end), begin(to.constData()),
                                     static_cast<TickUnit>(precision));
        QVERIFY(moved);
        QCOMPARE(QByteArray::fromStdString(*moved), expected);
    }

    void movesAsNearAsThePrecisionAllows_data() {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("end");
        QTest::addColumn<QByteArray>("to");       // the begin of this date
        QTest::addColumn<QByteArray>("expected"); // empty: cannot be moved
        const auto row = [](const char *date, DateEnd end, const char *to, const char *expected) {
            QTest::addRow("%s %s %s", date,
                          end == DateEnd::Both    ? "to"
                          : end == DateEnd::Start ? "from"
                                                  : "until",
                          to)
                << QByteArray(date) << static_cast<int>(end) << QByteArray(to) << QByteArray(expected);
        };
        row("2022", DateEnd::Both, "2024-03-01", "2024");
        row("2022", DateEnd::Both, "2024-08-01", "2025");
        row("-0044", DateEnd::Both, "0001-01-02", "0001");
        row("2025-05", DateEnd::Both, "2025-08-10", "2025-08");
        row("2025-05", DateEnd::Both, "2026-01-20", "2026-02");
        row("2025-05~", DateEnd::Both, "2025-08-10", "2025-08~");
        row("2025-05-31", DateEnd::Both, "2025-06-03T11:00:00", "2025-06-03");
        row("2025-05-31?", DateEnd::Both, "2025-06-03T13:00:00", "2025-06-04?");
        row("?2004-06-~11", DateEnd::Both, "2005-07-12", "?2005-07-~12");
        row("2025-21", DateEnd::Both, "2025-09-10", "2025-23");
        row("2025-33", DateEnd::Both, "2026-01-10", "2026-33");
        row("2025-29", DateEnd::Both, "2026-01-10", "");
        row("2025-24", DateEnd::Both, "Y-17E9", ""); // EDTF writes no seasons out there
        row("../?1969-23", DateEnd::Start, "Y-17E9", "");
        row("2025-37", DateEnd::Both, "9999-08-10", "9999-39");
        row("2025-41", DateEnd::Both, "9999-12-30", "");
        row("2025-05-01T10:30", DateEnd::Both, "2025-05-01T10:31:20", "2025-05-01T10:31");
        row("2025-05-01T10:30:00Z", DateEnd::Both, "2025-05-02T10:31:20", "2025-05-02T10:31:20Z");
        row("2025-05-01T10:30:00+02:00", DateEnd::Both, "2025-05-02T22:30:00", "2025-05-03T00:30:00+02:00");
        row("2025-05-01T10:30", DateEnd::Both, "Y17E9", "");
        row("/2025-05-01T10:30:00.000+05:30", DateEnd::Start, "Y-17E9", "");
        row("Y-170000002", DateEnd::Both, "Y-160000000", "Y-160000000");
        row("Y-17E7", DateEnd::Both, "Y-163000000", "Y-16E7");
        row("9999", DateEnd::Both, "Y10001", "Y10001");

        row("2020/2022", DateEnd::Both, "2021-02-01", "2021/2023");
        row("2020-01/2020-12-24", DateEnd::Both, "2020-03-02", "2020-03/2021-02-22");
        row("2020/..", DateEnd::Both, "2023-02-01", "2023/..");
        row("/2020", DateEnd::Both, "2023-02-01", "/2023");
        row("2020/2022", DateEnd::Start, "2021-02-01", "2021/2022");
        row("2020/2022", DateEnd::End, "2025-02-01", "2020/2024");
        row("2020/2022", DateEnd::End, "2020-03-01", "2020");
        row("2020/2022", DateEnd::End, "1990", "2020");
        row("2020/2022", DateEnd::Start, "2030", "2022");
        row("2020", DateEnd::End, "2022-01-01", "2020/2021");
        row("2020", DateEnd::Start, "2018-01-01", "2018/2020");
        row("2020-05/..", DateEnd::End, "2020-09-02", "2020-05/2020-08");
        row("2020-05~/2020-07", DateEnd::Start, "2020-06-01", "2020-06~/2020-07");

        row("[1667,1668]", DateEnd::Both, "1700", "");
        row("{1960..1970}", DateEnd::Both, "1700", "");
        row("202X", DateEnd::Both, "1700", "");
        row("1950S2", DateEnd::Both, "1700", "");
        row("nonsense", DateEnd::Both, "1700", "");
    }
    void movesAsNearAsThePrecisionAllows() {
        QFETCH(QByteArray, date);
        QFETCH(int, end);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, expected);
        const auto moved = movedDate(date.constData(), static_cast<DateEnd>(end), begin(to.constData()));
        QCOMPARE(QByteArray::fromStdString(moved.value_or("")), expected);
    }

    /// Moving a date to where it is changes nothing, whatever the notation.
    void restsWhereItIs_data() {
        QTest::addColumn<QByteArray>("date");
        for (const char *date :
             {"0000", "-9999", "2024-02-29", "2024-24", "2024-36~", "1985-04-12T23:20:30.250",
              "1985-04-12T23:20:30-04:00", "Y-17E7", "Y170000002", "2004-06~-11", "2004-06-11/2004-07"}) {
            QTest::addRow("%s", date) << QByteArray(date);
        }
    }
    void restsWhereItIs() {
        QFETCH(QByteArray, date);
        const auto before = std::get<ParsedDate>(parseDate(date.constData())).span;
        const auto moved = movedDate(date.constData(), DateEnd::Both, before.begin);
        QVERIFY(moved);
        const auto after = std::get<ParsedDate>(parseDate(*moved)).span;
        QCOMPARE(after.begin, before.begin);
        QCOMPARE(after.end, before.end);
        QCOMPARE(after.flags, before.flags);
    }

    void writesTheDateNearest_data() {
        QTest::addColumn<int>("precision");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("year") << static_cast<int>(TickUnit::Year) << QByteArray("2025");
        QTest::newRow("month") << static_cast<int>(TickUnit::Month) << QByteArray("2025-06");
        QTest::newRow("day") << static_cast<int>(TickUnit::Day) << QByteArray("2025-05-18");
        QTest::newRow("minute") << static_cast<int>(TickUnit::Minute) << QByteArray("2025-05-17T13:46");
        QTest::newRow("second") << static_cast<int>(TickUnit::Second) << QByteArray("2025-05-17T13:45:40");
    }
    void writesTheDateNearest() {
        QFETCH(int, precision);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(
                     dateNearest(begin("2025-05-17T13:45:40"), static_cast<TickUnit>(precision))),
                 expected);
    }
};

QTEST_APPLESS_MAIN(EdtfMoveTest)
#include "edtf_move_test.moc"
