// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/date_shift.h"

#include "document/edit/edits_fixture.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

class DateShiftTest : public QObject {
    Q_OBJECT

    static QByteArray dated(const char *date) {
        return QByteArray("{\"title\": \"T\", \"date\": \"") + date + "\"}";
    }
    static std::vector<EventIndex> allOf(const Document &document) {
        std::vector<EventIndex> events(document.eventCount());
        std::iota(events.begin(), events.end(), EventIndex{0});
        return events;
    }

private Q_SLOTS:
    void onlyDatesChange() {
        const QByteArray file =
            "{\"x\": 1.50e0,\r\n \"events\": [ {\"date\" : \"\\u0032001-05~\" ,\"title\":\"a\"},\r\n"
            "{\"title\": \"b\", \"start\": \"2001-05-03\", \"end\": \"2001-06\", \"n\": [1,  2]},"
            "{\"title\": \"c\", \"date\": 2001 }, {\"title\": \"d\", \"date\": \"2001\" }]}\n";
        const auto document = read(file);
        const std::vector<EventIndex> events = allOf(*document);
        const auto before = std::make_shared<const Document>(*document);
        EditControl control;
        const auto edit = changedTexts(*document, events, shiftOf(before, events, {2, 0, 0}), control);
        QVERIFY(edit);
        document->apply(*edit);
        QCOMPARE(savedBytes(*document), replaced(file, {{"\\u0032001-05~", "2001-07~"},
                                                        {"2001-05-03", "2001-07-03"},
                                                        {"\"2001-06\"", "\"2001-08\""}}));
    }

    void saysWhatStaysAndWhy_data() {
        QTest::addColumn<QByteArrayList>("dates");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << QByteArrayList{"2001-05-03", "[2001-05-03,2001-06-04]"} << u""_s;
        QTest::newRow("one") << QByteArrayList{"2001", "2001-05-03"}
                             << u"1 of 2 stays: its year is all that is known"_s;
        QTest::newRow("months") << QByteArrayList{"2001-05", "2001-XX/2002", "2001-05-XX"}
                                << u"2 of 3 stay: their dates are not known that exactly; "
                                   "1 of 3 stays: its month is all that is known"_s;
        QTest::newRow("a season") << QByteArrayList{"2020-21", "2001-05-21"}
                                  << u"1 of 2 stays: its season is all that is known"_s;
        QTest::newRow("till a season")
            << QByteArrayList{"2020-01/2020-21~"} << u"1 of 1 stays: its season is all that is known"_s;
        QTest::newRow("a decade") << QByteArrayList{"202X"}
                                  << u"1 of 1 stays: its date is not known that exactly"_s;
        QTest::newRow("several") << QByteArrayList{"2001", "2001-05", "2001-05-21", "9999-12-31"}
                                 << u"1 of 4 stays: its date cannot be written there; "
                                    "1 of 4 stays: its month is all that is known; "
                                    "1 of 4 stays: its year is all that is known"_s;
        QTest::newRow("a month") << QByteArrayList{"2001-05", "2001-05-03"}
                                 << u"1 of 2 stays: its month is all that is known"_s;
        QTest::newRow("the last days") << QByteArrayList{"9999-12-31", "9999-12-30/9999-12-31"}
                                       << u"2 of 2 stay: their dates cannot be written there"_s;
        QTest::newRow("no date") << QByteArrayList{"../..", "2001-05-03"}
                                 << u"1 of 2 stays: it has no date"_s;
    }
    void saysWhatStaysAndWhy() {
        QFETCH(QByteArrayList, dates);
        QFETCH(QString, words);
        QByteArrayList events;
        for (const QByteArray &date : dates) {
            events += dated(date.constData());
        }
        const auto document = read(fileOf(events));
        const ShiftCount count = countShift(*document, allOf(*document), {0, 2, 0});
        QCOMPARE(count.moved + count.staying(), std::size_t(dates.size()));
        QCOMPARE(count.whatStays(), words);
    }

    void saysWhatIsRounded_data() {
        QTest::addColumn<QByteArrayList>("dates");
        QTest::addColumn<Shift>("shift");
        QTest::addColumn<QString>("words");
        constexpr std::int64_t half = 12 * 3'600'000;
        const QByteArrayList all = {"2023-03-15", "2023-03-16~", "2023-03-15T14:30", "2023"};
        QTest::newRow("a day and a half")
            << all << Shift{0, 1, half} << u"2 of 4 are known to the day and come 1 day later, rounded"_s;
        QTest::newRow("one") << QByteArrayList{"2023-03-15"} << Shift{0, -1, -half}
                             << u"1 of 1 is known to the day and comes 1 day earlier, rounded"_s;
        QTest::newRow("days") << all << Shift{0, 3, 0} << u""_s;
        QTest::newRow("hours of whole days") << all << Shift{0, 0, 2 * half} << u""_s;
        QTest::newRow("years") << all << Shift{12, 0, 0} << u""_s;
        QTest::newRow("seconds") << QByteArrayList{"2023-03-15T14:30", "2023-03-15T14:30:00"}
                                 << Shift{0, 0, 432'000}
                                 << u"1 of 2 is known to the minute and comes 7 minutes later, rounded"_s;
        QTest::newRow("shorter months")
            << QByteArrayList{"1904-02-29", "2023-01-31/..", "../2023-03-31", "2023-01-15", "2023-02"}
            << Shift{1, 0, 0} << u"2 of 5 come to the last day of a month that is shorter"_s;
        QTest::newRow("no leap year") << QByteArrayList{"1904-02-29"} << Shift{12, 0, 0}
                                      << u"1 of 1 comes to the last day of a month that is shorter"_s;
        QTest::newRow("of an interval that is open")
            << QByteArrayList{"../2023-03-15"} << Shift{0, 1, half}
            << u"1 of 1 is known to the day and comes 1 day later, rounded"_s;
    }
    void saysWhatIsRounded() {
        QFETCH(QByteArrayList, dates);
        QFETCH(Shift, shift);
        QFETCH(QString, words);
        QByteArrayList events;
        for (const QByteArray &date : dates) {
            events += dated(date.constData());
        }
        const auto document = read(fileOf(events));
        QCOMPARE(countShift(*document, allOf(*document), shift).whatIsRounded(), words);
    }

    void whatIsDeletedIsNotCounted() {
        const auto document = read(fileOf({dated("2001-05-03"), dated("2001-05-04")}));
        document->apply({{{0, {}}}, {}});
        const std::vector<EventIndex> events = {0, 1};
        const ShiftCount count = countShift(*document, events, {0, 1, 0});
        QCOMPARE(count.moved, 1U);
        QCOMPARE(count.staying(), 0U);
        const TextChange change = shiftOf(document, events, {0, 1, 0});
        QCOMPARE(change(0, document->eventText(0)).valueOr("?"), QByteArray());
    }
};

QTEST_GUILESS_MAIN(DateShiftTest)
#include "date_shift_test.moc"
