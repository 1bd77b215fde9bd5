// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout_fixture.h"
#include "layout/scale/metrics.h"
#include "layout/scene/scene_texts.h"

#include <map>

using namespace timeline;
using namespace timeline::metrics;

namespace {

QString nameOf(const SceneItem &item) {
    return QStringLiteral("#%1 x%2 %3..%4 \"%5\"")
        .arg(item.event)
        .arg(item.count)
        .arg(item.rect.left())
        .arg(item.reach().right())
        .arg(item.label ? item.label->text : QString());
}

/// Two items of one lane that overlap, label or mark.
QString overlapOf(const std::vector<SceneItem> &items) {
    std::vector<const SceneItem *> sorted;
    for (const SceneItem &item : items) {
        sorted.push_back(&item);
    }
    std::ranges::sort(sorted, {}, [](const SceneItem *item) { return item->reach().left(); });
    for (std::size_t a = 0; a < sorted.size(); ++a) {
        const QRectF first = sorted[a]->reach();
        for (std::size_t b = a + 1; b < sorted.size(); ++b) {
            const QRectF second = sorted[b]->reach();
            if (second.left() >= first.right() - touch) {
                break;
            }
            // Texts of neighbouring rows may share a pixel of height; their marks are apart.
            if (sorted[a]->lane == sorted[b]->lane &&
                first.adjusted(0, 2, 0, -2).intersects(second.adjusted(0, 2, 0, -2))) {
                return nameOf(*sorted[a]) + QStringLiteral(" | ") + nameOf(*sorted[b]);
            }
        }
    }
    return {};
}

/// Whatever stands where it should not; empty where all is well.
QString misplaced(const Scene &scene) {
    const auto isWithin = [](const SceneText &text, double left, double right) {
        return text.x >= left - touch && text.x + text.width <= right + touch;
    };
    const ScenePanel &panel = scene.panels.front();
    for (const auto *tier : {&panel.tickLabels, &panel.contextLabels}) {
        for (const SceneText &text : *tier) {
            if (!isWithin(text, scene.plot.left(), scene.plot.right())) {
                return QStringLiteral("date ") + text.text;
            }
        }
    }
    for (const SceneTick &tick : panel.ticks) {
        if (tick.at < scene.plot.left() - touch || tick.at > scene.plot.right() + touch) {
            return QStringLiteral("tick at %1").arg(tick.at);
        }
    }
    for (const SceneEra &era : scene.eras) {
        if (era.label && !isWithin(*era.label, scene.plot.left(), scene.plot.right())) {
            return QStringLiteral("era ") + era.label->text;
        }
    }
    for (const SceneItem &item : scene.items) {
        if (item.label && !isWithin(*item.label, scene.plot.left(), scene.plot.right())) {
            return QStringLiteral("label of ") + nameOf(item);
        }
        const QRectF lane = scene.laneOf(item.lane)->rect;
        if (item.rect.top() < lane.top() || item.rect.bottom() > lane.bottom()) {
            return QStringLiteral("out of its lane: ") + nameOf(item);
        }
        if (item.rect.right() < scene.plot.left() || item.rect.left() > scene.plot.right()) {
            return QStringLiteral("out of view: ") + nameOf(item);
        }
    }
    return {};
}

/// How many events of each lane are in the viewport, against what is drawn and counted there; empty where
/// both are the same.
QString missing(const Scene &scene, const TimelineLayout &layout, const Viewport &view) {
    std::map<std::size_t, EventIndex> counted;
    for (const SceneItem &item : scene.items) {
        const bool isInView = item.axisBegin < view.right() && item.axisEnd >= view.left();
        counted[item.lane] += item.shape == ItemShape::Cluster || isInView ? item.count : 0;
    }
    for (const SceneLane &sceneLane : scene.lanes) {
        const std::size_t lane = sceneLane.lane;
        const auto expected =
            std::ranges::count_if(eventsOf(layout.lanes().lanes[lane]), [&](EventIndex event) {
                const AxisSpan span = layout.axis().span(event);
                return span.begin < view.right() && span.end >= view.left();
            });
        if (expected != counted[lane]) {
            return QStringLiteral("lane %1: %2 of %3").arg(lane).arg(counted[lane]).arg(expected);
        }
    }
    return {};
}

} // namespace

class SceneInvariantsTest : public QObject {
    Q_OBJECT

    FakeMeasure m_measure;

    static void addDocuments() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("events");
        QTest::addColumn<bool>("folded");
        for (const bool folded : {false, true}) {
            const char *how = folded ? ", folded" : "";
            for (const auto &[kind, name] : hardDocuments) {
                QTest::addRow("%s, few%s", name, how) << static_cast<int>(kind) << 12 << folded;
                QTest::addRow("%s, many%s", name, how) << static_cast<int>(kind) << 250 << folded;
                QTest::addRow("%s, very many%s", name, how) << static_cast<int>(kind) << 4000 << folded;
            }
            QTest::addRow("the story%s", how) << -1 << 0 << folded;
        }
    }

    /// Calls `check` for scenes of many viewports and sizes.
    template <typename Check>
    void forEachScene(Check check, int rounds = 25) {
        QFETCH(int, kind);
        QFETCH(int, events);
        QFETCH(bool, folded);
        const auto document = kind < 0 ? story() : hardDocument(static_cast<Hard>(kind), events, 51);
        QRandomGenerator random(52);
        for (const QSizeF size : {QSizeF(1200, 700), QSizeF(500, 260), QSizeF(2500, 1400)}) {
            const TimelineLayout layout(document, {}, {.folded = folded}, m_measure);
            for (int round = 0; round < rounds; ++round) {
                const Viewport view = round == 0 ? layout.fitAll(size) : randomViewport(layout, size, random);
                check(layout.scene(view, size), layout, view);
                if (QTest::currentTestFailed()) {
                    qInfo("size %gx%g, round %d, left %g, scale %g", size.width(), size.height(), round,
                          view.left(), view.scale());
                    return;
                }
            }
        }
    }

