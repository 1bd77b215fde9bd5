// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_paths.h"
#include "time/calendar.h"
#include "time/edtf.h"
#include "time/edtf_expression.h"

#include <QFile>
#include <QtTest>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

/// Undoes \\, \t, \n, \r and \uXXXX.
QString unescaped(const QString &text) {
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != u'\\') {
            result += text[at];
            continue;
        }
        const QChar kind = text[++at];
        if (kind == u'u') {
            result += QChar(static_cast<char16_t>(text.mid(at + 1, 4).toUShort(nullptr, 16)));
            at += 4;
        } else {
            result += kind == u't' ? u'\t' : kind == u'n' ? u'\n' : kind == u'r' ? u'\r' : kind.unicode();
        }
    }
    return result;
}

void addCases(const QString &path) {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        QFAIL(qPrintable(u"cannot read "_s + path));
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (qsizetype number = 0; number < lines.size(); ++number) {
        const QStringList columns = lines[number].split(u'\t');
        if (lines[number].isEmpty() || lines[number].startsWith(u'#') ||
            columns.value(5).contains(u"disputed"_s)) {
            continue;
        }
        QTest::addRow("line %d: %s", static_cast<int>(number + 1), qPrintable(columns[0]))
            << unescaped(columns[0]) << columns.mid(0, 5).join(u'\t');
    }
}

void compareReport() {
    QFETCH(QString, text);
    QFETCH(QString, line);
    QCOMPARE(dateReport(text.toStdString()), line);
}

std::optional<ParsedDate> parsed(std::string_view text, DateSyntax syntax = DateSyntax::EventsFile) {
    const auto result = parseDate(text, syntax);
    const auto *date = std::get_if<ParsedDate>(&result);
    return date == nullptr ? std::nullopt : std::optional(*date);
}

Instant at(std::int64_t year, int month, int day, int seconds = 0, int millis = 0) {
    return {startOfDay({year, month, day}).seconds + seconds, millis};
}

} // namespace

class EdtfTest : public QObject {
    Q_OBJECT

private slots:
    void specificationsExamples_data() { addCases(QStringLiteral(TEST_DATA "/edtf-examples.tsv")); }
    void specificationsExamples() { compareReport(); }
    void sharedExamplesAreTheSame();
    void cases_data() { addCases(QStringLiteral(TEST_DATA "/edtf-cases.tsv")); }
    void cases() { compareReport(); }
    void decisions_data();
    void decisions();
    void flags_data();
    void flags();
    void eventsFileAllowsMore_data();
    void eventsFileAllowsMore();
    void eventsFileSpans_data();
    void eventsFileSpans();
    void endsAreExclusive();
    void errorsSayWhere_data();
    void errorsSayWhere();
    void longTextsEnd();
    void plainDatesAreReadAsAll();
};

/// The copy in the repository is what the specification's page says; where the original lies beside, they
/// agree.
void EdtfTest::sharedExamplesAreTheSame() {
    QFile original(QStringLiteral(SHARED_DATA "/edtf-examples.tsv"));
    if (!original.open(QIODevice::ReadOnly)) {
        QSKIP("the shared folder with the public examples is not here");
    }
    QFile copy(QStringLiteral(TEST_DATA "/edtf-examples.tsv"));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QVERIFY(copy.readAll() == original.readAll());
}

/// What the specification leaves open; the disputed lines of the case files hold more of it.
void EdtfTest::decisions_data() {
    QTest::addColumn<QString>("line");
    QTest::newRow("winter ends in the next year") << u"2001-24\t1\t2001-12-01\t2002-02-28\t"_s;
    QTest::newRow("southern summer too") << u"2023-30\t2\t2023-12-01\t2024-02-29\t"_s;
    QTest::newRow("southern spring") << u"2001-29\t2\t2001-09-01\t2001-11-30\t"_s;
    QTest::newRow("year zero has no sign") << u"-0000\tinvalid\t\t\t"_s;
    QTest::newRow("no leap seconds") << u"2016-12-31T23:59:60Z\tinvalid\t\t\t"_s;
    QTest::newRow("no -00:00") << u"2016-12-31T23:59:59-00:00\tinvalid\t\t\t"_s;
    QTest::newRow("a qualified season") << u"2001-21~\t1\t2001-03-01\t2001-05-31\tapproximate"_s;
    QTest::newRow("a qualified long year")
        << u"Y-66000000~\t1\t-66000000-01-01\t-66000000-12-31\tapproximate"_s;
    QTest::newRow("long years in an interval")
        << u"Y-66000000/Y-23000000\t1\t-66000000-01-01\t-23000000-12-31\t"_s;
    QTest::newRow("four digits need no exponent") << u"Y17E2\tinvalid\t\t\t"_s;
    QTest::newRow("open at both ends") << u"../..\t1\t-inf\t+inf\topen-start,open-end"_s;
    QTest::newRow("known at neither end") << u"/\tinvalid\t\t\t"_s;
    QTest::newRow("a set of one") << u"[1667]\t2\t1667-01-01\t1667-12-31\tset"_s;
    QTest::newRow("beyond the range") << u"Y20000000001\tinvalid\t\t\t"_s;
    QTest::newRow("the end starts before the start, and ends after it")
        << u"2004-06-11/2004-06\t0\t2004-06-11\t2004-06-30\t"_s;
}

