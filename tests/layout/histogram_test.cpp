// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/histogram.h"

#include "layout_fixture.h"

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
            QVERIFY(bins.firstAxis <= view.left());
            QVERIFY(bins.firstAxis + bins.bins * bins.binAxis >= view.right());
            QVERIFY(bins.binAxis / view.scale() > 2.8 && bins.binAxis / view.scale() < 5.7);
            QCOMPARE(bins.counts.size(), layout.lanes().lanes.size());
            EventIndex highest = 0;
            for (std::size_t lane = 0; lane < bins.counts.size(); ++lane) {
                QCOMPARE(std::ssize(bins.counts[lane]), bins.bins);
                EventIndex expected = 0;
                for (const EventIndex event : eventsOf(layout.lanes().lanes[lane])) {
                    const double at = layout.axis().span(event).begin;
                    expected += at >= bins.firstAxis && at < bins.firstAxis + bins.bins * bins.binAxis;
                }
                QCOMPARE(sumOf(bins.counts[lane]), expected);
            }
            for (std::size_t bin = 0; bin < static_cast<std::size_t>(bins.bins); ++bin) {
                EventIndex sum = 0;
                for (const auto &counts : bins.counts) {
                    sum += counts[bin];
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
            for (std::size_t lane = 0; lane < bins.counts.size(); ++lane) {
                for (std::size_t bin = 0; bin < bins.counts[lane].size(); ++bin) {
                    const double begin = bins.firstAxis + static_cast<double>(bin) * bins.binAxis;
                    const auto [place, isNew] = known.try_emplace({lane, begin}, bins.counts[lane][bin]);
                    QVERIFY(isNew || place->second == bins.counts[lane][bin]);
                }
            }
        }
        QVERIFY(known.size() < 2 * 400 * layout.lanes().lanes.size());
    }

    void nothingGivesNothing() {
        const auto document = documentOf("[]");
        const TimelineLayout layout(document, {}, {}, m_measure);
        const Histogram bins = histogram(layout.axis(), layout.lanes(), layout.fitAll(sceneSize), 4);
        QCOMPARE(bins.highest, 0U);
        QVERIFY(bins.counts.empty());
        QVERIFY(bins.bins > 0);
    }
};

QTEST_APPLESS_MAIN(HistogramTest)
#include "histogram_test.moc"
