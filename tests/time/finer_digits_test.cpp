// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/finer_digits.h"

#include <QTest>

using namespace timeline;

class FinerDigitsTest : public QObject {
    Q_OBJECT

private slots:
    void digits_data() {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QByteArray>("end");
        const auto row = [](const char *date, const char *begin, const char *end) {
            QTest::newRow(date) << QByteArray(date) << QByteArray(begin) << QByteArray(end);
        };
        row("2024", "", "");
        row("2024-02-03T09:14:07.120", "", "");
        row("2024-02-03T09:14:07.1204", "4", "4");
        row("2024-02-03T09:14:07.1204000Z", "4", "4000");
        row("2024-02-03T09:14:07.120999+02:00", "999", "");
        row("2024-02-03T09:14:07.12000", "", "00");
        row("2024-02-03T09:14:07.1204/2024-02-03T09:14:07.1209", "4", "");
        row("2024-02-03T09:14:07.1204/2024-02-03T09:14:08", "4", "");
        row("2024-02-03/2024-02-03T09:14:07.1205", "", "5");
        row("/2024-02-03T09:14:07.1205", "", "5");
        row("2024-02-03T09:14:07.1205/..", "5", "");
        row("[2023,2024]", "", "");
        row("no date", "", "");
        row("", "", "");
    }
    void digits() {
        QFETCH(QByteArray, date);
        const FinerDigits digits = finerDigits(date.toStdString());
        QTEST(QByteArray::fromStdString(digits.begin), "begin");
        QTEST(QByteArray::fromStdString(digits.end), "end");
    }

    /// Of times in one millisecond: whether the first begins before the other, and whether it ends before it.
    void order_data() {
        QTest::addColumn<QByteArray>("first"); // digits of a second
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<bool>("beginsBefore");
        QTest::addColumn<bool>("endsBefore");
        const auto row = [](const char *first, const char *second, bool beginsBefore, bool endsBefore) {
            QTest::addRow("%s, %s", first, second)
                << QByteArray(first) << QByteArray(second) << beginsBefore << endsBefore;
        };
        row("1204", "1209", true, true);
        row("1209", "1204", false, false);
        row("1204", "12039", false, false);
        row("12039", "1204", true, true);
        row("120", "1200", false, false);
        row("1200", "120", false, true); // begin alike, and that of a whole millisecond ends later
        row("120", "1204", true, false);
        row("1204", "12040000", false, false);
        row("12040000", "1204", false, true);
        row("12049", "1204", false, false); // end alike
        row("1204", "12049", true, false);
        row("120", "120999", true, false); // the same
        row("1201000000000000000000000000001", "1201000000000000000000000000002", true, true);
    }
    void order() {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        const auto digitsOf = [](const QByteArray &fraction) {
            return finerDigits(("2024-02-03T09:14:07." + fraction).toStdString());
        };
        const FinerDigits a = digitsOf(first);
        const FinerDigits b = digitsOf(second);
        QTEST(FinerDigits::beginsBefore(a, b), "beginsBefore");
        QTEST(FinerDigits::endsBefore(a, b), "endsBefore");
    }
};

QTEST_APPLESS_MAIN(FinerDigitsTest)
#include "finer_digits_test.moc"
