// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/date_suggestion.h"

#include "time/edtf.h"

#include <QLocale>
#include <QTest>

using namespace timeline;

class DateSuggestionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatIsMeant_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // empty: that is not sure
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("2024-3-5", "2024-03-05");
        row("2024/03/05", "2024-03-05");
        row("2024-3", "2024-03");
        row("20240305", "2024-03-05");
        row("20241305", "");
        row("3/2024", "2024-03");
        row("12.03.2024", "2024-03-12");
        row("5. 3. 2024", "2024-03-05");
        row("25/12/2024", "2024-12-25");
        row("12/25/2024", "2024-12-25");
        row("03/04/2024", "");
        row("March 2024", "2024-03");
        row("Sept. 2024", "2024-09");
        row("5 May 2024", "2024-05-05");
        row("May 5, 2024", "2024-05-05");
        row("1st of May 2024", "2024-05-01");
        row("5. Mai 2024", "2024-05-05");
        row("Q3 2024", "2024-35");
        row("2024 Q3", "2024-35");
        row("Fall 2024", "2024-23");
        row("2024-05-01 9:30", "2024-05-01T09:30");
        row("c. 1850", "1850~");
        row("circa March 2024", "2024-03~");
        row("1850 ?", "1850?");
        row("ca 1850?", "1850%");
        row("1850s", "185X");
        row("44 BC", "-0043");
        row("1 BCE", "0000");
        row("0 BC", "");
        row("44 B.C.", "-0043");
        row("79 AD", "0079");
        row("AD 476", "0476");
        row("476", "");
        row("before 1900", "[..1899]");
        row("after 1900", "[1901..]");
        row("before March 2024", "[..2024-02]");
        row("after 31 December 2023", "[2024-01-01..]");
        row("before c. 1900", "");
        row("since 2020", "2020/..");
        row("until May 2024", "../2024-05");
        row("since", "");
        row("until then", "");
        row("1800s", "");
        row("2024/25", "");
        row("21/2024", "");
        row("czerwiec 2024", "");
        row("c1850", "1850~");
        row("476 AD", "0476");
        row("2024 – 2025", "2024/2025");
        row("2024 - March 2025", "2024/2025-03");
        row("March 2024 to May 2024", "2024-03/2024-05");
        row("2024\u20132025", "2024/2025");
        row("1914-1918", "1914/1918");
        row("from 1914 to 1918", "1914/1918");
        row("2024-05-01 - 2024-06-01", "2024-05-01/2024-06-01");
        row("5/2024 - 6/2024", "2024-05/2024-06");
        row("2024/03/05 - 2024/03/08", "2024-03-05/2024-03-08");
        row("March \u2013 May 2024", "2024-03/2024-05");
        row("5 - 8 May 2024", "2024-05-05/2024-05-08");
        row("300 - 200 BC", "-0299/-0199");
        row("c. 1850 - 1860?", "1850~/1860?");
        row("03/04/2024 - 05/04/2024", "");
        row("May 2024 to March 2024", "");
        row("2024-02-30", "");
        row("2024-13", "");
        row("soon", "");
        row("", "");
        row("in the 90s", "");
    }
    void knowsWhatIsMeant() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QLocale::setDefault(QLocale(QLocale::German));
        const auto date = suggestedDate(text);
        QCOMPARE(date.value_or(QString()), expected);
        QVERIFY(!date || std::holds_alternative<ParsedDate>(parseDate(date->toStdString())));
    }

    void namesOfMonthsMayBeginLikeAbout() {
        QLocale::setDefault(QLocale(QLocale::Polish));
        QCOMPARE(suggestedDate(QString::fromUtf8("czerwiec 2024")).value_or(QString()),
                 QString::fromUtf8("2024-06"));
    }
};

QTEST_APPLESS_MAIN(DateSuggestionTest)
#include "date_suggestion_test.moc"