void EdtfTest::decisions() {
    QFETCH(QString, line);
    QCOMPARE(dateReport(line.section(u'\t', 0, 0).toStdString()), line);
}

void EdtfTest::flags_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<DateFlags>("flags");
    using enum DateFlag;
    const auto row = [](const char *text, DateFlags flags) {
        QTest::newRow(text) << QString::fromLatin1(text) << flags;
    };
    row("2024", {});
    row("2024~", DateFlags(Approximate) | StartApproximate | EndApproximate);
    row("2024?", Uncertain);
    row("2024%/2025", DateFlags(Uncertain) | Approximate | Interval | StartApproximate);
    row("2024/2025-~06", DateFlags(Approximate) | Interval | EndApproximate);
    row("2024/..", DateFlags(Interval) | OpenEnd);
    row("/2024", DateFlags(Interval) | UnknownStart);
    row("[2024~,2025]", DateFlags(Set) | Approximate | StartApproximate | EndApproximate);
    row("{..2024}", DateFlags(Set) | OpenStart);
    row("202X", Unspecified);
    row("2024-05-06T07:08:09", HasTime);
    row("2024-05-06T07:08:09Z", DateFlags(HasTime) | Zoned);
    row("2024-05-06T07:08:09.123", HasTime);
    row("2024-05-06T07:08:09.1230", DateFlags(HasTime) | Finer);
    row("../2024-05-06T07:08:09.1234Z", DateFlags(HasTime) | Zoned | Finer | Interval | OpenStart);
    row("2024-05-06T07:08Z/2024-05-06T09:30+02:00", DateFlags(HasTime) | Zoned | Interval);
}

void EdtfTest::flags() {
    QFETCH(QString, text);
    QFETCH(DateFlags, flags);
    const auto date = parsed(text.toStdString());
    QVERIFY(date);
    QCOMPARE(date->span.flags, flags);
}

void EdtfTest::eventsFileAllowsMore_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("no seconds") << u"2024-03-01T14:30"_s;
    QTest::newRow("no seconds, Z") << u"2024-03-01T14:30Z"_s;
    QTest::newRow("no seconds, shifted") << u"2024-03-01T14:30+05:30"_s;
    QTest::newRow("midnight") << u"2024-03-01T24:00"_s;
    QTest::newRow("a fraction") << u"2024-03-01T14:30:05.250Z"_s;
    QTest::newRow("a long fraction") << u"2024-03-01T14:30:05.123456789"_s;
    QTest::newRow("an interval with times") << u"2024-03-01T14:30/2024-03-01T16:00"_s;
    QTest::newRow("an open interval with a time") << u"2024-03-01T14:30:00Z/.."_s;
    QTest::newRow("a time and a day") << u"2024-03-01/2024-03-02T16:00"_s;
}

void EdtfTest::eventsFileAllowsMore() {
    QFETCH(QString, text);
    QVERIFY(parsed(text.toStdString(), DateSyntax::EventsFile));
    QVERIFY(!parsed(text.toStdString(), DateSyntax::Edtf));
}

