// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/edtf.h"

#include <QtTest>

using namespace timeline;
using namespace Qt::StringLiterals;

class DescribeTest : public QObject {
    Q_OBJECT

private slots:
    void words_data();
    void words();
    void briefly_data();
    void briefly();
    void noYearZeroIsShown();
};

void DescribeTest::words_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *text, const QString &words) {
        QTest::newRow(text) << QString::fromLatin1(text) << words;
    };
    row("2024", u"2024"_s);
    row("0476", u"476 CE"_s);
    row("0000", u"1 BCE"_s);
    row("-0043", u"44 BCE"_s);
    row("-0043-03-15", u"15 March 44 BCE"_s);
    row("9999", u"9999"_s);
    row("1985-04", u"April 1985"_s);
    row("1985-04-12", u"12 April 1985"_s);
    row("1985-04-12T23:20:30", u"12 April 1985 23:20:30"_s);
    row("1985-04-12T23:20:30Z", u"12 April 1985 23:20:30 UTC"_s);
    row("1985-04-12T23:20:30+04:30", u"12 April 1985 23:20:30 UTC+04:30"_s);
    row("1985-04-12T23:20:30-04", u"12 April 1985 23:20:30 UTC-04:00"_s);
    row("1985-04-12T24:00:00", u"12 April 1985 24:00:00"_s);
    row("2024-03-01T14:30", u"1 March 2024 14:30"_s);
    row("2024-03-01T14:30:05.25Z", u"1 March 2024 14:30:05.25 UTC"_s);
    row("2024-03-01T14:30:05.250", u"1 March 2024 14:30:05.250"_s);
    row("2024-03-01T14:30:05.1204001", u"1 March 2024 14:30:05.1204001"_s);
    row("2024-03-01T14:30:05.000000000-11", u"1 March 2024 14:30:05.000000000 UTC-11:00"_s);
    row("2024-03-01T24:00:00.0Z", u"1 March 2024 24:00:00.0 UTC"_s);
    row(std::string("2024-03-01T00:00:00.").append(70, '1').c_str(),
        u"1 March 2024 00:00:00."_s + QString(60, u'1') + u'…');
    row("2025-05~", u"about May 2025"_s);
    row("2025-05%", u"about May 2025, uncertain"_s);
    row("2021?", u"2021, uncertain"_s);
    row("2004-06~-11", u"11 June 2004 (year and month approximate)"_s);
    row("?2004-06-~11", u"11 June 2004 (year uncertain, day approximate)"_s);
    row("2004-%06-11", u"11 June 2004 (month approximate and uncertain)"_s);
    row("2001-?21", u"spring 2001 (season uncertain)"_s);
    row("201X", u"2010s"_s);
    row("198X~", u"about the 1980s"_s);
    row("20XX", u"some year from 2000 to 2099"_s);
    row("1XXX", u"some year from 1000 to 1999"_s);
    row("XXXX", u"some year"_s);
    row("19X5", u"some year 19X5"_s);
    row("-156X", u"some year from 1570 to 1561 BCE"_s);
    row("2004-XX", u"some month of 2004"_s);
    row("1985-04-XX", u"some day of April 1985"_s);
    row("1985-XX-XX", u"some day of 1985"_s);
    row("1985-04-1X", u"some day from 10 to 19 April 1985"_s);
    row("1985-04-X1", u"1, 11 or 21 April 1985"_s);
    row("1985-XX-12", u"day 12 of some month of 1985"_s);
    row("1985-XX-1X", u"some day from 10 to 19 of some month of 1985"_s);
    row("1985-XX-3X", u"day 30 or 31 of some month of 1985"_s);
    row("1984-1X", u"some month from October to December 1984"_s);
    row("1985-X1", u"January or November 1985"_s);
    row("156X-12-25", u"25 December of some year in the 1560s"_s);
    row("XXXX-12-XX", u"some day of December of some year"_s);
    row("1XXX-XX", u"some month of some year from 1000 to 1999"_s);
    row("2001-21", u"spring 2001"_s);
    row("2001-24", u"winter 2001"_s);
    row("2001-26", u"summer 2001 (northern hemisphere)"_s);
    row("2001-30", u"summer 2001 (southern hemisphere)"_s);
    row("2001-34", u"second quarter of 2001"_s);
    row("2001-38", u"May to August 2001"_s);
    row("2001-41", u"second half of 2001"_s);
    row("Y170000002", u"170,000,002"_s);
    row("Y-170000002", u"170,000,003 BCE"_s);
    row("Y-17E7", u"170 Ma"_s);
    row("Y-17E7~", u"about 170 Ma"_s);
    row("Y-138E8", u"13.8 Ga"_s);
    row("Y-12E4", u"120 ka"_s);
    row("1950S2", u"about 1950 (1900 to 1999)"_s);
    row("1950S2~", u"about 1950 (1900 to 1999)"_s);
    row("Y171010000S3", u"about 171,010,000 (171,000,000 to 171,999,999)"_s);
    row("-1985S2", u"about 1986 BCE (2000 to 1901 BCE)"_s);
    row("2015/2021", u"2015 – 2021"_s);
    row("2015/2015", u"2015"_s);
    row("2025-01-20/2025-02-25", u"20 January – 25 February 2025"_s);
    row("2025-01-20/2025-01-25", u"20 – 25 January 2025"_s);
    row("2025-01-20/2025-01-20", u"20 January 2025"_s);
    row("2024-12-20/2025-01-25", u"20 December 2024 – 25 January 2025"_s);
    row("2025-01/2025-03", u"January – March 2025"_s);
    row("2024-12/2025-03", u"December 2024 – March 2025"_s);
    row("2004-02-01/2005", u"1 February 2004 – 2005"_s);
    row("-0043/0014", u"44 BCE – 14 CE"_s);
    row("Y-66E6/Y-23E6", u"66 Ma – 23 Ma"_s);
    row("2004-06-~01/2004-06-~20", u"from 1 June 2004 (day approximate) to 20 June 2004 (day approximate)"_s);
    row("2004-06-XX/2004-07-03", u"from some day of June 2004 to 3 July 2004"_s);
    row("1984?/2004~", u"from 1984 (uncertain) to about 2004"_s);
    row("2024-03-01T14:30/2024-03-01T16:00", u"1 March 2024 14:30 – 16:00"_s);
    row("2022-08-31/..", u"from 31 August 2022 on"_s);
    row("2022-08~/..", u"from about August 2022 on"_s);
    row("../1985", u"until 1985"_s);
    row("1985-04-12/", u"from 12 April 1985 to an unknown end"_s);
    row("/1985", u"from an unknown start to 1985"_s);
    row("/..", u"from an unknown start on"_s);
    row("../", u"until an unknown end"_s);
    row("../..", u"without start or end"_s);
    row("[2015,2016]", u"2015 or 2016"_s);
    row("[2015,2016,2018]", u"2015, 2016 or 2018"_s);
    row("[2003..2010]", u"one of 2003 to 2010"_s);
    row("[1667,1668,1670..1672]", u"1667, 1668 or 1670 to 1672"_s);
    row("[..1760-12-03]", u"3 December 1760 or earlier"_s);
    row("[1760-12..]", u"December 1760 or later"_s);
    row("[1667,1760-12]", u"1667 or December 1760"_s);
    row("[1667?,1668~]", u"1667 (uncertain) or about 1668"_s);
    row("{2015,2016}", u"2015 and 2016"_s);
    row("{1960..1970}", u"all of 1960 to 1970"_s);
    row("{1960,1961-12}", u"1960 and December 1961"_s);
    row("{..1984}", u"1984 and earlier"_s);
    row("{1984..}", u"1984 and later"_s);
    row("[1667]", u"1667"_s);
    row("1985-04-X9", u"9, 19 or 29 April 1985"_s);
    row("000X", u"some year from 1 BCE to 9 CE"_s);
    row("085X", u"850s"_s);
    row("XXXX-02-X9", u"9, 19 or 29 February of some year"_s);
    row("2023-02-X9", u"9 or 19 February 2023"_s);
    row("2004~-06~-?11", u"11 June 2004 (day uncertain, year and month approximate)"_s);
    row("2024-03-01T14:30Z/2024-03-01T16:00Z", u"1 March 2024 14:30 UTC – 16:00 UTC"_s);
    row("2024-03-01T14:30:00.1204Z/2024-03-01T14:30:00.1209Z",
        u"1 March 2024 14:30:00.1204 UTC – 14:30:00.1209 UTC"_s);
    row("2024-03-01T23:30:00.5+02:00/2024-03-01T23:30:00.5Z",
        u"1 March 2024 23:30:00.5 UTC+02:00 – 23:30:00.5 UTC"_s);
    row("no date", u"no date"_s);
    row("2025/2024", u"2025/2024"_s);
}

