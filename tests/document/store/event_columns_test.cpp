// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/event_columns.h"

#include "document/read/reader.h"
#include "time/edtf.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

/// The columns give back what was put into them, in few bytes as it may be kept.
class EventColumnsTest : public QObject {
    Q_OBJECT

private slots:
    void instantsStayAsTheyAre_data() {
        QTest::addColumn<QByteArray>("date");
        for (const char *date : {"2001-02-03T04:05:06.007",
                                 "1969-12-31T23:59:59.999",
                                 "1970",
                                 "-0044-03-15",
                                 "0000",
                                 "9999",
                                 "Y-17E7",
                                 "Y170000002",
                                 "Y-13800000000",
                                 "Y20000000000",
                                 "Y-73000000",
                                 "Y73000000",
                                 "../2001",
                                 "2001/..",
                                 "/2001",
                                 "1950S2",
                                 "[1667,1668]",
                                 "{..1668-12~}",
                                 "2001-02-03T04:05:06.0070Z",
                                 "2001-02-03T04:05:06.0071/.."}) {
            QTest::addRow("%s", date) << QByteArray(date);
        }
    }
    void instantsStayAsTheyAre() {
        QFETCH(QByteArray, date);
        const auto parsed = parseDate(date.toStdString());
        const auto *there = std::get_if<ParsedDate>(&parsed);
        QVERIFY(there != nullptr);
        EventColumns columns;
        columns.append({.span = there->span});
        QVERIFY(columns.span(0) == there->span);
    }

    void instantsAreExactNearBy() {
        for (std::int64_t seconds :
             {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1} << 40, -(std::int64_t{1} << 50)}) {
            for (const std::int32_t millis : {0, 1, 500, 998, 999}) {
                const Instant instant = {seconds, millis};
                QVERIFY(PackedInstant(instant).instant() == instant);
            }
        }
        QVERIFY(PackedInstant(Instant::distantPast()).instant() == Instant::distantPast());
        QVERIFY(PackedInstant(Instant::distantFuture()).instant() == Instant::distantFuture());
    }

    void rowsStayAsTheyAre() {
        EventRow row;
        row.span.flags = DateFlags::fromInt((1 << 14) - 1) ^ DateFlag::Set; // which has no times
        row.offset = qint64{1} << 47;
        row.length = 0xFFFFFFFF;
        row.category = 0xFFFE;
        row.status = static_cast<Status>(statusCount - 1);
        row.importance = 255;
        row.setId(300);
        EventRow nowhere;
        nowhere.offset = -1;
        nowhere.setId(1 << 20);
        EventColumns columns;
        columns.append(row);
        columns.append(nowhere);
        QVERIFY(columns.flags(0) == row.span.flags);
        QCOMPARE(columns.offset(0), row.offset);
        QCOMPARE(columns.length(0), row.length);
        QCOMPARE(columns.category(0), row.category);
        QVERIFY(columns.status(0) == row.status);
        QCOMPARE(columns.importance(0), row.importance);
        QCOMPARE(columns.idOffset(0), std::uint16_t{300});
        QCOMPARE(columns.offset(1), qint64{-1});
        QCOMPARE(columns.idOffset(1), EventRow::farId);
    }

    /// An id that stands further behind than a row can tell is found all the same, in the file and after an
    /// edit, and so is one that occurs twice.
    void findsIdsFarBehind() {
        const QByteArray far = "{\"description\": \"" + QByteArray(70'000, 'x') +
                               "\", \"title\": \"A\", \"date\": \"2001\", \"id\": \"far\"}";
        const QByteArray near =
            "{\"id\": \"near\", \"title\": \"B\", \"date\": \"2002\", \"links\": [{\"to\": \"far\"}]}";
        const ReadResult read = readDocument('[' + far + ", " + near + ", " + far + ']');
        QCOMPARE(read.findings.size(), std::size_t{1});
        QVERIFY(read.findings.front().message().contains(u"far"_s));
        QCOMPARE(read.document->findEvent(u"far"_s), std::optional(EventIndex{0}));
        QCOMPARE(read.document->relations().size(), std::size_t{1});
        Document edited = *read.document;
        QByteArray other = far;
        other.replace("\"A\"", "\"C\"");
        edited.apply({{{0, other}}, {}});
        QCOMPARE(edited.findEvent(u"far"_s), std::optional(EventIndex{0}));
        QCOMPARE(edited.eventTitle(0), u"C"_s);
    }
};

QTEST_GUILESS_MAIN(EventColumnsTest)
#include "event_columns_test.moc"
