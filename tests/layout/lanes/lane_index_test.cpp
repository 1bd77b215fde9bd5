// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/lanes/lane_index.h"

#include "layout/layout_fixture.h"

#include <numeric>

using namespace timeline;

namespace {

std::vector<EventIndex> inOrder(const LaneIndex &index, EventIndex (LaneIndex::*at)(EventIndex) const) {
    std::vector<EventIndex> events;
    for (EventIndex rank = 0; rank < index.size(); ++rank) {
        events.push_back((index.*at)(rank));
    }
    return events;
}

/// What the index answers, against what looking at every event gives.
void compare(const LaneIndex &index, const EventAxis &axis, std::vector<EventIndex> events,
             QRandomGenerator &random) {
    for (const Edge edge : {Edge::End, Edge::Begin}) {
        std::ranges::sort(events, {},
                          [&](EventIndex event) { return std::pair(axis.edge(event, edge), event); });
        QCOMPARE(inOrder(index, edge == Edge::Begin ? &LaneIndex::at : &LaneIndex::atEnd), events);
    }
    for (int round = 0; round < 40 && !events.empty(); ++round) {
        const auto anyEvent = [&] { return events[random.bounded(static_cast<quint32>(events.size()))]; };
        const double place = axis.edge(anyEvent(), round % 2 == 0 ? Edge::Begin : Edge::End) + round % 3 - 1;
        const auto begun = static_cast<EventIndex>(
            std::ranges::count_if(events, [&](EventIndex event) { return axis.span(event).begin < place; }));
        QCOMPARE(index.beginsBefore(axis, place), begun);
        QCOMPARE(index.endsBefore(axis, place),
                 static_cast<EventIndex>(std::ranges::count_if(
                     events, [&](EventIndex event) { return axis.span(event).end < place; })));
        const EventIndex wanted = anyEvent();
        QCOMPARE(events[*index.rankOf(axis, wanted)], wanted);

        std::vector<EventIndex> reaching;
        std::copy_if(events.begin(), events.begin() + begun, std::back_inserter(reaching),
                     [&](EventIndex event) { return axis.span(event).end >= place; });
        reaching.resize(std::min<std::size_t>(reaching.size(), 20));
        QCOMPARE(index.reachingTo(axis, place, begun, 20), reaching);

        EventIndex from = random.bounded(index.size() + 1);
        EventIndex to = random.bounded(index.size() + 1);
        std::tie(from, to) = std::minmax({from, to});
        const int first = random.bounded(octaveCount);
        const Octaves octaves{random.bounded(2) == 0 ? 0 : first,
                              std::max(first, random.bounded(octaveCount))};
        std::vector<EventIndex> best;
        std::copy_if(events.begin() + from, events.begin() + to, std::back_inserter(best),
                     [&](EventIndex event) {
                         const int octave = octaveOf(axis.span(event).length());
                         return octave >= octaves.first && octave <= octaves.last;
                     });
        std::ranges::stable_sort(best, std::ranges::greater(), [&](EventIndex event) {
            return std::max<std::uint8_t>(1, axis.document.importanceByte(event));
        });
        best.resize(std::min<std::size_t>(best.size(), 7));
        std::vector<EventIndex> found;
        index.appendBest(from, to, octaves, 7, found);
        std::ranges::sort(best);
        std::ranges::sort(found);
        QCOMPARE(found, best);
    }
}

} // namespace

class LaneIndexTest : public QObject {
    Q_OBJECT

    static void addDocuments() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("events");
        QTest::addColumn<bool>("folded");
        for (const auto &[kind, name] : hardDocuments) {
            QTest::addRow("%s", name) << static_cast<int>(kind) << 2000 << false;
            QTest::addRow("%s, folded", name) << static_cast<int>(kind) << 2000 << true;
        }
        QTest::newRow("very many") << static_cast<int>(Hard::Anything) << 70'000 << true;
        QTest::newRow("one") << static_cast<int>(Hard::Anything) << 1 << false;
        QTest::newRow("none") << static_cast<int>(Hard::Anything) << 0 << false;
    }