void DescribeTest::words() {
    QFETCH(QString, text);
    QFETCH(QString, words);
    QCOMPARE(describeDate(text.toStdString()), words);
}

void DescribeTest::briefly_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *text, const QString &words) {
        QTest::newRow(text) << QByteArray(text) << words;
    };
    row("2025-01-20", u"20 Jan 2025"_s);
    row("2020/2021", u"2020–2021"_s);
    row("2022-08-26/2022-08-31", u"26 – 31 Aug 2022"_s);
    row("2025-02-25/2025-05~", u"25 Feb – about May 2025"_s);
    row("2025-01-28~/2025-02-15~", u"about 28 Jan – about 15 Feb 2025"_s);
    row("2019~/2021", u"about 2019 – 2021"_s);
    row("2024-12~/2025-01", u"about Dec 2024 – Jan 2025"_s);
    row("2024~/2024", u"about 2024 – 2024"_s); // a year alone is no year said twice
    row("2025-02?/2025-05", u"Feb 2025 (uncertain) – May 2025"_s);
    row("2022-08-31/..", u"from 31 Aug 2022 on"_s);
    row("[2003..2010]", u"some time in 2003–2010"_s);
    row("../..", u"start unknown, still going on"_s);
    row("no date", u"no date"_s);
}

void DescribeTest::briefly() {
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    QCOMPARE(describeDateBriefly(text.toStdString()), words);
}

void DescribeTest::noYearZeroIsShown() {
    for (const char *text :
         {"0000", "0000-05", "0000-05-06", "-0001/0001", "[-0001,0000,0001]", "000X", "00XX-05"}) {
        const QStringList words = describeDate(text).split(u' ');
        QVERIFY2(!words.contains(u"0"_s), text);
    }
}

QTEST_APPLESS_MAIN(DescribeTest)
#include "describe_test.moc"
