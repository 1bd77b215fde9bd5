// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout_fixture.h"

#include <map>

using namespace timeline;

class ManyLanesTest : public QObject {
    Q_OBJECT

private slots:
    /// Lanes that are not in view are neither measured nor in the scene, and scrolling meets every lane.
    void lanesOutOfViewCostNothing_data() {
        QTest::addColumn<int>("events"); // of a lane
        QTest::newRow("one") << 1;
        QTest::newRow("three") << 3;
    }
    void lanesOutOfViewCostNothing() {
        QFETCH(int, events);
        constexpr int lanes = 5000;
        const auto document = manyLanes(lanes, [events](int) { return events; });
        const CountingMeasure measure;
        const TimelineLayout layout(document, {}, {}, measure);
        const QSizeF size(1200, 700);
        const Viewport view = layout.fitAll(size);
        const Scene top = layout.scene(view, size);
        QVERIFY2(measure.calls < 3000, qPrintable(QString::number(measure.calls)));
        QVERIFY(top.lanes.size() < 60);
        measure.calls = 0;
        std::size_t next = 0;
        for (double y = 0; y < top.contentHeight; y += top.plot.height()) {
            const Scene scene = layout.scene(view, size, y);
            QVERIFY(scene.lanes.front().lane <= next);
            next = scene.lanes.back().lane + 1;
            QCOMPARE(scene.contentHeight, top.contentHeight);
            std::map<std::size_t, EventIndex> counted; // by lane, drawn or in clusters
            for (const SceneItem &item : scene.items) {
                counted[item.lane] += item.count;
            }
            for (const SceneLane &lane : scene.lanes) {
                QCOMPARE(counted[lane.lane], lane.events);
            }
            QCOMPARE(scene.laneOf(scene.lanes.back().lane)->rect, layout.laneRect(next - 1, size, y));
            QVERIFY(scene.laneOf(next) == nullptr);
        }
        QCOMPARE(next, std::size_t{lanes});
        QCOMPARE(layout.scene(view, size).toText(), top.toText()); // what was forgotten comes out the same
    }
};

QTEST_APPLESS_MAIN(ManyLanesTest)
#include "many_lanes_test.moc"
