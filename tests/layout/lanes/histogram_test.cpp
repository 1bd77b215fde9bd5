// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/lanes/histogram.h"

#include "layout/layout_fixture.h"

#include <map>
#include <numeric>

using namespace timeline;

namespace {

const QSizeF sceneSize(1200, 700);

EventIndex sumOf(const std::vector<EventIndex> &counts) {
    return std::accumulate(counts.begin(), counts.end(), EventIndex{0});
}

} // namespace

class HistogramTest : public QObject {
    Q_OBJECT

    FakeMeasure m_measure;

    static void addDocuments() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("folded");
        for (const auto &[kind, name] : hardDocuments) {
            QTest::addRow("%s", name) << static_cast<int>(kind) << false;
            QTest::addRow("%s, folded", name) << static_cast<int>(kind) << true;
        }
    }

private slots:
    void countsEveryEventOfTheRange_data() { addDocuments(); }
    void countsEveryEventOfTheRange() {
        QFETCH(int, kind);
        QFETCH(bool, folded);
        const auto document = hardDocument(static_cast<Hard>(kind), 300, 31);
        const TimelineLayout layout(document, {}, {.folded = folded}, m_measure);
        QRandomGenerator random(32);
        for (int round = 0; round < 60; ++round) {
            const Viewport view =
                round == 0 ? layout.fitAll(sceneSize) : randomViewport(layout, sceneSize, random);
            const Histogram bins = histogram(layout.axis(), layout.lanes(), view, 4);
            QVERIFY(bins.edges.front() <= view.left());
            QVERIFY(bins.edges.back() >= view.right());
            QVERIFY(std::ranges::adjacent_find(bins.edges, std::greater_equal()) == bins.edges.end());
            QVERIFY(bins.binAxis / view.scale() > 2.8 && bins.binAxis / view.scale() < 5.7);
            QCOMPARE(bins.series.size(), layout.lanes().lanes.size());
            QVERIFY(bins.others.empty());
            EventIndex highest = 0;
            for (std::size_t lane = 0; lane < bins.series.size(); ++lane) {
                QCOMPARE(bins.series[lane].lane, lane);
                QCOMPARE(bins.series[lane].counts.size(), bins.bins());
                EventIndex expected = 0;
                for (const EventIndex event : eventsOf(layout.lanes().lanes[lane])) {
                    const double at = layout.axis().span(event).begin;
                    expected += at >= bins.edges.front() && at < bins.edges.back();
                }
                QCOMPARE(sumOf(bins.series[lane].counts), expected);
            }
            for (std::size_t bin = 0; bin < bins.bins(); ++bin) {
                EventIndex sum = 0;
                for (const Histogram::Series &series : bins.series) {
                    sum += series.counts[bin];
                }
                highest = std::max(highest, sum);
            }
            QCOMPARE(bins.highest, highest);
        }
    }

    void binsStayWhilePanning_data() { addDocuments(); }
    void binsStayWhilePanning() {
        QFETCH(int, kind);
        QFETCH(bool, folded);
        const auto document = hardDocument(static_cast<Hard>(kind), 300, 33);
        const TimelineLayout layout(document, {}, {.folded = folded}, m_measure);
        const Viewport start = layout.fitAll(sceneSize).zoomedAt(400, 3);
        std::map<std::pair<std::size_t, double>, EventIndex> known; // lane and begin of a bin -> its events
        for (int step = -60; step <= 60; ++step) {
            const Viewport view = start.pannedBy(step * 3.7);
            const Histogram bins = histogram(layout.axis(), layout.lanes(), view, 4);
            for (const Histogram::Series &series : bins.series) {
                for (std::size_t bin = 0; bin < series.counts.size(); ++bin) {
                    const double begin = bins.begin(bin);
                    const auto [place, isNew] = known.try_emplace({series.lane, begin}, series.counts[bin]);
                    QVERIFY(isNew || place->second == series.counts[bin]);
                }
            }
        }
        QVERIFY(known.size() < 2 * 400 * layout.lanes().lanes.size());
    }

    /// Years lie between the last event before a break and the first one after it.
    void breaksPartBins() {
        const auto document = documentOf(
            R"([{"title": "a", "date": "1810-04-01/1810-04-20"}, {"title": "b", "date": "1810-05-02/1810-05-06"},
                {"title": "c", "date": "1813-04-01/1813-04-20"}, {"title": "d", "date": "1813-05-04"}])");
        const TimelineLayout layout(document, {}, {}, m_measure);
        const Viewport view = layout.fitAll(sceneSize);
        QVERIFY(view.breaks());
        for (const double binWidth : {4, 9, 200, 5000}) {
            const Histogram bins = histogram(layout.axis(), layout.lanes(), view, binWidth);
            const auto binOf = [&](EventIndex event) { return bins.binAt(layout.axis().begin(event)); };
            QVERIFY(binOf(1) && binOf(2) && *binOf(1) + 2 <= *binOf(2));
            QCOMPARE(sumOf(bins.series.front().counts), 4U);
            for (const AxisSpan &gap : *view.breaks()) {
                const auto inBreak = bins.binAt(gap.begin);
                QVERIFY(inBreak && bins.begin(*inBreak) == gap.begin);
                QCOMPARE(bins.series.front().counts[*inBreak], 0U);
            }
        }
    }

    /// Of many lanes only some are counted by themselves, and all others together: none is left out.
    void countsTheOthersTogether_data() {
        QTest::addColumn<int>("lanes");
        for (const int lanes : {1, 19, 20, 21, 22, 300}) {
            QTest::addRow("%d lanes", lanes) << lanes;
        }
    }
    void countsTheOthersTogether() {
        QFETCH(int, lanes);
        const auto document = manyLanes(lanes, [](int lane) { return lane % 7 + 1; });
        const TimelineLayout layout(document, {}, {.folded = false}, m_measure);
        QRandomGenerator random(34);
        for (int round = 0; round < 30; ++round) {
            const Viewport view =
                round == 0 ? layout.fitAll(sceneSize) : randomViewport(layout, sceneSize, random);
            const Histogram bins = histogram(layout.axis(), layout.lanes(), view, 4);
            QVERIFY(bins.series.size() + (bins.others.empty() ? 0 : 1) <= Histogram::mostSeries);
            std::vector<EventIndex> found(bins.bins());
            for (const Histogram::Series &series : bins.series) {
                std::ranges::transform(found, series.counts, found.begin(), std::plus());
            }
            if (!bins.others.empty()) {
                std::ranges::transform(found, bins.others, found.begin(), std::plus());
            }
            std::vector<EventIndex> expected(found.size());
            for (EventIndex event = 0; event < document->eventCount(); ++event) {
                const double bin =
                    std::floor((layout.axis().begin(event) - bins.edges.front()) / bins.binAxis);
                if (bin >= 0 && bin < static_cast<double>(bins.bins())) {
                    ++expected[static_cast<std::size_t>(bin)];
                }
            }
            QCOMPARE(found, expected);
            QCOMPARE(bins.highest, std::ranges::max(expected));
        }
    }

    void theFullestLanesBecomeSeries() {
        // Each further lane has more events, and the last ten as many as each other.
        const auto document = manyLanes(60, [](int lane) { return std::min(lane, 50) + 1; });
        const TimelineLayout layout(document, {}, {.folded = false}, m_measure);
        const auto lanesOf = [&](const QSet<QString> &kept) {
            QList<std::size_t> lanes;
            for (const auto &series :
                 histogram(layout.axis(), layout.lanes(), layout.fitAll(sceneSize), 4, kept).series) {
                lanes += series.lane;
            }
            return lanes;
        };
        QList<std::size_t> fullest(19);
        std::iota(fullest.begin(), fullest.end(), std::size_t{41});
        QCOMPARE(lanesOf({}), fullest);
        // Those that are shown stay as long as they have half as many.
        QSet<QString> kept;
        for (const int lane : {20, 22, 35, 40}) {
            kept += layout.lanes().lanes[static_cast<std::size_t>(lane)].key;
        }
        const QList<std::size_t> now = lanesOf(kept);
        QCOMPARE(now.size(), 19);
        QVERIFY(!now.contains(20) && now.contains(35) && now.contains(40));
    }

    void nothingGivesNothing() {
        const auto document = documentOf("[]");
        const TimelineLayout layout(document, {}, {}, m_measure);
        const Histogram bins = histogram(layout.axis(), layout.lanes(), layout.fitAll(sceneSize), 4);
        QCOMPARE(bins.highest, 0U);
        QVERIFY(bins.series.empty());
        QVERIFY(bins.bins() > 0);
    }
};

QTEST_APPLESS_MAIN(HistogramTest)
#include "histogram_test.moc"