void EdtfTest::eventsFileSpans_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<Instant>("begin");
    QTest::addColumn<Instant>("end");
    const auto row = [](const char *text, Instant begin, Instant end) {
        QTest::newRow(text) << QString::fromLatin1(text) << begin << end;
    };
    row("2024-03-01T14:30", at(2024, 3, 1, 52'200), at(2024, 3, 1, 52'260));
    row("2024-03-01T14:30+01:00", at(2024, 3, 1, 48'600), at(2024, 3, 1, 48'660));
    row("2024-03-01T14:30:05", at(2024, 3, 1, 52'205), at(2024, 3, 1, 52'206));
    row("2024-03-01T14:30:05.2", at(2024, 3, 1, 52'205, 200), at(2024, 3, 1, 52'205, 300));
    row("2024-03-01T14:30:05.25", at(2024, 3, 1, 52'205, 250), at(2024, 3, 1, 52'205, 260));
    row("2024-03-01T14:30:05.999", at(2024, 3, 1, 52'205, 999), at(2024, 3, 1, 52'206));
    row("2024-03-01T14:30:05.1239999999999", at(2024, 3, 1, 52'205, 123), at(2024, 3, 1, 52'205, 124));
    row("2024-03-01T23:59/2024-03-02T24:00", at(2024, 3, 1, 86'340), at(2024, 3, 3, 60));
}

void EdtfTest::eventsFileSpans() {
    QFETCH(QString, text);
    QFETCH(Instant, begin);
    QFETCH(Instant, end);
    const auto date = parsed(text.toStdString());
    QVERIFY(date);
    QCOMPARE(date->span.begin, begin);
    QCOMPARE(date->span.end, end);
}

void EdtfTest::endsAreExclusive() {
    QCOMPARE(parsed("2022")->span.begin, at(2022, 1, 1));
    QCOMPARE(parsed("2022")->span.end, at(2023, 1, 1));
    QCOMPARE(parsed("2022-12-31")->span.end, at(2023, 1, 1));
    QCOMPARE(parsed("2024-02")->span.end, at(2024, 3, 1));
    QCOMPARE(parsed("2022/..")->span.end, Instant::distantFuture());
    QCOMPARE(parsed("/2022")->span.begin, Instant::distantPast());
    QCOMPARE(parsed("Y20000000000")->span.end, at(20'000'000'001, 1, 1));
    QVERIFY(parsed("Y20000000000")->span.end < Instant::distantFuture());
    QVERIFY(parsed("Y-20000000000")->span.begin > Instant::distantPast());
}

void EdtfTest::errorsSayWhere_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, int offset, const QString &expected) {
        QTest::newRow(text) << QString::fromLatin1(text) << offset << expected;
    };
    row("", 0, u"a date such as 2024, 2024-03 or 2024-03-15"_s);
    row("May 2024", 0, u"a year of four digits"_s);
    row("2024-13", 5, u"a month from 01 to 12 or a season from 21 to 41"_s);
    row("2024-12-32", 8, u"a day from 01 to 31"_s);
    row("2023-02-29", 0, u"a day that the calendar has"_s);
    row("2024 ", 4, u"the end of the date here"_s);
    row("12024", 4, u"four digits, or Y before a year of more (Y-170000002)"_s);
    row("2025/2024", 5, u"an end that is not before the start"_s);
    row("[2024,2025", 10, u", or ] after a date of the set"_s);
    row("Y99999999999", 1, u"a year within 20 billion of now"_s);
    row("Y9E99999999999999999999", 1, u"a year within 20 billion of now"_s);
    row("2024-03-01T14:60", 14, u"minutes from 00 to 59"_s);
    row("2024-03-01T14:30+25:00", 17, u"Z, or a shift from UTC from -14:00 to +14:00 such as +05:30"_s);
}

void EdtfTest::errorsSayWhere() {
    QFETCH(QString, text);
    QFETCH(int, offset);
    QFETCH(QString, expected);
    const std::string bytes = text.toStdString();
    const auto result = parseDate(bytes);
    const auto *error = std::get_if<DateError>(&result);
    QVERIFY(error != nullptr);
    QCOMPARE(static_cast<int>(error->offset), offset);
    QCOMPARE(QString::fromUtf8(error->expected), expected);
}

void EdtfTest::longTextsEnd() {
    const std::string digits(1'000'000, '9');
    QVERIFY(!parsed("Y" + digits));
    QVERIFY(!parsed("Y1E" + digits));
    QVERIFY(!parsed(digits));
    QVERIFY(!parsed(std::string(1'000'000, '[')));
    QVERIFY(parsed("2024-03-01T14:30:05." + digits));
    std::string members = "[1667";
    for (int member = 0; member < 100'000; ++member) {
        members += ",1668";
    }
    QVERIFY(parsed(members + "]"));
    QVERIFY(!parsed(members));
}

/// There is a short way for them.
void EdtfTest::plainDatesAreReadAsAll() {
    QStringList dates;
    for (const int year : {0, 1, 4, 100, 399, 400, 1582, 1900, 2000, 2023, 2024, 9999}) {
        const QString number = u"%1"_s.arg(year, 4, 10, QChar(u'0'));
        dates += number;
        for (int month = 0; month <= 25; ++month) {
            const QString withMonth = u"%1-%2"_s.arg(number).arg(month, 2, 10, QChar(u'0'));
            dates += withMonth;
            for (int day = 0; month <= 13 && day <= 32; ++day) {
                dates += u"%1-%2"_s.arg(withMonth).arg(day, 2, 10, QChar(u'0'));
            }
        }
    }
    const QStringList others = {u"2024-02-29"_s, u"2024-02"_s, u"2024"_s, u"0000"_s,
                                u"2023-13"_s,    u"2024~"_s,   u".."_s,   u""_s};
    int valid = 0;
    for (const QString &date : QStringList(dates)) {
        for (const QString &text : {date, date + u'/' + others[valid % others.size()],
                                    others[valid % others.size()] + u'/' + date}) {
            const std::string utf8 = text.toStdString();
            edtf::Cursor cursor(utf8);
            ParsedDate whole;
            const bool isDate = edtf::readExpression(cursor, DateSyntax::EventsFile, whole);
            const auto result = parseDate(utf8);
            const auto *read = std::get_if<ParsedDate>(&result);
            QVERIFY2((read != nullptr) == isDate, utf8.c_str());
            if (isDate) {
                QVERIFY2(read->span == whole.span && read->level == whole.level, utf8.c_str());
                ++valid;
            }
        }
    }
    QVERIFY(valid > 4000);
}

QTEST_APPLESS_MAIN(EdtfTest)
#include "edtf_test.moc"
