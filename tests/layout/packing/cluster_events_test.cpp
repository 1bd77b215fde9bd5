// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/layout_fixture.h"
#include "layout/packing/cluster_events.h"
#include "time/edtf.h"

#include <numeric>

using namespace timeline;

namespace {

/// A list of events with these dates, each so many times.
QByteArray eventsOn(const QByteArrayList &dates, qsizetype times = 1) {
    QByteArray json;
    for (const QByteArray &date : dates) {
        json += QByteArray(",{\"title\": \"e\", \"date\": \"" + date + "\"}").repeated(times);
    }
    return '[' + json.mid(1) + ']';
}

Instant beginOf(std::string_view date) {
    return std::get<ParsedDate>(parseDate(date)).span.begin;
}

} // namespace

/// Which events a cluster counts, and where one zooms to part them.
class ClusterEventsTest : public QObject {
    Q_OBJECT

    /// All events of a document as one cluster in a view from one year to another.
    struct Cluster {
        std::shared_ptr<const Document> document;
        TimeScale scale;
        LaneIndex lane;
        Viewport view;
        EventAxis axis() const { return {*document, scale}; }
    };
    static Cluster cluster(const QByteArray &json, const char *from, const char *to, bool folded = false) {
        Cluster made{documentOf(json), {}, {}, {}};
        if (folded) {
            made.scale = TimeScale::folded(*made.document, {});
        }
        std::vector<EventIndex> events(made.document->eventCount());
        std::iota(events.begin(), events.end(), EventIndex{0});
        made.lane = LaneIndex(made.axis(), events);
        const auto at = [&](const char *date) { return made.scale.axis(beginOf(date)); };
        made.view = Viewport::showing(at(from), at(to), {1000, 500}, made.scale.breaks());
        return made;
    }

private Q_SLOTS:
    void whereOneZooms_data() {
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<QByteArray>("begin"); // of what all of is in view then; empty: no zoom parts them
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("one date") << eventsOn({"1912"}, 45) << QByteArray() << QByteArray();
        QTest::newRow("one instant") << eventsOn({"1912-03-04T10:11:12.123456Z"}, 9) << QByteArray()
                                     << QByteArray();
        QTest::newRow("one event") << eventsOn({"1912"}) << QByteArray() << QByteArray();
        QTest::newRow("one begin, known more and less")
            << eventsOn({"1912", "1912-01", "1912-01-01"}, 9) << QByteArray() << QByteArray();
        QTest::newRow("years") << eventsOn({"1912", "1913", "1915"}, 9) << QByteArray("1912")
                               << QByteArray("1916");
        QTest::newRow("months and a year")
            << eventsOn({"1912", "1912-03", "1912-05"}, 9) << QByteArray("1912") << QByteArray("1912-06");
        QTest::newRow("a day of a year") << eventsOn({"1912-01-01", "1912-01-03"}, 30)
                                         << QByteArray("1912-01-01") << QByteArray("1912-01-04");
        QTest::newRow("minutes") << eventsOn({"1912-01-01T08:00:00Z", "1912-01-01T08:30:00Z"}, 30)
                                 << QByteArray("1912-01-01T08:00:00Z") << QByteArray("1912-01-01T08:30:01Z");
        QTest::newRow("intervals") << eventsOn({"1911/1950", "1912/1940", "1914/1930"}, 9)
                                   << QByteArray("1911") << QByteArray("1914");
        QTest::newRow("intervals from one day on")
            << eventsOn({"1911-01-01/1950", "1911-01-01/1940"}, 9) << QByteArray() << QByteArray();
        QTest::newRow("an interval and a day")
            << eventsOn({"1911/1950", "1911-02-03"}, 9) << QByteArray("1911") << QByteArray("1911-02-04");
        QTest::newRow("seasons and sets") << eventsOn({"1912-21", "[1912-06-01,1912-06-30]"}, 9)
                                          << QByteArray("1912-03") << QByteArray("1912-07");
        QTest::newRow("nearly all that is seen")
            << eventsOn({"1901", "1999"}, 9) << QByteArray() << QByteArray();
        QTest::newRow("some of them out of view")
            << eventsOn({"1899", "1902"}, 9) << QByteArray() << QByteArray();
        QTest::newRow("very many") << eventsOn({"1912", "1913-04", "1914"}, 20'000) << QByteArray("1912")
                                   << QByteArray("1914-02");
    }
    void whereOneZooms() {
        QFETCH(QByteArray, events);
        QFETCH(QByteArray, begin);
        QFETCH(QByteArray, end);
        for (const bool folded : {false, true}) {
            const Cluster made = cluster(events, "1900", "2000", folded);
            const auto all = made.lane.between(0, made.lane.size());
            const auto target = partingView(made.axis(), all, made.view);
            if (begin.isEmpty()) {
                QVERIFY(!target || folded); // years that are pressed together may have room there
                continue;
            }
            const auto x = [&](const QByteArray &date) {
                return target->x(made.scale.axis(beginOf(date.toStdString())));
            };
            const auto endX = [&](const QByteArray &date) { // before the gutter that may be there
                return target->x(made.scale.axisOfEnd(beginOf(date.toStdString())));
            };
            if (target) {
                QVERIFY(target->scale() < 0.7 * made.view.scale());
                QVERIFY2(x(begin) > 20 && x(begin) < 200, qPrintable(QString::number(x(begin))));
                QVERIFY2(endX(end) < 980 && endX(end) > 800, qPrintable(QString::number(endX(end))));
                // In the middle, but for two speeds of which one is reckoned with.
                QVERIFY(std::abs(x(begin) + endX(end) - 1000) < (folded ? 100 : 1));
            } else {
                QVERIFY(folded);
            }
        }
    }

    void acrossABreak() {
        const Cluster made = cluster(eventsOn({"1900-01-01", "1900-01-02", "1950-06-01", "1950-06-02"}, 20),
                                     "1800", "2000", true);
        QVERIFY(made.scale.breaks() != nullptr);
        const auto target = partingView(made.axis(), made.lane.between(0, made.lane.size()), made.view);
        QVERIFY(target.has_value());
        const double first = target->x(made.axis().begin(0));
        const double last = target->x(made.axis().end(made.lane.size() - 1));
        QVERIFY(first > 20 && first < 200 && last > 800 && last < 980);
    }

    void marksDoNotCount() {
        const Cluster made = cluster(eventsOn({"1910", "1912", "1914", "1916"}), "1900", "2000");
        const EventAxis axis = made.axis();
        const ClusterPlace place{{axis.begin(0), axis.begin(3)}, false};
        const std::vector<EventIndex> expected{0, 2};
        QCOMPARE(clusterEvents(axis, made.lane, place, made.view, {1, 7}), expected);
        const Viewport narrow = Viewport::showing(axis.begin(0), axis.begin(2), {1000, 500});
        QCOMPARE(clusterEvents(axis, made.lane, place, narrow, {1}), std::vector<EventIndex>{0});
    }

    void whatReachesInBeginsAnywhereBefore() {
        const Cluster made =
            cluster(eventsOn({"1800/1901", "1820/1830", "1850/1950", "1899/..", "1901"}), "1900", "2000");
        const ClusterPlace place{{made.view.left(), made.view.axis(100)}, true};
        const std::vector<EventIndex> expected{0, 2, 4};
        QCOMPARE(clusterEvents(made.axis(), made.lane, place, made.view, {3}), expected);
    }
};

QTEST_APPLESS_MAIN(ClusterEventsTest)
#include "cluster_events_test.moc"