private Q_SLOTS:
    void datesDoNotOverlap_data() { addDocuments(); }
    void datesDoNotOverlap() {
        forEachScene([](const Scene &scene, const TimelineLayout &, const Viewport &) {
            QCOMPARE(overlapOf(scene.panels.front().tickLabels), QString());
            QCOMPARE(overlapOf(scene.panels.front().contextLabels), QString());
        });
    }

    void itemsDoNotOverlap_data() { addDocuments(); }
    void itemsDoNotOverlap() {
        forEachScene([](const Scene &scene, const TimelineLayout &, const Viewport &) {
            QCOMPARE(overlapOf(scene.items), QString());
        });
    }

    void everythingIsInItsPlace_data() { addDocuments(); }
    void everythingIsInItsPlace() {
        forEachScene([](const Scene &scene, const TimelineLayout &, const Viewport &) {
            QCOMPARE(misplaced(scene), QString());
        });
    }

    void nothingIsMissing_data() { addDocuments(); }
    void nothingIsMissing() {
        constexpr int rounds = 100; // what is amiss shows at few places
        const auto isComplete = [](const Scene &scene, const TimelineLayout &layout, const Viewport &view) {
            // Lanes that scroll out of sight below are not laid out.
            if (scene.contentHeight <= scene.plot.height()) {
                QCOMPARE(missing(scene, layout, view), QString());
            }
        };
        forEachScene(isComplete, rounds);
    }

    void countsAddUpWhereAllIsShown_data() { addDocuments(); }
    void countsAddUpWhereAllIsShown() {
        QFETCH(int, kind);
        QFETCH(int, events);
        QFETCH(bool, folded);
        const auto document = kind < 0 ? story() : hardDocument(static_cast<Hard>(kind), events, 53);
        const TimelineLayout layout(document, {}, {.folded = folded}, m_measure);
        const QSizeF size(1600, 2000);
        const Scene scene = layout.scene(layout.fitAll(size), size);
        EventIndex sum = 0;
        for (const SceneItem &item : scene.items) {
            sum += item.count;
        }
        QCOMPARE(sum, document->eventCount());
    }

    /// What a layout tells of a scene without making one.
    void theLayoutKnowsWhatTheSceneShows_data() { addDocuments(); }
    void theLayoutKnowsWhatTheSceneShows() {
        const auto agrees = [](const Scene &scene, const TimelineLayout &layout, const Viewport &view) {
            QCOMPARE(layout.contentHeight(scene.size), scene.contentHeight);
            if (scene.contentHeight > scene.plot.height()) {
                return; // lanes that are scrolled out are not in the scene
            }
            for (EventIndex event = 0; event < layout.document().eventCount(); event += 7) {
                const auto lane = layout.lanes().laneOf(layout.axis(), event);
                const double begin = layout.axis().begin(event);
                if (begin < view.left() || begin >= view.right()) {
                    continue; // its mark may just not reach into the view
                }
                const auto there = std::ranges::find_if(scene.items, [&](const SceneItem &item) {
                    return item.shape == ItemShape::Cluster && item.lane == lane && item.axisBegin <= begin &&
                           begin < item.axisEnd;
                });
                const auto clustered = layout.clusteredWith(event, view, scene.size);
                const bool isExpected = scene.itemOf(event) == nullptr && there != scene.items.end();
                QCOMPARE(!clustered.empty(), isExpected);
                if (isExpected) {
                    QCOMPARE(clustered, layout.eventsOf(*there, scene));
                }
            }
            for (const SceneItem &item : scene.items) {
                if (item.shape == ItemShape::Cluster) {
                    QVERIFY(item.count > 1); // one is drawn as what it is
                    QCOMPARE(layout.eventsOf(item, scene).size(), std::size_t{item.count});
                }
            }
        };
        forEachScene(agrees, 8);
    }

    void rowsStayWhilePanning_data() { addDocuments(); }
    void rowsStayWhilePanning() {
        QFETCH(int, kind);
        QFETCH(int, events);
        QFETCH(bool, folded);
        const auto document = kind < 0 ? story() : hardDocument(static_cast<Hard>(kind), events, 54);
        const TimelineLayout layout(document, {}, {.folded = folded}, m_measure);
        const QSizeF size(1200, 700);
        for (const double zoom : {1.0, 3.0, 40.0}) {
            const Viewport all = layout.fitAll(size);
            const double x = all.x(layout.axisOf(document->span(document->eventCount() / 2)).first);
            const Viewport start = all.zoomedAt(x, zoom);
            std::map<std::pair<bool, EventIndex>, double> tops; // of an event, or of a lane's clusters
            for (int step = -20; step <= 20; ++step) {
                const Viewport view = start.pannedBy(step * 31.3);
                if (view.level() != start.level()) {
                    continue; // the clamp far from 1970
                }
                const Scene scene = layout.scene(view, size);
                for (const SceneItem &item : scene.items) {
                    const bool isCluster = item.shape == ItemShape::Cluster;
                    const auto [place, isNew] = tops.try_emplace(
                        {isCluster, isCluster ? item.lane : item.event}, item.rect.center().y());
                    QVERIFY2(isNew || std::abs(place->second - item.rect.center().y()) < touch,
                             qPrintable(nameOf(item)));
                }
            }
            QVERIFY(!tops.empty());
        }
    }
};

QTEST_APPLESS_MAIN(SceneInvariantsTest)
#include "scene_invariants_test.moc"
