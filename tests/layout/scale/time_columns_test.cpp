// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/layout_fixture.h"
#include "layout/page/page_columns.h"
#include "time/edtf.h"
#include "time/edtf_move.h"

using namespace timeline;

namespace {

Instant at(const char *date) {
    return std::get<ParsedDate>(parseDate(date)).span.begin;
}

std::vector<ColumnDate> datesOf(const std::vector<const char *> &texts) {
    std::vector<ColumnDate> dates;
    for (const char *text : texts) {
        const bool isPlanned = text[0] == '!';
        const Span span = std::get<ParsedDate>(parseDate(text + (isPlanned ? 1 : 0))).span;
        dates.push_back({span.begin, span.end, isPlanned, 0});
    }
    return dates;
}

/// "begin..end*count", and "ahead" where it is.
QString toText(const std::vector<TimeColumn> &columns) {
    QStringList texts;
    for (const TimeColumn &column : columns) {
        texts << QStringLiteral("%1..%2*%3%4")
                     .arg(QString::fromStdString(dateNearest(column.begin, TickUnit::Day)),
                          QString::fromStdString(dateNearest(column.end, TickUnit::Day)))
                     .arg(column.last - column.first)
                     .arg(column.isAhead ? QStringLiteral(" ahead") : QString());
    }
    return texts.join(QStringLiteral(" | "));
}

} // namespace

class TimeColumnsTest : public QObject {
    Q_OBJECT

private slots:
    void cutsWhereThePaceChanges_data();
    void cutsWhereThePaceChanges();
    void edgesAreRound_data();
    void edgesAreRound();
    void neverMoreThanAskedFor();
    void ofTheStory();
    void splitsInTheMiddle();
};

void TimeColumnsTest::cutsWhereThePaceChanges_data() {
    using Texts = std::vector<const char *>;
    QTest::addColumn<Texts>("dates");
    QTest::addColumn<QString>("columns");
    QTest::newRow("none") << Texts{} << QString();
    QTest::newRow("one") << Texts{"2020-05-05"} << "2020-05-05..2020-05-06*1";
    QTest::newRow("an even pace") << Texts{"1200", "1600", "2000"} << "1200-01-01..2001-01-01*3";
    QTest::newRow("all at once") << Texts{"2020", "2020", "2020"} << "2020-01-01..2021-01-01*3";
    QTest::newRow("years, then days")
        << Texts{"1980",       "1985",       "1990",       "1995",       "2020-03-01", "2020-03-02",
                 "2020-03-03", "2020-03-04", "2020-03-05", "2020-03-06", "2020-03-07", "2020-03-08"}
        << "1980-01-01..1996-01-01*4 | 2020-03-01..2020-03-09*8";
    QTest::newRow("years begin with January, but do not happen there")
        << Texts{"2020", "2020", "2020", "2020", "2020", "2020", "2020-03", "2024", "2026"}
        << "2020-01-01..2027-01-01*9";
    QTest::newRow("the last and the first of bursts belong to them")
        << Texts{"1989-11-01", "1989-11-02", "1989-11-03", "1989-11-05", "1989-11-06",
                 "1989-11-08", "1989-11-09", "2001-09-01", "2001-09-01", "2001-09-03",
                 "2001-09-04", "2001-09-05", "2001-09-07", "2001-09-09"}
        << "1989-11-01..1989-11-10*7 | 2001-09-01..2001-09-10*7";
    QTest::newRow("a plan") << Texts{"2024-01", "2024-06", "!2025-03", "!2026"}
                            << "2024-01-01..2024-07-01*2 | 2025-03-01..2027-01-01*2 ahead";
    QTest::newRow("a plan that is past")
        << Texts{"2024-01", "!2024-06", "2024-11"} << "2024-01-01..2024-12-01*3";
}

void TimeColumnsTest::cutsWhereThePaceChanges() {
    QFETCH(std::vector<const char *>, dates);
    QFETCH(QString, columns);
    QCOMPARE(toText(timeColumns(datesOf(dates), at("2025-01-01"), 5)), columns);
}

void TimeColumnsTest::edgesAreRound_data() {
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("upTo");
    QTest::addColumn<QByteArray>("found");
    const auto row = [](const char *after, const char *upTo, const char *found) {
        QTest::addRow("%s to %s", after, upTo) << QByteArray(after) << QByteArray(upTo) << QByteArray(found);
    };
    row("2015-06-01", "2020-01-01", "2020-01-01");
    row("1995-06-01", "2003-01-01", "2000-01-01");
    row("2024-12-26", "2025-01-20", "2025-01-01");
    row("2025-01-20", "2025-01-23", "2025-01-22");
    row("2025-03-03", "2025-03-04", "2025-03-04");
}

void TimeColumnsTest::edgesAreRound() {
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, upTo);
    QFETCH(QByteArray, found);
    QCOMPARE(QByteArray::fromStdString(dateNearest(roundestIn(at(after), at(upTo)), TickUnit::Day)), found);
}

void TimeColumnsTest::neverMoreThanAskedFor() {
    QRandomGenerator random(7);
    for (int round = 0; round < 40; ++round) {
        std::vector<ColumnDate> dates;
        double when = 0;
        const int count = random.bounded(1, 120);
        for (int i = 0; i < count; ++i) {
            when += std::pow(10, random.bounded(12)); // from a millisecond to 30 years
            const Instant begin = fromEpochMilliseconds(when);
            dates.push_back({begin, begin, false, 0});
        }
        for (const std::size_t most : {std::size_t{1}, std::size_t{3}, std::size_t{5}}) {
            const std::vector<TimeColumn> columns = timeColumns(dates, std::nullopt, most);
            QVERIFY(!columns.empty() && columns.size() <= most);
            std::size_t next = 0;
            for (const TimeColumn &column : columns) {
                QCOMPARE(column.first, next);
                QVERIFY(column.last > column.first);
                for (std::size_t i = column.first; i < column.last; ++i) {
                    QVERIFY(column.begin <= dates[i].begin && dates[i].begin <= column.end);
                }
                next = column.last;
            }
            QCOMPARE(next, dates.size());
        }
    }
}

void TimeColumnsTest::ofTheStory() {
    const PlainText asIs = [](const QString &text) { return text; };
    const PageOptions options;
    const PageContent content = pageContent(*story(), {}, options, asIs);
    QCOMPARE(
        toText(pageColumns(content, options, 5)),
        QStringLiteral("1985-01-01..2020-01-01*4 | 2020-01-01..2025-01-01*11 | 2025-01-20..2025-02-26*12 | "
                       "2025-02-25..2025-06-01*2 ahead"));
}

void TimeColumnsTest::splitsInTheMiddle() {
    const std::vector<ColumnDate> dates = datesOf({"2001", "2002", "2002", "2002", "2002", "2003"});
    const std::vector<TimeColumn> one = timeColumns(dates, std::nullopt, 1);
    QCOMPARE(toText(splitOnce(one, dates, 0)),
             QStringLiteral("2001-01-01..2003-01-01*5 | 2003-01-01..2004-01-01*1"));
    const std::vector<ColumnDate> same = datesOf({"2001", "2001"});
    QCOMPARE(splitOnce(timeColumns(same, std::nullopt, 1), same, 0).size(), std::size_t{1});
}

QTEST_MAIN(TimeColumnsTest)
#include "time_columns_test.moc"