private slots:
    void octaves_data() {
        QTest::addColumn<double>("length");
        QTest::addColumn<int>("octave");
        QTest::newRow("nothing") << 0.0 << 0;
        QTest::newRow("a part") << 0.25 << 0;
        QTest::newRow("1") << 1.0 << 0;
        QTest::newRow("a little more") << 1.001 << 1;
        QTest::newRow("2") << 2.0 << 1;
        QTest::newRow("3") << 3.0 << 2;
        QTest::newRow("1024") << 1024.0 << 10;
        QTest::newRow("1025") << 1025.0 << 11;
        QTest::newRow("everything") << 1.28e21 << 71;
        QTest::newRow("no number") << std::nan("") << 0;
    }
    void octaves() {
        QFETCH(double, length);
        QTEST(octaveOf(length), "octave");
    }

    void answersAsIfItLookedAtEveryEvent_data() { addDocuments(); }
    void answersAsIfItLookedAtEveryEvent() {
        QFETCH(int, kind);
        QFETCH(int, events);
        QFETCH(bool, folded);
        const auto document = hardDocument(static_cast<Hard>(kind), events, 61);
        const TimeScale scale = folded ? TimeScale::folded(*document, {}) : TimeScale();
        const EventAxis axis{*document, scale};
        std::vector<EventIndex> all(document->eventCount());
        std::iota(all.begin(), all.end(), 0U);
        QRandomGenerator random(62);
        compare(LaneIndex(axis, all), axis, all, random);
    }

    /// Events that come and go leave an index that cannot be told from one made anew.
    void staysTrueWhileEventsComeAndGo_data() { addDocuments(); }
    void staysTrueWhileEventsComeAndGo() {
        QFETCH(int, kind);
        QFETCH(int, events);
        QFETCH(bool, folded);
        const auto document = hardDocument(static_cast<Hard>(kind), events, 63);
        const TimeScale scale = folded ? TimeScale::folded(*document, {}) : TimeScale();
        const EventAxis axis{*document, scale};
        QRandomGenerator random(64);
        std::vector<EventIndex> all(document->eventCount());
        std::iota(all.begin(), all.end(), 0U);
        std::shuffle(all.begin(), all.end(), random);
        std::vector<EventIndex> in(all.begin(), all.begin() + std::ssize(all) / 3);
        LaneIndex index(axis, in);
        for (std::size_t next = in.size(); next < all.size(); ++next) {
            index.insert(axis, all[next]);
            in.push_back(all[next]);
            if (random.bounded(3) == 0) {
                std::swap(in[random.bounded(static_cast<quint32>(in.size()))], in.back());
                index.remove(axis, in.back());
                in.pop_back();
            }
        }
        compare(index, axis, in, random);
        while (!in.empty()) {
            index.remove(axis, in.back());
            in.pop_back();
            if (in.size() == 20) {
                compare(index, axis, in, random);
            }
        }
        QCOMPARE(index.size(), 0U);
    }

    /// Those that begin in one millisecond stand by all digits of their times, however they came in.
    void ordersWithinMilliseconds_data() {
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("milliseconds"); // that they share
        QTest::newRow("few") << 5 << 1;
        QTest::newRow("one millisecond") << 700 << 1;
        QTest::newRow("some") << 2000 << 40;
    }
    void ordersWithinMilliseconds() {
        QFETCH(int, events);
        QFETCH(int, milliseconds);
        QRandomGenerator random(66);
        QByteArrayList texts;
        for (int i = 0; i < events; ++i) {
            QByteArray digits = QByteArray::number(100 + random.bounded(milliseconds));
            for (int more = random.bounded(5); more > 0; --more) {
                digits += QByteArray::number(random.bounded(3));
            }
            texts.append("{\"title\": \"a\", \"date\": \"2024-02-03T09:14:07." + digits + "\"}");
        }
        const auto document = documentOf('[' + texts.join(',') + ']');
        const TimeScale scale;
        const EventAxis axis{*document, scale};
        std::vector<EventIndex> expected(document->eventCount());
        std::iota(expected.begin(), expected.end(), 0U);
        LaneIndex byAndBy;
        std::shuffle(expected.begin(), expected.end(), random);
        for (const EventIndex event : expected) {
            byAndBy.insert(axis, event);
        }
        std::ranges::sort(expected, {}, [&](EventIndex event) {
            return std::tuple(axis.begin(event), document->finerDigits(event).begin, event);
        });
        const LaneIndex atOnce(axis, expected);
        QCOMPARE(inOrder(atOnce, &LaneIndex::at), expected);
        QCOMPARE(inOrder(byAndBy, &LaneIndex::at), expected);
        for (EventIndex rank = 0; rank < atOnce.size(); ++rank) {
            QCOMPARE(atOnce.rankOf(axis, expected[rank]), std::optional(rank));
        }
        const double middle = axis.begin(expected[expected.size() / 2]);
        QCOMPARE(atOnce.beginsBefore(axis, middle),
                 static_cast<EventIndex>(std::ranges::count_if(
                     expected, [&](EventIndex event) { return axis.begin(event) < middle; })));
        for (const EventIndex event : expected) {
            byAndBy.remove(axis, event);
        }
        QCOMPARE(byAndBy.size(), 0U);
    }

    void stopsWhenAsked() {
        const auto document = hardDocument(Hard::Anything, 500, 65);
        std::stop_source stop;
        stop.request_stop();
        const TimeScale scale;
        QCOMPARE(LaneIndex({*document, scale}, {1, 2, 3}, stop.get_token()).size(), 0U);
    }
};

QTEST_APPLESS_MAIN(LaneIndexTest)
#include "lane_index_test.moc"
